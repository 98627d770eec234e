"""Packs put in force: every claim that the open ledger has is linked anew by them."""

from musterroll import ledger
from musterroll.ledger import ClaimFilter, ReportFilter
from musterroll.link import link_claims
from musterroll.records import LinkedClaim
from musterroll.reference.packs import Packs


def use_packs(packs: Packs) -> None:
    """Put packs in force in the open ledger, in one step; what follows from its evidence is stale where they differ.

    Raises LedgerError.
    """
    with ledger.one_step():
        before = ledger.packs()
        ledger.put_packs(packs)
        if ledger.packs() is before:
            return
        for line in tuple(ledger.every(ledger.reports, ReportFilter())):
            ledger.relink(linked_anew(line.id, packs))


def linked_anew(report: str, packs: Packs) -> list[LinkedClaim]:
    """Return the claims of a report as they were read, linked by these packs."""
    lines = ledger.every(ledger.claims, ClaimFilter(report=report, status=None))
    read = [ledger.claim_read(line.id).claim for line in lines]
    return link_claims(ledger.report(report), read, packs)
