"""The public verbs: every commitment with its evidence, and what one claim is to each."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from musterroll.hold.bearing import Bearing, bearing, bearings_on
from musterroll.hold.days import due_of
from musterroll.hold.evidence import Grounds, evidence_of, measures_of
from musterroll.hold.missing import kinds_found, missing
from musterroll.hold.reservations import reservations_of
from musterroll.hold.rotations import rotations_of
from musterroll.hold.stages import stages_of
from musterroll.records import Chain, Finding, Holding, LinkedClaim, Report
from musterroll.reference.packs import Commitment, Packs


def hold_findings(
    reports: Sequence[Report],
    claims: Sequence[LinkedClaim],
    chains: Sequence[Chain],
    findings: Sequence[Finding],
    packs: Packs,
) -> list[Holding]:
    """Return one Holding for each commitment of the packs, sorted by id, those without evidence too.

    The order of what is given does not matter, and no clock is read. A claim without its report is held without a day
    of its report, one without a chain has no origin. Of the findings only the measure of their claims is used. Raises
    nothing. Source: the packs' commitments and `docs/hold.md`.
    """
    grounds = Grounds(
        {report.id: report for report in reports},
        {chain.claim: chain for chain in chains},
        measures_of(findings),
        packs,
    )
    rows = {claim.id: claim for claim in claims}.values()
    return hold_bearings({one.id: bearings_on(one, rows, grounds) for one in packs.commitments.values()}, packs)


def hold_bearings(bearings: Mapping[str, Iterable[Bearing]], packs: Packs) -> list[Holding]:
    """Return the holdings of the commitments named, sorted by id, each from all that bears on it.

    The same as `hold_findings` gives, where `bearings_of` was asked of each claim before.
    """
    named = sorted(bearings.keys() & packs.commitments.keys())
    return [holding_of(packs.commitments[number], bearings[number], packs) for number in named]


def bearings_of(
    claim: LinkedClaim, report: Report, chain: Chain, packs: Packs, among: Collection[str] | None = None
) -> dict[str, Bearing]:
    """Return how a claim bears on commitments (ids): on all of the packs, or on those `among` these.

    It bears on those that it is evidence for or a reservation to, or under which it is counted as undated. Takes the
    claim with its measure, its own report and its own chain; other claims make no difference. The holding of any other
    commitment is the same with the claim and without it.
    """
    grounds = Grounds({report.id: report}, {chain.claim: chain}, {}, packs)
    asked = packs.commitments if among is None else among
    made = {number: bearing(claim, packs.commitments[number], grounds) for number in sorted(asked)}
    return {number: one for number, one in made.items() if one}


def holding_of(commitment: Commitment, bearings: Iterable[Bearing], packs: Packs) -> Holding:
    """Return one commitment with its evidence."""
    bearings = sorted(bearings, key=lambda one: one.claim)
    under = [one.held for one in bearings if one.held]
    rows = [one for one in under if not one.undated]
    undated = Counter(one.rule.stance for one in under if one.undated)
    stages = stages_of(rows, commitment, packs)
    found = kinds_found(rows, stages)
    evidence = [evidence_of(one, commitment, stages.get(one.linked.id), packs) for one in rows]
    due = due_of(commitment)
    return Holding(
        commitment=commitment.id,
        since=due.since,
        until=due.deadline or due.end,
        evidence=tuple(sorted(evidence, key=lambda one: (one.day or "", one.claim))),
        rotations=rotations_of(rows),
        reservations=reservations_of((one.reservation for one in bearings if one.reservation), commitment, packs),
        missing_for=missing(commitment.evidence_for, found, undated["for"]),
        missing_against=missing(commitment.evidence_against, found, undated["against"]),
    )
