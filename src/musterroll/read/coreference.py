"""Who is meant by "they", "the group" or "the oil rich nation": an earlier mention of the same report, or nobody.

A short form is resolved only to words that stand before it in the report and agree with it in number and kind; where
nothing agrees it stays unresolved.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from musterroll.records import Attribution, Claim, Part, Report, Span
from musterroll.reference import country_named

REACH = 3
PERSON = "person"
BODY = "body"
PLACE = "place"
PERSONS = re.compile(r"^(?:he|him|his|she|her|hers|himself|herself)$", re.I)
MANY = re.compile(r"^(?:they|them|their|theirs|themselves|these|those|both(?: sides)?)\b", re.I)
ONE = re.compile(r"^(?:it|its|itself)$", re.I)
SHORT = re.compile(
    r"^(?:this|that|these|those|the|same|its|their)?\s*(?:[a-z]+ )?"
    r"(?:group|movement|militia|militants|organi[sz]ation|faction|alliance|coalition|company|army|force|forces|unit|fighters|"
    r"rebels|men|troops|soldiers|mercenaries|sources?|officials?|spokesman|spokeswoman|ministry)$",
    re.I,
)
COUNTRY = re.compile(r"^(?:this|that|the|their|his|its)?\s*(?:[a-z-]+ ){0,3}(?:country|nation|state)(?:['’]s)?$", re.I)
TOWN = re.compile(
    r"^(?:this|that|the)?\s*(?:[a-z-]+ )?(?:city|town|village|province|region|area|enclave|camp|base|capital)$", re.I
)
CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |the |and )?[A-Z][\w’'-]+)*")
PLURAL = re.compile(r"(?:s|men|people|militia|police|troops|forces)$", re.I)


@dataclass(frozen=True)
class Mention:
    """Words of a report that may be meant later: what kind of thing they name and whether there are many of them."""

    kind: str
    span: Span
    text: str
    many: bool


def is_short(words: str) -> bool:
    """Say whether words stand for something named elsewhere."""
    return any(form.match(words) for form in (PERSONS, MANY, ONE, SHORT, COUNTRY, TOWN)) and not named(words)


def named(words: str) -> bool:
    """Say whether words hold a name: a capital inside, past the first word of a sentence."""
    return bool(re.search(r"(?<=\s)[A-Z]|^[A-Z][\w’'-]*[A-Z]|^[A-Z][\w’'-]+ [A-Z]", words))


def mentions_of(report: Report, claims: Iterable[Claim]) -> list[Mention]:
    """Return what claims name, in text order, and every country that the report names."""
    found: dict[Span, Mention] = {}
    for claim in claims:
        for part in claim.parts:
            kind = (
                PLACE
                if part.role in ("place", "from", "to")
                else BODY
                if part.role in ("force", "by", "side")
                else None
            )
            if kind:
                found[part.span] = mention(report.text, kind, part.span)
        speech = claim.attribution
        if speech.source:
            kind = PERSON if speech.kind == "named-person" else BODY
            found.setdefault(speech.source, mention(report.text, kind, speech.source))
    for match in CAPITALISED.finditer(report.text):
        if country_named(match[0]):
            found.setdefault(Span(*match.span()), Mention(PLACE, Span(*match.span()), match[0], False))
    return sorted((m for m in found.values() if not is_short(m.text)), key=lambda m: m.span)


def mention(text: str, kind: str, span: Span) -> Mention:
    """Make a mention of a span; a name of one or more capitalised words with no plural is one thing."""
    words = span.of(text)
    return Mention(kind, span, words, bool(PLURAL.search(words)) and not words.istitle())


def resolve(words: str, span: Span, earlier: Sequence[Mention], near: Span, elsewhere: Iterable[Span]) -> str | None:
    """Return the words of the mention that a short form means, or None.

    `near` is the stretch of text that pronouns look back into; `elsewhere` are spans of other roles of the same
    claim, which a pronoun in this role cannot mean.
    """
    taken = set(elsewhere)
    before = [m for m in earlier if m.span.end <= span.start and m.span not in taken]
    if COUNTRY.match(words):
        return last_text(m for m in before if m.kind == PLACE and country_named(m.text))
    close = [m for m in before if m.span.start >= near.start]
    if TOWN.match(words):
        return last_text(m for m in close if m.kind == PLACE and not country_named(m.text))
    if PERSONS.match(words):
        return last_text(m for m in close if m.kind == PERSON or (m.kind == BODY and named(m.text) and not m.many))
    bodies = [m for m in close if m.kind == BODY]
    if MANY.match(words):
        return last_text(m for m in bodies if m.many) or last_text(bodies)
    if ONE.match(words):
        return last_text(m for m in bodies if not m.many)
    return last_text(m for m in before if m.kind == BODY and head_of(words) in m.text.lower()) or last_text(
        m for m in close if m.kind == BODY and named(m.text)
    )


def head_of(words: str) -> str:
    """Return the last word of a phrase, without its plural."""
    return words.lower().split()[-1].rstrip("s")


def last_text(mentions: Iterable[Mention]) -> str | None:
    """Return the words of the last mention, or None."""
    found = list(mentions)
    return found[-1].text if found else None


def resolve_claims(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with `resolved` filled in for every short form that an earlier mention explains."""
    earlier = mentions_of(report, claims)
    return [resolve_claim(report, claim, earlier) for claim in claims]


def resolve_claim(report: Report, claim: Claim, earlier: Sequence[Mention]) -> Claim:
    """Resolve the parts and the source of one claim."""
    near = Span(report.sentences[max(0, claim.sentence - REACH)].start, claim.trigger.end)

    def meant(span: Span, others: Iterable[Span]) -> str | None:
        words = span.of(report.text)
        return resolve(words, span, earlier, near, others) if is_short(words) else None

    def part_meant(part: Part) -> Part:
        others = [other.span for other in claim.parts if other.role != part.role]
        return replace(part, resolved=meant(part.span, others))

    speech: Attribution = claim.attribution
    if speech.source:
        speech = replace(speech, resolved=meant(speech.source, ()))
    return replace(claim, parts=tuple(part_meant(part) for part in claim.parts), attribution=speech)
