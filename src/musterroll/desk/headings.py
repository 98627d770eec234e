"""A finding, a claim and a source in one line of words, the same on every page and feed."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from musterroll.desk.wording import in_each_language
from musterroll.ledger import ClaimLine
from musterroll.records import Finding, LinkedClaim, Named


def force_name(named: Named | None) -> str:
    """Return a force's name; words that no pack knows stand in quotation marks."""
    if named is None or named.id.startswith("said:@"):
        return _("a force not named")
    return f"“{named.name}”" if named.id.startswith("said:") else named.name


def heading(finding: Finding) -> str:
    """Return "Wagner Group in Libya", "Syrian fighters to Libya, for the Libyan National Army"."""
    words = {"force": force_name(finding.force), "place": finding.place.name if finding.place else ""}
    pattern = placed(finding.type) if finding.place else unplaced(finding.type)
    line = pattern % words
    return _("%(what)s, for %(side)s") % {"what": line, "side": finding.side.name} if finding.side else line


@in_each_language
def placed(kind: str) -> str:
    """Return the pattern of a finding with a place."""
    return {
        "presence": _("%(force)s in %(place)s"),
        "movement": _("%(force)s sent to %(place)s"),
        "withdrawal": _("%(force)s leaving %(place)s"),
        "recruitment": _("%(force)s recruited for %(place)s"),
        "pay": _("Pay of %(force)s in %(place)s"),
        "supply": _("Supplies to %(force)s in %(place)s"),
        "support": _("Support for %(force)s in %(place)s"),
        "clash": _("Fighting with %(force)s in %(place)s"),
        "toll": _("Losses of %(force)s in %(place)s"),
        "truce": _("Truce with %(force)s in %(place)s"),
    }[kind]


@in_each_language
def unplaced(kind: str) -> str:
    """Return the pattern of a finding without a place."""
    return {
        "presence": _("%(force)s present, place not said"),
        "movement": _("%(force)s on the move"),
        "withdrawal": _("%(force)s leaving"),
        "recruitment": _("%(force)s recruited"),
        "pay": _("Pay of %(force)s"),
        "supply": _("Supplies to %(force)s"),
        "support": _("Support for %(force)s"),
        "clash": _("Fighting with %(force)s"),
        "toll": _("Losses of %(force)s"),
        "truce": _("Truce with %(force)s"),
    }[kind]


@in_each_language
def type_name(kind: str) -> str:
    """Return a claim type for people."""
    return {
        "presence": _("presence"), "movement": _("movement"), "withdrawal": _("withdrawal"),
        "recruitment": _("recruitment"), "pay": _("pay"), "supply": _("supply"), "support": _("support"),
        "clash": _("clash"), "toll": _("toll"), "truce": _("truce"),
    }[kind]  # fmt: skip


@in_each_language
def measure_name(measure: str) -> str:
    """Return a measure for people."""
    return {
        "stock": pgettext("measure", "stock"), "flow": pgettext("measure", "flow"),
        "total": pgettext("measure", "total ever"), "ceiling": pgettext("measure", "plan or ceiling"),
        "none": pgettext("measure", "no figure"),
    }[measure]  # fmt: skip


@in_each_language
def measure_meaning(measure: str) -> str:
    """Return what a measure counts, in a sentence."""
    return {
        "stock": _("How many are said to be there on a day."),
        "flow": _("How many are said to have come or gone in a time."),
        "total": _("How many are said to have come ever since, whether or not they are still there."),
        "ceiling": _("An upper bound or a plan, not a count."),
        "none": _("The claims give no figure."),
    }[measure]


@in_each_language
def grade_name(grade: str) -> str:
    """Return a grade for people."""
    return {
        "single-origin": _("single origin"), "several-origins": _("several independent origins"),
        "contested": _("contested"), "denied": _("denied"), "admitted": _("admitted by the party"),
        "retracted": _("retracted"),
    }[grade]  # fmt: skip


@in_each_language
def interest_name(interest: str) -> str:
    """Return a source's interest for people."""
    return {
        "party": _("party to the conflict"), "sponsor": _("sponsor of a party"), "monitor": _("monitor"),
        "un": _("United Nations"), "state": _("another state"), "media": _("media"),
        "unnamed": _("unnamed source"), "outlet": _("the outlet itself"), "unknown": _("interest not known"),
    }[interest]  # fmt: skip


def speaker(line: ClaimLine) -> str:
    """Return on whose word a claim stands, as its sentence has it."""
    return speaker_of(line.claim, line.words, line.start)


