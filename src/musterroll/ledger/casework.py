"""Cases in the ledger: filed once, each step appended, where they stand rewritten from their steps."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q, QuerySet

from musterroll.ledger.case_filters import CaseFilter, Filed
from musterroll.ledger.case_law import event_refusal
from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.contacts import keep_contact
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.logged import log_case
from musterroll.ledger.models import CaseCountRow, CaseEventRow, CaseJudgementRow, CaseRow, CaseStandRow
from musterroll.ledger.moments import in_utc
from musterroll.ledger.seals import hashed, secret_of
from musterroll.ledger.state import one_step
from musterroll.records import ActRefused, Case, CaseDraft, CaseEvent, CaseFile, NotInLedger, due_day

NEVER = "~"  # sorts behind every day


@at_edge
def file_case(draft: CaseDraft, key: str, at: str) -> Filed:
    """File what a reader sent; the same form with the same words gives the case that is there.

    `key` is the installation's secret key: it makes the link's secret, of which the ledger keeps a hash, and seals who
    sent it. Raises ActRefused where the form was sent before with other words.
    """
    secret, token = secret_of("case", draft.token, key), hashed(draft.token)
    with one_step():
        if row := CaseRow.objects.filter(token=token).first():
            return filed_before(row, draft, secret)
        case = case_of(draft, next_number(int(at[:4])), at)
        CaseRow.objects.create(
            number=case.number,
            about_kind=case.about.kind,
            about=case.about.id,
            received=in_utc(at),
            secret=hashed(secret),
            token=token,
            content=draft.content,
            record=encoded(case),
        )
        append(CaseFile(case, ()), CaseEvent(case.number, "received", at, ""))
        keep_contact(case.number, draft.contact, secret, key)
    return Filed(case, secret)


def filed_before(row: CaseRow, draft: CaseDraft, secret: str) -> Filed:
    """Return the case that a form has made already; raises ActRefused where it said something else."""
    if row.content != draft.content:
        raise ActRefused(f"this form was sent already, as case {row.number}")
    return Filed(decoded(Case, row.record), secret, again=True)


def case_of(draft: CaseDraft, number: str, at: str) -> Case:
    """Return the case that a draft becomes."""
    return Case(
        number=number,
        about=draft.about,
        part=draft.part,
        wrong=draft.wrong,
        right=draft.right,
        received=at,
        due=due_day(at, draft.harm),
        evidence=draft.evidence,
        harm=draft.harm,
        queue=draft.queue,
    )


def next_number(year: int) -> str:
    """Return the next number of a year: "C-2026-000123". Called inside one step."""
    CaseCountRow.objects.get_or_create(year=year, defaults={"last": 0})
    count = CaseCountRow.objects.get(year=year)
    count.last += 1
    count.save()
    return f"C-{year}-{count.last:06}"


@at_edge
def add_case_event(event: CaseEvent) -> CaseFile:
    """Append a step to a case; return its file as it is then.

    Raises NotInLedger for an unknown case, ActRefused where the step may not be done (claimed by another, say, or
    decided already): two that come at once are taken one after the other.
    """
    with one_step():
        file = case_file(event.case)
        if why := event_refusal(file, event):
            raise ActRefused(why)
        return append(file, event)


@at_edge
def check_case_event(event: CaseEvent) -> None:
    """Raise what `add_case_event` would raise, and add nothing."""
    if why := event_refusal(case_file(event.case), event):
        raise ActRefused(why)


def append(file: CaseFile, event: CaseEvent) -> CaseFile:
    """Write an event and where the case stands with it."""
    CaseEventRow.objects.create(case_id=event.case, kind=event.kind, at=event.at, record=encoded(event))
    for judgement in event.decision.judgements if event.decision else ():
        CaseJudgementRow.objects.create(case_id=event.case, judgement=judgement)
    grown = CaseFile(file.case, (*file.events, event))
    stands = stand_of(grown)
    CaseStandRow.objects.update_or_create(case_id=event.case, defaults=stands)
    log_case(grown, str(stands["logged"]), str(stands["outcome"]))
    return grown


def stand_of(file: CaseFile) -> dict[str, object]:
    """Return the columns that say where a case stands."""
    return {
        "state": file.state,
        "queue": file.case.queue,
        "claimed_by": file.claimed_by or "",
        "held": file.held,
        "outcome": file.outcome or "",
        "part": file.case.part,
        "due": NEVER if file.decision else file.case.due,
        "harm": file.case.harm,
        "logged": in_utc(file.closed_at or file.held_at),
        "closed": in_utc(file.closed_at),
    }


@at_edge
def case_file(number: str) -> CaseFile:
    """Return a case with its thread; raises NotInLedger."""
    row = CaseRow.objects.filter(number=number).first()
    if row is None:
        raise NotInLedger(f"no case {number}")
    return files_of([row])[0]


@at_edge
def case_by_secret(number: str, secret: str) -> CaseFile:
    """Return the case that a secret link leads to; raises NotInLedger where number or secret is wrong, alike."""
    row = CaseRow.objects.filter(number=number, secret=hashed(secret)).first()
    if row is None:
        raise NotInLedger(f"no case {number} with this link")
    return files_of([row])[0]


def files_of(rows: list[CaseRow]) -> list[CaseFile]:
    """Return cases with their threads, in the order of their rows, by one query."""
    threads: dict[str, list[CaseEvent]] = {row.number: [] for row in rows}
    for event in CaseEventRow.objects.filter(case_id__in=threads).order_by("row"):
        threads[event.case_id].append(decoded(CaseEvent, event.record))
    return [CaseFile(decoded(Case, row.record), tuple(threads[row.number])) for row in rows]


@at_edge
def cases(wanted: CaseFilter, after: Cursor | None = None, limit: int = LIMIT) -> Slice[CaseFile]:
    """Return cases, those due first on top (so the overdue lead), decided ones last."""
    rows = CaseStandRow.objects.filter(chosen(wanted)).select_related("case").order_by("due", "case_id")
    if after:
        rows = rows.filter(Q(due__gt=after.key) | Q(due=after.key, case_id__gt=after.id))
    listed = list(rows[: limit + 1])
    more = Cursor(listed[limit - 1].due, listed[limit - 1].case_id) if len(listed) > limit else None
    return Slice(tuple(files_of([row.case for row in listed[:limit]])), more)


def chosen(wanted: CaseFilter) -> Q:
    """Return the condition of a filter."""
    condition = Q()
    for name in ("queue", "claimed_by", "outcome", "part"):
        if (value := getattr(wanted, name)) is not None:
            condition &= Q(**{name: value})
    if wanted.state:
        condition &= ~Q(state="decided") if wanted.state == "open" else Q(state=wanted.state)
    if wanted.about_kind:
        condition &= Q(case__about_kind=wanted.about_kind)
    if wanted.about:
        condition &= Q(case__about=wanted.about)
    if wanted.overdue:
        condition &= Q(due__lt=wanted.overdue) & ~Q(state="decided")
    return condition


@at_edge
def count_cases(wanted: CaseFilter) -> int:
    """Return how many cases a filter keeps."""
    return CaseStandRow.objects.filter(chosen(wanted)).count()


@at_edge
def cases_received(since: str) -> int:
    """Return how many cases came in since a moment (ISO 8601, UTC)."""
    return CaseRow.objects.filter(received__gte=in_utc(since)).count()


@at_edge
def held(kind: str, ids: list[str] | tuple[str, ...] | None = None) -> dict[str, str]:
    """Return which things of one kind are held while they are checked: id → the case's number."""
    rows: QuerySet[CaseStandRow] = CaseStandRow.objects.filter(held=True, case__about_kind=kind)
    if ids is not None:
        rows = rows.filter(case__about__in=ids)
    return dict(rows.values_list("case__about", "case_id"))


@contextmanager
def rehearsal() -> Iterator[None]:
    """Try writes out: inside they can be read, afterwards none of them has happened."""
    with one_step():
        yield
        transaction.set_rollback(True)
