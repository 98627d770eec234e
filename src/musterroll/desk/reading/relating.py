"""What stands near a report in the ledger: its copies, and reports that share a wire, a finding, a force or a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, product

from musterroll import ledger
from musterroll.desk.environment import address
from musterroll.desk.headings import heading
from musterroll.desk.reading.related import Near, relate
from musterroll.desk.wording import month
from musterroll.ledger import ClaimLine, FindingFilter, ReportLine
from musterroll.records import MEASURES, TYPES, Chain, Finding, Matter, Origin, Relation

WEEKS = timedelta(days=21)
BACKGROUND = 14  # months that background goes back
MOST_FINDINGS = 30
MOST_CLAIMS = 60
ENOUGH = 3  # suggestions: with fewer, whatever else is told of the same forces is looked at
FORCES = 2
OF_EACH = 6  # claims of a finding that are looked at: a page suggests two reports for a reason, not all there are
NEARBY = 8  # findings of a force that are looked at, of the same weeks and of the months before
KINDS = {"copy of": "copy", "rewrite of": "rewrite"}


@dataclass(frozen=True)
class Repeat:
    """A report that repeats another or is repeated by it: `kind` "copy" or "rewrite", and whether it came `earlier`."""

    report: str
    kind: str
    earlier: bool
    why: str = ""


@dataclass(frozen=True)
class Beside:
    """What a report page shows of other reports: what it repeats and what repeats it, and what to read beside it.

    What editors confirmed stands apart from what the ledger suggests, and nothing is in both.
    """

    repeats: tuple[Repeat, ...]
    confirmed: tuple[Relation, ...]
    suggested: tuple[Near, ...]
    reports: dict[str, ReportLine]


def beside(line: ReportLine, lines: Sequence[ClaimLine], chains: Sequence[Chain]) -> Beside:
    """Return what stands near a report; `lines` are its claims and `chains` theirs."""
    found = ledger.findings(FindingFilter(report=line.id), limit=MOST_FINDINGS).rows
    own = {one.id for one in lines}
    others = {one.id: one for one in ledger.claim_lines(list(other_claims(found, own))[:MOST_CLAIMS])}
    ways = {chain.claim: chain for chain in (*chains, *ledger.chains(others))}
    repeats, confirmed = repeats_of(line.id, own, others, ways), ledger.related_to(line.id)
    apart = {one.other_than(line.id) for one in confirmed} | {one.report for one in repeats}
    near = [*near_by_finding(found, own, others, ways), *near_by_force(line, found)]
    reports = with_reports({}, {*apart, *(one.report for one in near)})
    suggested = chosen(line, apart, near, reports)
    if len(suggested) < ENOUGH:
        near += near_by_name(line, found)
        reports = with_reports(reports, {one.report for one in near})
        suggested = chosen(line, apart, near, reports)
    shown = tuple(one for one in repeats if one.report in reports)
    return Beside(shown, confirmed, suggested, reports)


def with_reports(known: dict[str, ReportLine], wanted: set[str]) -> dict[str, ReportLine]:
    """Return the lines of reports by their ids: those known, and those wanted beside them."""
    return known | {one.id: one for one in ledger.report_lines(wanted - known.keys(), counted=False)}


def chosen(
    line: ReportLine, apart: set[str], near: Sequence[Near], reports: Mapping[str, ReportLine]
) -> tuple[Near, ...]:
    """Return what is suggested of what stands near."""
    standing = [completed(one, line, reports[one.report]) for one in near if is_standing(reports.get(one.report))]
    return relate(line.id, apart, [one for one in standing if is_near(one)])


def is_standing(line: ReportLine | None) -> bool:
    """Say whether a report is there and not retracted."""
    return line is not None and line.status == "standing"


def other_claims(findings: Iterable[Finding], own: set[str]) -> Iterator[str]:
    """Yield the claims of others in the findings of a report, those in contradiction first."""
    for finding in findings:
        for one in finding.contradictions:
            if not one.resolved and own & {*one.claims, *one.against}:
                yield from (claim for claim in (*one.claims, *one.against) if claim not in own)
    for finding in findings:
        yield from islice((claim for claim in (*finding.denials, *finding.claims) if claim not in own), OF_EACH)


def repeats_of(report: str, own: set[str], others: dict[str, ClaimLine], ways: dict[str, Chain]) -> list[Repeat]:
    """Return what a report repeats and what repeats it: by kinship, and by the chains of its claims."""
    found: dict[str, Repeat] = {}
    for kin in ledger.kin(report):
        if kin.kind in KINDS.values():
            earlier = kin.later == report
            other = kin.earlier if earlier else kin.later
            found[other] = Repeat(other, kin.kind, earlier, "; ".join(kin.evidence))
    for claim in own & ways.keys():
        way = ways[claim]
        if kind := kind_of(way):
            for link in way.links:
                if link.report != report and link.role in ("outlet", "agency"):
                    found.setdefault(link.report, Repeat(link.report, kind, True, way.evidence[0]))
    for claim, line in others.items():
        if (way_there := ways.get(claim)) and way_there.first in own and (kind := kind_of(way_there)):
            found.setdefault(line.report.id, Repeat(line.report.id, kind, False, way_there.evidence[0]))
    return sorted(found.values(), key=lambda one: (not one.earlier, one.kind, one.report))


def kind_of(chain: Chain) -> str | None:
    """Return by what the first step of a chain goes: "copy" or "rewrite"; None where no text was repeated."""
    first = chain.evidence[0] if chain.evidence else ""
    return next((kind for words, kind in KINDS.items() if first.startswith(words)), None)


def near_by_finding(
    findings: Iterable[Finding], own: set[str], others: dict[str, ClaimLine], ways: dict[str, Chain]
) -> Iterator[Near]:
    """Yield the reports that contradict a report, go back to the same wire or tell the same finding."""
    for finding in findings:
        title = titled(finding)
        yield from contradicting(finding, own, others, title)
        firsts = {ways[claim].first for claim in own & {*finding.claims} if claim in ways}
        for origin in finding.origins:
            family = [others[claim] for claim in origin.claims if claim in others]
            for line in family:
                way = ways.get(line.id)
                wired = way is not None and way.first in firsts and kind_of(way) is not None
                reason, words = ("same-wire", origin.name or title) if wired else ("same-finding", title)
                yield Near(line.report.id, reason, words, link_of(finding, line, reason), weight_of(finding, origin),
                           family=way.first if way and kind_of(way) else "")  # fmt: skip


def contradicting(finding: Finding, own: set[str], others: dict[str, ClaimLine], title: str) -> Iterator[Near]:
    """Yield the reports whose claims speak against those of a report; `title` is the finding's."""
    against: list[str] = []
    for one in finding.contradictions:
        if not one.resolved and own & {*one.claims}:
            against += one.against
        if not one.resolved and own & {*one.against}:
            against += one.claims
    against += finding.denials if own & {*finding.claims} else ()
    against += finding.claims if own & {*finding.denials} else ()
    for claim in against:
        if claim in others:
            yield Near(others[claim].report.id, "contradicts", title, address("claim", claim), 1.0)


