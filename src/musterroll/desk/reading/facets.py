"""What a list can be narrowed to: the fields of its form, with what there is and how often."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk import wording
from musterroll.desk.headings import grade_name, measure_name, type_name
from musterroll.desk.reading.kept import kept
from musterroll.ledger import Counted, Facets
from musterroll.records import GRADES, MEASURES, TYPES

OFFERED = 60  # names that a field suggests


@dataclass(frozen=True)
class Choice:
    """One value of a field; `count` is None where it was not counted."""

    value: str
    words: str
    count: int | None = None


@dataclass(frozen=True)
class Field:
    """One field of a list's form. `kind` is "text" (with suggestions), "choice" or "day"."""

    name: str
    words: str
    kind: str
    choices: tuple[Choice, ...] = ()


def facets_now() -> Facets:
    """Return what findings can be narrowed to, counted once until the ledger changes."""
    return kept("facets", ledger.facets)


def finding_fields() -> tuple[Field, ...]:
    """Return the fields that findings are narrowed by."""
    counted = facets_now()
    return (
        Field("force", _("Force"), "text", named(counted.force)),
        Field("place", _("Place"), "text", named(counted.place)),
        Field("type", _("What"), "choice", tally(TYPES, counted.type, type_name)),
        Field("measure", _("Counted as"), "choice", tally(MEASURES, counted.measure, measure_name)),
        Field("grade", _("Grade"), "choice", tally(GRADES[:-1], counted.grade, grade_name)),
        Field("source", _("On whose word"), "text", named(counted.source)),
        Field("outlet", _("Told by (outlet)"), "text"),
        Field("words", _("Words of a sentence"), "text"),
        Field("since", _("Reported since"), "day"),
        Field("until", _("Reported until"), "day"),
    )  # fmt: skip


def claim_fields() -> tuple[Field, ...]:
    """Return the fields that claims are narrowed by, where words are searched."""
    without = ("words", "measure")
    return tuple(field for field in finding_fields() if field.name not in without)


def tally(order: Sequence[str], counted: Sequence[Counted], words: Callable[[str], str]) -> tuple[Choice, ...]:
    """Return the known values in their order, each in words and with its count."""
    counts = {one.value: one.findings for one in counted}
    return tuple(Choice(one, words(one), counts.get(one, 0)) for one in order)


def named(counted: Sequence[Counted]) -> tuple[Choice, ...]:
    """Return names to suggest, each once, those first that most findings have."""
    names = {one.name: one.findings for one in reversed(counted)}
    return tuple(Choice(name, name, names[name]) for name in reversed(list(names)))[:OFFERED]


@dataclass(frozen=True)
class Chosen:
    """A field that the address sets: its name, its words and what it is set to, in words."""

    name: str
    words: str
    value: str


def chosen(fields: Sequence[Field], asked: Mapping[str, str]) -> tuple[Chosen, ...]:
    """Return what a list is narrowed by now, to be shown and taken off."""
    there = (field for field in fields if field.name in asked)
    return tuple(Chosen(field.name, field.words, value_words(field, asked[field.name])) for field in there)


def is_day(value: str) -> bool:
    """Say whether a value is a day that there is, written as a form sends it: "2021-03-27"."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def value_words(field: Field, value: str) -> str:
    """Return a value as the form words it; an id of the packs by its name, a day as days are written."""
    if field.kind == "day":
        return wording.day(value) if is_day(value) else value
    known = next((choice.words for choice in field.choices if choice.value == value), None)
    if known:
        return known
    actor = ledger.packs().actors.get(value) if field.kind == "text" else None
    return actor.name if actor else value
