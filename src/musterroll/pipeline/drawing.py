"""Findings and holdings drawn from claims that stand, with their reports and chains."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from musterroll.hold import commitments_borne, hold_findings
from musterroll.ledger import Standing
from musterroll.records import SAID, Chain, Finding, Holding, LinkedClaim, content_id
from musterroll.reference.packs import Packs
from musterroll.weigh import as_meant, bucket_of, measure_of, said_in, weigh_claims


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

    def holdings(self, touches: Mapping[str, Collection[str]], commitments: Collection[str]) -> tuple[Holding, ...]:
        """Return commitments (ids) with their evidence among the claims that touch them."""
        touching: dict[str, list[str]] = {commitment: [] for commitment in commitments}
        for claim, touched in touches.items():
            for commitment in touched:
                if commitment in touching:
                    touching[commitment].append(claim)
        chosen = [self.measured(self.known[claim]) for claim, touched in touches.items() if touched]
        reports, chains = list(self.reports.values()), list(self.chains.values())
        return tuple(hold_findings(reports, chosen, chains, (), self.packs, touching))

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

    def said(self, claims: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the ids of those whom each claim names by words alone, whomever they mean."""
        return {claim: said_in(self.read[claim], self.chains[claim], self.packs) for claim in claims}

    def touches(self, claims: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the commitments that each claim bears on."""
        return {claim: self.borne(self.measured(self.known[claim])) for claim in claims}

    def borne(self, linked: LinkedClaim) -> frozenset[str]:
        """Return the commitments that a claim bears on."""
        return commitments_borne(linked, self.reports[linked.claim.report], self.chains[linked.id], self.packs)