def titled(finding: Finding) -> str:
    """Return a finding's heading with its month."""
    return f"{heading(finding)}, {month(finding.matter.period)}"


def link_of(finding: Finding, line: ClaimLine, reason: str) -> str:
    """Return where a suggestion's reason opens: the chain of a wire, else the finding."""
    return address("chain", line.id) if reason == "same-wire" else address("finding", finding.id)


def weight_of(finding: Finding, origin: Origin) -> float:
    """Return how near a finding brings two reports: one with a figure, told by few, brings them nearer."""
    return (2.0 if finding.min is not None or finding.max is not None else 1.0) / (1 + len(finding.reports) / 10)


def near_by_force(line: ReportLine, findings: Sequence[Finding]) -> Iterator[Near]:
    """Yield reports of the same force and place in the same weeks, and what was told of the force before them."""
    told = Counter((one.matter.force, one.matter.place) for one in findings if one.matter.force)
    if not told or not line.day:
        return
    where, _ = told.most_common(1)[0]
    sides = {None, *(one.matter.side for one in findings if (one.matter.force, one.matter.place) == where)}
    months = months_before(line.day, BACKGROUND)
    then = date.fromisoformat(line.day)
    for finding in ledger.findings_of(matters(where, sides, [month_after(line.day), *months[:2]], MEASURES), NEARBY):
        yield from near_in(finding, finding.reports[:12], "same-weeks", 1.0)
    for finding in ledger.findings_of(matters(where, sides, months[2:], ("stock", "total")), NEARBY):
        if finding.first and date.fromisoformat(finding.first) < then - WEEKS:
            yield from near_in(finding, finding.reports[:4], "background", len(finding.origins))


def near_by_name(line: ReportLine, findings: Sequence[Finding]) -> Iterator[Near]:
    """Yield reports of the forces that a report names most, and of its place; what was told up to its day."""
    forces = Counter(one.matter.force for one in findings if one.matter.force)
    places = Counter(one.matter.place for one in findings if one.matter.place)
    asked = [(FindingFilter(force=force, until=line.day), "same-force") for force, _ in forces.most_common(FORCES)]
    asked += [(FindingFilter(place=place, until=line.day), "same-place") for place, _ in places.most_common(1)]
    for what, reason in asked:
        for finding in ledger.findings(what, limit=NEARBY).rows:
            yield from near_in(finding, finding.reports[:4], reason, 0.0)


def matters(
    where: tuple[str | None, str | None], sides: Iterable[str | None], months: Iterable[str], measures: Iterable[str]
) -> list[str]:
    """Return the ids of all matters that a force can have at a place in some months: what they share makes their id."""
    force, place = where
    asked = product(TYPES, sides, measures, months)
    return [Matter(kind, force, side, place, measure, period).id for kind, side, measure, period in asked]


def months_before(day: str, count: int) -> list[str]:
    """Return the month of a day and those before it, the latest first: "2021-03", "2021-02" …"""
    last = int(day[:4]) * 12 + int(day[5:7]) - 1
    return [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(last, last - count, -1)]


def month_after(day: str) -> str:
    """Return the month after that of a day."""
    following = int(day[:4]) * 12 + int(day[5:7])
    return f"{following // 12:04d}-{following % 12 + 1:02d}"


def near_in(finding: Finding, reports: Iterable[str], reason: str, weight: float) -> Iterator[Near]:
    """Yield reports that stand near because of a finding."""
    title, link = titled(finding), address("finding", finding.id)
    yield from (Near(report, reason, title, link, weight, family=finding.id) for report in reports)


def completed(one: Near, line: ReportLine, other: ReportLine) -> Near:
    """Return a suggestion with its outlet and its days apart from the report."""
    apart = None
    if line.day and other.day:
        apart = abs((date.fromisoformat(line.day) - date.fromisoformat(other.day)).days)
    return replace(one, outlet=other.outlet, apart=apart)


def is_near(one: Near) -> bool:
    """Say whether a suggestion for the same weeks is of the same weeks; the others are near whenever they were."""
    return one.reason != "same-weeks" or (one.apart is not None and one.apart <= WEEKS.days)
