"""How a run is written: a table for people, JSON Lines for machines, CSV for spreadsheets."""

import csv
import json
from collections.abc import Sequence
from typing import Protocol, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from musterroll.pipeline import Reading, report_form
from musterroll.pipeline.forms import safe_cell
from musterroll.records import Claim, Quantity, Refusal, Report, Span

CLAIM_COLUMNS = (
    "report", "outlet", "published", "claim", "type", "trigger", "force", "by", "side", "place", "from", "to",
    "strength", "min", "max", "goods", "amount", "time", "first_day", "last_day", "instrument", "polarity", "modality",
    "source", "source_kind", "cue", "relay", "sentence",
)  # fmt: skip
REPORT_COLUMNS = (
    "id", "title", "standfirst", "outlet", "published", "language", "byline", "agency", "dateline", "url", "section",
    "opinion", "text",
)  # fmt: skip


class Writer(Protocol):
    """Takes the outcome of each page in turn."""

    def write(self, outcome: Reading | Refusal) -> None:
        """Write one page's outcome."""

    def close(self) -> None:
        """End the writing."""


def writer_of(form: str, stream: TextIO, only_extract: bool) -> Writer:
    """Return the writer of a format."""
    if form == "jsonl":
        return JsonLines(stream, only_extract)
    if form == "csv":
        return Csv(stream, only_extract)
    return Tables(stream, only_extract)


def words(report: Report, spans: Sequence[Span]) -> str:
    """Return the words of spans, joined."""
    return "; ".join(" ".join(span.of(report.text).split()) for span in spans)


