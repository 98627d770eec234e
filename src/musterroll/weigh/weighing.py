"""The public verb: claims to buckets, buckets to matters, matters to findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from musterroll.records import Chain, Contradiction, Finding, LinkedClaim, Matter, Report
from musterroll.reference.packs import Packs
from musterroll.weigh.contradictions import Clash, Side, between, record_of, within
from musterroll.weigh.denials import Bound, bind
from musterroll.weigh.findings import denied_findings, told_finding
from musterroll.weigh.matters import bucket_key, matter_parts, weighed
from musterroll.weigh.measures import measure_of
from musterroll.weigh.origins import told_by
from musterroll.weigh.weighed import Weighed, span_of

Value = TypeVar("Value")


def weigh_claims(
    reports: Sequence[Report], claims: Sequence[LinkedClaim], chains: Sequence[Chain], packs: Packs
) -> list[Finding]:
    """Return the findings of claims, in the order of their ids.

    `reports` and `chains` hold at least those of the claims and of the claims at their origin (`Chain.first`); more
    make no difference, and no order does. Raises ValueError where one of them is missing.
    """
    by_id, chain_of = {report.id: report for report in reports}, {chain.claim: chain for chain in chains}
    buckets: dict[str, list[Weighed]] = defaultdict(list)
    for linked in {linked.id: linked for linked in claims}.values():
        chain = asked(chain_of, linked.id, "chain of claim")
        start = asked(chain_of, chain.first, "chain of claim").links[-1].report
        asked(by_id, start, "report")
        asked(by_id, linked.claim.report, "report")
        one = weighed(linked, by_id, chain, start, packs)
        buckets[bucket_key(one.matter.type, one.matter.measure, one.force, packs)].append(one)
    found = (finding for bucket in buckets.values() for finding in weigh_bucket(bucket, packs))
    return sorted(found, key=lambda finding: finding.id)


def bucket_of(claim: LinkedClaim, report: Report, chain: Chain, packs: Packs) -> str:
    """Return the bucket of a claim: weighing the claims of a bucket gives all findings of them, whatever the others.

    Takes the claim with its own report and its own chain.
    """
    force, _, type_ = matter_parts(claim, chain, packs)
    return bucket_key(type_, measure_of(claim, report), force, packs)


def asked(known: Mapping[str, Value], key: str, what: str) -> Value:
    """Return what was given under an id; raises ValueError where it was not."""
    if key not in known:
        raise ValueError(f"not given: {what} {key}")
    return known[key]


def weigh_bucket(claims: Iterable[Weighed], packs: Packs) -> Iterator[Finding]:
    """Yield the findings of one bucket."""
    told: dict[Matter, list[Weighed]] = defaultdict(list)
    denials = []
    for claim in sorted(claims, key=lambda claim: claim.order):
        if claim.denies:
            denials.append(claim)
        else:
            told[claim.matter].append(claim)
    bound = bind(denials, told)
    sides = [side_of(matter, group) for matter, group in told.items()]
    contradictions = contradictions_of(sides, bound, packs)
    for side in sides:
        against = bound.full.get(side.matter, ())
        yield told_finding(told[side.matter], side.told, against, contradictions[side.matter], packs)
    yield from denied_findings(bound.free, packs)


def side_of(matter: Matter, claims: Sequence[Weighed]) -> Side:
    """Return what a matter puts into comparisons: its origins with their figures."""
    said = matter.force if matter.force and matter.force.startswith("said:") else None
    origins = told_by(claims)
    counted = [claim for claim in claims if claim.figure] or claims
    return Side(matter, claims[0].where, span_of(counted), origins, said)


def contradictions_of(sides: Sequence[Side], bound: Bound, packs: Packs) -> dict[Matter, list[Contradiction]]:
    """Return the contradictions of every matter of a bucket, those within it first."""
    found: dict[Matter, list[Contradiction]] = defaultdict(list)
    for clash in all_clashes(sides, packs):
        found[clash.first.matter].append(record_of(clash, clash.first))
        if clash.second is not clash.first:
            found[clash.second.matter].append(record_of(clash, clash.second))
    for side in sides:
        found[side.matter] += part_denials(side, bound.part.get(side.matter, ()))
    for ones in found.values():
        ones.sort(key=lambda one: (one.resolved, one.kind, one.claims, one.against))
    return found


def all_clashes(sides: Sequence[Side], packs: Packs) -> Iterator[Clash]:
    """Yield the contradictions within every finding, then those between two."""
    figured = [side for side in sides if any(one.figure for one in side.told)]
    for side in figured:
        yield from within(side)
    yield from between(figured, packs)


def part_denials(side: Side, denials: Sequence[Weighed]) -> Iterator[Contradiction]:
    """Yield what denials for a part of the place only seem to contradict."""
    claims = tuple(claim.id for one in side.told for claim in one.claims)
    places: dict[str, list[str]] = defaultdict(list)
    for denial in denials:
        places[denial.where.place.name if denial.where.place else ""].append(denial.id)
    for place, against in places.items():
        yield Contradiction("scope", claims, tuple(against), True, f"denied for {place} alone")
