"""The marks of a thing, the same wherever it leaves the desk: where it stands, what holds it, what was corrected.

A page shows them as bars; a list, a file, a feed and the API as the keys and columns named here. They are looked up for
a lot of things at once: one query for what is held, a few for what was judged, however many rows there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from musterroll import ledger
from musterroll.desk.intake.held import held_around, held_for, held_in, held_now, held_under
from musterroll.desk.reading.lists import lots
from musterroll.ledger import ClaimLine, ReportLine, Seen, noticed
from musterroll.pipeline.forms import finding_form
from musterroll.records import Finding, Hold, Holding, Judgement, Notice

COLUMNS = ("pub_status", "held_since", "held_by", "corrected_at", "corrected_why", "before", "after")
LOT = 500  # things that are looked up together
GONE = {"retract": "retracted", "reject": "rejected"}  # what a judgement makes of the status of a report or a claim
Facts = dict[str, Any]


@dataclass(frozen=True)
class Corrected:
    """What the last correction changed: when, why, by which judgement (its id), and the facts that differ.

    `before` or `after` is None where the thing was not there yet, or is gone.
    """

    at: str
    why: str
    judgement: str
    before: Facts | None
    after: Facts | None


@dataclass(frozen=True)
class Mark:
    """Where a thing stands: its `status`, what holds it while it is checked, and its last correction."""

    status: str
    held: tuple[Hold, ...] = ()
    corrected: Corrected | None = None

    @property
    def pub_status(self) -> str:
        """The same in the word that news agencies use (ninjs): "usable", "withheld" while it is held, "canceled"."""
        return "canceled" if self.status in GONE.values() else "withheld" if self.held else "usable"

    @property
    def form(self) -> dict[str, Any]:
        """The mark as JSON, without the status, which each form has a place for."""
        return {
            "pub_status": self.pub_status,
            "held": [hold_form(one) for one in self.held],
            "correction": vars(self.corrected).copy() if self.corrected else None,
        }

    @property
    def cells(self) -> tuple[object, ...]:
        """The mark as cells, in the order of COLUMNS."""
        since = min((one.since for one in self.held), default=None)
        cases = "; ".join(dict.fromkeys(one.case for one in self.held))
        one = self.corrected
        told = (one.at, one.why, words_of(one.before), words_of(one.after)) if one else (None, "", "", "")
        return (self.pub_status, since, cases, *told)


def hold_form(hold: Hold) -> dict[str, Any]:
    """Return a hold as JSON: what is held (itself or what it leans on), by which case, since when and why."""
    return {"kind": hold.kind, "id": hold.id, "case": hold.case, "since": hold.since, "why": hold.why}


def words_of(facts: Facts | None) -> str:
    """Return facts in a line: "min: 35; max: 40"; what is not known is said so."""
    return "; ".join(f"{name}: {value_words(value)}" for name, value in (facts or {}).items())


def value_words(value: object) -> str:
    """Return one fact as text."""
    return "unknown" if value in (None, "") else str(value)


def marked_findings(found: Iterable[Finding]) -> Iterator[tuple[Finding, Mark]]:
    """Yield findings, each with its mark."""
    for lot in lots(found, LOT):
        holds, changes = held_now(), ledger.last_changes(one.id for one in lot)
        for one in lot:
            last = changes.get(one.id)
            status = "retracted" if one.grade == "retracted" else "corrected" if last else "standing"
            yield one, Mark(status, held_under(one, holds), changed(*last) if last else None)


def marked_holdings(found: Iterable[Holding]) -> Iterator[tuple[Holding, Mark]]:
    """Yield commitments, each with its mark."""
    for lot in lots(found, LOT):
        holds, changes = held_now(), ledger.last_changes(one.id for one in lot)
        for one in lot:
            last = changes.get(one.id)
            status = "corrected" if last else "standing"
            yield one, Mark(status, held_for(one, holds), changed(*last) if last else None)


def marked_claims(found: Iterable[ClaimLine]) -> Iterator[tuple[ClaimLine, Mark, Judgement | None]]:
    """Yield claims, each with its mark and the judgement that holds of it; what took its report away goes first."""
    for lot in lots(found, LOT):
        acts = ledger.judged({one.id for one in lot} | {one.report.id for one in lot})
        holds, before = held_now(), ledger.values_before(act for act in acts.values() if act.deed == "mend")
        for one in lot:
            own, on_report = acts.get(one.id), acts.get(one.report.id)
            act = on_report if one.status == "retracted" else own
            yield one, Mark(one.status, held_around(one.claim.claim, holds), judged_so(act, before)), own


def marked_reports(found: Iterable[ReportLine]) -> Iterator[tuple[ReportLine, Mark]]:
    """Yield reports, each with its mark."""
    for lot in lots(found, LOT):
        holds, acts = held_now(), ledger.judged(one.id for one in lot)
        for one in lot:
            yield one, Mark(one.status, held_in(one.id, holds), judged_so(acts.get(one.id), {}))


def findings_forms(found: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """Yield findings as JSON, each with its status and its marks."""
    return ({**finding_form(one), "status": mark.status, **mark.form} for one, mark in marked_findings(found))


def claim_marks(lines: Iterable[ClaimLine]) -> dict[str, Mark]:
    """Return the marks of claims by their ids, for rows that each lean on one."""
    return {line.id: mark for line, mark, _act in marked_claims(lines)}


def changed(notice: Notice, act: Judgement) -> Corrected:
    """Return what a judgement changed of a finding or a commitment."""
    return Corrected(act.at, act.why, act.id, *differing(notice))


def differing(notice: Notice) -> tuple[Facts | None, Facts | None]:
    """Return the facts that differ, as they were and as they are; None where the thing is not there."""
    before, after = (facts_of(seen) for seen in noticed(notice))
    if before is None or after is None:
        return before, after
    moved = [name for name in before if before[name] != after[name]]
    return {name: before[name] for name in moved}, {name: after[name] for name in moved}


def changes_in(notices: Iterable[Notice]) -> Iterator[str]:
    """Yield what each notice says in a line: "finding 1f…: min 35 → 20, claims 3 → 2", "finding 1f…: gone"."""
    for notice in notices:
        yield f"{notice.subject_kind} {notice.subject}: {moved_words(*differing(notice))}"


def moved_words(before: Facts | None, after: Facts | None) -> str:
    """Return what differs in words."""
    if before is None or after is None:
        return "gone" if after is None else "new"
    moved = (f"{name} {value_words(was)} → {value_words(after[name])}" for name, was in before.items())
    return ", ".join(moved) or "its evidence changed"


def judged_so(act: Judgement | None, before: Mapping[str, Mapping[str, str]]) -> Corrected | None:
    """Return what a judgement changed of a claim or a report; a confirmation changes nothing."""
    if act is None:
        return None
    if act.deed == "mend":
        was = before.get(act.id, {})
        fields = dict(act.what)
        return Corrected(act.at, act.why, act.id, {name: was.get(name, "") for name in fields}, fields)
    if act.deed not in GONE:
        return None
    return Corrected(act.at, act.why, act.id, {"status": "standing"}, {"status": GONE[act.deed]})


def facts_of(seen: Seen | None) -> Facts | None:
    """Return what of a finding or a commitment a correction can move; None for one that is not there."""
    if seen is None:
        return None
    record, counts = seen.record, seen.counts
    if isinstance(record, Finding):
        return {
            "min": record.min, "max": record.max, "qualifier": record.qualifier, "grade": record.grade,
            **{name: counts[name] for name in ("claims", "denials", "reports")},
        }  # fmt: skip
    return {name: counts[name] for name in ("for", "against")}
