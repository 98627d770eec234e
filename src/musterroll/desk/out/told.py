"""Corrections and opinions, out of the ledger, as feeds, files, the API and structured data need them."""

from collections.abc import Iterator
from dataclasses import dataclass

from musterroll import ledger
from musterroll.ledger import CorrectionFilter
from musterroll.records import Correction, Judgement


def corrections_every() -> Iterator[Correction]:
    """Yield the whole public log, the newest first."""
    return ledger.every(ledger.corrections, CorrectionFilter())


@dataclass(frozen=True)
class Mended:
    """What was corrected on a thing: what was wrong, what is right ("" where nothing is put in its place), and when."""

    wrong: str
    right: str
    at: str


def corrections_on(kind: str, number: str) -> tuple[Mended, ...]:
    """Return what was corrected on a thing (its kind and id): by the last judgement behind it, or by those on it."""
    if kind in ("finding", "holding"):
        changes = ledger.last_changes([number])
        return tuple(Mended(act.why, "", act.at) for _notice, act in changes.values())
    if kind == "opinion":
        return tuple(Mended(one.wrong, one.right, one.at) for one in logged_on(kind, number))
    acts = ledger.judgements(number)
    return tuple(Mended(act.why, mend_words(act), act.at) for act in acts if act.deed != "confirm")


def logged_on(kind: str, number: str) -> Iterator[Correction]:
    """Yield the entries of the public log about a thing that the ledger itself does not hold."""
    return ledger.every(ledger.corrections, CorrectionFilter(about=(kind, number)))


def mend_words(act: Judgement) -> str:
    """Return what a mend set: "min: 35, max: 35"; "" for other deeds."""
    return ", ".join(f"{field}: {value or 'unknown'}" for field, value in act.what) if act.deed == "mend" else ""
