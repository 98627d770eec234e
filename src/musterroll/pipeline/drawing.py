"""Findings and holdings drawn from claims that stand, with their reports and chains."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from musterroll.hold import Bearing, bearings_of, hold_bearings
from musterroll.ledger import Standing
from musterroll.records import SAID, Chain, Finding, Holding, LinkedClaim, content_id
from musterroll.reference.packs import Packs
from musterroll.weigh import as_meant, bucket_of, measure_of, said_in, weigh_claims

Bearings = Mapping[str, Mapping[str, Bearing]]  # how claims (ids) bear on commitments (ids)


class Drawing:
    """Claims that stand, by id, with their reports and chains, and the packs in force."""

    def __init__(self, standing: Standing, chains: Sequence[Chain], packs: Packs) -> None:
        self.packs, self.chains = packs, {chain.claim: chain for chain in chains}
        self.reports = {report.id: report for report in standing.reports}
        self.read = {linked.id: linked for linked in standing.claims if linked.id in self.chains}
        meant = {words: into for words, into in standing.merges.items() if words.startswith(SAID)}
        self.claims = self.with_meant(meant)
        # to `hold` it is all one by which words somebody is known that no pack knows
        self.known = self.with_meant({words: into for words, into in meant.items() if not into.startswith(SAID)})

    def with_meant(self, meant: Mapping[str, str]) -> dict[str, LinkedClaim]:
        """Return the claims, linked to those whom their words mean."""
        if not meant:
            return self.read
        return {claim: as_meant(one, self.chains[claim], self.packs, meant) for claim, one in self.read.items()}

    def findings(self, claims: Collection[str]) -> tuple[Finding, ...]:
        """Return the findings of claims (ids), which are whole buckets."""
        chosen = [self.claims[claim] for claim in claims]
        return tuple(weigh_claims(list(self.reports.values()), chosen, list(self.chains.values()), self.packs))

    def holdings(self, bearings: Bearings, commitments: Collection[str]) -> tuple[Holding, ...]:
        """Return commitments (ids) with their evidence, of what claims are to them."""
        bearing: dict[str, list[Bearing]] = {commitment: [] for commitment in commitments}
        for borne in bearings.values():
            for commitment in borne.keys() & bearing.keys():
                bearing[commitment].append(borne[commitment])
        return tuple(hold_bearings(bearing, self.packs))

    def measured(self, linked: LinkedClaim) -> LinkedClaim:
        """Return a claim with the kind of its number, as its finding has it."""
        return replace(linked, measure=measure_of(linked, self.reports[linked.claim.report]))

    def buckets(self, claims: Collection[str]) -> dict[str, str]:
        """Return the bucket of each claim."""
        return {claim: self.bucket(self.claims[claim]) for claim in claims}

    def bucket(self, linked: LinkedClaim) -> str:
        """Return the bucket of a claim, short enough for any index."""
        report, chain = self.reports[linked.claim.report], self.chains[linked.id]
        return content_id([bucket_of(linked, report, chain, self.packs)])

    def bearings(self, claims: Collection[str], among: Collection[str] | None = None) -> Bearings:
        """Return how each claim bears on commitments: on all, or on those `among` these (ids)."""
        return {claim: self.borne(self.measured(self.known[claim]), among) for claim in claims}

    def said(self, claims: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the ids of those whom each claim names by words alone, whomever they mean."""
        return {claim: said_in(self.read[claim], self.chains[claim], self.packs) for claim in claims}

    def borne(self, linked: LinkedClaim, among: Collection[str] | None) -> dict[str, Bearing]:
        """Return how one claim bears on commitments."""
        report, chain = self.reports[linked.claim.report], self.chains[linked.id]
        return bearings_of(linked, report, chain, self.packs, among)


def touches(bearings: Bearings) -> dict[str, frozenset[str]]:
    """Return the commitments that each claim bears on."""
    return {claim: frozenset(borne) for claim, borne in bearings.items()}
