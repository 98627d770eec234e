"""The glossary: what the reports together explain to each: which names are outlets, what initials mean.

Nothing else in tracing depends on the set of reports as a whole. Each report leaves an imprint: what it adds to the
glossary and what it looks up there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from musterroll.records import Claim, Imprint, Report
from musterroll.trace.marks import NO_OUTLET, UNDATED, named_media, outlet_of, published
from musterroll.trace.names import bare_name, explained, folded, is_short, medium_named


class Glossary(NamedTuple):
    """`media`: outlets by their folded name; `short`: what initials stand for, where all reports agree."""

    media: Mapping[str, str]
    short: Mapping[str, str]


def imprint_of(report: Report, claims: Sequence[Claim]) -> Imprint:
    """Return the imprint of a report with its claims."""
    day, _ = published(report)
    heard = (name for name in named_media(report, claims) if medium_named(name) is None)
    return Imprint(
        report=report.id,
        day=None if day == UNDATED else day,
        outlet=outlet_of(report),
        explains=tuple(sorted(set(explained(report.text)))),
        looks_up=frozenset(map(folded, heard)) | frozenset(filter(is_short, _sources(report, claims))),
    )


def _sources(report: Report, claims: Sequence[Claim]) -> Iterable[str]:
    for claim in claims:
        speech = claim.attribution
        words = speech.resolved or (" ".join(speech.source.of(report.text).split()) if speech.source else None)
        if words:
            yield bare_name(words)


def glossary_of(imprints: Iterable[Imprint]) -> Glossary:
    """Return what some reports explain; of two ways of writing one name the first in the alphabet, in any order."""
    media: dict[str, set[str]] = defaultdict(set)
    meant: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for imprint in imprints:
        if imprint.outlet != NO_OUTLET:
            media[folded(imprint.outlet)].add(imprint.outlet)
        for short, name in imprint.explains:
            meant[short][folded(name)].add(name)
    agreed = {short: min(min(ways) for ways in names.values()) for short, names in meant.items() if len(names) == 1}
    return Glossary({key: min(names) for key, names in media.items()}, agreed)


def changed_words(before: Glossary, after: Glossary) -> frozenset[str]:
    """Return the names and initials that two glossaries explain differently."""
    return frozenset(
        word
        for old, new in zip(before, after, strict=True)
        for word in old.keys() | new.keys()
        if old.get(word) != new.get(word)
    )
