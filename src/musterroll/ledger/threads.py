"""Threads in the ledger: filed once a form, each step appended, where they stand rewritten from their steps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.contacts import Contacts
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import Cursor, Slice
from musterroll.ledger.models.threads import CountRow, SentRow, StandRow, StepRow
from musterroll.ledger.moments import in_utc
from musterroll.ledger.queries.slices import slice_of
from musterroll.ledger.seals import hashed, secret_of
from musterroll.ledger.state import one_step
from musterroll.ledger.thread_law import ThreadLaw
from musterroll.records import ActRefused, Draft, NotInLedger, Sent, Step, Thread

DraftOf = TypeVar("DraftOf", bound=Draft)
SentIn = TypeVar("SentIn", bound=Sent)
Event = TypeVar("Event", bound=Step)
File = TypeVar("File", bound=Thread[Any, Any])


@dataclass(frozen=True)
class Shelf(Generic[DraftOf, SentIn, Event, File]):
    """Where the threads of one kind lie.

    `name` is the kind's word, in messages and in the names of columns, `letter` the first of its numbers. Then come
    its records (`become` makes of a draft, a moment and a number what is filed, `first` the step with which a thread
    begins), its tables and its law. `columns` gives what a thread is looked up by beside its number, `standing` the
    columns that say where it stands; by `order`, one of them, threads are listed.
    """

    name: str
    letter: str
    sent: type[SentIn]
    event: type[Event]
    file: Callable[[SentIn, tuple[Event, ...]], File]
    become: Callable[[DraftOf, str, str], SentIn]
    first: Callable[[SentIn], Event]
    rows: type[SentRow]
    steps: type[StepRow]
    stands: type[StandRow]
    counts: type[CountRow]
    contacts: Contacts
    law: ThreadLaw[File, Event]
    columns: Callable[[SentIn], dict[str, object]]
    standing: Callable[[File], dict[str, object]]
    order: str

    @property
    def key(self) -> str:
        """The column by which its other tables name a thread."""
        return f"{self.name}_id"

    @at_edge
    def put(self, draft: DraftOf, key: str, at: str) -> tuple[SentIn, str, bool]:
        """File what a form sent; return it with its link's secret, and whether it had been filed before.

        `key` is the installation's secret key: it makes the link's secret, of which the ledger keeps a hash, and seals
        who sent it. The same form with the same words gives the thread that is there. Raises ActRefused where the form
        was sent before with other words.
        """
        secret, token = secret_of(self.name, draft.token, key), hashed(draft.token)
        with one_step():
            if row := self.rows._default_manager.filter(token=token).first():
                return self.put_before(row, draft), secret, True
            sent = self.become(draft, at, self.next_number(int(at[:4])))
            self.rows._default_manager.create(
                number=sent.number,
                received=in_utc(at),
                secret=hashed(secret),
                token=token,
                content=draft.content,
                record=encoded(sent),
                **self.columns(sent),
            )
            self.append(self.file(sent, ()), self.first(sent))
            self.contacts.keep(sent.number, draft.contact, secret, key)
        return sent, secret, False

    def put_before(self, row: SentRow, draft: Draft) -> SentIn:
        """Return what a form has made already; raises ActRefused where it said something else."""
        if row.content != draft.content:
            raise ActRefused(f"this form was sent already, as {self.name} {row.number}")
        return decoded(self.sent, row.record)

    def next_number(self, year: int) -> str:
        """Return the next number of a year: "C-2026-000123". Called inside one step."""
        count, _ = self.counts._default_manager.get_or_create(year=year, defaults={"last": 0})
        count.last += 1
        count.save()
        return f"{self.letter}-{year}-{count.last:06}"

    @at_edge
    def add(self, event: Event) -> File:
        """Append a step to its thread, by the law; return the thread as it is then.

        Raises NotInLedger for an unknown thread, ActRefused where the step may not be done: two that come at once are
        taken one after the other.
        """
        with one_step():
            return self.append(self.check(event), event)

    @at_edge
    def check(self, event: Event) -> File:
        """Raise what `add` would raise, add nothing, and return the thread as it is."""
        file = self.open(event.number)
        if why := self.law.refusal(file, event):
            raise ActRefused(why)
        return file

    def append(self, file: File, event: Event) -> File:
        """Write a step and where its thread stands with it."""
        whose: dict[str, Any] = {self.key: event.number}
        self.steps._default_manager.create(**whose, kind=event.kind, at=event.at, record=encoded(event))
        grown = self.file(file.sent, (*file.events, event))
        self.stands._default_manager.update_or_create(defaults=self.standing(grown), **whose)
        return grown

    @at_edge
    def open(self, number: str) -> File:
        """Return a thread by its number; raises NotInLedger."""
        return self.only(self.rows._default_manager.filter(number=number), f"no {self.name} {number}")

    @at_edge
    def open_by_secret(self, number: str, secret: str) -> File:
        """Return the thread that a secret link leads to; raises NotInLedger where number or secret is wrong, alike."""
        rows = self.rows._default_manager.filter(number=number, secret=hashed(secret))
        return self.only(rows, f"no {self.name} {number} with this link")

    def only(self, rows: "QuerySet[SentRow]", why_not: str) -> File:
        """Return the thread of the one row that there is; raises NotInLedger with the reason where there is none."""
        row = rows.first()
        if row is None:
            raise NotInLedger(why_not)
        return self.files([row])[0]

    def files(self, rows: Iterable[SentRow]) -> list[File]:
        """Return the threads of rows, in their order, by one query."""
        listed = list(rows)
        threads: dict[str, list[Event]] = {row.number: [] for row in listed}
        steps = self.steps._default_manager.filter(**{f"{self.key}__in": list(threads)}).order_by("row")
        for number, record in steps.values_list(self.key, "record"):
            threads[number].append(decoded(self.event, record))
        return [self.file(decoded(self.sent, row.record), tuple(threads[row.number])) for row in listed]

    @at_edge
    def listed(self, condition: Q, after: Cursor | None, limit: int) -> Slice[File]:
        """Return the threads that a condition keeps, in their order."""
        found = self.stands._default_manager.filter(condition).select_related(self.name)
        return slice_of(found, self.order, after, limit, self.files_of_stands, rising=True)

    def files_of_stands(self, stands: Iterable[StandRow]) -> list[File]:
        """Return the threads whose stands these are."""
        return self.files(getattr(row, self.name) for row in stands)

    @at_edge
    def count(self, condition: Q) -> int:
        """Return how many threads a condition keeps."""
        return self.stands._default_manager.filter(condition).count()

    @at_edge
    def received(self, since: str) -> int:
        """Return how many threads began since a moment (ISO 8601, UTC)."""
        return self.rows._default_manager.filter(received__gte=in_utc(since)).count()
