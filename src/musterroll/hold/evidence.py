"""Evidence: one claim under one rule of one commitment, and the rule in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from musterroll.hold.about import is_about, of_a_state
from musterroll.hold.days import Dated, Due, counts, dated, due_of
from musterroll.hold.parties import is_party
from musterroll.hold.rules import DEPARTURES, Rule, rules_of
from musterroll.hold.theatre import PLACES, WAYS, Playing, playing, title_speaks_of
from musterroll.hold.told import is_news
from musterroll.records import Chain, Evidence, Finding, Link, LinkedClaim, Report
from musterroll.reference.packs import Actor, Commitment, Packs

NO_DAY = Dated("", "", True)


@dataclass(frozen=True)
class Grounds:
    """What claims are held with: their reports and chains by id, the measure that a finding has them by, the packs."""

    reports: Mapping[str, Report]
    chains: Mapping[str, Chain]
    measures: Mapping[str, str]
    packs: Packs

    def origin(self, claim: str) -> str | None:
        """Return the origin of a claim, None where the chains do not tell."""
        chain = self.chains.get(claim)
        return chain.origin if chain else None

    def first(self, claim: str) -> str:
        """Return the claim at the origin of a claim: itself where no earlier one is known."""
        chain = self.chains.get(claim)
        return chain.first if chain else claim

    def measure(self, linked: LinkedClaim) -> str | None:
        """Return what kind of number a claim has: an editor's word, else its finding's."""
        return linked.measure or self.measures.get(linked.id)


@dataclass(frozen=True)
class Held:
    """A claim held under a rule: where it plays, and the days it is about.

    `undated` says that it may lie before the commitment for all that its words tell: it is then no evidence, only
    counted among what is missing.
    """

    linked: LinkedClaim
    rule: Rule
    here: Playing
    days: Dated
    origin: str | None
    first: str
    undated: bool = False

    @property
    def day(self) -> str:
        """The day it is put under: the first it can be about."""
        return self.days.first

    @property
    def planned(self) -> bool:
        """Whether it tells of a plan."""
        return self.linked.claim.modality == "planned"


def measures_of(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the measure of every claim that a finding holds."""
    return {claim: finding.measure for finding in findings for claim in (*finding.claims, *finding.denials)}


def fits(linked: LinkedClaim, rule: Rule, commitment: Commitment, packs: Packs, title: bool) -> bool:
    """Say whether a claim of a rule's type plays the way and is about the forces that the rule asks for."""
    return is_about(linked, commitment, rule.who, packs) and WAYS[rule.way](playing(linked, commitment, packs, title))


def held(linked: LinkedClaim, commitment: Commitment, grounds: Grounds) -> Held | None:
    """Hold a claim against a commitment by the first rule that it falls under; None where it is no evidence."""
    rules = rules_of(commitment, linked.claim.type)
    report = grounds.reports.get(linked.claim.report)
    title = bool(rules) and title_speaks_of(report, commitment)
    for rule in rules:
        if said(linked, rule, report) and fits(linked, rule, commitment, grounds.packs, title):
            return placed(linked, rule, commitment, grounds, title)
    return None


def said(linked: LinkedClaim, rule: Rule, report: Report | None) -> bool:
    """Say whether a claim commits to what a rule asks: that it is so, or, for a departure, that it is planned."""
    claim = linked.claim
    if claim.polarity != rule.polarity:
        return False
    if claim.modality != "actual" and not (claim.modality == "planned" and rule in DEPARTURES):
        return False
    return rule.words is None or speaks(linked, rule, report)


def speaks(linked: LinkedClaim, rule: Rule, report: Report | None) -> bool:
    """Say whether the words that a rule needs stand in a claim's trigger or name its force."""
    trigger = linked.claim.trigger.of(report.text) if report else ""
    names = [link.words for link in linked.links if link.role == "force"]
    return bool(rule.words) and any(rule.words.search(words) for words in (trigger, *names))  # type: ignore[union-attr]


def placed(linked: LinkedClaim, rule: Rule, commitment: Commitment, grounds: Grounds, title: bool) -> Held | None:
    """Return a claim held on its day; None where its day is one that does not count."""
    days = days_under(linked, grounds)
    if days is not None and not counts(days, rule.after, due_of(commitment)):
        return None
    here = playing(linked, commitment, grounds.packs, title)
    undated = days is None or not days.first or (days.told and not is_dated(linked, rule, grounds))
    return Held(linked, rule, here, days or NO_DAY, grounds.origin(linked.id), grounds.first(linked.id), undated)


