"""Drift: what a copy or rewrite changed from the claim at the origin, field by field."""

import re
from collections.abc import Iterable, Sequence

from musterroll.records import Claim, Drift
from musterroll.trace.names import folded
from musterroll.trace.origins import Origin
from musterroll.trace.statements import ACTORS, PLACES, Statement, figures, overlap, stems_of

_TENSES = (
    ("future", re.compile(r"\b(?:will|would|shall|going to|about to|set to|due to)\b(?:\W+\w+){0,3}\W*\Z", re.I)),
    ("past", re.compile(r"\b(?:was|were|had|did)\b(?:\W+\w+){0,2}\W*\Z", re.I)),
    ("past", re.compile(r"\b(?:has|have)\b(?:\W+\w+){0,2}\W*\Z", re.I)),
    ("present", re.compile(r"\b(?:is|are|am|be|being)\b(?:\W+\w+){0,2}\W*\Z", re.I)),
)


def find_drift(origin: Statement, retold: Statement, sources: tuple[Origin, Origin]) -> tuple[Drift, ...]:
    """Return what `retold` changed from `origin`; `sources` are the origins that the two reports give."""
    return (
        *_number(origin, retold),
        *_fillers("actor", origin, retold, ACTORS),
        *_fillers("place", origin, retold, PLACES),
        *_attribution(origin, retold, sources),
        *_type(origin, retold),
        *_said(origin, retold),
        *_tense(origin, retold),
    )


def _drift(retold: Statement, field: str, before: str | None, after: str | None) -> Drift:
    return Drift(retold.report.id, field, before, after)


def _number(origin: Statement, retold: Statement) -> Iterable[Drift]:
    before, after = _counted(origin), _counted(retold)
    if before is None and after is None:
        return
    if origin.claim.strength and retold.claim.strength and figures(origin.claim) == figures(retold.claim):
        if origin.claim.strength != retold.claim.strength:
            yield _drift(retold, "qualifier", before, after)
    elif _amount(origin.claim, before) != _amount(retold.claim, after):
        yield _drift(retold, "number", before, after)


def _counted(statement: Statement) -> str | None:
    return statement.words(next(iter(statement.claim.spans("strength")), None))


def _amount(claim: Claim, words: str | None) -> object:
    return figures(claim) or (folded(words) if words else None)


def _fillers(field: str, origin: Statement, retold: Statement, roles: Sequence[str]) -> Iterable[Drift]:
    """Pair what one claim has and the other has not, in order; what is left over was dropped or added."""
    before, after = origin.fillers(roles), retold.fillers(roles)
    gone = [words for key, words in before.items() if not _held(key, after)]
    come = [words for key, words in after.items() if not _held(key, before)]
    paired = min(len(gone), len(come))
    yield from (_drift(retold, field, old, new) for old, new in zip(gone, come, strict=False))
    yield from (_drift(retold, field, old, None) for old in gone[paired:])
    yield from (_drift(retold, field, None, new) for new in come[paired:])


def _held(key: str, others: Iterable[str]) -> bool:
    """Whether a name stands among others, in full or as the shorter or longer form of one of them."""
    return any(overlap(stems_of([key]), stems_of([other])) == 1.0 for other in others)


def _attribution(origin: Statement, retold: Statement, sources: tuple[Origin, Origin]) -> Iterable[Drift]:
    before, after = (source.who for source in sources)
    if before is None and after is None:
        return
    if before is None or after is None or not _same_words(before, after):
        yield _drift(retold, "attribution", origin.source or before, retold.source or after)


def _same_words(before: str, after: str) -> bool:
    """Whether two sources read alike: the same words, apart from articles, case and endings."""
    return folded(before) == folded(after) or stems_of([before]) == stems_of([after])


def _type(origin: Statement, retold: Statement) -> Iterable[Drift]:
    if origin.claim.type != retold.claim.type:
        yield _drift(retold, "type", *(f"{s.claim.type} ({s.trigger})" for s in (origin, retold)))


def _said(origin: Statement, retold: Statement) -> Iterable[Drift]:
    for field in ("modality", "polarity"):
        before, after = getattr(origin.claim, field), getattr(retold.claim, field)
        if before != after:
            yield _drift(retold, field, before, after)


def _tense(origin: Statement, retold: Statement) -> Iterable[Drift]:
    """Past, present or future, where auxiliaries say so; a change of modality or type already says more."""
    if origin.claim.modality != retold.claim.modality or origin.claim.type != retold.claim.type:
        return
    before, after = tense_of(origin), tense_of(retold)
    if before and after and before != after:
        yield _drift(retold, "tense", before, after)


def tense_of(statement: Statement) -> str | None:
    """Return "past", "present" or "future", or None where the words before the trigger do not tell."""
    start = statement.sentence.start
    before = statement.report.text[start : statement.claim.trigger.start]
    found = next((tense for tense, words in _TENSES if words.search(before)), None)
    if found == "present" and statement.trigger.endswith(("ed", "en")):
        return None
    return found
