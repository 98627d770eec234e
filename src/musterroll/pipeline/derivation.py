"""What follows from the evidence: chains, findings and holdings, derived from what stands in the open ledger.

A change is followed no further than it can reach: along kinship to other reports' chains, along buckets to other
claims' findings, along touches to commitments (`docs/decisions/0034-a-change-and-its-reach.md`).
"""

from collections.abc import Collection, Mapping

from musterroll import ledger
from musterroll.ledger import Changed, Derived, Scope, Standing
from musterroll.pipeline.drawing import Drawing, touches
from musterroll.records import Claim, Finding, Holding, Judgement, Kinship, Lineage, Notice, Report
from musterroll.reference.packs import Packs
from musterroll.trace import Retraced, retrace

MANY = 200  # changed reports from which deriving everything is no slower than following each


def rederive(cause: Judgement | None = None) -> tuple[Notice, ...]:
    """Derive the open ledger again, in one step; return what changed, where a judgement is the cause.

    Chains, findings and holdings are a function of the reports and claims that stand, and of the packs, and of nothing
    else: a report that was retracted leaves no trace in them. What a change cannot reach is left as it is; the outcome
    is that of deriving everything. Raises LedgerError.
    """
    with ledger.one_step(), ledger.many_records():
        changed, packs = ledger.changed(), ledger.packs()
        if changed.everything or len(changed.reports) > MANY:
            return ledger.put_derived(derive(ledger.standing(), packs), None, cause)
        return ledger.put_derived(*derive_again(changed, packs), cause)


def derive(standing: Standing, packs: Packs) -> Derived:
    """Return what follows from reports and linked claims; their order does not matter."""
    told = standing.reports, [linked.claim for linked in standing.claims]
    traced = retrace(Lineage(), lambda _: told, come=[report.id for report in standing.reports])
    drawing = Drawing(standing, traced.chains, packs)
    bearings = drawing.bearings(drawing.claims)
    return Derived(
        chains=traced.chains,
        kin=tuple(traced.lineage.kinships),
        findings=drawing.findings(drawing.claims),
        holdings=drawing.holdings(bearings, packs.commitments),
        imprints=tuple(traced.lineage.imprints.values()),
        buckets=drawing.buckets(drawing.claims),
        touches=touches(bearings),
        said=drawing.said(drawing.claims),
    )


def derive_again(changed: Changed, packs: Packs) -> tuple[Derived, Scope]:
    """Return what follows anew from a change, and what it replaces."""
    before = ledger.lineage()
    come = frozenset(report.id for report in ledger.standing(changed.reports).reports)
    gone = (changed.reports - come) & before.imprints.keys()
    traced = retrace(before, told_by, come=come, gone=gone)
    chained = ledger.claims_of(traced.reports | gone)
    # of claims that only name a changed actor the chains stay: these hang on words, not on whom the words mean
    anew = Reach(chained | ledger.claims_naming(changed.actors), traced, packs)
    # a word that another report explains, or no more, makes or unmakes kin among reports that did not change
    drawn = come | ends(before.kinships ^ traced.lineage.kinships) - gone
    kin = tuple(one for one in traced.lineage.kinships if drawn & {one.earlier, one.later})
    imprints = tuple(traced.lineage.imprints[report] for report in sorted(drawn))
    follows = anew.findings(), anew.holdings()
    derived = Derived(traced.chains, kin, *follows, imprints, anew.buckets, anew.touches, anew.said)
    return derived, Scope(chained, anew.reached, drawn | gone, anew.old_findings(), anew.commitments)


def ends(kinships: Collection[Kinship]) -> frozenset[str]:
    """Return the reports that are kin to one another."""
    return frozenset(report for one in kinships for report in (one.earlier, one.later))


def told_by(reports: Collection[str]) -> tuple[tuple[Report, ...], list[Claim]]:
    """Return reports that stand, with their claims."""
    standing = ledger.standing(reports, links=False)
    return standing.reports, [linked.claim for linked in standing.claims]


class Reach:
    """What the claims that a change reaches draw with them: whole buckets, and whole commitments."""

    def __init__(self, reached: frozenset[str], traced: Retraced, packs: Packs) -> None:
        self.reached, self.packs = reached, packs
        self.fresh = {chain.claim: chain for chain in traced.chains}
        drawing = self.drawing(reached)
        standing = reached & drawing.claims.keys()
        self.buckets: Mapping[str, str] = drawing.buckets(standing)
        self.touches: Mapping[str, frozenset[str]] = touches(drawing.bearings(standing))
        self.said: Mapping[str, frozenset[str]] = drawing.said(standing)
        buckets = {*self.buckets.values(), *ledger.buckets_of(reached).values()}
        self.beside = ledger.claims_in(buckets) - reached
        self.commitments = frozenset().union(ledger.touched_by(reached), *self.touches.values())

    def drawing(self, claims: Collection[str]) -> Drawing:
        """Return a drawing that has at least these claims, of those that stand, and those that they go back to."""
        held = {chain.claim: chain for chain in ledger.chains(frozenset(claims) - self.fresh.keys())} | self.fresh
        firsts = {held[claim].first for claim in claims if claim in held}
        held = {chain.claim: chain for chain in ledger.chains(firsts - held.keys())} | held
        return Drawing(ledger.standing(ledger.reports_of({*claims, *firsts})), list(held.values()), self.packs)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of every bucket that is reached."""
        drawing = self.drawing(self.beside | self.reached)
        return drawing.findings((self.beside | self.buckets.keys()) & drawing.claims.keys())

    def old_findings(self) -> frozenset[str]:
        """Return the findings that the buckets had before."""
        return ledger.findings_on(self.beside | self.reached)

    def holdings(self) -> tuple[Holding, ...]:
        """Return the holdings of every commitment that is reached."""
        touching = ledger.claims_touching(self.commitments) - self.reached
        drawing = self.drawing(touching | self.touches.keys())
        standing = (touching | self.touches.keys()) & drawing.claims.keys()
        among = self.commitments & self.packs.commitments.keys()
        return drawing.holdings(drawing.bearings(standing, among), among)
