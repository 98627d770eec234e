"""What a judgement may not do, as rules on records: each gives the reason in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from musterroll.ledger.overlay import BOUNDS, DAYS, end_of, is_rejected
from musterroll.records import (
    DEEDS,
    MEASURES,
    MENDABLE,
    MODALITIES,
    POLARITIES,
    SAID,
    SUBJECTS,
    TYPES,
    UNDONE_BY,
    Judgement,
)

SUBJECT_OF = {
    "confirm": "claim", "mend": "claim", "reject": "claim", "reopen": "claim",
    "retract": "report", "restore": "report", "merge": "actor", "part": "actor",
}  # fmt: skip
WORDS_OF = {"type": TYPES, "polarity": POLARITIES, "modality": MODALITIES, "measure": (*MEASURES, "")}


def faults_of(judgement: Judgement) -> Iterator[str]:
    """Yield what is wrong with a judgement whatever the ledger holds."""
    if not judgement.by.strip():
        yield "an act needs somebody who does it (by)"
    if not judgement.why.strip():
        yield "an act needs a reason (why)"
    if judgement.deed not in DEEDS:
        yield f"no such deed: {judgement.deed}"
    elif judgement.subject_kind not in SUBJECTS or SUBJECT_OF[judgement.deed] != judgement.subject_kind:
        yield f"{judgement.deed} is done to a {SUBJECT_OF[judgement.deed]}, not to a {judgement.subject_kind}"
    if judgement.deed == "mend":
        yield from faults_of_mend(judgement.what)
    if judgement.deed == "merge" and [name for name, _ in judgement.what] != ["into"]:
        yield "a merge says into which actor"
    elif judgement.deed == "merge":
        yield from faults_of_words(judgement.subject, dict(judgement.what)["into"])


def faults_of_words(actor: str, into: str) -> Iterator[str]:
    """Yield what is wrong with a merger of whom only words name ("said:…")."""
    for one in (actor, into):
        if one.startswith(SAID) and "@" in one:
            yield f"{one} names nobody: whom its words mean is said of each claim (mend its force)"
    if into.startswith(SAID) and not actor.startswith(SAID):
        yield f"{actor} is known and {into} are words alone: merge the words into it"


def faults_of_mend(what: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what is wrong with the fields and values of a mend."""
    if not what:
        yield "a mend says which field becomes what"
    for name, value in what:
        if name not in MENDABLE:
            yield f"{name} cannot be mended; these can: {', '.join(MENDABLE)}"
        elif fault := fault_of_value(name, value):
            yield f"{name}: {fault}"
    low, high = (dict(what).get(name, "") for name in BOUNDS)
    if low.isascii() and low.isdigit() and high.isascii() and high.isdigit() and int(low) > int(high):
        yield f"min {low} is more than max {high}"


def fault_of_value(name: str, value: str) -> str | None:
    """Return what is wrong with the value of a mended field, or None."""
    if name in WORDS_OF and value not in WORDS_OF[name]:
        return f"{value!r} is none of {', '.join(word for word in WORDS_OF[name] if word)}"
    if name in BOUNDS and value and not (value.isascii() and value.isdigit() and len(value) <= 15):
        return f"{value!r} is no whole number"
    if name in DAYS and value and not is_day(value):
        return f"{value!r} is no day (YYYY-MM-DD)"
    return None


def is_day(value: str) -> bool:
    """Say whether a value is a day, YYYY-MM-DD."""
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def refusal_of(judgement: Judgement, held: Sequence[Judgement], into: Mapping[str, str]) -> str | None:
    """Return why a judgement may not be made now, or None.

    `held` are the judgements that hold of its subject, `into` whom each merged actor was merged into.
    """
    if judgement.before and judgement.before != (held[-1].id if held else None):
        return f"{judgement.subject} was judged by somebody else in between; look at it again"
    undoes = [deed for deed, undone in UNDONE_BY.items() if undone == judgement.deed]
    if undoes:
        return None if held else f"{judgement.subject} is not {' or '.join(PAST[deed] for deed in undoes)}"
    if any(act.deed == judgement.deed for act in held) and judgement.deed in ("retract", "reject", "merge"):
        return f"{judgement.subject} is {PAST[judgement.deed]} already"
    if is_rejected(held):
        return f"{judgement.subject} is rejected; reopen it first"
    return circle_of(judgement, into) if judgement.deed == "merge" else None


PAST = {"confirm": "confirmed", "mend": "mended", "reject": "rejected", "retract": "retracted", "merge": "merged"}


def circle_of(judgement: Judgement, into: Mapping[str, str]) -> str | None:
    """Return why an actor may not be merged: into itself, or into one that was merged into it."""
    target = dict(judgement.what)["into"]
    if target == judgement.subject:
        return f"{target} cannot be merged into itself"
    if end_of(target, into) == judgement.subject:
        return f"{target} was merged into {judgement.subject}; that would be a circle"
    return None
