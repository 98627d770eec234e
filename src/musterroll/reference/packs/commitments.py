"""The table of commitments, with the reservations beside it: rows in, records out."""

import re
from collections import defaultdict
from pathlib import Path

from musterroll.reference.packs.cells import COUNTRY, Faults, Row, read_table
from musterroll.reference.packs.duties import DUTIES, END_WORDS, NO_DUTY
from musterroll.reference.packs.records import BASES, Area, Commitment, EvidenceKind, StatedReservation
from musterroll.reference.packs.tables import in_order, unique

COMMITMENT_COLUMNS = (
    "id", "instrument", "theatre", "countries", "area", "clause", "clause_basis", "obligation", "duty", "about",
    "bound", "since", "until", "until_is", "evidence_for", "evidence_against", "verifiers", "source_url", "note",
)  # fmt: skip
RESERVATION_COLUMNS = ("commitment", "who", "words", "source_url")
KIND = re.compile(r"(?P<words>.*?)\s*\[(?P<kind>[^\[\]]*)\]")


def read_commitments(folder: Path, faults: Faults) -> list[tuple[Row, Commitment]]:
    """Read `commitments.csv`, with `reservations.csv` beside it."""
    needed = ("id", "instrument", "obligation", "duty", "bound", "since")
    rows = unique(read_table(folder / "commitments.csv", needed, COMMITMENT_COLUMNS, faults))
    stated = read_reservations(folder, {row.cells.get("id", "") for row in rows}, faults)
    return [(row, read_commitment(row, tuple(stated.get(row.cells.get("id", ""), ())))) for row in rows]


def read_reservations(folder: Path, commitments: set[str], faults: Faults) -> dict[str, list[StatedReservation]]:
    """Read `reservations.csv`: who holds what against which commitment, and the page that says so."""
    found: dict[str, list[StatedReservation]] = defaultdict(list)
    needed = ("commitment", "who", "words", "source_url")
    for row in read_table(folder / "reservations.csv", needed, RESERVATION_COLUMNS, faults):
        commitment = row.needed("commitment")
        if commitment and commitment not in commitments:
            row.wrong(f"commitment {commitment!r} is not in commitments.csv")
        row.needed("source_url")
        found[commitment].append(StatedReservation(row.needed("who"), row.needed("words"), row.url() or ""))
    return found


def read_commitment(row: Row, reservations: tuple[StatedReservation, ...]) -> Commitment:
    """Read one commitment; who is bound is an id, or words in which a blank or a capital stands."""
    row.needed("bound"), row.needed("since")
    since, until = row.day("since"), row.day("until")
    in_order(row, since, until)
    bound, duties = row.listed("bound"), read_duties(row)
    words = tuple(party for party in bound if " " in party or party != party.lower())
    return Commitment(
        id=row.identity(),
        instrument=row.needed("instrument"),
        theatre=row.text("theatre") or "",
        clause=row.text("clause") or "",
        unverified=row.one_of("clause_basis", BASES, "know") == "know",
        obligation=row.needed("obligation"),
        bound=tuple(party for party in bound if party not in words),
        bound_words=words,
        since=since or "",
        until=until,
        evidence_for=read_kinds(row, "evidence_for", duties),
        evidence_against=read_kinds(row, "evidence_against", duties),
        source_url=row.url(),
        note=row.text("note"),
        duties=tuple(duty for duty in duties if duty != NO_DUTY),
        about=row.listed("about"),
        countries=read_countries(row, duties),
        area=read_area(row),
        ends=row.one_of("until_is", END_WORDS, "deadline") == "end",
        verifiers=row.listed("verifiers"),
        reservations=reservations,
    )


def read_duties(row: Row) -> tuple[str, ...]:
    """Return the duties of a commitment; one with a duty says whom it is about."""
    row.needed("duty")
    duties = row.listed("duty")
    for duty in duties:
        if duty not in DUTIES:
            row.wrong(f"duty {duty!r} is none of {', '.join(DUTIES)}")
    if len(duties) > 1 and NO_DUTY in duties:
        row.wrong("duty none stands beside another")
    if any(duty != NO_DUTY for duty in duties):
        row.needed("about")
    return duties


def read_countries(row: Row, duties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries in which a commitment plays; one with a duty has some."""
    if any(duty != NO_DUTY for duty in duties):
        row.needed("countries")
    countries = row.listed("countries")
    for country in countries:
        if not COUNTRY.fullmatch(country):
            row.wrong(f"countries {country!r} is not an ISO 3166 code of two letters")
    return countries


def read_area(row: Row) -> Area | None:
    """Return the ground a commitment is about: "south west north east" in degrees."""
    cell = row.text("area")
    if cell is None:
        return None
    try:
        south, west, north, east = map(float, cell.split())
    except ValueError:
        south, west, north, east = 0.0, 0.0, 0.0, 0.0
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        row.wrong(f"area {cell!r} is not “south west north east” in degrees")
        return None
    return Area(south, west, north, east)


def read_kinds(row: Row, column: str, duties: tuple[str, ...]) -> tuple[EvidenceKind, ...]:
    """Return the kinds of evidence of a cell, split at ";": "arrivals after the signing [arrival]"."""
    known = {kind for duty in duties for kind in DUTIES.get(duty, ())}
    found = []
    for item in filter(None, (part.strip() for part in row.cells.get(column, "").split(";"))):
        match = KIND.fullmatch(item)
        if match and match["kind"] not in known:
            row.wrong(f"{column}: {match['kind']!r} is no kind of evidence for duty {' | '.join(duties) or 'none'}")
        found.append(EvidenceKind(match["words"], match["kind"]) if match else EvidenceKind(item))
    return tuple(found)
