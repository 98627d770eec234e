"""The tables of a pack, one function a table: rows in, records out."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from musterroll.reference.packs.cells import COUNTRY, HOST, SITE_ID, Faults, Row, read_table
from musterroll.reference.packs.records import (
    ACTOR_KINDS,
    BASES,
    OUTLET_KINDS,
    PRECISIONS,
    SITE_KINDS,
    Actor,
    PackOutlet,
    Site,
    Sponsor,
)

ACTOR_COLUMNS = (
    "id", "name", "aliases", "weak_aliases", "transliterations", "arabic_names", "kind", "country", "side",
    "theatre", "wikidata_id", "basis", "source_url", "note",
)  # fmt: skip
SPONSOR_COLUMNS = ("actor", "sponsor", "words", "since", "until")
SITE_COLUMNS = (
    "id", "name", "aliases", "weak_aliases", "arabic_names", "kind", "country", "lat", "lon", "precision",
    "source_url", "note",
)  # fmt: skip
OUTLET_COLUMNS = ("id", "name", "aliases", "arabic_names", "kind", "hosts", "country", "interest", "note")


def unique(rows: Iterable[Row]) -> list[Row]:
    """Return the rows; note those whose id stands in an earlier row of the table."""
    seen: dict[str, int] = {}
    kept = list(rows)
    for row in kept:
        first = seen.setdefault(row.cells.get("id", ""), row.line)
        if first != row.line and row.text("id"):
            row.wrong(f"id {row.text('id')!r} stands in line {first} already")
    return kept


def read_actors(folder: Path, faults: Faults) -> list[tuple[Row, Actor]]:
    """Read `actors.csv`, with `sponsors.csv` beside it."""
    rows = unique(read_table(folder / "actors.csv", ("id", "name", "kind"), ACTOR_COLUMNS, faults))
    sponsors = read_sponsors(folder, {row.cells.get("id", "") for row in rows}, faults)
    return [(row, read_actor(row, tuple(sponsors.get(row.cells.get("id", ""), ())))) for row in rows]


def read_actor(row: Row, sponsors: tuple[Sponsor, ...]) -> Actor:
    """Read one actor."""
    basis = row.one_of("basis", BASES, "know")
    url = row.url()
    if basis == "page" and not url:
        row.wrong("basis is page and source_url is empty")
    return Actor(
        id=row.identity(),
        name=row.needed("name"),
        kind=row.one_of("kind", ACTOR_KINDS),
        names=row.listed("aliases") + row.listed("transliterations"),
        weak=row.listed("weak_aliases"),
        arabic=row.listed("arabic_names"),
        country=row.country(),
        theatre=row.matching("theatre", COUNTRY, "an ISO 3166 code of two letters"),
        side=row.text("side"),
        sponsors=sponsors,
        wikidata=row.text("wikidata_id"),
        basis=basis,
        source_url=url,
        note=row.text("note"),
    )


def read_sponsors(folder: Path, actors: set[str], faults: Faults) -> dict[str, list[Sponsor]]:
    """Read `sponsors.csv`: who stands behind each actor, and when."""
    found: dict[str, list[Sponsor]] = defaultdict(list)
    for row in read_table(folder / "sponsors.csv", ("actor",), SPONSOR_COLUMNS, faults):
        actor, since, until = row.needed("actor"), row.day("since"), row.day("until")
        if actor and actor not in actors:
            row.wrong(f"actor {actor!r} is not in actors.csv")
        if not (row.text("sponsor") or row.text("words")):
            row.wrong("neither sponsor nor words")
        in_order(row, since, until)
        found[actor].append(Sponsor(row.text("sponsor"), row.text("words") or row.text("sponsor") or "", since, until))
    return found


def in_order(row: Row, since: str | None, until: str | None) -> None:
    """Note an end before its beginning."""
    if since and until and until < since[: len(until)]:
        row.wrong(f"until {until} is before since {since}")


def read_sites(folder: Path, faults: Faults) -> list[Site]:
    """Read `sites.csv`."""
    needed = ("id", "name", "kind", "country", "lat", "lon")
    return [read_site(row) for row in unique(read_table(folder / "sites.csv", needed, SITE_COLUMNS, faults))]


def read_site(row: Row) -> Site:
    """Read one site."""
    row.needed("country")
    return Site(
        id=row.identity(SITE_ID),
        name=row.needed("name"),
        kind=row.one_of("kind", SITE_KINDS),
        country=row.country() or "",
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        names=row.listed("aliases"),
        weak=row.listed("weak_aliases"),
        arabic=row.listed("arabic_names"),
        precision=row.one_of("precision", PRECISIONS, "site"),
        source_url=row.url(),
        note=row.text("note"),
    )


def read_outlets(folder: Path, faults: Faults) -> list[PackOutlet]:
    """Read `outlets.csv`."""
    rows = unique(read_table(folder / "outlets.csv", ("id", "name", "kind"), OUTLET_COLUMNS, faults))
    return [read_outlet(row) for row in rows]


def read_outlet(row: Row) -> PackOutlet:
    """Read one outlet or agency."""
    for host in row.listed("hosts"):
        if not HOST.fullmatch(host) or host.startswith("www."):
            row.wrong(f"host {host!r} is not a bare host name in lower case")
    return PackOutlet(
        id=row.identity(),
        name=row.needed("name"),
        kind=row.one_of("kind", OUTLET_KINDS),
        names=row.listed("aliases"),
        arabic=row.listed("arabic_names"),
        hosts=row.listed("hosts"),
        country=row.country(),
        interest=row.text("interest"),
        note=row.text("note"),
    )
