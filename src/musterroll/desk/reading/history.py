"""What was changed here, ever: each judgement with its reason and what became of the figures, before → after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk.intake.changes import Row, change_of, mends_of
from musterroll.ledger import Caused
from musterroll.records import Judgement


@dataclass(frozen=True)
class Entry:
    """One judgement: its id and day, what was done in words, why, and (what, before, after) rows."""

    id: str
    day: str
    deed: str
    why: str
    rows: tuple[Row, ...]


def history_of(changes: Iterable[Caused]) -> tuple[Entry, ...]:
    """Return what changed one finding or commitment; who did it is not shown."""
    return tuple(entry_of(one.judgement, change_of(one.notice).rows) for one in changes)


def entry_of(judgement: Judgement, rows: Sequence[Row]) -> Entry:
    """Return a judgement for readers."""
    return Entry(judgement.id, judgement.at[:10], deed_words(judgement.deed), judgement.why, tuple(rows))


def judged(judgements: Sequence[Judgement]) -> tuple[Entry, ...]:
    """Return the judgements on one claim, report or actor, the newest first, a mend's fields before → after."""
    mends = mends_of(judgements)
    return tuple(entry_of(one, mend.rows) for one, mend in zip(judgements, mends, strict=True))[::-1]


def history_here(subject: str) -> tuple[Entry, ...]:
    """Return what changed a finding or a commitment (its id), the newest first."""
    return history_of(ledger.caused(subject))


def deed_words(deed: str) -> str:
    """Return a deed as a correction says it."""
    return {
        "confirm": _("A claim was checked against its sentence and confirmed"),
        "mend": _("A claim was corrected"),
        "reject": _("A claim was withdrawn"),
        "reopen": _("A correction of a claim was taken back"),
        "retract": _("A report was retracted"),
        "restore": _("A report was restored"),
        "merge": _("Two names were found to be one"),
        "part": _("One name was found to be two"),
    }[deed]
