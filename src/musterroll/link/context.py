"""What a report says around a name: its words folded for look-up, and the countries that it names."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from musterroll.records import Report, Span
from musterroll.reference import countries_of, country_named, outlet_at
from musterroll.reference.place_names import name_key

CAPITALISED = re.compile(
    r"\b[^\W\d_a-z][\w.’'-]*(?:[ -](?:(?:al|el|as|ash|ad|de|of|the|and)[ -])?[^\W\d_a-z][\w’'-]*)*"
)
STATE_DOMAINS = {"UK": "GB"}


@dataclass(frozen=True)
class Context:
    """A report, with its title and dateline behind its text: offsets of the text stay as they are.

    `meant` are words that short forms stand for and that the report itself does not hold ("Syria" for "their country"
    after "Syrian sources"); they stand last.
    """

    report: Report
    meant: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The report's text, then its title, its dateline and what short forms mean."""
        parts = (self.report.text, self.report.title, self.report.dateline, *self.meant)
        return "\n\n".join(part for part in parts if part)

    @cached_property
    def folded(self) -> str:
        """The text as `name_key` writes it, with a blank on either side."""
        return f" {name_key(self.text)} "

    def says(self, key: str) -> bool:
        """Say whether the report holds a folded name."""
        return f" {key} " in self.folded

    @cached_property
    def capitalised(self) -> tuple[Span, ...]:
        """Every run of capitalised words."""
        return tuple(Span(*match.span()) for match in CAPITALISED.finditer(self.text))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the report names, by name or by demonym (ISO 3166)."""
        words = (span.of(self.text) for span in self.capitalised)
        found: set[str] = set()
        for run in words:
            found |= countries_in(run)
        return frozenset(found)

    @cached_property
    def home(self) -> str | None:
        """The publisher's country, where it is known."""
        return country_of_host(urlsplit(self.report.url).hostname) if self.report.url else None


def countries_in(run: str) -> set[str]:
    """Return the countries that a run of capitalised words names: "Syrian Arab Army", "Libya", "South Sudan"."""
    words = re.sub(r"(?:’s|'s|’|')(?=\s|$)", "", run).split()
    found: set[str] = set()
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + 5), start, -1):
            name = " ".join(words[start:end])
            codes = codes_of(name) or codes_of(name.rstrip(".-"))
            if codes:
                found |= codes
                start = end - 1
                break
        start += 1
    return found


def codes_of(name: str) -> set[str]:
    """Return the countries of one name or demonym."""
    country = country_named(name)
    return {country.iso2} if country else {country.iso2 for country in countries_of(name)}


def country_of_host(host: str | None) -> str | None:
    """Return the country of an outlet's host: a known outlet's, else that of its top-level domain."""
    if not host:
        return None
    outlet = outlet_at(host)
    if outlet:
        return outlet.country
    last = host.rsplit(".", 1)[-1].upper()
    return STATE_DOMAINS.get(last, last) if len(last) == 2 else None
