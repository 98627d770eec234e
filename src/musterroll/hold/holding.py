"""The public verbs: every commitment with its evidence, and which commitments a claim can bear on."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from musterroll.hold.days import due_of
from musterroll.hold.evidence import Grounds, evidence_of, held, measures_of, touches
from musterroll.hold.missing import kinds_found, missing
from musterroll.hold.reservations import reservation_in, reservations_of
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
    touching: Mapping[str, Collection[str]] | None = None,
) -> list[Holding]:
    """Return one Holding for each commitment of the packs, sorted by id, those without evidence too.

    `touching` says of each commitment to hold which claims (ids) touch it, where `commitments_touched` was asked
    before: no other commitments are held, and nothing else of the claims is looked at.
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
    rows = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    asked = dict.fromkeys(packs.commitments, rows.keys()) if touching is None else touching
    return [
        holding_of(commitment, [rows[claim] for claim in sorted(asked[number]) if claim in rows], grounds)
        for number, commitment in sorted(packs.commitments.items())
        if number in asked
    ]


def commitments_touched(claim: LinkedClaim, packs: Packs) -> frozenset[str]:
    """Return every commitment that a claim can be evidence for or a reservation to, and perhaps some more.

    Of the others the holding is the same with the claim and without it.
    """
    return frozenset(commitment.id for commitment in packs.commitments.values() if touches(claim, commitment, packs))


def commitments_borne(claim: LinkedClaim, report: Report, chain: Chain, packs: Packs) -> frozenset[str]:
    """Return the commitments that a claim is evidence for or a reservation to, or under which it is counted as undated.

    Takes the claim with its measure, its own report and its own chain; other claims make no difference. The holding of
    any other commitment is the same with the claim and without it.
    """
    grounds = Grounds({report.id: report}, {chain.claim: chain}, {}, packs)
    touched = (packs.commitments[number] for number in commitments_touched(claim, packs))
    return frozenset(one.id for one in touched if held(claim, one, grounds) or reservation_in(claim, one, grounds))


def holding_of(commitment: Commitment, claims: Iterable[LinkedClaim], grounds: Grounds) -> Holding:
    """Return one commitment with its evidence."""
    claims = list(claims)
    under = [one for claim in claims if (one := held(claim, commitment, grounds))]
    rows = [one for one in under if not one.undated]
    undated = Counter(one.rule.stance for one in under if one.undated)
    stages = stages_of(rows, commitment, grounds.packs)
    found = kinds_found(rows, stages)
    evidence = [evidence_of(one, commitment, stages.get(one.linked.id), grounds.packs) for one in rows]
    due = due_of(commitment)
    return Holding(
        commitment=commitment.id,
        since=due.since,
        until=due.deadline or due.end,
        evidence=tuple(sorted(evidence, key=lambda one: (one.day or "", one.claim))),
        rotations=rotations_of(rows),
        reservations=reservations_of(claims, commitment, grounds),
        missing_for=missing(commitment.evidence_for, found, undated["for"]),
        missing_against=missing(commitment.evidence_against, found, undated["against"]),
    )
