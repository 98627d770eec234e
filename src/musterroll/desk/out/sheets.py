"""Sheets of the exports: each column with its name, its type, what it means, and how a row has it.

One table makes the CSV, the JSON Lines, the Data Package and the CSVW description, so that they cannot differ.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from musterroll import ledger
from musterroll.desk.headings import heading, speaker
from musterroll.desk.marks import COLUMNS, Mark, changes_in, marked_claims, marked_findings
from musterroll.desk.out.told import corrections_every
from musterroll.ledger import ClaimFilter, ClaimLine, Cursor, FindingFilter
from musterroll.records import Finding, Judgement, LinkedClaim

AT_A_TIME = 500
Words = str | Promise


@dataclass(frozen=True)
class Column:
    """A column. `type` is Data Package's: "string", "integer", "number", "boolean", "date", "datetime", "yearmonth"."""

    name: str
    type: str
    words: Words
    cell: Callable[[Any], object]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name in addresses, its title, what a row is, its columns, and its rows, never held all at once."""

    name: str
    title: Words
    words: Words
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Any]]


@dataclass(frozen=True)
class FindingRow:
    """A finding with its marks."""

    finding: Finding
    mark: Mark


@dataclass(frozen=True)
class ClaimRow:
    """A claim with its marks and the judgement that holds of it, if any."""

    line: ClaimLine
    mark: Mark
    act: Judgement | None

    @property
    def linked(self) -> LinkedClaim:
        """The claim with its links."""
        return self.line.claim


def finding_rows() -> Iterator[FindingRow]:
    """Yield every finding, those last reported first, and then those that corrections took away."""
    standing = ledger.every(ledger.findings, FindingFilter())
    yield from (FindingRow(*pair) for pair in marked_findings(standing))
    after: Cursor | None = None
    while True:
        found = ledger.findings_gone(after.id if after else "", AT_A_TIME)
        yield from (FindingRow(*pair) for pair in marked_findings(found))
        after = found.after
        if after is None:
            return


def claim_rows() -> Iterator[ClaimRow]:
    """Yield every claim, whatever its status."""
    every = ledger.every(ledger.claims, ClaimFilter(status=None))
    return (ClaimRow(*told) for told in marked_claims(every))


def name_of(named: Any) -> str | None:
    """Return the name of who or where."""
    return named.name if named else None


def id_of(named: Any) -> str | None:
    """Return the id of who or where."""
    return named.id if named else None


def who(linked: LinkedClaim, role: str) -> str:
    """Return the names of a role's parts that lead somewhere."""
    return "; ".join(dict.fromkeys(link.name for link in linked.linked(role) if link.name))


def which(linked: LinkedClaim, role: str) -> str:
    """Return the ids of a role's parts that lead somewhere."""
    return "; ".join(dict.fromkeys(link.id for link in linked.linked(role) if link.id))


def role_columns(role: str, words: Words) -> tuple[Column, Column]:
    """Return the two columns of a role: names and ids."""
    return (
        Column(role, "string", words, lambda row: who(row.linked, role)),
        Column(f"{role}_id", "string", _("its ids, by semicolon"), lambda row: which(row.linked, role)),
    )


def cell_of(name: str, row: FindingRow | ClaimRow) -> object:
    """Return a row's mark by the name of its column."""
    return row.mark.cells[COLUMNS.index(name)]


def mark_columns(*names: str) -> tuple[Column, ...]:
    """Return the columns of marks; they stand last, so that who reads by position reads on."""
    return tuple(Column(name, *MARKS[name], partial(cell_of, name)) for name in names)


MARKS: dict[str, tuple[str, Words]] = {
    "pub_status": ("string", _("usable; withheld while it is held; canceled where it is retracted or rejected")),
    "held_since": ("datetime", _("since when it, or what it leans on, is held while it is checked")),
    "held_by": ("string", _("numbers of the cases that hold it, by semicolon")),
    "corrected_at": ("datetime", _("when a correction changed it last")),
    "corrected_why": ("string", _("the reason of the last correction")),
    "before": ("string", _("what the last correction changed, as it was; empty: it was not there")),
    "after": ("string", _("the same as it is; empty: it is gone")),
}