def is_dated(linked: LinkedClaim, rule: Rule, grounds: Grounds) -> bool:
    """Say whether the report's day is that of a claim: of what lasts, of a plan, and of news; not of a total."""
    if rule.lasts or linked.claim.modality == "planned":
        return True
    report = grounds.reports.get(linked.claim.report)
    return grounds.measure(linked) != "total" and is_news(linked.claim, report, sums=rule.stance == "against")


def days_under(linked: LinkedClaim, grounds: Grounds) -> Dated | None:
    """Return the days of a claim; a plan is put under the day on which it was told."""
    report = grounds.reports.get(linked.claim.report)
    if linked.claim.modality == "planned":
        told = report.published.day if report and report.published else None
        return Dated(told, told, True) if told else None
    return dated(linked, report)


def evidence_of(one: Held, commitment: Commitment, stage: str | None, packs: Packs) -> Evidence:
    """Return the evidence that a held claim is, with its reason in words."""
    strength = one.linked.claim.strength
    return Evidence(
        claim=one.linked.id,
        day=one.day,
        stance=one.rule.stance,
        why="; ".join(reasons(one, commitment, packs)),
        origin=one.origin,
        stage=stage,
        min=strength.min if strength else None,
        max=strength.max if strength else None,
    )


def reasons(one: Held, commitment: Commitment, packs: Packs) -> list[str]:
    """Return why a claim is evidence: the rule, its day, on whose word, and what was concluded."""
    says = one.rule.planned if one.planned else one.rule.says
    return [
        says,
        when(one, due_of(commitment)),
        f"on the word of {speaker(one.linked)}",
        *notes(one, commitment, packs),
    ]


def when(one: Held, due: Due) -> str:
    """Say in words how a claim's day stands to the commitment."""
    told = "; no day given: that of the report" if one.days.told and not one.rule.lasts else ""
    late = one.rule.after != "start" and due.deadline is not None
    begun = due.deadline if late and due.deadline else due.since
    days = (date.fromisoformat(one.day) - date.fromisoformat(begun)).days
    return f"{days} days after {'the deadline of' if late else 'it began on'} {begun}{told}"


def speaker(linked: LinkedClaim) -> str:
    """Say on whose word a claim stands: the name where it is known, else the words."""
    link = source_link(linked)
    if link is None or not (link.name or link.words):
        return "a source without a name"
    return f"{link.name or link.words}{', the outlet itself' if link.kind == 'outlet' and not link.span else ''}"


def source_link(linked: LinkedClaim) -> Link | None:
    """Return the link of a claim's source."""
    return next((link for link in linked.links if link.role == "source"), None)


def source_actor(linked: LinkedClaim, packs: Packs) -> Actor | None:
    """Return the actor who is a claim's source, where one is known."""
    return next((packs.actors[link.id] for link in linked.linked("source") if link.id in packs.actors), None)


def notes(one: Held, commitment: Commitment, packs: Packs) -> list[str]:
    """Return what a reader must know of how a claim was held: what places it, and whom the clause may not cover."""
    found = []
    source = source_actor(one.linked, packs)
    if source and is_party(source, commitment, packs):
        found.append("a bound party, or of its side")
    if one.linked.claim.polarity == "negative" and one.here.inside and not one.here.wide:
        found.append(f"said of {places_of(one.linked)} alone")
    if one.rule.way == "into" and not {"from"} & one.here.outside and not one.here.whole:
        found.append("from where is not said: it may be a move inside")
    if one.here.by_title:
        found.append("the sentence names no place, the report's title does")
    elif not one.here.placed:
        found.append("placed by the side that they are with")
    if "foreign-fighters" in commitment.about and of_a_state(one.linked, packs):
        found.append("a state's own forces: whether a clause on mercenaries and fighters covers them is open")
    return found


def places_of(linked: LinkedClaim) -> str:
    """Return the names of a claim's places."""
    return ", ".join(dict.fromkeys(link.name or link.words for role in PLACES for link in linked.linked(role)))
