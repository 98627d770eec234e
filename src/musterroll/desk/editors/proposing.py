"""A diff as an editor fills it in: a step, the claims or reports it is done to, and the fields that become another."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from musterroll import ledger
from musterroll.desk.intake.changes import NAMED
from musterroll.ledger import ClaimFilter, ClaimLine
from musterroll.records import (
    MEASURES,
    MENDABLE,
    MODALITIES,
    POLARITIES,
    STEPS,
    TYPES,
    CaseAbout,
    LinkedClaim,
    NotInLedger,
    Proposal,
)

MOST = 60
ON_REPORTS = ("retract", "restore")
CHOICES = {"type": TYPES, "polarity": POLARITIES, "modality": MODALITIES, "measure": MEASURES}


@dataclass(frozen=True)
class Field:
    """A field that can be mended: what it is now, what was typed, and what it can be (empty: anything)."""

    name: str
    now: str
    typed: str
    unknown: bool
    choices: tuple[str, ...] = ()


def claims_about(about: CaseAbout) -> tuple[ClaimLine, ...]:
    """Return the claims that a case can be about: a finding's, a report's, a commitment's, or the one itself."""
    if about.kind == "claim":
        return ledger.claim_lines([about.id])
    if about.kind == "finding":
        finding = ledger.finding(about.id)
        return ledger.claim_lines([*finding.claims, *finding.denials][:MOST])
    if about.kind == "report":
        return tuple(ledger.claims(ClaimFilter(report=about.id, status=None), limit=MOST))
    if about.kind == "commitment":
        return of_holding(about.id)
    return ()


def of_holding(number: str) -> tuple[ClaimLine, ...]:
    """Return the claims that a commitment's evidence rests on."""
    try:
        return ledger.claim_lines([evidence.claim for evidence in ledger.holding(number).evidence][:MOST])
    except NotInLedger:
        return ()


def proposal_of(sent: QueryDict) -> Proposal | None:
    """Return the diff that a form holds, None where no step is chosen."""
    step = sent.get("step", "")
    if step not in STEPS:
        return None
    if step == "note":
        return Proposal("note")
    kind = "report" if step in ON_REPORTS else "claim"
    what = mends_in(sent) if step == "mend" else ()
    chosen = [*sent.getlist(kind), *sent.get("others", "").split()]
    return Proposal(step, kind, tuple(dict.fromkeys(chosen)), what)


def mends_in(sent: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the fields that were filled in; an empty one stays as it is, one that is ticked becomes unknown."""
    filled = ((name, meant(name, sent.get(f"f-{name}", "").strip()), f"u-{name}" in sent) for name in MENDABLE)
    return tuple((name, "" if unknown else value) for name, value, unknown in filled if value or unknown)


def meant(field: str, typed: str) -> str:
    """Return the id of an actor or a site that was typed by its name; anything else as it was typed."""
    if field not in NAMED or not typed:
        return typed
    packs = ledger.packs()
    named = {f"site:{number}": site.name for number, site in packs.sites.items()}
    named.update({number: actor.name for number, actor in packs.actors.items()})
    return next((number for number, name in named.items() if name.casefold() == typed.casefold()), typed)


def fields_of(claim: LinkedClaim | None, request: HttpRequest, proposal: Proposal | None) -> tuple[Field, ...]:
    """Return the fields to mend, with what they are now and what was typed or proposed."""
    now = ledger.values_of(claim) if claim else {}
    typed = dict(mends_in(request.POST)) if request.method == "POST" else dict(proposal.what if proposal else ())
    return tuple(
        Field(name, now.get(name, ""), typed.get(name, ""), typed.get(name) == "", CHOICES.get(name, ()))
        for name in MENDABLE
    )


def suggestions(lines: tuple[ClaimLine, ...]) -> tuple[tuple[str, str], ...]:
    """Return ids that a field may be set to, with their names: what the claims could mean, then the packs' actors."""
    found: dict[str, str] = {}
    for line in lines:
        for link in line.claim.links:
            found.update({candidate.id: candidate.name for candidate in link.candidates})
            if link.id:
                found[link.id] = link.name or link.words
    packs = ledger.packs()
    found.update({f"site:{number}": site.name for number, site in packs.sites.items()})
    found.update({number: actor.name for number, actor in packs.actors.items()})
    return tuple(found.items())
