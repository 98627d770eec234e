"""A case as editors see it: what it is about, its thread, a diff with its preview, and the decision."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.editors.people import EDITING, REVIEWING, for_roles
from musterroll.desk.editors.proposing import claims_about, fields_of, proposal_of, suggestions
from musterroll.desk.editors.queue import late_days, today_words
from musterroll.desk.editors.reviewing import Reviewing, said, sender_words, silent, worded
from musterroll.desk.intake.about import address_of
from musterroll.desk.intake.changes import Change, changes_of, mends_of
from musterroll.desk.intake.mail import ON_CASES
from musterroll.desk.intake.words import (
    CLASS_MEANINGS,
    CLASSES,
    DEEDS,
    EVENTS,
    FIELDS,
    KINDS,
    PARTS,
    SILENT,
    STATES,
    STEPS,
    VERDICTS,
    WORDLESS,
)
from musterroll.ledger import ClaimLine
from musterroll.records import ActRefused, CaseFile, LedgerError, NotInLedger, Person, Proposal

NAMES = {
    "states": STATES, "events": EVENTS, "classes": CLASSES, "parts": PARTS, "verdicts": VERDICTS, "kinds": KINDS,
    "meanings": CLASS_MEANINGS, "steps": STEPS, "fields": FIELDS, "deeds": DEEDS,
    "wordless": WORDLESS, "silent": SILENT,
}  # fmt: skip


@for_roles(REVIEWING)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, person: Person, number: str) -> HttpResponse:
    """Show a case, or do to it what a button says."""
    file = CASES.opened(number)
    if request.method != "POST":
        return case_page(request, person, file)
    if request.POST.get("act") == "preview":
        return previewed(request, person, file)
    return CASES.acted(request, person, file)


def decide(request: HttpRequest, number: str, person: Person) -> CaseFile:
    """Accept what the form proposes: as it was proposed, or adjusted."""
    filled = proposal_of(request.POST)
    held = ledger.case_file(number).proposal
    verdict = "accepted" if filled and filled == held else "adjusted"
    done = actions.decide_case(
        number, verdict, by=person, why=said(request), wrong=said(request, "wrong"), right=said(request, "right"),
        outcome=said(request, "class") or None, proposal=filled,
    )  # fmt: skip
    return done.file


def decline(request: HttpRequest, number: str, person: Person) -> CaseFile:
    """Leave things as they are, with the reason."""
    return actions.decide_case(number, "declined", by=person, why=said(request)).file


def propose(request: HttpRequest, number: str, person: Person) -> CaseFile:
    """Put the diff of the form into the thread."""
    filled = proposal_of(request.POST)
    if filled is None:
        raise ActRefused(_("Choose what is to be done: mend, reject, retract …"))
    return actions.propose(number, filled, by=person, why=said(request))


def previewed(request: HttpRequest, person: Person, file: CaseFile) -> HttpResponse:
    """Show what the diff of the form would change; nothing is changed."""
    filled = proposal_of(request.POST)
    if filled is None:
        why = _("Choose what is to be done: mend, reject, retract …")
        return case_page(request, person, file, why=why, status=400)
    try:
        changes = preview_of(filled)
    except LedgerError as refused:
        return case_page(request, person, file, why=str(refused), status=409)
    return case_page(request, person, file, preview=changes)


def preview_of(proposal: Proposal) -> tuple[Change, ...]:
    """Return what a diff would change, derived in a rehearsal. Raises what the acts raise."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return changes_of(actions.rehearse(proposal, at=at))


def case_page(
    request: HttpRequest,
    person: Person,
    file: CaseFile,
    why: str | None = None,
    preview: tuple[Change, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show everything of a case."""
    lines = lines_about(file)
    logged = ledger.correction(file.case.number) if file.outcome else None
    today = today_words()
    fields = {
        "file": file,
        "case": file.case,
        "person": person,
        "may_decide": bool(person.roles & EDITING),
        "about_address": address_of(file.case.about.kind, file.case.about.id),
        "lines": lines,
        "judged": {line.id: ledger.judgements(line.id) for line in lines[:10]},
        "reports": {line.report.id: line.report for line in lines},
        "fields": fields_of(lines[0].claim if len(lines) == 1 else None, request, file.proposal),
        "suggestions": suggestions(lines),
        "chosen": chosen_of(request, file),
        "typed": typed_of(request, file),
        "preview": preview,
        "mends": mends_of(logged.judgements) if logged else (),
        "changes": changes_of(logged.notices) if logged else (),
        "late": late_days(file, today),
        "contact": sender_words(ON_CASES, file.number),
        "why": why,
        "names": NAMES,
    }
    return render(request, "desk/editors/case.html", fields, status=status)


def lines_about(file: CaseFile) -> tuple[ClaimLine, ...]:
    """Return the claims that the case may be about; none where the thing is gone."""
    try:
        return claims_about(file.case.about)
    except NotInLedger:
        return ()


def chosen_of(request: HttpRequest, file: CaseFile) -> Proposal:
    """Return the step and subjects that the form shows: as typed, as proposed, or the one thing it is about."""
    if request.method == "POST" and "step" in request.POST:
        return proposal_of(request.POST) or Proposal("")
    if file.proposal:
        return file.proposal
    about = file.case.about
    return Proposal("", about.kind, (about.id,)) if about.kind in ("claim", "report") else Proposal("")


def typed_of(request: HttpRequest, file: CaseFile) -> dict[str, str]:
    """Return the words that the form shows: as typed, else the reader's own for the public log."""
    if request.method == "POST":
        return {name: request.POST.get(name, "") for name in ("why", "wrong", "right", "class", "note", "others")}
    return {"why": "", "wrong": file.case.wrong, "right": file.case.right, "class": "", "note": "", "others": ""}


CASES = Reviewing(
    view="editor-case",
    open=lambda number: ledger.case_file(number),
    page=case_page,
    deeds={
        "claim": silent(actions.claim_case),
        "leave": silent(actions.leave_case),
        "comment": worded(actions.comment_case),
        "message": worded(actions.message_case),
        "hold": worded(actions.hold_case),
        "release": silent(actions.release_case),
        "reopen": worded(actions.reopen_case),
        "propose": propose,
        "accept": decide,
        "decline": decline,
    },
    letters=ON_CASES,
)
