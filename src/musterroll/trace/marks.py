"""Marks: what a report shows of where it comes from, apart from its wording."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from urllib.parse import urlsplit

from musterroll.records import Claim, Report
from musterroll.reference import agency_named, outlet_at
from musterroll.trace.names import bare_name, folded, identifies, medium_named
from musterroll.trace.shingles import words_of

UNDATED = "9999-12-31"
NO_OUTLET = "an unnamed outlet"
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{12,600})[”\"»“]")
_QUOTE_WORDS = 5
_FIGURE = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:[,.  ]\d{3})+|\d{2,7})(?![\w/-]|[.,]\d)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b", re.I)
_NAME = re.compile(r"(?<![.!?…:“\"]\s)(?<!\A)(?<!\n)\b[A-Z][\w'’-]+(?:\s+(?:al-|el-)?[A-Z][\w'’-]+)*")
_MEDIUM = r"(?:the\s+)?((?:[A-Z][\w'’&-]*)(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’&-]*){0,4})"
_CITED = re.compile(
    r"(?:told|(?:spoke|speaking|talking|talked) (?:to|with)|citing|cited by|according to|quoted by|reported by"
    r"|reports? by|interview with|statements? to)"
    rf"\s+{_MEDIUM}"
    rf"|{_MEDIUM}(?:\s+\([A-Z]+\))?\s+(?:has\s+|had\s+)?(?:reported|reports|wrote|cited|quoted|first reported)"
)


@dataclass(frozen=True)
class Marks:
    """What is compared between reports: who published and credits whom; quotations, figures and names it holds.

    `day` is the day in UTC where the instant is known, else the publisher's; `UNDATED` where neither is.
    `plain` is the text outside quotation marks; `bylines` are other media that stand where an author would.
    """

    outlet: str
    day: str
    instant: str
    credits: frozenset[str]
    cites: frozenset[str]
    quotations: frozenset[str]
    figures: frozenset[int]
    names: frozenset[str]
    plain: str
    bylines: frozenset[str] = frozenset()

    @cached_property
    def ordinal(self) -> int:
        """The day as a number."""
        return date.fromisoformat(self.day).toordinal()

    @property
    def media(self) -> frozenset[str]:
        """Every medium that the report depends on or is."""
        return (self.credits | self.cites | {self.outlet}) - {NO_OUTLET}


def marks_of(report: Report, claims: Sequence[Claim], media: Mapping[str, str]) -> Marks:
    """Return a report's marks; `media` are outlets that no table need name, by their folded name."""
    outlet = outlet_of(report)
    day, instant = published(report)
    plain = unquoted(report.text)
    credits_ = frozenset(medium_named(name) or name for name in report.agency)
    own = frozenset({outlet}) if agency_named(outlet) else frozenset()
    return Marks(
        outlet=outlet,
        day=day,
        instant=instant,
        credits=credits_ | own,
        cites=frozenset(_cited(report, claims, media)) - {outlet} - credits_,
        quotations=frozenset(_quotations(report.text)),
        figures=frozenset(_figures(report.text, claims)),
        names=frozenset(folded(found) for found in _NAME.findall(plain)),
        plain=plain,
        bylines=frozenset(filter(None, map(medium_named, report.byline))) - {outlet} - credits_,
    )


def outlet_of(report: Report) -> str:
    """Return who published a report, by the usual name; its host, or "an unnamed outlet", where that is unknown."""
    host = urlsplit(report.url or "").hostname or ""
    known = outlet_at(host) if host else None
    name = report.outlet or (known.name if known else host) or NO_OUTLET
    return medium_named(name) or name


def published(report: Report) -> tuple[str, str]:
    """Return the day (UTC where the instant is known) and the instant, for ordering; unknown comes last."""
    moment = report.published
    if moment is None:
        return UNDATED, ""
    try:
        instant = datetime.fromisoformat(moment.instant or "")
        utc = instant.astimezone(UTC).isoformat() if instant.tzinfo else ""
    except (ValueError, OverflowError):
        utc = ""
    return utc[:10] or moment.day, utc


def heard_by(words: str) -> str | None:
    """Return the medium that a source is said to have spoken to ("sources speaking with Anadolu Agency"), or None."""
    return next(filter(None, (medium_named(first or second) for first, second in _CITED.findall(words))), None)


def named_media(report: Report, claims: Sequence[Claim]) -> Iterable[str]:
    """Return every name in a report that stands where a medium's would, known or not, in the report's words."""
    yield from _told_to(report, claims)
    yield from (first or second for first, second in _CITED.findall(report.text))


def _told_to(report: Report, claims: Sequence[Claim]) -> Iterable[str]:
    spans = [claim.attribution.relay for claim in claims]
    spans += [claim.attribution.source for claim in claims if claim.attribution.kind == "media"]
    yield from filter(identifies, (span.of(report.text) for span in spans if span))


def _cited(report: Report, claims: Sequence[Claim], media: Mapping[str, str]) -> Iterable[str]:
    sure = frozenset(_told_to(report, claims))
    for name in named_media(report, claims):
        found = medium_named(name) or media.get(folded(name))
        if found or name in sure:
            yield found or bare_name(name)


def unquoted(text: str) -> str:
    """Return a text with its quotations left out."""
    return _QUOTED.sub(" … ", text)


def _quotations(text: str) -> Iterable[str]:
    for quoted in _QUOTED.findall(text):
        words = words_of(quoted)
        if len(words) >= _QUOTE_WORDS:
            yield " ".join(words)


def _figures(text: str, claims: Sequence[Claim]) -> Iterable[int]:
    for found in _FIGURE.findall(_DATE.sub(" ", text)):
        figure = int(re.sub(r"\D", "", found))
        if figure >= 10 and not (1900 <= figure <= 2100 and len(found) == 4):
            yield figure
    for claim in claims:
        if claim.strength and not claim.strength.approximate:
            yield from (bound for bound in (claim.strength.min, claim.strength.max) if bound and bound >= 10)
