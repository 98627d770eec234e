"""Words of names: when two ways of writing meet, whether words name anybody, what kind of people they are."""

import re
import unicodedata
from functools import lru_cache

from musterroll.reference import countries_of

_COUNTS = re.compile(
    r"^(?:(?:the|a|an|all|some|several|many|most|more|its|their|his|her|our|other|these|those|both|any|former|new|own|no"
    r"|fresh|further|additional|hundreds|thousands|dozens|scores|tens|number|group|groups|batch|of|about|around|over"
    r"|up|to|at|least|[\d,.]+)\b\s*)+",
    re.I,
)
_SOLDIERS = frozenset((
    "soldier", "soldiers", "troop", "troops", "army", "armies", "servicemen", "military", "conscripts",
))  # fmt: skip
_FIGHTERS = frozenset((
    "fighter", "fighters", "mercenary", "mercenaries", "militant", "militants", "militiaman", "militiamen",
    "militia", "militias", "jihadist", "jihadists", "jihadis", "rebel", "rebels", "recruit", "recruits",
    "volunteer", "volunteers", "gunman", "gunmen", "insurgents", "combatants", "extremists", "terrorists",
    "element", "elements", "men", "people", "youths", "nationals", "citizens", "members", "personnel",
))  # fmt: skip
_OTHERS = frozenset((
    "forces", "force", "units", "unit", "faction", "factions", "brigades", "foreign", "armed", "hired", "paid",
    "private", "local", "government", "pro-government", "pro-regime", "regime", "opposition", "security",
    "company", "companies", "contractors", "instructors", "trainers", "advisers", "experts", "planes",
    "aircraft", "warplanes", "jets", "drones", "convoys", "ships", "police", "guards", "group", "groups",
    "others", "they", "them", "those", "these", "it", "he", "she", "we", "who", "any", "all", "some", "most",
    "many", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred",
    "hundreds", "thousand", "thousands", "dozens", "scores", "up", "at", "about", "around", "nearly", "over",
    "more", "the", "its", "their", "north", "south", "east", "west", "northern", "southern", "eastern",
    "western", "central",
))  # fmt: skip
_GENERIC = _SOLDIERS | _FIGHTERS | _OTHERS
_BACKED = re.compile(
    r"\b([\w’']+)[- ]"
    r"(?:backed|led|linked|aligned|affiliated|allied|supported|funded|trained|sponsored|paid|recruited)\b"
)
_SMALL = frozenset((
    "a", "an", "the", "of", "for", "and", "in", "on", "by", "from", "to", "report", "reports", "statement", "s",
    "confidential", "latest", "new", "spokesman", "spokeswoman", "spokesperson",
))  # fmt: skip
_WORD = re.compile(r"[\w'’-]+")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name without case, accents, articles and brackets: two spellings of one name agree, as in `trace`."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\([^()]*\)", " ", name)).casefold()
    plain = "".join(c for c in bare if not unicodedata.combining(c)).replace("’s", "").replace("'s", "")
    words = re.findall(r"\w+", plain)
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=65536)
def names_somebody(words: str) -> bool:
    """Say whether words hold a name: a capital (or a script without them) on a word that is no common noun."""
    return any(
        (word != word.lower() and word.lower() not in _GENERIC) or (not word.isascii() and word.lower() == word.upper())
        for word in _WORD.findall(words)
        if not word[0].isdigit()
    )


@lru_cache(maxsize=65536)
def content_of(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others: "a report by the UN's experts" is un, experts."""
    words = folded(name.replace("United Nations", "UN").replace("U.N.", "UN")).split()
    return frozenset(word for word in words if word not in _SMALL)


@lru_cache(maxsize=65536)
def backer_of(words: str) -> str | None:
    """Return the country that is said to back people ("Turkish-backed" → TR), None where none or several are."""
    found = {country.iso2 for said in _BACKED.findall(words) for country in countries_of(said.strip())}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def people_of(words: str) -> str:
    """Return what kind of people words mean, whatever their nationality.

    "soldiers" are a state's, "fighters" all who fight for others (mercenaries, militants, the bare "Syrians"); words
    for anything else stand for themselves, folded.
    """
    bare = _COUNTS.sub("", _BACKED.sub("", words)).split()
    nations = [word for word in bare if countries_of(word.strip(",.’'"))]
    rest = [word for word in bare if word not in nations]
    heads = {word.strip(",.’'").casefold() for word in rest}
    if names_somebody(" ".join(rest)) or len({countries_of(word.strip(",.’'")) for word in nations}) > 1:
        return folded(words)
    if heads & _SOLDIERS:
        return "soldiers"
    return "fighters" if not rest or heads & _FIGHTERS else folded(" ".join(rest))