def speaker_of(linked: LinkedClaim, words: str, start: int) -> str:
    """Return the source of a claim: its linked name, its words, "unnamed sources" or "the outlet itself"."""
    speech = linked.claim.attribution
    link = next((link for link in linked.links if link.role == "source"), None)
    if speech.kind == "outlet":
        return _("the outlet itself")
    if link and link.verdict == "linked" and link.name and not speech.kind.startswith("unnamed"):
        return link.name
    if speech.resolved:
        return speech.resolved
    if speech.source and start <= speech.source.start and speech.source.end - start <= len(words):
        return words[speech.source.start - start : speech.source.end - start]
    return link.words if link and link.words else _("unnamed sources")


@in_each_language
def role_name(role: str) -> str:
    """Return a part's role for people."""
    return {
        "force": _("force"), "by": _("by whom"), "side": _("for whom"), "place": _("place"), "from": _("from"),
        "to": _("to"), "strength": _("how many"), "goods": _("goods"), "amount": _("amount"), "time": _("when"),
        "instrument": _("agreement"), "source": _("source"), "cue": _("cue"), "relay": _("relay"),
        "trigger": _("what happens"),
    }[role]  # fmt: skip


@in_each_language
def modality_name(modality: str) -> str:
    """Return a modality for people."""
    return {
        "actual": _("stated as fact"), "planned": _("planned"), "possible": _("possible"),
        "called-for": _("called for"), "required": _("required"),
    }[modality]  # fmt: skip


@in_each_language
def link_role_name(role: str) -> str:
    """Return a chain link's role for people."""
    return {"source": _("source"), "relay": _("relay"), "agency": _("agency"), "outlet": _("outlet")}[role]


@in_each_language
def field_name(field: str) -> str:
    """Return a field of drift for people."""
    return {
        "number": _("number"), "qualifier": _("qualifier"), "actor": _("actor"), "place": _("place"),
        "attribution": _("attribution"), "type": _("what happens"), "modality": _("how certain"),
        "polarity": _("whether it happened"), "tense": _("tense"),
    }[field]  # fmt: skip


@in_each_language
def status_name(status: str) -> str:
    """Return a status for people."""
    return {"standing": _("stands"), "rejected": _("rejected"), "retracted": _("retracted")}[status]


def says_who(finding: Finding) -> str:
    """Return "says the Pentagon, told by 6 reports", "say 3 origins, told by 9 reports", "denied, in 2 reports"."""
    known = [origin.name for origin in finding.origins if origin.name]
    told = ngettext("%(n)s report", "%(n)s reports", len(finding.reports)) % {"n": len(finding.reports)}
    if not finding.origins:
        return _("denied, in %(told)s") % {"told": told}
    if not known:
        return _("origin unknown, told by %(told)s") % {"told": told}
    if len(known) > 1:
        return _("say %(n)s origins, told by %(told)s") % {"n": len(known), "told": told}
    if len(finding.origins) > 1:
        return _("say %(who)s and others who are not known, told by %(told)s") % {"who": known[0], "told": told}
    return _("says %(who)s, told by %(told)s") % {"who": known[0], "told": told}


@in_each_language
def sort_name(order: str) -> str:
    """Return an order of findings for people."""
    return {
        "newest": _("last reported"), "largest": _("largest figure"), "contested": _("most contested"),
    }[order]  # fmt: skip


@in_each_language
def source_kind_name(kind: str) -> str:
    """Return the kind of a claim's source for people."""
    return {
        "named-person": _("a named person"), "named-body": _("a named body"), "unnamed-person": _("an unnamed person"),
        "unnamed-body": _("an unnamed body"), "document": _("a document"), "media": _("another medium"),
        "unnamed": _("not named"), "outlet": _("the outlet itself"),
    }[kind]  # fmt: skip


@in_each_language
def exactness_name(precision: int, of: str) -> str:
    """Return how exactly a place or a time is known ("place" or "time"), after ACLED's three grades."""
    names = {
        "place": {1: _("a town or site"), 2: _("near a town, or a county"), 3: _("a region or wider, or not said")},
        "time": {1: _("a day"), 2: _("within a week"), 3: _("a month or wider, or not said")},
    }
    return names[of][precision]


@in_each_language
def contradiction_name(kind: str) -> str:
    """Return why figures do not go together, or only seem not to."""
    return {
        "measure": _("counts something else"), "scope": _("another place or part"), "date": _("another day"),
        "identity": _("perhaps another force"), "direct": _("says otherwise"),
    }[kind]  # fmt: skip
