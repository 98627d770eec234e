"""A ledger of any size for `desk_load.py`, of invented reports: no force, place or source in it did what it says.

Names of forces, places and outlets are those of the pack for Libya, so that links, commitments and the map have work;
every sentence is put together from them by chance. A fifth of the reports copy an earlier one. Findings are weighed as
in any ledger. Chains and kinship are not traced but known from how the reports were made, and commitments are held
against 1,200 claims alone: tracing and holding all of it takes longer than anybody waits for a
benchmark. Some reports are retracted and some claims confirmed, so that judgements have rows.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from musterroll import ledger
from musterroll.ledger import Derived, PageFacts, ReportRead
from musterroll.pipeline.drawing import Drawing, touches
from musterroll.records import (
    Attribution,
    Block,
    Chain,
    ChainLink,
    Claim,
    DayInterval,
    Judgement,
    Kinship,
    Link,
    LinkedClaim,
    Moment,
    Part,
    Pin,
    Quantity,
    Report,
    Span,
)
from musterroll.reference import gazetteer
from musterroll.reference.packs import PackOutlet, Packs, load_packs

TOWNS = (
    "Tripoli", "Benghazi", "Misrata", "Sirte", "Sabha", "Tobruk", "Derna", "Ajdabiya", "Zuwara", "Bani Walid",
    "Gharyan", "Ubari", "Murzuq", "Tarhuna",
)  # fmt: skip
SAYS = {
    "presence": ("has", "place"), "movement": ("sent", "to"), "withdrawal": ("withdrew", "from"),
    "recruitment": ("recruited", "to"), "toll": ("lost", "place"),
}  # fmt: skip
INTO = {"place": "in", "to": "to", "from": "from"}
KINDS = ("armed-group", "private-military-company", "aggregate")
SOURCES = ("unnamed-person", "named-body", "unnamed-body")
SYLLABLES = ("ba", "dar", "el", "fim", "gor", "hul", "jan", "kes", "lom", "mir", "nef", "pol", "qua", "ris", "sut")
FIRST, DAYS = date(2020, 1, 1), 730
SENTENCES, LOT = 20, 200
SOME_RETRACTED, SOME_CONFIRMED, SOME_HELD = 10, 40, 1_200
Thing = TypeVar("Thing")


class Roll:
    """Invented reports, one after the other, always the same ones for a seed."""

    def __init__(self, seed: int = 7) -> None:
        self.dice = random.Random(seed)
        self.packs = load_packs("libya")
        self.forces = [actor for actor in self.packs.actors.values() if actor.kind in KINDS][-22:]
        self.bodies = [actor for actor in self.packs.actors.values() if actor.kind in ("state", "monitor")][:60]
        self.outlets = [outlet for outlet in self.packs.outlets.values() if outlet.hosts][:80]
        self.places = places_of(self.packs)
        self.before: list[tuple[ReportRead, date]] = []
        self.chains: list[Chain] = []
        self.kin: list[Kinship] = []

    def readings(self) -> Iterator[ReportRead]:
        """Yield readings without end."""
        number = 0
        while True:
            copied = self.before and self.dice.random() < 0.2
            yield self.a_copy(number) if copied else self.a_reading(number)
            number += 1

    def a_reading(self, number: int) -> ReportRead:
        """Return a report of its own, one claim a sentence."""
        day = FIRST + timedelta(self.dice.randrange(DAYS))
        told = [self.a_sentence() for _ in range(SENTENCES)]
        text, spans = " ".join(words for words, _, _ in told), []
        for words, _, _ in told:
            start = spans[-1].end + 1 if spans else 0
            spans.append(Span(start, start + len(words)))
        title = f"Invented: {told[0][0].partition(',')[0]}"
        report = self.a_report(number, text, tuple(spans), title, day)
        linked = [self.a_claim(report, at, *rest) for at, (_, *rest) in enumerate(told)]  # type: ignore[arg-type]
        read = ReportRead(self.a_page(report), report, [one.claim for one in linked], linked)
        self.before.append((read, day))
        self.chains += [chain_of(one, report) for one in linked]
        return read

    def a_copy(self, number: int) -> ReportRead:
        """Return a report with the text of another, some days later, in another outlet."""
        read, day = self.before[self.dice.randrange(max(0, len(self.before) - 400), len(self.before))]
        old = read.report
        report = self.a_report(
            number, old.text, old.sentences, old.title or "", day + timedelta(self.dice.randrange(4))
        )
        linked = [
            replace(one, claim=replace(one.claim, report=report.id), days=DayInterval(None, published(report)))
            for one in read.linked
        ]
        self.kin.append(Kinship(old.id, report.id, "copy", 1.0, ("invented as its copy",)))
        self.chains += [chain_of(one, report, first, old) for one, first in zip(linked, read.linked, strict=True)]
        return ReportRead(self.a_page(report), report, [one.claim for one in linked], linked)

    def a_report(self, number: int, text: str, spans: tuple[Span, ...], title: str, day: date) -> Report:
        """Return a report of an outlet."""
        outlet: PackOutlet = self.dice.choice(self.outlets)
        return Report(
            f"page-{number:06d}", "bench", text, (Block("paragraph", Span(0, len(text))),), spans, "en", title=title,
            published=Moment(day.isoformat(), "stated"), url=f"https://{outlet.hosts[0]}/invented/{number}",
            outlet=outlet.name,
        )  # fmt: skip

    def a_page(self, report: Report) -> PageFacts:
        """Return the page of a report."""
        return PageFacts(report.page, f"{report.page}.html", report.url, "text/html", "utf-8", sha256="0" * 64, size=1)

    def a_sentence(self) -> tuple[str, dict[str, Span], tuple[str, Link, Link, Link, int | None]]:
        """Return the words of a claim, where its parts stand, and its type, links and figure."""
        kind = self.dice.choice(tuple(SAYS))
        force, source = common(self.forces, self.dice), common(self.bodies, self.dice)
        place, many = common(self.places, self.dice), self.dice.choice((None, 40, 150, 300, 800, 1_200, 5_000))
        verb, role = SAYS[kind]
        parts = (
            ("", "The "), ("force", force.name), ("", " "), ("trigger", verb), ("", " "),
            *((("strength", f"{many:,}"), ("", " fighters ")) if many else (("", "fighters "),)),
            ("", f"{INTO[role]} "), (role, place.name or ""), ("", ", "), ("source", source.name), ("", " "),
            ("cue", "said"), ("", f" on the road to {self.a_word()} and {self.a_word()}."),
        )  # fmt: skip
        at, spans = 0, {}
        for name, words in parts:
            spans[name] = Span(at, at + len(words))
            at += len(words)
        links = (
            Link("force", spans["force"], force.name, "actor", "linked", "invented", force.id, force.name),
            replace(place, role=role, span=spans[role]),
            Link("source", spans["source"], source.name, "actor", "linked", "invented", source.id, source.name),
        )
        return "".join(words for _, words in parts), spans, (kind, *links, many)

    def a_word(self) -> str:
        """Return an invented word."""
        return "".join(self.dice.choices(SYLLABLES, k=3)).capitalize()

    def a_claim(
        self, report: Report, at: int, spans: dict[str, Span], told: tuple[str, Link, Link, Link, int | None]
    ) -> LinkedClaim:
        """Return the claim of a sentence, linked."""
        begin = report.sentences[at].start
        moved = {name: Span(span.start + begin, span.end + begin) for name, span in spans.items() if name}
        kind, *links, many = told
        roles = [name for name in ("force", "strength", "place", "to", "from") if name in moved]
        claim = Claim(
            report.id, kind, moved["trigger"], at, tuple(Part(role, moved[role]) for role in roles),
            "negative" if self.dice.random() < 0.05 else "positive", "actual",
            Attribution(self.dice.choice(SOURCES), moved["source"], moved["cue"]), "bench",
            Quantity(many, many) if many else None,
        )  # fmt: skip
        set_links = tuple(replace(link, span=moved[link.role]) for link in links)  # type: ignore[union-attr]
        return LinkedClaim(claim, set_links, DayInterval(None, published(report)), 1, 3)


def published(report: Report) -> str | None:
    """Return the day of a report."""
    return report.published.day if report.published else None


def common(things: Sequence[Thing], dice: random.Random) -> Thing:
    """Return one of some things, the first the most often, as a few forces and places fill the news."""
    return things[int(len(things) * dice.random() ** 2)]


def places_of(packs: Packs) -> list[Link]:
    """Return links to the country, its towns and the sites of the packs, pins and all."""
    known = gazetteer()
    towns = [place for name in TOWNS for place in known.look_up(name) if (place.country, place.kind) == ("LY", "town")]
    country = next(place for place in known.look_up("Libya") if place.country == "LY")
    found = [(f"geonames:{at.id}", at.name, Pin(at.lat, at.lon, "LY", 1)) for at in towns]
    found += [
        (f"site:{site.id}", site.name, Pin(site.lat, site.lon, "LY", 1)) for site in list(packs.sites.values())[:5]
    ]
    whole = (f"geonames:{country.id}", country.name, Pin(country.lat, country.lon, "LY", 3))
    return [
        Link("place", None, name, "place", "linked", "invented", number, name, pin=pin)
        for number, name, pin in (whole, *found)
    ]


def chain_of(
    told: LinkedClaim, report: Report, first: LinkedClaim | None = None, earlier: Report | None = None
) -> Chain:
    """Return the chain of a claim: from its source to its outlet, by way of the outlet that it was copied from."""
    source = str(told.linked("source")[0].name)
    way = [(source, "source", report), (str(report.outlet), "outlet", report)]
    if earlier:
        way.insert(1, (str(earlier.outlet), "outlet", earlier))
    links = tuple(ChainLink(who, role, of.id) for who, role, of in way)
    return Chain(told.id, links, source, (first or told).id, evidence=("invented",))


def build(path: Path, reports: int) -> None:
    """Make the ledger at a path; it appears under its name only once it is whole."""
    half = path.with_name(f"{path.name}.half")
    half.unlink(missing_ok=True)
    ledger.open_ledger(half, create=True)
    roll = Roll()
    ledger.put_packs(roll.packs)
    readings = islice(roll.readings(), reports)
    while lot := list(islice(readings, LOT)):
        ledger.add_readings(lot)
    judge_some(roll)
    ledger.put_derived(derived(roll))
    ledger.close_ledger()
    half.rename(path)


def derived(roll: Roll) -> Derived:
    """Return what follows from what stands."""
    stands = ledger.standing()
    drawing = Drawing(stands, roll.chains, roll.packs)
    held = list(drawing.claims)[:SOME_HELD]
    bearings = drawing.bearings(held)
    there = {report.id for report in stands.reports}
    return Derived(
        chains=[chain for chain in roll.chains if chain.claim in drawing.claims],
        kin=[kin for kin in roll.kin if {kin.earlier, kin.later} <= there],
        findings=drawing.findings(drawing.claims),
        holdings=drawing.holdings(bearings, roll.packs.commitments),
        buckets=drawing.buckets(drawing.claims),
        touches=touches(bearings),
    )


def judge_some(roll: Roll) -> None:
    """Retract some reports that nothing copies, and confirm a claim of each of some others."""
    copied = {kin.earlier for kin in roll.kin}
    reports = [read for read, _ in roll.before if read.report.id not in copied]
    by, at, why = "an invented editor", "2024-01-01T12:00:00+00:00", "invented"
    for read in reports[:SOME_RETRACTED]:
        ledger.judge(Judgement("retract", "report", read.report.id, by, at, why))
    for read in reports[SOME_RETRACTED : SOME_RETRACTED + SOME_CONFIRMED]:
        ledger.judge(Judgement("confirm", "claim", read.claims[0].id, by, at, why))
