"""Who is meant by "they", "the group" or "the oil rich nation": an earlier mention of the same report, or nobody.

A short form is resolved only to words that stand before it in the report and agree with it in number and kind; where
nothing agrees it stays unresolved.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from musterroll.records import Attribution, Claim, Part, Report, Span
from musterroll.reference import country_named, country_of

REACH = 3
PERSON = "person"
BODY = "body"
PLACE = "place"
SPEAKER = "speaker"
PERSONS = re.compile(r"^(?:he|him|his|she|her|hers|himself|herself)$", re.I)
MANY = re.compile(r"^(?:they|them|their|theirs|themselves|these|those)$", re.I)
ONE = re.compile(r"^(?:it|its|itself)$", re.I)
SPEAKERS = re.compile(
    r"^(?:same |two |three )?(?:sources?|officials?|officers?|diplomats?|spokes(?:man|woman|person))$", re.I
)
KIND_OF_BODY = re.compile(
    r"^(?:same |armed |militant |rebel |jihadist |terror(?:ist)? )?"
    r"(?:group|movement|militia|organi[sz]ation|faction|alliance|coalition|company|outfit|network)$",
    re.I,
)
PEOPLE = re.compile(
    r"^(?:same )?(?:fighters|rebels|militants|men|troops|soldiers|mercenaries|recruits|forces|army)$", re.I
)
COUNTRY = re.compile(r"^(?P<whose>their|his|her|its|own )?\s*(?:[a-z-]+ ){0,3}(?:country|nation)(?:['’]s)?$", re.I)
TOWN = re.compile(
    r"^(?:besieged |border |coastal |same )?(?:city|town|village|province|region|enclave|camp|base)$", re.I
)
CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |the |and )?[A-Z][\w’'-]+)*")
PLURAL = re.compile(r"(?:s|men|people|militia|police|troops|forces)$", re.I)
DEFINITE = re.compile(r"\b(?:the|this|that|these|those|both|same)\s+$", re.I)
SHORT_FORMS = (PERSONS, MANY, ONE, SPEAKERS, KIND_OF_BODY, PEOPLE, COUNTRY, TOWN)


@dataclass(frozen=True)
class Mention:
    """Words of a report that may be meant later: what kind of thing they name and whether there are many of them."""

    kind: str
    span: Span
    text: str
    many: bool


def is_short(words: str) -> bool:
    """Say whether words stand for something named elsewhere."""
    return any(form.match(words) for form in SHORT_FORMS)


def leans_back(text: str, span: Span) -> bool:
    """Say whether a short form must mean something named before: "the sources", and not "two sources"."""
    words = span.of(text)
    if not is_short(words):
        return False
    noun = any(form.match(words) for form in (SPEAKERS, KIND_OF_BODY, PEOPLE, TOWN))
    return not noun or is_definite(text, span)


def is_definite(text: str, span: Span) -> bool:
    """Say whether "the", "this" or the like stands before the words, or "same" opens them."""
    return bool(DEFINITE.search(text[max(0, span.start - 12) : span.start])) or span.of(text).lower().startswith(
        "same "
    )


def named(words: str) -> bool:
    """Say whether words hold a name: a capital inside, past the first letter."""
    return bool(re.search(r"(?<=\s)[A-Z]|^[A-Z][\w’'-]*[A-Z]|^[A-Z][\w’'-]+ [A-Z]|^[A-Z]\w+$", words))


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
            kind = PERSON if speech.kind == "named-person" else SPEAKER
            found.setdefault(speech.source, mention(report.text, kind, speech.source))
    for match in CAPITALISED.finditer(report.text):
        if country_named(match[0]):
            found.setdefault(Span(*match.span()), Mention(PLACE, Span(*match.span()), match[0], False))
    return sorted((m for m in found.values() if not leans_back(report.text, m.span)), key=lambda m: m.span)


def mention(text: str, kind: str, span: Span) -> Mention:
    """Make a mention of a span; a name of one or more capitalised words with no plural is one thing."""
    words = span.of(text)
    return Mention(kind, span, words, bool(PLURAL.search(words)) and not words.istitle())


@dataclass(frozen=True)
class Question:
    """A short form: its words and span, the sentences it looks back into (its own last), and what it cannot mean."""

    text: str
    span: Span
    near: Sequence[Span]
    taken: frozenset[Span]

    @property
    def words(self) -> str:
        """The short form itself."""
        return self.span.of(self.text)


def resolve(question: Question, earlier: Sequence[Mention]) -> str | None:
    """Return the words of the mention that a short form means, or None where nothing agrees with it."""
    words = question.words
    before = [m for m in earlier if m.span.end <= question.span.start and m.span not in question.taken]
    if found := COUNTRY.match(words):
        return own_country(question) if found["whose"] else last_text(m for m in before if country_named(m.text))
    if PERSONS.match(words):
        return first_near(question, [m for m in before if m.kind == PERSON])
    if MANY.match(words):
        return first_near(question, [m for m in before if m.kind == BODY and m.many])
    if ONE.match(words):
        return first_near(question, [m for m in before if m.kind == BODY and not m.many and named(m.text)])
    if not is_definite(question.text, question.span):
        return None
    return resolve_noun(words, question, before)


def resolve_noun(words: str, question: Question, before: Sequence[Mention]) -> str | None:
    """Resolve "the sources", "the group", "the soldiers", "the town"."""
    if SPEAKERS.match(words):
        return last_text(m for m in before if m.kind == SPEAKER and head_of(words) in m.text.lower())
    if TOWN.match(words):
        return first_near(
            question, [m for m in before if m.kind == PLACE and not country_named(m.text) and named(m.text)]
        )
    if KIND_OF_BODY.match(words):
        return first_near(question, [m for m in before if m.kind == BODY and named(m.text)])
    return last_text(m for m in before if m.kind == BODY and head_of(words) in m.text.lower())


def own_country(question: Question) -> str | None:
    """Return the country whose demonym was last used in the sentence of "their country"."""
    if not question.near:
        return None
    said = question.text[question.near[-1].start : question.span.start]
    found = [
        country for match in CAPITALISED.finditer(said) for country in [country_of(match[0].split()[0])] if country
    ]
    return found[-1].name if found else None


def first_near(question: Question, mentions: Sequence[Mention]) -> str | None:
    """Return the first mention in the nearest sentence that has one: what a sentence opens with is what it is about."""
    for sentence in reversed(question.near):
        inside = [m for m in mentions if sentence.start <= m.span.start < sentence.end]
        if inside:
            return inside[0].text
    return None


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
    near = report.sentences[max(0, claim.sentence - REACH) : claim.sentence + 1]

    def meant(span: Span, others: Iterable[Span]) -> str | None:
        question = Question(report.text, span, near, frozenset(others))
        return resolve(question, earlier) if is_short(question.words) else None

    def part_meant(part: Part) -> Part:
        return replace(part, resolved=meant(part.span, [other.span for other in claim.parts if other is not part]))

    speech: Attribution = claim.attribution
    if speech.source:
        speech = replace(speech, resolved=meant(speech.source, ()))
    return replace(claim, parts=tuple(part_meant(part) for part in claim.parts), attribution=speech)
