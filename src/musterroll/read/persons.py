"""Persons without public office: what the report says that they are stands for their names.

A register of armed forces is no register of private persons. Where a full name is a person's by its given name, and
neither the report gives an office or a rank nor a pack knows the name, the claim's part is known as "a driver", or as
"a person named in the report". Span and sentence stay as they are (`docs/decisions/0007-persons-stay-roles.md`).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from musterroll.records import Claim, Part, Report
from musterroll.reference import armed_words
from musterroll.reference.persons import given_names, known_names, person_words
from musterroll.reference.place_names import name_key

SOMEBODY = "a person named in the report"
ROLES = ("force", "by", "side")
_CAPITAL = r"(?:(?:al|el|as|ash|an|ad|O|D)[-’'])?[^\W\d_a-z][\w-]*(?:’(?!s\b)[\w-]+)?"
_JOINT = r"(?:bin|ibn|bint|al|el|de|da|di|del|der|den|van|von|la|le)"
FULL_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:{_JOINT} )?{_CAPITAL}){{1,4}}")
SURNAME = re.compile(rf"{_CAPITAL}\Z")
ADDRESSED = re.compile(rf"(?:Mr|Mrs|Ms|Miss)\.? ((?:{_CAPITAL} )?{_CAPITAL})\Z")
NO_PERSON = re.compile(
    r"\b(?:Brigades?|Division|Battalion|Front|Movement|Council|Group|Company|Corps|Foundation|University|Observatory|Party"
    r"|Cent(?:er|re)|Ministry|Institute|Agency|News|Post|Times|Hospital|Square|Camp|Airport|Base|Province|Street|Mosque"
    r"|School|Road|Bridge|Dam|City|Island|Mountains?|Valley|State|Team|Club|House|Bank|Law|Act|Operations?)\b"
)
OWNED = re.compile(r"(?:’s|'s|’|')(?!\w)")
BREAK = re.compile(r"[!?;:\n“”\"()]|\.(?= )(?<!\b\w\.)(?<!\b\w{2}\.)(?<!\b\w{3}\.)(?<!\bBrig\.)")
WORD = re.compile(r"[\w'-]+")
OTHERS = frozenset((
    "said", "says", "told", "by", "that", "with", "to", "when", "who", "met", "killed", "according", "but", "as",
    "added", "from", "and", "near",
))  # fmt: skip
BEFORE, BEHIND, LONGEST = 6, 8, 3


def with_roles(report: Report, claim: Claim) -> Claim:
    """Return a claim in which persons without public office are known by their roles."""
    speech = claim.attribution
    called = speech.source and role_of(report, speech.resolved or speech.source.of(report.text))
    if called:
        speech = replace(speech, resolved=called)
    return replace(claim, parts=tuple(part_with_role(report, part) for part in claim.parts), attribution=speech)


def part_with_role(report: Report, part: Part) -> Part:
    """Return a force or side that is a person without public office as known by its role; others as they are."""
    if part.role not in ROLES:
        return part
    called = role_of(report, part.resolved or part.span.of(report.text))
    return replace(part, resolved=called) if called else part


def role_of(report: Report, words: str) -> str | None:
    """Return what a person without public office is known by; None where words name no such person."""
    text = f"{report.title or ''}\n{report.text}"
    name = full_name(text, words)
    if not name or is_known(name):
        return None
    said = list(descriptions(text, name))
    if any(person_words()[word] == "office" for word in said):
        return None
    return with_article(said[0]) if said else SOMEBODY


def full_name(text: str, words: str) -> str | None:
    """Return the full name of the person whom words name, from the text where they only give the surname.

    None where they name none, or something of theirs ("Omar Saleh's brigade").
    """
    plain = " ".join(words.split())
    if addressed := ADDRESSED.match(plain):
        return spelled_out(text, addressed[1].split()[-1]) or addressed[1]
    if SURNAME.match(plain):
        return spelled_out(text, plain)
    names = [found for found in FULL_NAME.finditer(plain) if is_person(found[0])]
    if not names or OWNED.match(plain[names[0].end() :]) or armed_words(plain[names[0].end() :]):
        return None
    return bare(names[0][0])


def spelled_out(text: str, surname: str) -> str | None:
    """Return the first full name of a person in a text that ends in a surname."""
    spelled = (bare(name) for name in full_names(text) if name.split()[-1] == surname and is_person(name))
    return next(spelled, None)


@lru_cache(maxsize=4)
def full_names(text: str) -> tuple[str, ...]:
    """Return every run of capitalised words in a text that may be a full name, once each, in order."""
    return tuple(dict.fromkeys(found[0] for found in FULL_NAME.finditer(text)))


def bare(name: str) -> str:
    """Return a name from its given name on: "Colonel Omar Saleh" is Omar Saleh."""
    words = name.split()
    first = next(n for n, word in enumerate(words) if is_given(word))
    last = len(words) - (words[-1].rstrip(".") in ("Jr", "Sr"))
    return " ".join(words[first:last])


def is_person(name: str) -> bool:
    """Say whether capitalised words are a person's full name: a given name and more behind it, no word of a body."""
    words = name.split()
    given = any(is_given(word) for word in words[:-1])
    return given and not NO_PERSON.search(name) and not armed_words(name)


def is_given(word: str) -> bool:
    """Say whether a word is a given name."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain in given_names() or plain.split("-")[0] in given_names()


def is_known(name: str) -> bool:
    """Say whether a pack that comes with the program has a name, or its surname."""
    words = name.split()
    return not known_names().isdisjoint((name_key(name), name_key(words[-1])))


def descriptions(text: str, name: str) -> Iterator[str]:
    """Yield what the text says that a person is, wherever it has the full name or the surname."""
    surname = name.split()[-1]
    for found in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text):
        start = found.end() - len(name) if text.endswith(name, 0, found.end()) else found.start()
        yield from described_before(text[max(0, start - 90) : start])
        yield from described_behind(text[found.end() : found.end() + 120])


def described_before(before: str) -> Iterator[str]:
    """Yield the nearest description before a name: "the shop owner Omar Saleh", "envoy of the union, Omar Saleh".

    A role counts right before the name alone; an office further away keeps the name, lest one be taken from its holder.
    """
    words = WORD.findall(BREAK.split(before)[-1].casefold().replace("’", "'"))[-BEFORE:]
    for end in range(len(words), 0, -1):
        if words[end - 1] in OTHERS:
            return
        for start in range(max(0, end - LONGEST), end):
            kind = person_words().get(one := " ".join(words[start:end]))
            if kind == "office" or (kind and end == len(words)):
                yield one
                return


def described_behind(behind: str) -> Iterator[str]:
    """Yield the first description behind a name: "Omar Saleh, 34, a shop owner"; "Omar Saleh was a driver"."""
    if not re.match(
        r"(?: [JS]r\.?)?(?:, (?!and\b)| (?:is|was|works as|worked as) (?:an?|the) |, who (?:is|was) )", behind
    ):
        return
    words = WORD.findall(BREAK.split(behind)[0].casefold().replace("’", "'"))[:BEHIND]
    for start in range(len(words)):
        if words[start] in OTHERS - {"who", "from"}:
            return
        for end in range(min(len(words), start + LONGEST), start, -1):
            if (one := " ".join(words[start:end])) in person_words():
                yield one
                return


def with_article(role: str) -> str:
    """Return "a driver", "an engineer"."""
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"