class JsonLines:
    """One report a line; a page that gave no report is not in it, the summary names it."""

    def __init__(self, stream: TextIO, only_extract: bool) -> None:
        self.stream, self.only_extract = stream, only_extract

    def write(self, outcome: Reading | Refusal) -> None:
        """Write a report's line."""
        if isinstance(outcome, Refusal):
            return
        form = report_form(outcome.report, None if self.only_extract else outcome.claims)
        if outcome.refusal:
            form["not_read" if outcome.unread else "left_out"] = outcome.refusal.reason
        line = json.dumps(form, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
        self.stream.write(line + "\n")

    def close(self) -> None:
        """Flush."""
        self.stream.flush()


class Csv:
    """One claim a row (one report a row for `extract`)."""

    def __init__(self, stream: TextIO, only_extract: bool) -> None:
        self.rows, self.stream, self.only_extract = csv.writer(stream, lineterminator="\n"), stream, only_extract
        self.rows.writerow(REPORT_COLUMNS if only_extract else CLAIM_COLUMNS)

    def write(self, outcome: Reading | Refusal) -> None:
        """Write a report's rows."""
        if isinstance(outcome, Refusal):
            return
        if self.only_extract:
            self.rows.writerow([safe_cell(value) for value in report_cells(outcome.report)])
            return
        for claim in outcome.claims:
            self.rows.writerow([safe_cell(value) for value in claim_cells(outcome.report, claim)])

    def close(self) -> None:
        """Flush."""
        self.stream.flush()


def report_cells(report: Report) -> list[object]:
    """Return a report's cells in the order of REPORT_COLUMNS."""
    day = report.published.day if report.published else None
    return [
        report.id, report.title, report.standfirst, report.outlet, day, report.language, "; ".join(report.byline),
        "; ".join(report.agency), report.dateline, report.url, report.section, report.opinion, report.text,
    ]  # fmt: skip


def claim_cells(report: Report, claim: Claim) -> list[object]:
    """Return a claim's cells in the order of CLAIM_COLUMNS."""

    def of(role: str) -> str:
        return words(report, claim.spans(role))

    def one(span: Span | None) -> str | None:
        return words(report, [span]) if span else None

    speech, strength, time = claim.attribution, claim.strength, claim.time
    return [
        report.id, report.outlet, report.published.day if report.published else None, claim.id, claim.type,
        one(claim.trigger), of("force"), of("by"), of("side"), of("place"), of("from"), of("to"), of("strength"),
        strength.min if strength else None, strength.max if strength else None, of("goods"), of("amount"), of("time"),
        time.first if time else None, time.last if time else None, of("instrument"), claim.polarity, claim.modality,
        one(speech.source), speech.kind, one(speech.cue), one(speech.relay), one(report.sentences[claim.sentence]),
    ]  # fmt: skip


class Tables:
    """A heading and a table for each report, for people."""

    def __init__(self, stream: TextIO, only_extract: bool) -> None:
        wide = None if stream.isatty() else 140
        self.console, self.only_extract = (
            Console(file=stream, width=wide, highlight=False, soft_wrap=False),
            only_extract,
        )

    def write(self, outcome: Reading | Refusal) -> None:
        """Print one page's outcome."""
        if isinstance(outcome, Refusal):
            return
        self.heading(outcome.report)
        if self.only_extract:
            for paragraph in outcome.report.block_texts("paragraph"):
                self.console.print(Text(paragraph), end="\n\n")
            return
        self.console.print(claim_table(outcome) if outcome.claims else Text(f"  {silence(outcome)}\n", style="dim"))

    def heading(self, report: Report) -> None:
        """Print what is known of a report."""
        self.console.print()
        self.console.print(Text(report.title or report.id, style="bold"))
        day = report.published.day if report.published else "date unknown"
        credit = f"after {', '.join(report.agency)}" if report.agency else None
        facts = (
            report.outlet,
            day,
            ", ".join(report.byline),
            credit,
            report.dateline,
            "opinion" if report.opinion else None,
        )
        self.console.print(Text(" · ".join(fact for fact in facts if fact), style="dim"))
        for label, texts in (
            ("standfirst", report.block_texts("standfirst")),
            ("caption", report.block_texts("caption")),
            ("credit", report.credits),
            ("left out", (f"{len(report.standing)} lines of standing text",) if report.standing else ()),
        ):
            for text in texts:
                self.console.print(Text(f"{label:>10}  {text}", style="dim"))

    def close(self) -> None:
        """Nothing is held back."""


def silence(reading: Reading) -> str:
    """Say why a report gave no claim."""
    return reading.refusal.reason if reading.refusal else "no claims"


def claim_table(reading: Reading) -> Table:
    """Return a report's claims as a table: what, who, where and when, on whose word."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for column, ratio in (("claim", 2), ("force", 4), ("by", 3), ("where", 4), ("when", 2), ("on whose word", 4)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for claim in reading.claims:
        table.add_row(*claim_row(reading.report, claim))
    return table


def meant(report: Report, claim: Claim, *roles: str) -> str:
    """Return the words of parts, each with what it means where it is a short form."""
    found = []
    for part in claim.parts:
        if part.role in roles:
            text = words(report, [part.span])
            lead = f"{part.role} " if len(roles) > 1 and part.role != "place" else ""
            found.append(f"{lead}{text} (= {part.resolved})" if part.resolved else f"{lead}{text}")
    return "; ".join(found)


def bounds(strength: Quantity) -> str:
    """Return bounds as "300", "≥ 35", "≤ 20,000" or "24–99"."""
    low, high = strength.min, strength.max
    if low is None or high is None:
        return f"≤ {high:,}" if high is not None else f"≥ {low or 0:,}"
    return f"{'~' if strength.approximate else ''}{low:,}" if low == high else f"{low:,}–{high:,}"


def claim_row(report: Report, claim: Claim) -> list[Text]:
    """Return a claim's row."""
    what = f"{claim.type}\n“{words(report, [claim.trigger])}”"
    marks = [mark for mark in (claim.modality, claim.polarity) if mark not in ("actual", "positive")]
    counted = f" [{bounds(claim.strength)}]" if claim.strength else ""
    force = " ".join(filter(None, (meant(report, claim, "strength") + counted, meant(report, claim, "force"))))
    side = meant(report, claim, "side")
    forces = "\n".join(filter(None, (force, f"for {side}" if side else "")))
    who = "; ".join(
        filter(None, (meant(report, claim, "by"), meant(report, claim, "goods"), meant(report, claim, "amount")))
    )
    where = "\n".join(filter(None, (meant(report, claim, "place", "from", "to"), meant(report, claim, "instrument"))))
    return [
        Text(what) + Text("".join(f"\n{mark}" for mark in marks), style="yellow"),
        Text(forces), Text(who), Text(where), Text(meant(report, claim, "time")), Text(speaker(report, claim)),
    ]  # fmt: skip


def speaker(report: Report, claim: Claim) -> str:
    """Return on whose word a claim stands, and through whom."""
    speech = claim.attribution
    if not speech.source:
        cue = f" (“{words(report, [speech.cue])}”)" if speech.cue else ""
        return f"{'the outlet' if speech.kind == 'outlet' else 'unnamed'}{cue}"
    name = words(report, [speech.source]) + (f" (= {speech.resolved})" if speech.resolved else "")
    relay = f"\nvia {words(report, [speech.relay])}" if speech.relay else ""
    return f"{name}\n{speech.kind}{relay}"