FINDINGS = Sheet(
    "findings",
    _("Findings"),
    _("One finding a row: all claims about one matter. What a correction took away stays, marked."),
    (
        Column("id", "string", _("id; it stays while claims come and go"), lambda row: row.finding.id),
        Column("status", "string", _("standing, corrected or retracted"), lambda row: row.mark.status),
        *mark_columns("corrected_at"),
        Column("what", "string", _("the finding in a line"), lambda row: heading(row.finding)),
        Column("type", "string", _("what is said to happen"), lambda row: row.finding.type),
        Column("force", "string", _("whose force"), lambda row: name_of(row.finding.force)),
        Column("force_id", "string", _("its id"), lambda row: id_of(row.finding.force)),
        Column("side", "string", _("for whom"), lambda row: name_of(row.finding.side)),
        Column("side_id", "string", _("its id"), lambda row: id_of(row.finding.side)),
        Column("place", "string", _("where"), lambda row: name_of(row.finding.place)),
        Column("place_id", "string", _("its id"), lambda row: id_of(row.finding.place)),
        Column(
            "measure", "string", _("stock, flow, total, ceiling or none; never to be added or compared across"),
            lambda row: row.finding.measure,
        ),
        Column("min", "integer", _("the lowest figure over the origins; empty: open"), lambda row: row.finding.min),
        Column("max", "integer", _("the highest figure over the origins; empty: open"), lambda row: row.finding.max),
        Column("qualifier", "string", _("how to read the figures"), lambda row: row.finding.qualifier),
        Column("period", "yearmonth", _("the month that it is about"), lambda row: row.finding.matter.period),
        Column("first", "date", _("day of the first report"), lambda row: row.finding.first),
        Column("last", "date", _("day of the last report"), lambda row: row.finding.last),
        Column("reports", "integer", _("how many reports tell it"), lambda row: len(row.finding.reports)),
        Column("copies", "integer", _("how many of them copy or retell another"), lambda row: len(row.finding.copies)),
        Column(
            "origins", "string", _("independent origins, by semicolon"),
            lambda row: "; ".join(origin.name or "unknown" for origin in row.finding.origins),
        ),
        Column("denials", "integer", _("how many claims deny it"), lambda row: len(row.finding.denials)),
        Column(
            "contradictions", "integer", _("how many contradictions are open"),
            lambda row: sum(1 for each in row.finding.contradictions if not each.resolved),
        ),
        Column("grade", "string", _("how it is attested; no verdict"), lambda row: row.finding.grade),
        Column("why", "string", _("the reasons of the grade"), lambda row: "; ".join(row.finding.why)),
        Column("claims", "string", _("ids of its claims, by semicolon"), lambda row: "; ".join(row.finding.claims)),
        *mark_columns("pub_status", "held_since", "held_by", "corrected_why", "before", "after"),
    ),
    finding_rows,
)  # fmt: skip

