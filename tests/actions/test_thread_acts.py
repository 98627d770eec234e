"""What every act on a thread keeps to, a case's or a submission's: permission, the step, the audit line, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musterroll import actions, ledger
from musterroll.records import ActRefused, NotInLedger, Person
from tests.actions.cases import AT, EDITOR, ON_CASES, READER
from tests.actions.submissions import ON_SUBMISSIONS

Prepare = Callable[[], str]
More = dict[str, Any]
ACTS = [(name, *tried) for name, tried in sorted({**ON_CASES, **ON_SUBMISSIONS}.items())]
on_every_thread = pytest.mark.parametrize(("name", "prepare", "more"), ACTS, ids=[name for name, *_ in ACTS])


def opened(number: str) -> Any:
    """Return a case or a submission by its number."""
    return (ledger.case_file if number.startswith("C") else ledger.submission_file)(number)


@on_every_thread
def test_an_act_leaves_one_step_and_one_audit_line(name: str, prepare: Prepare, more: More, held: Path) -> None:
    """Every act leaves one step in its thread and one audit line: who, what, to what, when."""
    number = prepare()
    steps, lines = opened(number).events, ledger.audit_lines()
    getattr(actions, name)(number, **more, by=EDITOR, why=" because ", at=AT)
    grown = opened(number).events
    assert len(grown) == len(steps) + 1
    assert (grown[-1].by, grown[-1].words, grown[-1].at) == (EDITOR.name, "because", AT)
    (line,) = ledger.audit_lines()[len(lines) :]
    assert (line.by, line.act, line.subject, line.at) == (EDITOR.name, name, number, AT)


@on_every_thread
@pytest.mark.parametrize(
    ("by", "why", "at", "says"),
    [
        (replace(EDITOR, name=" "), "x", None, "by nobody"),
        (EDITOR, "  ", None, "no reason"),
        (READER, "x", None, "may not"),
        (EDITOR, "x", "yesterday", "offset"),
    ],
)
def test_an_act_that_may_not_be_done_leaves_nothing(
    name: str, prepare: Prepare, more: More, by: Person, why: str, at: str | None, says: str, held: Path
) -> None:
    """By nobody, without a reason, without the right, or at no time: refused, and nothing is written."""
    number = prepare()
    before = opened(number), ledger.audit_lines(), ledger.judgements()
    with pytest.raises(ActRefused, match=says):
        getattr(actions, name)(number, **more, by=by, why=why, at=at)
    assert (opened(number), ledger.audit_lines(), ledger.judgements()) == before


@on_every_thread
def test_an_act_on_no_thread_is_refused(name: str, prepare: Prepare, more: More, held: Path) -> None:
    """There is no step of a thread that is not there."""
    with pytest.raises(NotInLedger):
        getattr(actions, name)(f"{'C' if name in ON_CASES else 'S'}-1999-000001", **more, by=EDITOR, why="x")
    assert ledger.audit_lines() == ()
