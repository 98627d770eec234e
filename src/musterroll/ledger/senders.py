"""Who sent a submission: sealed, apart, told how it goes on if they confirmed it, and deleted in time."""

from musterroll.ledger.case_filters import Reached
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import SenderRow
from musterroll.ledger.seals import contact_in, sealed_contact
from musterroll.records import Contact, NotInLedger


def keep_sender(number: str, contact: Contact, secret: str, key: str) -> None:
    """Seal who sent a submission; nothing is kept of who gave neither name nor e-mail."""
    if not (contact.name or contact.email):
        return
    updates = contact.updates and bool(contact.email)
    SenderRow.objects.create(submission_id=number, sealed=sealed_contact(contact, secret, key), updates=updates)


@at_edge
def sender_of(number: str, key: str) -> Reached | None:
    """Return who sent a submission, None where it is not (or no longer) known; raises LedgerError under another key."""
    row = SenderRow.objects.filter(submission_id=number).first()
    return contact_in(row.sealed, row.updates, row.confirmed, key) if row else None


@at_edge
def confirm_sender(number: str) -> None:
    """Note that the link in the mail was followed: from now on the author is told. Raises NotInLedger."""
    if not SenderRow.objects.filter(submission_id=number, updates=True).update(confirmed=True):
        raise NotInLedger(f"nobody asked for updates on {number}")


@at_edge
def stop_sender(number: str) -> None:
    """Tell the author nothing more; says nothing where nobody is told."""
    SenderRow.objects.filter(submission_id=number).update(updates=False, confirmed=False)


@at_edge
def purge_senders(closed_before: str) -> tuple[str, ...]:
    """Delete who sent the submissions that were closed before a moment (ISO 8601, UTC); return their numbers."""
    rows = SenderRow.objects.filter(submission__stand__open=False, submission__stand__closed__lt=closed_before)
    numbers = tuple(rows.order_by("submission_id").values_list("submission_id", flat=True))
    SenderRow.objects.filter(submission_id__in=numbers).delete()
    return numbers
