"""Who sent a case or a submission: sealed, apart, told how it goes on if they confirmed it, and deleted in time."""

from dataclasses import dataclass

from django.db.models import Q

from musterroll.ledger.case_filters import Reached
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import CaseContactRow, SenderRow
from musterroll.ledger.models.threads import ContactRow
from musterroll.ledger.seals import contact_in, sealed_contact
from musterroll.records import Contact, NotInLedger


@dataclass(frozen=True)
class Contacts:
    """Who sent the threads of one kind (`name`, as in its columns); `closed` says which of them are closed."""

    name: str
    rows: type[ContactRow]
    closed: Q

    @property
    def key(self) -> str:
        """The column by which a row names its thread."""
        return f"{self.name}_id"

    def keep(self, number: str, contact: Contact, secret: str, key: str) -> None:
        """Seal who sent a thread; nothing is kept of who gave neither name nor e-mail."""
        if not (contact.name or contact.email):
            return
        sealed, updates = sealed_contact(contact, secret, key), contact.updates and bool(contact.email)
        self.rows._default_manager.create(**{self.key: number, "sealed": sealed, "updates": updates})

    @at_edge
    def of(self, number: str, key: str) -> Reached | None:
        """Return who sent a thread, None where it is not (or no longer) known; raises LedgerError under another key."""
        row = self.rows._default_manager.filter(**{self.key: number}).first()
        return contact_in(row.sealed, row.updates, row.confirmed, key) if row else None

    @at_edge
    def confirm(self, number: str) -> None:
        """Note that the link in the mail was followed: from now on the sender is told. Raises NotInLedger."""
        if not self.rows._default_manager.filter(**{self.key: number, "updates": True}).update(confirmed=True):
            raise NotInLedger(f"nobody asked for updates on {number}")

    @at_edge
    def stop(self, number: str) -> None:
        """Tell the sender nothing more; says nothing where nobody is told."""
        self.rows._default_manager.filter(**{self.key: number}).update(updates=False, confirmed=False)

    @at_edge
    def purge(self, closed_before: str) -> tuple[str, ...]:
        """Delete who sent what was closed before a moment (ISO 8601, UTC); return the numbers of those threads."""
        rows = self.rows._default_manager.filter(self.closed, **{f"{self.name}__stand__closed__lt": closed_before})
        numbers = tuple(rows.order_by(self.key).values_list(self.key, flat=True))
        self.rows._default_manager.filter(**{f"{self.key}__in": numbers}).delete()
        return numbers


OF_CASES = Contacts("case", CaseContactRow, Q(case__stand__state="decided"))
contact_of, purge_contacts = OF_CASES.of, OF_CASES.purge
confirm_contact, stop_contact = OF_CASES.confirm, OF_CASES.stop

OF_SUBMISSIONS = Contacts("submission", SenderRow, Q(submission__stand__open=False))
sender_of, purge_senders = OF_SUBMISSIONS.of, OF_SUBMISSIONS.purge
confirm_sender, stop_sender = OF_SUBMISSIONS.confirm, OF_SUBMISSIONS.stop
