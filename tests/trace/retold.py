"""The real reprint groups of the pack, retold: each page's facts put in sentences of our own, page by page differently.

The facts (who said it, through whom, how many of which force, where, who is credited, when) are the pack's; the wording
turns with the page, so that no two pages of a group share theirs. Pages keep their outlet, day and credits.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from musterroll.records import Claim, Quantity, Report
from musterroll.reference import agency_named
from tests.trace.invented import claim, report

Row = dict[str, str]
_KINDS = {"unnamed source": "unnamed-person", "outlet": "media", "outlet or agency": "media", "person": "named-person"}
_TYPES = {
    "denial": "presence",
    "deployment_plan": "movement",
    "desertion": "withdrawal",
    "bases": "presence",
    "events": "clash",
    "demand": "withdrawal",
}
_TELLINGS = (
    "{force} numbering {number} {trigger} {place}, {source} said.",
    "According to {source}, {number} of the {force} {trigger} {place}.",
    "It was {source} who put the {force} that {trigger} {place} at {number}.",
    "In all, {number} men of the {force}, by the word of {source}, {trigger} {place}.",
    "{source} spoke of {number} when asked how many {force} {trigger} {place}.",
)
_TRIGGERS = {
    "presence": ("operate in", "are in", "stay in", "remain in", "serve in"), "toll": ("were killed in", "died in", "fell in", "lost their lives in", "perished in"),
    "withdrawal": ("left", "pulled out of", "withdrew from", "departed", "quit"), "recruitment": ("were hired for", "enlisted for", "were recruited for", "signed up for", "joined for"),
}  # fmt: skip
_SENT = ("were sent to", "were flown to", "deployed to", "were moved to", "arrived in")


class Retold(NamedTuple):
    """The reports and claims, and for each report's id the groups that its page is in and whom it credits."""

    reports: list[Report]
    claims: list[Claim]
    groups: dict[str, frozenset[str]]
    credited: dict[str, frozenset[str]]


def rows_of(pack: Path, name: str) -> list[Row]:
    """Return the rows of one table of the pack."""
    with (pack / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def retell(pack: Path) -> Retold:
    """Return the pages of every reprint group as reports."""
    groups = rows_of(pack, "wire_groups.csv")
    pages = {row["url"]: row for row in rows_of(pack, "pages.csv")}
    held: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for url in group["urls"].split():
            held[url].add(group["wire_group"])
    told = Retold([], [], {}, {})
    figures = [row for row in rows_of(pack, "figures.csv") if row["page_url"] in held]
    for number, url in enumerate(sorted(held)):
        rows = [row for row in figures if row["page_url"] == url and row["wire_group"] in held[url]]
        if rows and url in pages:
            told.groups[f"p{number}"] = frozenset(held[url])
            _add_page(told, f"p{number}", number, pages[url], rows)
    return told


def _add_page(told: Retold, name: str, number: int, page: Row, rows: Sequence[Row]) -> None:
    credited = [part.strip() for part in re.split(r"[;/]", page["origin_credited"]) if part.strip()]
    told.credited[name] = frozenset(credited) | {page["outlet"]}
    wires = [agency_named(part) for part in credited]
    media = [part for part, wire in zip(credited, wires, strict=True) if wire is None]
    sentences = [_sentence(row, number + at) for at, row in enumerate(rows)]
    sentences = [
        f"{said} They spoke to {_heard_by(row)}." if _heard_by(row) else said
        for said, row in zip(sentences, rows, strict=True)
    ]
    relays = [f"{part} first reported this on its pages." for part in media if part != page["outlet"]]
    day = page["published"] if re.fullmatch(r"\d{4}-\d\d-\d\d", page["published"]) else None
    made = report(name, *sentences, *relays, day=day, outlet=page["outlet"], agency=tuple(w.name for w in wires if w))
    told.reports.append(made)
    told.claims.extend(_claim(made, row, number + at, at) for at, row in enumerate(rows))


def _heard_by(row: Row) -> str | None:
    """Who had it from a source without a name: the pack writes "Western officials (BBC)"."""
    found = re.search(r"\((?:to )?(?:The )?(.+)\)", row["said_by"])
    return found[1] if found and row["said_by_kind"] == "unnamed source" else None


def _words(row: Row, turn: int) -> dict[str, str]:
    kind = _TYPES.get(row["type"], row["type"])
    low, high = row["quantity_min"], row["quantity_max"]
    number = (
        f"{int(low):,} to {int(high):,}"
        if low and high and low != high
        else f"{int(low or high):,}"
        if low or high
        else "some"
    )
    return {
        "force": row["force_as_named"], "number": number, "source": re.sub(r"\s*\(.*\)", "", row["said_by"]),
        "trigger": _TRIGGERS.get(kind, _SENT)[turn % 5], "place": row["place"] or row["to_place"] or "Libya",
    }  # fmt: skip


def _sentence(row: Row, turn: int) -> str:
    return _TELLINGS[turn % 5].format(**_words(row, turn))


def _claim(made: Report, row: Row, turn: int, sentence: int) -> Claim:
    words = _words(row, turn)
    low, high = (int(row[key]) if row[key] else None for key in ("quantity_min", "quantity_max"))
    kind = _TYPES.get(row["type"], row["type"])
    return claim(
        made, words["trigger"], kind, words["source"], _KINDS.get(row["said_by_kind"], "named-body"), _heard_by(row),
        count=Quantity(low, high) if low or high else None, sentence=sentence,
        polarity="negative" if row["stance"] == "denies" else "positive",
        force=words["force"], place=words["place"], **({"strength": words["number"]} if low or high else {}),
    )  # fmt: skip
