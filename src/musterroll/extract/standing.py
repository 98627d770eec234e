"""Standing text: which blocks of a page are its site's furniture and no part of the report."""

import re
from functools import lru_cache

from musterroll.reference import StandingPhrase, standing_phrases

_LONGEST = {"whole": 90, "start": 320, "in": 700}
# A heading of these kinds has its own text under it: a list of links, the fields of a form.
OPENS = frozenset(("related", "correction", "newsletter", "comments"))


def standing_kind(block: str) -> str | None:
    """Return what furniture a block of text is ("disclaimer", "related", …), or None for a part of the report."""
    if len(block) > _LONGEST["in"]:
        return None
    folded = block.casefold().replace("’", "'")
    bare = re.sub(r"\A\W+", "", folded)
    return _whole(bare) or _at_start(bare) or _at_start(folded.strip()) or _anywhere(folded)


def heads_other_stories(block: str) -> bool:
    """Whether a block is nothing but the heading of a list of other stories ("Related links", "Top stories")."""
    return len(block) <= 60 and _whole(re.sub(r"\A\W+", "", block.casefold().replace("’", "'"))) == "related"


@lru_cache(maxsize=1)
def _by_place() -> dict[str, dict[str, str]]:
    """Phrases without a gap, by place: phrase to kind. Plain strings are looked up far faster than expressions."""
    table: dict[str, dict[str, str]] = {place: {} for place in _LONGEST}
    for phrase in standing_phrases():
        if "*" not in phrase.phrase:
            table[phrase.place][phrase.phrase] = phrase.kind
    return table


@lru_cache(maxsize=1)
def _gapped() -> tuple[tuple[StandingPhrase, re.Pattern[str]], ...]:
    return tuple((phrase, re.compile(phrase.pattern)) for phrase in standing_phrases() if "*" in phrase.phrase)


@lru_cache(maxsize=1)
def _starts() -> tuple[str, ...]:
    return tuple(_by_place()["start"])


def _whole(bare: str) -> str | None:
    if len(bare) > _LONGEST["whole"]:
        return None
    stripped = re.sub(r"\W+\Z", "", bare)
    wholes = _by_place()["whole"]
    return wholes.get(stripped) or wholes.get(bare) or _with_gap(bare, "whole")


def _at_start(bare: str) -> str | None:
    if len(bare) > _LONGEST["start"]:
        return None
    if bare.startswith(_starts()):
        for phrase, kind in _by_place()["start"].items():
            if bare.startswith(phrase) and not (bare[len(phrase) :][:1].isalnum() and phrase[-1].isalpha()):
                return kind
    return _with_gap(bare, "start")


def _anywhere(folded: str) -> str | None:
    found = (kind for phrase, kind in _by_place()["in"].items() if phrase in folded)
    return next(found, None) or _with_gap(folded, "in")


def _with_gap(text: str, place: str) -> str | None:
    return next((phrase.kind for phrase, form in _gapped() if phrase.place == place and form.search(text)), None)
