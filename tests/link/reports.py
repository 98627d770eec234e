"""Reports and claims made by hand for the tests of link."""

import re

from musterroll.link import link_claims
from musterroll.records import Attribution, Claim, DayInterval, Link, LinkedClaim, Moment, Part, Report, Span
from musterroll.reference.packs import Packs, load_packs

MARKED = re.compile(r"\[(\w+(?:=[^:\]]*)?): ([^\]]+)\]")


def report_of(text: str, url: str | None = None, title: str | None = None, day: str | None = "2021-03-27") -> Report:
    """Make a report of one block."""
    return Report(
        page="page", extractor="test", text=text, blocks=(), sentences=(Span(0, len(text)),), language="en",
        title=title, url=url, published=Moment(day, "stated") if day else None,
    )  # fmt: skip


def linked(
    marked: str, url: str | None = None, title: str | None = None, kind: str = "named-body",
    time: DayInterval | None = None, day: str | None = "2021-03-27", packs: Packs | None = None,
) -> LinkedClaim:  # fmt: skip
    """Link one claim from a text with marks: "[force: Wagner] are in [place: Sirte]", "[place=Libya: the country]"."""
    text, parts, spoken = "", [], {}
    rest = marked
    while match := MARKED.search(rest):
        text += rest[: match.start()]
        role, _, resolved = match[1].partition("=")
        span = Span(len(text), len(text) + len(match[2]))
        text, rest = text + match[2], rest[match.end() :]
        if role in ("source", "relay"):
            spoken[role] = span
        else:
            parts.append(Part(role, span, resolved or None))
    speech = Attribution(kind if spoken or kind != "named-body" else "outlet", **spoken)
    claim = Claim("r", "presence", Span(0, 1), 0, tuple(parts), "positive", "actual", speech, "test", time=time)
    (only,) = link_claims(report_of(text + rest, url, title, day), [claim], packs or load_packs("libya"))
    return only


def link_of(marked: str, role: str, **more: str | None) -> Link:
    """Return the link of the first part in a role."""
    return next(link for link in linked(marked, **more).links if link.role == role)  # type: ignore[arg-type]
