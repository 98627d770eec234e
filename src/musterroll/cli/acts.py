"""What the commands that act share: the deed on the thing that is named, and what it changed."""

import argparse
from collections.abc import Callable

from musterroll.actions import Done
from musterroll.cli.ids import full_id
from musterroll.cli.ledgers import person_of, show
from musterroll.cli.sheets.changes import document_of


def act_on(deed: Callable[..., Done], kind: str, arguments: argparse.Namespace) -> int:
    """Do an act on the thing that `arguments` name under its kind; write what it changed, before → after."""

    def done() -> Done:
        subject = full_id(kind, getattr(arguments, kind))
        return deed(subject, by=person_of(arguments), why=arguments.why)

    return show(arguments, lambda: document_of(done()))
