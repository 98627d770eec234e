"""What a correction changed, before → after, as a reader sees it: a line for each figure that moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk import wording
from musterroll.desk.intake.about import address_of, figure_of, finding_title
from musterroll.desk.intake.words import FIELDS
from musterroll.ledger import Seen, noticed
from musterroll.records import SAID, Finding, Holding, Judgement, Notice, words_said

Row = tuple[str, str, str]
Sides = tuple[Seen | None, Seen | None]
NAMED = ("force", "by", "side", "place", "from", "to", "source", "into")


@dataclass(frozen=True)
class Change:
    """One finding or holding that changed: what it is called, where it stands, and (what, before, after) rows.

    `fate` is "changed", "gone" or "new".
    """

    kind: str
    id: str
    title: str
    address: str | None
    fate: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Mend:
    """One judgement on a claim, report or actor: the deed, where, and (field, before, after) rows of a mend."""

    deed: str
    kind: str
    id: str
    address: str | None
    rows: tuple[Row, ...]


def changes_of(notices: Iterable[Notice]) -> tuple[Change, ...]:
    """Return what notices say: of things that several judgements changed, as it was at first and is at last."""
    sides: dict[tuple[str, str], Sides] = {}
    for notice in notices:
        key, (before, after) = (notice.subject_kind, notice.subject), noticed(notice)
        sides[key] = (sides[key][0] if key in sides else before), after
    return tuple(change(*key, *pair) for key, pair in sides.items() if hash_of(pair[0]) != hash_of(pair[1]))


def hash_of(seen: Seen | None) -> str | None:
    """Return what tells a record from another, None where there was none."""
    return seen.hash if seen else None


def change_of(notice: Notice) -> Change:
    """Return one change."""
    return change(notice.subject_kind, notice.subject, *noticed(notice))


def change(kind: str, number: str, before: Seen | None, after: Seen | None) -> Change:
    """Return what became of a finding or a holding."""
    known = after or before
    fate = "gone" if after is None else "new" if before is None else "changed"
    title = title_of(known.record) if known else number
    return Change(kind, number, title, address_of(kind, number), fate, zip_rows(facts_of(before), facts_of(after)))


def zip_rows(before: dict[str, str], after: dict[str, str]) -> tuple[Row, ...]:
    """Return what differs between two tables of facts."""
    names = list(dict.fromkeys([*before, *after]))
    rows = ((name, before.get(name, "–"), after.get(name, "–")) for name in names)
    return tuple(row for row in rows if row[1] != row[2])


def facts_of(seen: Seen | None) -> dict[str, str]:
    """Return what of a finding or a holding a correction can move."""
    if seen is None:
        return {}
    counts = {name: wording.number(count) for name, count in seen.counts.items()}
    if isinstance(seen.record, Holding):
        return {_("Evidence for"): counts["for"], _("Evidence against"): counts["against"]}
    return {
        _("Figure"): figure_of(seen.record) or "–",
        _("Grade"): seen.record.grade,
        _("Claims for it"): counts["claims"],
        _("Claims against it"): counts["denials"],
        _("Reports"): counts["reports"],
        _("Known origins"): counts["known_origins"],
    }


def title_of(record: Finding | Holding) -> str:
    """Return what a finding or a holding is called."""
    if isinstance(record, Finding):
        return finding_title(record)
    known = ledger.packs().commitments.get(record.commitment)
    return f"{known.instrument} {known.clause}".strip() if known else record.commitment


def mends_of(judgements: Iterable[Judgement]) -> tuple[Mend, ...]:
    """Return judgements as readers see them: without who made them, a mend's fields before → after."""
    listed = tuple(judgements)
    before = ledger.values_before(listed)
    return tuple(
        Mend(
            said.deed,
            said.subject_kind,
            said.subject,
            address_of(said.subject_kind, said.subject),
            tuple(mend_row(field, before.get(said.id, {}).get(field, ""), value) for field, value in said.what),
        )
        for said in listed
    )


def mend_row(field: str, before: str, after: str) -> Row:
    """Return a mended field by its name, and what it was and is in words."""
    return (str(FIELDS.get(field, field)), value_words(field, before), value_words(field, after))


def value_words(field: str, value: str) -> str:
    """Return the value of a mended field: an actor or a site by name, "unknown" for none."""
    packs = ledger.packs()
    if not value:
        return _("unknown")
    if value in packs.actors and field in NAMED:
        return packs.actors[value].name
    if value.startswith(SAID):
        return f"“{words_said(value)}”"
    site = packs.sites.get(value.removeprefix("site:"))
    return site.name if site and field in NAMED else value
