"""Sites: bases, airports and camps of the packs, by a name of their own or their town’s beside "base"."""

import re
from collections import defaultdict
from functools import lru_cache

from musterroll.link.asked import ABOUT, AskedPlace
from musterroll.link.context import Context
from musterroll.link.toponyms import forms_of
from musterroll.records import Candidate, Link, Pin
from musterroll.reference.packs import Packs, Site
from musterroll.reference.place_names import name_key, without_article

LONGEST = 5
SITE_NOUN = (
    r"(?:air ?base|air ?field|air ?port|airstrip|military base|naval base|army base|base|barracks|camp|port|terminal)"
)
SITE_WORDS = re.compile(rf"\b(?:military |international |naval |army )?{SITE_NOUN}s?\b", re.I)
SITE_NEXT = re.compile(rf"^(?:’s|'s)? (?:military |international |naval |army )?{SITE_NOUN}\b", re.I)


@lru_cache(maxsize=4)
def sites_by_name(packs: Packs) -> tuple[dict[str, tuple[Site, ...]], dict[str, tuple[Site, ...]]]:
    """Return the sites of packs by folded name, and by folded weak name."""
    strong: dict[str, list[Site]] = defaultdict(list)
    weak: dict[str, list[Site]] = defaultdict(list)
    for site in packs.sites.values():
        for keys, names in ((strong, (site.name, *site.names, *site.arabic)), (weak, site.weak)):
            for key in {form for name in names for form in (name_key(name), without_article(name_key(name)))}:
                keys[key].append(site)
    return {k: tuple(v) for k, v in strong.items()}, {k: tuple(v) for k, v in weak.items()}


def link_site(context: Context, ask: AskedPlace, packs: Packs) -> Link | None:
    """Link a base or port of the packs: by a name of its own, or by its town's name beside a word like "base"."""
    strong, weak = sites_by_name(packs)
    words = ask.named.of(context.text)
    for name in (words, re.sub(r"(?:’s|'s)(?= )", "", words), *forms_of(words)):
        if found := strong.get(name_key(name)) or strong.get(without_article(name_key(name))):
            return site_link(ask, words, found, "a name of this site")
    if found := inside(words, strong):
        return site_link(ask, words, found, "a name of this site, inside the words")
    bare = SITE_WORDS.sub("", words).strip()
    beside = bare != words or SITE_NEXT.match(context.text[ask.named.end : ask.named.end + 40])
    for name in (bare, bare.split(" ", 1)[-1]) if beside else ():
        if found := strong.get(name_key(name)) or weak.get(name_key(name)):
            return site_link(ask, words, found, "the name of its place beside a word for a base or port")
    return None


def link_weak_site(ask: AskedPlace, words: str, packs: Packs) -> Link | None:
    """Leave a name open between the sites beside whose town it stands, where the gazetteer has no such town."""
    found = sites_by_name(packs)[1].get(name_key(words), ())
    candidates = tuple(Candidate(f"site:{site.id}", site.name) for site in found)
    reason = "the name of the place beside a base or port, and no word says that this is meant"
    return Link(ask.role, ask.span, words, "place", "unsure", reason, candidates=candidates) if found else None


def inside(words: str, strong: dict[str, tuple[Site, ...]]) -> tuple[Site, ...]:
    """Return the sites whose own name stands inside longer words ("Russian Khmeimim Air Base in Latakia")."""
    tokens = words.split()
    for size in range(min(len(tokens), LONGEST), 0, -1):
        for start in range(len(tokens) - size + 1):
            name = " ".join(tokens[start : start + size])
            if name != name.lower() and (found := strong.get(name_key(name))):
                return found
    return ()


def site_link(ask: AskedPlace, words: str, sites: tuple[Site, ...], reason: str) -> Link:
    """Return a link to one site, or the sites between which it is open."""
    candidates = tuple(Candidate(f"site:{site.id}", site.name) for site in sites)
    if len({site.id for site in sites}) > 1:
        return Link(ask.role, ask.span, words, "place", "unsure", "several sites bear this name", candidates=candidates)
    site = sites[0]
    pin = Pin(site.lat, site.lon, site.country, 2 if ABOUT.search(words) else 1)
    return Link(ask.role, ask.span, words, "place", "linked", reason, candidates[0].id, site.name, pin=pin)
