"""Judgements on any claim, report or actor from a page of its own, with the history of what was judged before."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.actions import Done
from musterroll.desk.editors.case import NAMES, preview_of
from musterroll.desk.editors.people import EDITING, REVIEWING, for_roles
from musterroll.desk.editors.proposing import fields_of, mends_in, suggestions
from musterroll.desk.editors.reviewing import said
from musterroll.desk.intake.about import address_of
from musterroll.desk.intake.changes import Change, changes_of
from musterroll.ledger import ClaimLine
from musterroll.records import SAID, ActRefused, LedgerError, NotInLedger, Person, Proposal, words_said

Judge = Callable[[HttpRequest, str, Person], Done]
CLAIM_ACTS: dict[str, Judge] = {
    "confirm": lambda request, number, person: actions.confirm_claim(number, by=person, why=said(request)),
    "reject": lambda request, number, person: actions.reject_claim(number, by=person, why=said(request)),
    "reopen": lambda request, number, person: actions.reopen_claim(number, by=person, why=said(request)),
    "mend": lambda request, number, person: actions.correct_claim(
        number, dict(mends_in(request.POST)), by=person, why=said(request)
    ),
}
REPORT_ACTS: dict[str, Judge] = {
    "retract": lambda request, number, person: actions.retract_report(number, by=person, why=said(request)),
    "restore": lambda request, number, person: actions.restore_report(number, by=person, why=said(request)),
}
ACTOR_ACTS: dict[str, Judge] = {
    "merge": lambda request, number, person: actions.merge_actors(
        number, said(request, "into"), by=person, why=said(request)
    ),
    "part": lambda request, number, person: actions.part_actors(number, by=person, why=said(request)),
}
ACTS = {"claim": CLAIM_ACTS, "report": REPORT_ACTS, "actor": ACTOR_ACTS}
ALIKE = 100  # other words that are offered
STEP_OF = {"mend": "mend", "reject": "reject", "reopen": "reopen", "retract": "retract", "restore": "restore"}


@for_roles(REVIEWING)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, person: Person, kind: str, number: str) -> HttpResponse:
    """Show a claim, a report or an actor to judge, or do what a button says."""
    act = request.POST.get("act", "")
    if request.method != "POST":
        return judging_page(request, person, kind, number)
    if act.startswith("preview-"):
        return previewed(request, person, kind, number, act.removeprefix("preview-"))
    judge = ACTS[kind].get(act)
    if judge is None:
        return judging_page(request, person, kind, number, why=_("No such button."), status=400)
    try:
        judge(request, number, person)
    except (ActRefused, NotInLedger) as refused:
        return judging_page(request, person, kind, number, why=str(refused), status=409)
    return redirect(request.path)


def previewed(request: HttpRequest, person: Person, kind: str, number: str, act: str) -> HttpResponse:
    """Show what a judgement would change; nothing is changed."""
    if act not in STEP_OF:
        return judging_page(request, person, kind, number, why=_("No such button."), status=400)
    what = mends_in(request.POST) if act == "mend" else ()
    try:
        changes = preview_of(Proposal(act, kind, (number,), what))
    except LedgerError as refused:
        return judging_page(request, person, kind, number, why=str(refused), status=409)
    return judging_page(request, person, kind, number, preview=changes)


def judging_page(
    request: HttpRequest,
    person: Person,
    kind: str,
    number: str,
    why: str | None = None,
    preview: tuple[Change, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the thing, what was judged of it, and the forms to judge it; raises Http404 where there is none."""
    line = line_of(kind, number)
    made = ledger.judgements(number)
    fields = {
        "kind": kind,
        "number": number,
        "address": address_of(kind, number),
        "line": line,
        "title": title_of(kind, number),
        "standing": ledger.standing_judgement(number),
        "judgements": [(one, changes_of(ledger.notices(cause=one.id))) for one in reversed(made)],
        "fields": fields_of(line.claim, request, None) if line else (),
        "suggestions": suggested(kind, number, line),
        "said": [(one, words_in(one)) for one in ledger.said_in_claims([number]).get(number, ())] if line else [],
        "may_edit": bool(person.roles & EDITING),
        "typed": {name: request.POST.get(name, "") for name in ("why", "into")},
        "preview": preview,
        "why": why,
        "names": NAMES,
        "today": datetime.now(UTC).date().isoformat(),
    }
    return render(request, "desk/editors/judging.html", fields, status=status)


def line_of(kind: str, number: str) -> ClaimLine | None:
    """Return the claim to judge; None for another kind. Raises Http404 where there is none."""
    if kind != "claim":
        return None
    lines = ledger.claim_lines([number])
    if not lines:
        raise Http404(f"no claim {number} in the ledger")
    return lines[0]


def suggested(kind: str, number: str, line: ClaimLine | None) -> tuple[tuple[str, str], ...]:
    """Return ids to choose from; to whom only words name, other words that may mean the same come first."""
    known = suggestions((line,) if line else ())
    if kind == "actor" and number.startswith(SAID):
        return (*((one, words_in(one)) for one in ledger.said_with(number)[:ALIKE]), *known)
    return known


def words_in(number: str) -> str:
    """Return the words of an id that is made of words, in quotes; another as it is."""
    return f"“{words_said(number)}”" if number.startswith(SAID) else number


def title_of(kind: str, number: str) -> str:
    """Return what a thing is called; raises Http404 where there is none."""
    if kind == "actor":
        known = ledger.packs().actors.get(number)
        return known.name if known else words_in(number)
    if kind == "claim":
        return number
    try:
        report = ledger.report(number)
    except NotInLedger as error:
        raise Http404(str(error)) from error
    return report.title or report.url or number