CLAIMS = Sheet(
    "claims",
    _("Claims"),
    _("One claim a row: what one source is reported to have said, with its sentence."),
    (
        Column("id", "string", _("id: a hash of its report, type, trigger and reader"), lambda row: row.line.id),
        Column("status", "string", _("standing, rejected or retracted"), lambda row: row.line.status),
        Column(
            "judged", "string", _("what an editor did last: confirm, mend or reject"),
            lambda row: row.act.deed if row.act else None,
        ),
        Column("judged_at", "datetime", _("when"), lambda row: row.act.at if row.act else None),
        Column("type", "string", _("what is said to happen"), lambda row: row.linked.claim.type),
        *role_columns("force", _("whose force")),
        *role_columns("by", _("by whom")),
        *role_columns("side", _("for whom")),
        *role_columns("place", _("where")),
        *role_columns("from", _("from where")),
        *role_columns("to", _("to where")),
        Column("min", "integer", _("at least so many"), lambda row: bound(row.linked, "min")),
        Column("max", "integer", _("at most so many"), lambda row: bound(row.linked, "max")),
        Column("approximate", "boolean", _("whether the words hedge it"), lambda row: hedged(row.linked)),
        Column("first_day", "date", _("when it holds, from"), lambda row: day(row.linked, "first")),
        Column("last_day", "date", _("when it holds, to"), lambda row: day(row.linked, "last")),
        Column("polarity", "string", _("positive or negative"), lambda row: row.linked.claim.polarity),
        Column("modality", "string", _("stated as fact, planned, possible …"), lambda row: row.linked.claim.modality),
        Column("measure", "string", _("an editor's word on the kind of number"), lambda row: row.linked.measure),
        Column("source", "string", _("on whose word"), lambda row: speaker(row.line)),
        Column("source_kind", "string", _("what kind of source"), lambda row: row.linked.claim.attribution.kind),
        Column("geo_precision", "integer", _("1 exact, 2 about, 3 wide"), lambda row: row.linked.geo_precision),
        Column("time_precision", "integer", _("1 exact, 2 about, 3 wide"), lambda row: row.linked.time_precision),
        Column("report", "string", _("id of the report"), lambda row: row.line.report.id),
        Column("outlet", "string", _("who published it"), lambda row: row.line.report.outlet),
        Column("published", "date", _("the day of publication"), lambda row: row.line.report.day),
        Column("url", "string", _("the report's address"), lambda row: row.line.report.url),
        Column("quote", "string", _("the sentence"), lambda row: " ".join(row.line.words.split())),
        Column("reader", "string", _("the version of the reader"), lambda row: row.linked.claim.reader),
        *mark_columns(*COLUMNS),
    ),
    claim_rows,
)  # fmt: skip

CORRECTIONS = Sheet(
    "corrections",
    _("Corrections"),
    _("One entry of the public log a row."),
    (
        Column("id", "string", _("number of the case, or id of the judgement"), lambda row: row.id),
        Column("at", "datetime", _("when"), lambda row: row.at),
        Column("class", "string", _("corrected, withdrawn, refiled, held or declined"), lambda row: row.outcome),
        Column("about_kind", "string", _("what kind of thing it is about"), lambda row: row.subject_kind),
        Column("about", "string", _("its id"), lambda row: row.subject),
        Column("title", "string", _("its title"), lambda row: row.title),
        Column("wrong", "string", _("what was wrong"), lambda row: row.wrong),
        Column("right", "string", _("what is right"), lambda row: row.right),
        Column(
            "changed", "string", _("findings and commitments that changed with it, by semicolon"),
            lambda row: "; ".join(f"{one.subject_kind} {one.subject}" for one in row.notices),
        ),
        Column("held_until", "datetime", _("when a hold ended that led to no decision yet"), lambda row: row.until),
        Column("case", "string", _("number of the case, where there was one"), lambda row: row.case),
        Column(
            "moved", "string", _("what changed on each of them, before → after, by semicolon"),
            lambda row: "; ".join(changes_in(row.notices)),
        ),
    ),
    corrections_every,
)  # fmt: skip

SHEETS = {sheet.name: sheet for sheet in (FINDINGS, CLAIMS, CORRECTIONS)}


def bound(linked: LinkedClaim, side: str) -> int | None:
    """Return one bound of a claim's figure."""
    strength = linked.claim.strength
    return None if strength is None else strength.min if side == "min" else strength.max


def hedged(linked: LinkedClaim) -> bool | None:
    """Return whether a claim's figure is hedged; None where it has none."""
    strength = linked.claim.strength
    return strength.approximate if strength else None


def day(linked: LinkedClaim, side: str) -> str | None:
    """Return the first or the last day of a claim."""
    days = linked.days
    return None if days is None else days.first if side == "first" else days.last
