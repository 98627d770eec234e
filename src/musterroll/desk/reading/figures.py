"""Findings as the marks of charts: each figure of each claim, on whose word, with the way to its sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from musterroll.desk.charts import Flow, Point
from musterroll.desk.environment import address
from musterroll.desk.headings import speaker
from musterroll.ledger import ClaimLine
from musterroll.records import Finding, Origin
from musterroll.weigh.qualifiers import qualifier_of

Lines = Mapping[str, ClaimLine]
OUTWARD = ("withdrawal",)


def points_of(findings: Iterable[Finding], lines: Lines, measure: str) -> list[Point]:
    """Return every figure of the findings of one measure: the first of an origin, its copies, and the denials."""
    held = (finding for finding in findings if finding.measure == measure)
    return sorted((point for finding in held for point in points_in(finding, lines)), key=lambda point: point.day or "")


def points_in(finding: Finding, lines: Lines) -> Iterator[Point]:
    """Yield the figures of one finding."""
    for origin in finding.origins:
        told = [lines[claim] for claim in origin.claims if claim in lines and has_figure(lines[claim])]
        for at, line in enumerate(told):
            yield point_of(line, finding, lineage_of(origin, told[0]), copy=at > 0)
    for line in (lines[claim] for claim in finding.denials if claim in lines):
        yield point_of(line, finding, speaker(line), denied=True)


def has_figure(line: ClaimLine) -> bool:
    """Say whether a claim has a number of persons or units."""
    count = line.claim.claim.strength
    return count is not None and (count.min is not None or count.max is not None)


def lineage_of(origin: Origin, first: ClaimLine) -> str:
    """Return an origin's name; one that is not known is told apart by who told it first."""
    return origin.name or " · ".join(filter(None, (speaker(first), first.report.outlet)))


def point_of(line: ClaimLine, finding: Finding, lineage: str, copy: bool = False, denied: bool = False) -> Point:
    """Return one figure as a mark."""
    count, (day, until) = line.claim.claim.strength, days_of(line, finding)
    low, high = (count.min, count.max) if count else (None, None)
    return Point(
        link=address("claim", line.id), source=speaker(line), day=day, low=low, high=high,
        qualifier=qualifier_of(count) if count and (low is not None or high is not None) else None,
        origin=lineage, until=until, copy=copy, denied=denied, planned=line.claim.claim.modality != "actual",
    )  # fmt: skip


def days_of(line: ClaimLine, finding: Finding) -> tuple[str | None, str | None]:
    """Return the first and last day of a claim; one day where it is about the time up to it."""
    days = line.claim.days
    if days is None or not (days.first or days.last):
        return finding.matter.period or None, None
    if days.first and days.last and days.first != days.last:
        return days.first, days.last
    return days.last or days.first, None


def flows_of(findings: Iterable[Finding], lines: Lines) -> list[Flow]:
    """Return every figure of who came and who went, the first of each origin; copies would only repeat it."""
    return [flow for finding in findings if finding.measure == "flow" for flow in flows_in(finding, lines)]


def flows_in(finding: Finding, lines: Lines) -> Iterator[Flow]:
    """Yield the flows of one finding."""
    told = [(claim, False) for origin in finding.origins for claim in first_with_figure(origin, lines)]
    for claim, denied in (*told, *((claim, True) for claim in finding.denials if claim in lines)):
        line = lines[claim]
        count = line.claim.claim.strength
        yield Flow(
            link=address("claim", claim), source=speaker(line), month=month_of(line, finding),
            direction="out" if finding.type in OUTWARD else "in",
            low=count.min if count else None, high=count.max if count else None,
            qualifier=qualifier_of(count) if has_figure(line) and count else None, denied=denied,
        )  # fmt: skip


def first_with_figure(origin: Origin, lines: Lines) -> Sequence[str]:
    """Return the first claim of an origin that has a number, if any has."""
    return [claim for claim in origin.claims if claim in lines and has_figure(lines[claim])][:1]


def month_of(line: ClaimLine, finding: Finding) -> str | None:
    """Return the month of a flow: that of its matter, else that of the claim's last day."""
    day = finding.matter.period or days_of(line, finding)[0]
    return day[:7] if day and len(day) >= 7 else None


def claims_shown(findings: Iterable[Finding], most: int) -> list[str]:
    """Return the claims of findings with a figure, the first of every origin before any copy, at most so many."""
    held = [finding for finding in findings if finding.measure != "none"]
    firsts = (claim for finding in held for origin in finding.origins for claim in origin.claims[:1])
    rest = (claim for finding in held for claim in (*finding.denials, *finding.claims))
    return list(dict.fromkeys((*firsts, *rest)))[:most]
