"""Names of sources and media: when two ways of writing are one name, and when a name names nobody."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from musterroll.reference import agency_named, outlets

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "to", "de", "al", "el", "a", "an"))
_BASED = re.compile(r"\b[\w.]+-(?:based|run|backed|led|headquartered)\s+", re.I)
_WITH_INITIALS = re.compile(r"((?:[A-Z][\w'’-]+\s+(?:(?:of|for|and|the|on|in)\s+)*){2,7})\(([A-Z]{2,6})\)")
_INITIALS = re.compile(r"[A-Z]{2,6}")
_CASED = re.compile(r"[A-ZÀ-ÞА-ЯΑ-Ω]")
PRONOUNS = frozenset((
    "i", "we", "he", "she", "it", "they", "you", "who", "him", "her", "them", "us", "their", "his", "its",
    "those", "both",
))  # fmt: skip
# Where anyone may post: they pass on, and nobody can be said to have spoken to them.
PLATFORMS = frozenset((
    "facebook", "twitter", "x", "telegram", "instagram", "whatsapp", "youtube", "tiktok", "social media",
))  # fmt: skip
# A monitor is called by any of these after its name.
_WATCHERS = frozenset(("observatory", "monitor", "watchdog", "watch"))
_GENERIC = frozenset((
    "i", "we", "he", "she", "it", "they", "you", "one", "who", "army", "ministry", "government", "police", "military",
    "report", "statement", "spokesman", "spokeswoman", "spokesperson", "president", "minister", "officials", "sources",
    "source", "group", "monitor", "agency", "document", "video", "footage", "local", "officers", "residents", "some",
    "others", "an", "a", "the", "this", "that", "according", "security", "military", "defence", "defense", "western",
    "panel", "mission", "council", "committee", "observatory", "force", "forces", "coalition", "command", "experts",
    "administration", "envoy", "secretary", "general", "foreign", "interior", "national", "joint", "chief", "court",
    "parliament", "office", "embassy", "state", "radio", "television", "tv", "newspaper", "operation", "commander",
    "colonel", "captain", "major", "brigade", "authorities", "opposition", "rebels", "militia", "of", "for", "and",
))  # fmt: skip


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name without case, accents, articles and brackets: two spellings of one name agree."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\([^()]*\)", " ", name)).casefold()
    words = re.findall(
        r"\w+", "".join(c for c in bare if not unicodedata.combining(c)).replace("’s", "").replace("'s", "")
    )
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def proper(name: str) -> bool:
    """Whether a name says who: it holds a word in capitals (or in a script without them) that is no common noun."""
    words = _WORD.findall(name)
    return any(
        re.split("[’']", word)[0].casefold() not in _GENERIC
        and (bool(_CASED.match(word)) or not (word.islower() or word.isdigit()))
        for word in words
    )


def bare_name(name: str) -> str:
    """Return the name alone: "war monitor the Syrian Observatory, in Britain" is Syrian Observatory."""
    head = next((part for part in re.split(r",\s*", re.sub(r"\([^()]*\)", "", name)) if proper(part)), name)
    words = _BASED.sub("", head).split()
    common = [at for at, word in enumerate(words) if word.islower() and word not in _SMALL]
    tail = words[common[-1] + 1 :] if common else words
    while tail and tail[0].casefold() in ("the", "of", "for", "and", "a", "an"):
        tail = tail[1:]
    return " ".join(tail) if tail and proper(" ".join(tail)) else " ".join(words)


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words: SOHR."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def explained(text: str) -> Iterable[tuple[str, str]]:
    """Return the initials that a text writes out, each with what they stand for there."""
    for long, short in _WITH_INITIALS.findall(text):
        name = _tail_with(long.split(), short)
        if name:
            yield short, name


def is_short(name: str) -> bool:
    """Whether a name may be initials that some text explains."""
    return _INITIALS.fullmatch(name) is not None


def _tail_with(words: list[str], short: str) -> str | None:
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((tail for tail in tails if initials(tail) == short and tail[0].isupper()), None)


def known_as(name: str, short: Mapping[str, str], beside: Iterable[str] = ()) -> str:
    """Return the name that a source is known by: initials written out, a surname by the one full name `beside` it."""
    bare = bare_name(name)
    bare = short.get(bare, bare)
    fuller = {other for other in map(bare_name, beside) if f" {folded(other)}".endswith(f" {folded(bare)}")}
    fuller = {other for other in fuller if folded(other) != folded(bare)}
    return fuller.pop() if len(fuller) == 1 and len(bare.split()) == 1 else bare


def meant_by(words: str, beside: Iterable[str]) -> str | None:
    """Return the one full name `beside` words that they are the last of: "Observatory", "monitor"; None without one."""
    noun = folded(words)
    nouns = _WATCHERS if noun in _WATCHERS else {noun}
    if len(noun.split()) != 1 or noun in PRONOUNS:
        return None
    fuller = {bare_name(other) for other in beside if proper(other) and nouns & set(folded(other).split())}
    by_key = {folded(other): other for other in sorted(fuller)}
    longest = [key for key in by_key if not any(key != other and key in other for other in by_key)]
    return by_key[longest[0]] if len(longest) == 1 else None


def identifies(medium: str) -> bool:
    """Whether words name one medium: "state television" and "Telegram" do not."""
    return medium_named(medium) is not None or (proper(medium) and folded(medium) not in PLATFORMS)


@lru_cache(maxsize=1)
def _outlets() -> dict[str, str]:
    return {folded(outlet.name): outlet.name for outlet in outlets().values()}


@lru_cache(maxsize=4096)
def medium_named(name: str) -> str | None:
    """Return the agency or outlet that a name names, by its usual name, or None."""
    bare = re.sub(r"\s*\([^()]*\)", "", name).strip(" .,")
    bare = re.sub(r"\A(?:the\s+)?(?:state(?:-run)?\s+|official\s+)?(?:news agency|agency|newspaper|daily)\s+", "", bare)
    agency = agency_named(bare) or agency_named(re.sub(r"\s+(?:news\s+)?agency\Z", "", bare, flags=re.I))
    return agency.name if agency else _outlets().get(folded(bare))
