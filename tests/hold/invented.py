"""Invented reports, claims and packs for the tests of hold, made in a line each; no report here is a real one."""

from functools import cache

from musterroll.hold import hold_findings
from musterroll.records import (
    Attribution,
    Chain,
    ChainLink,
    Claim,
    DayInterval,
    Evidence,
    Finding,
    Holding,
    Link,
    LinkedClaim,
    Moment,
    Part,
    Pin,
    Quantity,
    Report,
    Span,
)  # fmt: skip
from musterroll.reference.packs import Packs, load_packs

CLAUSE = "ly-ceasefire-2020-foreign-forces"
PLACES = {
    "Libya": Pin(29.0, 17.0, "LY", 3), "eastern Libya": Pin(29.0, 17.0, "LY", 3), "Sirte": Pin(31.2, 16.6, "LY", 1),
    "Tripoli": Pin(32.9, 13.2, "LY", 1), "Bani Walid": Pin(31.75, 13.98, "LY", 1), "Syria": Pin(35.0, 38.0, "SY", 3),
    "Aleppo": Pin(36.2, 37.2, "SY", 1), "Nyala": Pin(12.05, 24.88, "SD", 1), "Khartoum": Pin(15.6, 32.5, "SD", 1),
    "Sudan": Pin(15.0, 30.0, "SD", 3), "Jufra base": Pin(29.2, 16.0, "LY", 1), "Ukraine": Pin(49.0, 32.0, "UA", 3),
}  # fmt: skip
ORIGINS = {"Syrian fighters": "SY", "Chadian fighters": "TD", "Libyan fighters": "LY"}
ACTORS = {
    "Wagner": "wagner-group", "Turkish army": "turkish-armed-forces", "foreign fighters": "foreign-forces-all-sides",
    "LNA": "libyan-national-army", "GNA": "government-of-national-accord", "Turkey": "turkey", "UNSMIL": "unsmil",
    "SOHR": "sohr", "Russia": "russia", "Chad": "chad", "Sultan Murad": "sultan-murad-division", "France": "france",
    "UNSMIL monitors": "unsmil", "African Command": "africom",
}  # fmt: skip


@cache
def packs() -> Packs:
    """Return the pack of Libya, read once."""
    return load_packs("libya")


def link(role: str, words: str) -> Link:
    """Return the link of a few known words; others are unknown."""
    if role in ("place", "from", "to"):
        pin = PLACES.get(words)
        name = "Libya" if words == "eastern Libya" else words
        number = f"site:{words}" if words.endswith("base") else f"geonames:{words}"
        return Link(
            role, None, words, "place", "linked" if pin else "unknown", "", pin and number, pin and name, pin=pin
        )
    number = ACTORS.get(words)
    name = packs().actors[number].name if number else None
    return Link(
        role, None, words, "actor", "linked" if number else "unknown", "", number, name, origin=ORIGINS.get(words)
    )


def told(
    sentence: str, type_: str = "presence", day: str | None = "2021-06-07", polarity: str = "positive",
    modality: str = "actual", time: tuple[str | None, str | None] | None = None, count: int | None = None,
    title: str | None = None, name: str = "", source: str | None = None, trigger: str | None = None,
    measure: str | None = None, **roles: str,
) -> tuple[Report, LinkedClaim]:  # fmt: skip
    """Return an invented report of one sentence and its claim; `from_` is the role "from", the rest are as they stand."""
    report = Report(
        page="p", extractor="test", text=sentence, blocks=(), sentences=(Span(0, len(sentence)),), language="en",
        title=title, published=Moment(day, "stated") if day else None,
        given_id=f"{name}:{sentence}:{day}:{type_}",
    )  # fmt: skip
    start = sentence.index(trigger) if trigger else 0
    parts = tuple(Part(role.rstrip("_"), Span(0, 1)) for role in roles)
    interval = DayInterval(*time) if time else None
    claim = Claim(
        report.id, type_, Span(start, start + len(trigger or "x")), 0, parts, polarity, modality,
        Attribution("named-body" if source else "outlet"), "test", Quantity(count, count) if count else None, time=interval,
    )  # fmt: skip
    links = [link(role.rstrip("_"), words) for role, words in roles.items()]
    links.append(
        link("source", source) if source else Link("source", None, "The Invented Times", "outlet", "unknown", "")
    )
    days = interval or (DayInterval(None, day) if day else None)
    return report, LinkedClaim(claim, tuple(links), days, 1, 1, measure)


def holdings(
    *rows: tuple[Report, LinkedClaim], origins: dict[str, str] | None = None, findings: tuple[Finding, ...] = ()
) -> dict[str, Holding]:
    """Hold invented claims; `origins` gives the origin of a claim's statement."""
    chains = [
        Chain(one.id, (ChainLink("x", "outlet", report.id),), (origins or {}).get(one.id), one.id)
        for report, one in rows
    ]
    reports, claims = [report for report, _ in rows], [one for _, one in rows]
    return {held.id: held for held in hold_findings(reports, claims, chains, findings, packs())}


def evidence(*rows: tuple[Report, LinkedClaim], clause: str = CLAUSE) -> tuple[Evidence, ...]:
    """Return the evidence that invented claims give under one clause."""
    return holdings(*rows)[clause].evidence
