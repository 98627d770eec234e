"""Packs put in force: every claim that the open ledger has is linked anew by them."""

from collections.abc import Iterator

from musterroll import ledger
from musterroll.ledger import ClaimFilter, ReportFilter
from musterroll.link import link_claims
from musterroll.records import LinkedClaim
from musterroll.reference.packs import Packs

AT_A_TIME = 200


def use_packs(packs: Packs) -> None:
    """Put packs in force in the open ledger; what follows from its evidence is stale then. Raises LedgerError."""
    with ledger.one_step():
        before = ledger.packs()
        ledger.put_packs(packs)
        if ledger.packs() is not before:
            for report in report_ids():
                ledger.relink(linked_anew(report, packs))


def report_ids() -> Iterator[str]:
    """Yield the id of every report, retracted or not."""
    found = ledger.reports(ReportFilter(), limit=AT_A_TIME)
    while True:
        yield from [line.id for line in found]
        if found.after is None:
            return
        found = ledger.reports(ReportFilter(), after=found.after, limit=AT_A_TIME)


def linked_anew(report: str, packs: Packs) -> list[LinkedClaim]:
    """Return the claims of a report as they were read, linked by these packs."""
    lines = ledger.claims(ClaimFilter(report=report, status=None), limit=10_000)
    read = [ledger.claim_read(line.id).claim for line in lines]
    return link_claims(ledger.report(report), read, packs)
