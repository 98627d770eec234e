"""Cases in the ledger: filed once, each step appended, where they stand rewritten from their steps."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q

from musterroll.ledger.case_filters import CaseFilter, Filed
from musterroll.ledger.case_law import CASE_LAW
from musterroll.ledger.contacts import OF_CASES
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.logged import log_case
from musterroll.ledger.models import CaseCountRow, CaseEventRow, CaseJudgementRow, CaseRow, CaseStandRow
from musterroll.ledger.moments import in_utc
from musterroll.ledger.queries.slices import asked
from musterroll.ledger.state import one_step
from musterroll.ledger.threads import Shelf
from musterroll.records import Case, CaseDraft, CaseEvent, CaseFile, due_day

NEVER = "~"  # sorts behind every day
RELEASED = "released"  # what stands for the class of a case that held something and is undecided


@at_edge
def file_case(draft: CaseDraft, key: str, at: str) -> Filed:
    """File what a reader sent; the same form with the same words gives the case that is there.

    `key` is the installation's secret key: it makes the link's secret, of which the ledger keeps a hash, and seals who
    sent it. Raises ActRefused where the form was sent before with other words.
    """
    return Filed(*CASES.put(draft, key, at))


def case_of(draft: CaseDraft, at: str, number: str) -> Case:
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


@at_edge
def add_case_event(event: CaseEvent) -> CaseFile:
    """Append a step to a case; return its file as it is then.

    Raises NotInLedger for an unknown case, ActRefused where the step may not be done (claimed by another, say, or
    decided already): two that come at once are taken one after the other.
    """
    with one_step():
        file = CASES.add(event)
        for judgement in event.decision.judgements if event.decision else ():
            CaseJudgementRow.objects.create(case_id=event.case, judgement=judgement)
        log_case(file)
    return file


def stand_of(file: CaseFile) -> dict[str, object]:
    """Return the columns that say where a case stands; an undecided one that held something stays in the log."""
    return {
        "state": file.state,
        "queue": file.case.queue,
        "claimed_by": file.claimed_by or "",
        "held": file.held,
        "outcome": file.outcome or (RELEASED if file.released_at else ""),
        "part": file.case.part,
        "due": NEVER if file.decision else file.case.due,
        "harm": file.case.harm,
        "logged": in_utc(file.logged_at),
        "closed": in_utc(file.closed_at),
    }


CASES = Shelf(
    name="case",
    letter="C",
    sent=Case,
    event=CaseEvent,
    file=CaseFile,
    become=case_of,
    first=lambda case: CaseEvent(case.number, "received", case.received, ""),
    rows=CaseRow,
    steps=CaseEventRow,
    stands=CaseStandRow,
    counts=CaseCountRow,
    contacts=OF_CASES,
    law=CASE_LAW,
    columns=lambda case: {"about_kind": case.about.kind, "about": case.about.id},
    standing=stand_of,
    order="due",
)
check_case_event, case_file, case_by_secret = CASES.check, CASES.open, CASES.open_by_secret
files_of, cases_received = CASES.files, CASES.received


@at_edge
def cases(wanted: CaseFilter, after: Cursor | None = None, limit: int = LIMIT) -> Slice[CaseFile]:
    """Return cases, those due first on top (so the overdue lead), decided ones last."""
    return CASES.listed(chosen(wanted), after, limit)


def chosen(wanted: CaseFilter) -> Q:
    """Return the condition of a filter."""
    condition = asked(
        queue=wanted.queue, claimed_by=wanted.claimed_by, outcome=wanted.outcome, part=wanted.part,
        case__about_kind=wanted.about_kind, case__about=wanted.about,
    )  # fmt: skip
    if wanted.state:
        condition &= ~Q(state="decided") if wanted.state == "open" else Q(state=wanted.state)
    if wanted.overdue:
        condition &= Q(due__lt=wanted.overdue) & ~Q(state="decided")
    return condition


@at_edge
def count_cases(wanted: CaseFilter) -> int:
    """Return how many cases a filter keeps."""
    return CASES.count(chosen(wanted))


@contextmanager
def rehearsal() -> Iterator[None]:
    """Try writes out: inside they can be read, afterwards none of them has happened."""
    with one_step():
        yield
        transaction.set_rollback(True)
