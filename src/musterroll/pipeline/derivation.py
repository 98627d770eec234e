"""What follows from the evidence: chains, findings and holdings, derived from what stands in the open ledger."""

from musterroll import ledger
from musterroll.hold import hold_findings
from musterroll.ledger import Derived, Standing
from musterroll.records import Judgement, Notice
from musterroll.reference.packs import Packs
from musterroll.trace import trace_chains
from musterroll.weigh import weigh_claims


def rederive(cause: Judgement | None = None) -> tuple[Notice, ...]:
    """Derive the open ledger again; return what changed, where a judgement is the cause.

    Chains, findings and holdings are a function of the reports and claims that stand, and of the packs, and of nothing
    else: a report that was retracted leaves no trace in them. Raises LedgerError.
    """
    return ledger.put_derived(derive(ledger.standing(), ledger.packs()), None, cause)


def derive(standing: Standing, packs: Packs) -> Derived:
    """Return what follows from reports and linked claims; their order does not matter."""
    chains = trace_chains(standing.reports, [linked.claim for linked in standing.claims])
    findings = weigh_claims(standing.reports, standing.claims, chains, packs)
    holdings = hold_findings(standing.reports, standing.claims, chains, findings, packs)
    return Derived(tuple(chains), (), tuple(findings), tuple(holdings))
