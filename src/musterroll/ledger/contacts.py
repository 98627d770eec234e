"""Who sent a case: sealed, apart, and deleted some time after the case is closed."""

from musterroll.ledger.case_filters import Reached
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import CaseContactRow
from musterroll.ledger.seals import contact_in, sealed_contact
from musterroll.records import Contact, NotInLedger


def keep_contact(number: str, contact: Contact, secret: str, key: str) -> None:
    """Seal who sent a case; nothing is kept of who gave neither name nor e-mail."""
    if not (contact.name or contact.email):
        return
    updates = contact.updates and bool(contact.email)
    CaseContactRow.objects.create(case_id=number, sealed=sealed_contact(contact, secret, key), updates=updates)


@at_edge
def contact_of(number: str, key: str) -> Reached | None:
    """Return who sent a case, None where it is not (or no longer) known; raises LedgerError under another key."""
    row = CaseContactRow.objects.filter(case_id=number).first()
    return contact_in(row.sealed, row.updates, row.confirmed, key) if row else None


@at_edge
def confirm_contact(number: str) -> None:
    """Note that the link in the mail was followed: from now on the sender is told. Raises NotInLedger."""
    if not CaseContactRow.objects.filter(case_id=number, updates=True).update(confirmed=True):
        raise NotInLedger(f"nobody asked for updates on {number}")


@at_edge
def stop_contact(number: str) -> None:
    """Tell the sender nothing more; says nothing where nobody is told."""
    CaseContactRow.objects.filter(case_id=number).update(updates=False, confirmed=False)


@at_edge
def purge_contacts(closed_before: str) -> tuple[str, ...]:
    """Delete who sent the cases that were closed before a moment (ISO 8601, UTC); return the numbers of those cases."""
    rows = CaseContactRow.objects.filter(case__stand__state="decided", case__stand__closed__lt=closed_before)
    numbers = tuple(rows.order_by("case_id").values_list("case_id", flat=True))
    CaseContactRow.objects.filter(case_id__in=numbers).delete()
    return numbers
