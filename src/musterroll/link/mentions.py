"""Names of places in running text: which words of a part or of a report are one.

A name is taken whole. Words that are left over beside it must be known to be no part of it: a nationality ("Syrian
Raqqa"), a common noun ("Idlib Province"), a possessive ("Syria’s Deir ez-Zor"). "Salvador Pass" is not El Salvador.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from musterroll.link.context import Context
from musterroll.link.toponyms import places_of
from musterroll.records import Span
from musterroll.reference import Gazetteer, Place, countries_of, country_named

WIDELY_KNOWN = 100_000
BY_ANOTHER_NAME = 10_000
LAND = re.compile(r" (?:territory|soil|lands?|border|coast|waters|airspace|side|desert|town|city|village)\b")
WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")
CAPITAL = re.compile(r"(?:[^\W\d_]{1,3}-)?[^\W\d_a-z]")
JOINT = re.compile(r"(?:of|and|the|de|la|el|al|du|des|-)")
POSSESSIVE = re.compile(r"(?:’s|'s|s’)$")
SOFT = re.compile(
    r"university|valley|air|base|airbase|airport|army|camps?|forces?|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?"
    r"|central|the|islands?|rivers?|mount|islamic|state|district|province|governorate|border|city|town|village|national"
    r"|united|international|red|new|old|great|security|liberation|front|group|brigade|division|battalion|council"
    r"|government|minister|president|general|colonel|delta|line|desert|region|county|road|street|square|bridge|port"
    r"|military|airfield|barracks|area|refinery|oil|field|crossing|kurdish|arab|balkan|nato|un|eu|us|countryside|coast"
    r"|peninsula|operations?|command|headquarters|\w+-(?:held|led|backed|controlled|run|majority|dominated)",
    re.I,
)


def toponyms_in(text: str, span: Span, known: Gazetteer) -> list[Span]:
    """Return the names of places inside a span, in order."""
    return [found for run in runs_in(text, span) for found in names_in(text, run, known)]


def runs_in(text: str, span: Span) -> Iterator[list[Span]]:
    """Yield runs of words that may be names: capitalised, or small words between such; a possessive ends one."""
    run: list[Span] = []
    last = span.start
    for match in WORD.finditer(text, span.start, span.end):
        word = match[0]
        broken = bool(re.search(r"[^\s]|\n", text[last : match.start()]))
        named = bool(CAPITAL.match(word)) or not word.isascii()
        if run and (broken or not (named or JOINT.fullmatch(word))):
            yield run
            run = []
        if named or run:
            run.append(Span(match.start(), match.end()))
        last = match.end()
        if POSSESSIVE.search(word) and run:
            yield run
            run = []
    if run:
        yield run


def names_in(text: str, run: Sequence[Span], known: Gazetteer) -> Iterator[Span]:
    """Yield the whole run as one name, or the names between its small words."""
    while run and JOINT.fullmatch(run[-1].of(text)):
        run = run[:-1]
    if not run:
        return
    if found := trimmed(text, run, known):
        yield found
        return
    joint = next((i for i, word in enumerate(run) if JOINT.fullmatch(word.of(text))), None)
    if joint is not None:
        yield from names_in(text, run[:joint], known)
        yield from names_in(text, run[joint + 1 :], known)


def trimmed(text: str, run: Sequence[Span], known: Gazetteer) -> Span | None:
    """Return the longest name that is left of a run when soft words before and behind it are left aside."""
    size = len(run)
    leading = next((i for i, word in enumerate(run) if not soft(word.of(text))), size - 1)
    trailing = next((i for i, word in enumerate(reversed(run)) if not soft(word.of(text))), size - 1)
    ways = sorted((start + end, start, size - end) for start in range(leading + 1) for end in range(trailing + 1))
    for _, start, end in ways:
        if start < end and is_name(text[run[start].start : run[end - 1].end].rstrip("."), known):
            return Span(run[start].start, run[end - 1].end)
    return None


def soft(word: str) -> bool:
    """Say whether a capitalised word beside a name need not belong to it."""
    return bool(SOFT.fullmatch(word.rstrip("."))) or bool(countries_of(word))


def is_name(words: str, known: Gazetteer) -> bool:
    """Say whether words name a place by themselves."""
    return not SOFT.fullmatch(words) and any(likely(place) for place in places_of(words, known))


def proper(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that name a place and no nationality ("**Syrian** Badia")."""
    return [
        span
        for span in spans
        if country_named(span.of(text)) or not countries_of(span.of(text)) or LAND.match(text[span.end :])
    ]


def surroundings(context: Context, known: Gazetteer, taken: set[Span]) -> Iterable[Span]:
    """Yield the other names of places in a report that say where it plays: countries, provinces, large towns."""
    for run in context.capitalised:
        for span in toponyms_in(context.text, run, known):
            free = not any(span.start < other.end and other.start < span.end for other in taken)
            if free and any(tells(place) for place in places_of(span.of(context.text), known)[:3]):
                yield span


def likely(place: Place) -> bool:
    """Say whether a place is found by its own name, or is large enough to be called by another."""
    return bool(place.main) or place.kind != "town" or place.population > BY_ANOTHER_NAME


def tells(place: Place) -> bool:
    """Say whether a place is known widely enough to say where a report plays."""
    return bool(place.main) and (place.kind in ("country", "province", "region") or place.population > WIDELY_KNOWN)
