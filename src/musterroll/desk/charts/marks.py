"""What a chart is drawn from and what it gives: small frozen records, no Django, no ledger."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Point:
    """One figure of one source.

    `link` is the address of its claim (on this site: it begins with "/", "?" or "#"). `source` is on whose word, as
    the page prints it. `day` is what it is about: YYYY-MM-DD, YYYY-MM or YYYY, None where unknown; `until` the last
    day where it is about a time. `low` and `high` are inclusive bounds in persons (or units), None where not bounded;
    `qualifier` is one of records.finding.QUALIFIERS. `origin` is the same word for figures that go back to one origin
    ("" takes `source`). `copy` says that the report repeats another's, `denied` that the source denies it, `planned`
    that it is a plan.
    """

    link: str
    source: str
    day: str | None
    low: int | None
    high: int | None
    qualifier: str | None = None
    origin: str = ""
    until: str | None = None
    copy: bool = False
    denied: bool = False
    planned: bool = False

    @property
    def lineage(self) -> str:
        """The origin that it goes back to; a source without one is its own."""
        return self.origin or self.source


@dataclass(frozen=True)
class Flow:
    """One figure of one source for who came ("in") or went ("out") in a month (`month` YYYY-MM, None: unknown)."""

    link: str
    source: str
    month: str | None
    direction: str
    low: int | None
    high: int | None
    qualifier: str | None = None
    denied: bool = False


@dataclass(frozen=True)
class Deadline:
    """A day that is drawn as a line through a chart, with its words; `link` is the address of its commitment."""

    day: str
    words: str
    link: str | None = None


@dataclass(frozen=True)
class Event:
    """A coming or going at a stage (records.holding.STAGES): `words` say what ("300 fighters leave Sirte")."""

    link: str
    day: str | None
    stage: str
    words: str
    source: str


@dataclass(frozen=True)
class Bracket:
    """A rotation: departures on or after `out` (YYYY-MM-DD) that arrivals until `back` make up for."""

    link: str
    out: str
    back: str
    words: str


@dataclass(frozen=True)
class Week:
    """How many claims were read in the week that begins on `day` (YYYY-MM-DD)."""

    day: str
    count: int


@dataclass(frozen=True)
class Held:
    """One claim held for or against a commitment: the day it is about, on whose word, and why it speaks so."""

    link: str
    day: str | None
    source: str
    why: str


@dataclass(frozen=True)
class Stage:
    """A stop on the way of recruits. `kind`: "recruitment", "route" or "destination".

    `notes` are lines as the page prints them ("offered $2,000 a month"); `id` names the stop for `Leg`.
    """

    id: str
    kind: str
    name: str
    link: str
    low: int | None = None
    high: int | None = None
    qualifier: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leg:
    """A way from one stop to another (ids of stages), with the number that a source has for it and where it says so."""

    start: str
    end: str
    link: str
    low: int | None = None
    high: int | None = None
    qualifier: str | None = None


@dataclass(frozen=True)
class Column:
    """A column of the table behind a chart; `figure` sets it to the end of its cell."""

    words: str
    figure: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawn chart with the table it was drawn from.

    `svg` is the picture for wide pages, `narrow` for phones (an SVG, or a list; empty where `svg` serves both),
    `legend` the key to its marks.
    `table` holds a row of cells a figure, in the order of `columns`. Where there is nothing to draw `svg`, `narrow`
    and `legend` are empty and `empty` is a sentence that says so.
    """

    title: str
    svg: Markup
    narrow: Markup
    legend: Markup
    columns: tuple[Column, ...]
    table: tuple[tuple[Markup, ...], ...]
    empty: str = ""
