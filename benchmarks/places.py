"""How often the right place is found: LGL and TR-News, spans given; what is not answered counts as wrong.

    python benchmarks/places.py ../shared/corpora/toponyms

A place is right within 161 km (100 miles) of the gold one, or where both have the same GeoNames id. Half of each
corpus (by the checksum of the article's id) was looked at while the weights were set; the other half was not.
The corpora are their publishers': they are measured on and nothing else.
"""

import argparse
import json
import statistics
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from musterroll.link.context import country_of_host
from musterroll.link.toponyms import Ranked, distance_km, rank_places
from musterroll.records import Span
from musterroll.reference import gazetteer

WITHIN_KM = 161.0
Article = dict[str, Any]


def main() -> None:
    """Measure every corpus of a folder, and the gazetteer's speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, help="write the answers here, one article a line, for other scorers")
    arguments = parser.parse_args()
    print(f"{'corpus':10} {'half':12} {'names':>6} {'answered':>9} {'acc@161':>8} {'of answered':>12}")
    names: list[str] = []
    for path in sorted(arguments.folder.glob("*.jsonl")):
        articles = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        started = time.process_time()
        answers = [answer(article) for article in articles]
        took = time.process_time() - started
        show(path.stem, articles, answers)
        print(f"{path.stem:10} {len(articles) / took:.0f} articles/s")
        names += [mention["name"] for article in articles for mention in article["mentions"]]
        if arguments.out:
            write(arguments.out / path.name, articles, answers)
    show_speed(sorted(set(names)))


def answer(article: Article) -> dict[Span, tuple[Ranked, ...]]:
    """Rank the places of an article's names."""
    spans = [Span(mention["start"], mention["end"]) for mention in article["mentions"]]
    return rank_places(article["text"], spans, gazetteer(), country_of_host(article.get("domain")))


def show(corpus: str, articles: Sequence[Article], answers: Sequence[dict[Span, tuple[Ranked, ...]]]) -> None:
    """Print the figures of a corpus and of its halves."""
    seen = [zlib.crc32(str(article["doc_id"]).encode()) % 2 == 0 for article in articles]
    for half, keep in (("all", seen + [not s for s in seen]), ("seen", seen), ("held out", [not s for s in seen])):
        marks = [
            mark
            for article, places, kept in zip(articles, answers, keep[: len(articles)], strict=True)
            if kept or half == "all"
            for mark in marks_of(article, places)
        ]
        answered = [mark for mark in marks if mark is not None]
        right = sum(answered)
        print(
            f"{corpus:10} {half:12} {len(marks):6} {len(answered) / len(marks):9.3f} {right / len(marks):8.3f} "
            f"{right / len(answered):12.3f}"
        )


def marks_of(article: Article, places: dict[Span, tuple[Ranked, ...]]) -> list[bool | None]:
    """Return right, wrong or not answered for every name with a gold place."""
    return [
        right(mention, found[0]) if (found := places.get(Span(mention["start"], mention["end"]), ())) else None
        for mention in article["mentions"]
        if mention["lat"] is not None
    ]


def right(mention: dict[str, Any], found: Ranked) -> bool:
    """Say whether an answer is the gold place or near it."""
    place = found.place
    same = mention.get("geonameid") and int(mention["geonameid"]) == place.id
    return bool(same) or distance_km(place.lat, place.lon, mention["lat"], mention["lon"]) <= WITHIN_KM


def write(path: Path, articles: Sequence[Article], answers: Sequence[dict[Span, tuple[Ranked, ...]]]) -> None:
    """Write the answers of a corpus."""
    with path.open("w", encoding="utf-8") as stream:
        for article, places in zip(articles, answers, strict=True):
            mentions = [
                {"start": span.start, "end": span.end, "lat": top.lat, "lon": top.lon, "geonameid": top.id}
                for span, found in places.items()
                if found
                for top in [found[0].place]
            ]
            stream.write(json.dumps({"doc_id": article["doc_id"], "mentions": mentions}) + "\n")


def show_speed(names: Sequence[str]) -> None:
    """Print how long the first look-up of a name takes."""
    known = gazetteer()
    took = []
    for name in names:
        started = time.perf_counter_ns()
        known.look_up(name)
        took.append((time.perf_counter_ns() - started) / 1000)
    late = sorted(took)[int(len(took) * 0.95)]
    print(f"look-up of {len(names):,} names, none of them cached: median {statistics.median(took):.0f} µs, ", end="")
    print(f"mean {statistics.mean(took):.0f} µs, 95th percentile {late:.0f} µs")


if __name__ == "__main__":
    main()
