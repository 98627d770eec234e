"""What a correction is about: the thing as its page shows it, looked up by "finding:ID", "report:ID" and so on."""

from collections.abc import Callable

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk import wording
from musterroll.desk.headings import measure_name, type_name
from musterroll.ledger import ClaimLine
from musterroll.records import CaseAbout, Finding, NotInLedger, Quantity

GENERAL = CaseAbout("general", "", "")
LONGEST_ID = 200


def about_of(key: str) -> CaseAbout:
    """Return what "finding:ID", "report:ID", "claim:ID", "commitment:ID" or "opinion:ID" means; "" is the whole ledger.

    Raises NotInLedger for anything else.
    """
    kind, _colon, number = key.partition(":")
    if key in ("", "general"):
        return GENERAL
    if kind not in LOOK_UPS or not number or len(number) > LONGEST_ID or "\x00" in number:
        raise NotInLedger(f"nothing in the ledger is called {key[:60]}")
    return LOOK_UPS[kind](number)


def of_finding(number: str) -> CaseAbout:
    """Return a finding: its matter, its figure and the sentence that its lower bound rests on."""
    finding = ledger.finding(number)
    rests = [*finding.min_claims, *finding.max_claims, *finding.claims][:1]
    lines = ledger.claim_lines(rests)
    return CaseAbout("finding", number, finding_title(finding), lines[0].words if lines else None, figure_of(finding))


def of_claim(number: str) -> CaseAbout:
    """Return a claim: its sentence and its figure."""
    lines = ledger.claim_lines([number])
    if not lines:
        raise NotInLedger(f"no claim {number} in the ledger")
    return CaseAbout("claim", number, claim_title(lines[0]), lines[0].words, strength_words(lines[0]))


def of_report(number: str) -> CaseAbout:
    """Return a report: its title, outlet and day."""
    report = ledger.report(number)
    day = wording.day(report.published.day) if report.published else _("date unknown")
    named = [report.title or report.url or number, report.outlet, day]
    return CaseAbout("report", number, " · ".join(word for word in named if word))


def of_commitment(number: str) -> CaseAbout:
    """Return a commitment: its instrument, clause and duty."""
    found = ledger.packs().commitments.get(number)
    if found is None:
        raise NotInLedger(f"no commitment {number} in the ledger")
    return CaseAbout("commitment", number, f"{found.instrument} {found.clause}".strip(), found.obligation)


def of_opinion(number: str) -> CaseAbout:
    """Return an opinion: its title."""
    return CaseAbout("opinion", number, ledger.opinion(number).title)


def finding_title(finding: Finding) -> str:
    """Return who does what where and when: "Grey Column · presence in Newtown · stock · March 2021"."""
    force = finding.force.name if finding.force else _("force not named")
    what = type_name(finding.type)
    place = _("%(type)s in %(place)s") % {"type": what, "place": finding.place.name} if finding.place else None
    measure = measure_name(finding.measure) if finding.measure != "none" else None
    when = wording.day(finding.matter.period) if finding.matter.period else None
    return " · ".join(word for word in (force, place or what, measure, when) if word)


def claim_title(line: ClaimLine) -> str:
    """Return where a claim stands: its report and day."""
    report = line.report
    named = [report.title or report.url or report.id, report.outlet, wording.day(report.day)]
    return " · ".join(word for word in named if word)


def figure_of(finding: Finding) -> str | None:
    """Return a finding's figure as text."""
    if finding.min is None and finding.max is None:
        return None
    return wording.bounds_text(finding.min, finding.max, finding.qualifier)


def strength_words(line: ClaimLine) -> str | None:
    """Return a claim's figure as text."""
    strength = line.claim.claim.strength
    return quantity_words(strength) if strength else None


def quantity_words(strength: Quantity) -> str:
    """Return bounds as text."""
    qualifier = "about" if strength.approximate else None
    return wording.bounds_text(strength.min, strength.max, qualifier)


def address_of(kind: str, number: str) -> str | None:
    """Return the address of a thing's page, None for the ledger as a whole."""
    view = {"holding": "commitment", "actor": "force"}.get(kind, kind)
    try:
        return reverse(view, args=[number]) if number else None
    except NoReverseMatch:
        return None


LOOK_UPS: dict[str, Callable[[str], CaseAbout]] = {
    "finding": of_finding,
    "claim": of_claim,
    "report": of_report,
    "commitment": of_commitment,
    "opinion": of_opinion,
}
