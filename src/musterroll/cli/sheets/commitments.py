"""Commitments with their evidence, for and against, by day; and how many days the deadline is past."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.finding import Sentences
from musterroll.cli.sheets.wording import (
    day_words,
    deadline_words,
    figure_words,
    joined,
    plain,
    plural,
    quote_words,
    stances_words,
)
from musterroll.pipeline.forms import holding_form
from musterroll.records import Evidence, Holding, Reservation
from musterroll.reference.packs import Commitment, Packs

COLUMNS = (
    "commitment", "instrument", "clause", "unverified", "since", "until", "on", "days_past", "stance", "day", "stage",
    "min", "max", "origin", "claim", "why",
)  # fmt: skip


def document_of(commitment: str | None, on: date) -> Document:
    """Return every commitment, or one in full, in all three forms; raises NotInLedger."""
    packs, holdings = ledger.packs(), [ledger.holding(commitment)] if commitment else ledger.holdings()
    forms = [(holding, packs.commitments.get(holding.id)) for holding in holdings]
    return Document(
        lines=lambda: full_lines(holdings[0], packs, on) if commitment else lines_of(holdings, packs, on),
        form=lambda: [holding_form(*pair, on) for pair in forms][0 if commitment else slice(None)],
        columns=COLUMNS,
        rows=lambda: (row for pair in forms for row in rows_of(*pair, on)),
    )


def head_lines(holding: Holding, commitment: Commitment | None, on: date) -> Iterator[Text]:
    """Yield what the clause says, who is bound, its deadline, and how much speaks for and against."""
    clause = (commitment.instrument, f"clause {commitment.clause}") if commitment else (holding.id,)
    open_reference = "clause number not verified" if commitment and commitment.unverified else None
    yield Text(joined((*map(plain, clause), open_reference)), style="bold")
    if commitment:
        yield Text(f"  {plain(commitment.obligation)}")
        yield Text(f"  bound: {plain(', '.join((*commitment.bound, *commitment.bound_words)))}", style="dim")
    yield Text(f"  {joined((deadline_words(holding, on), stances_words(holding), holding.id))}")


def lines_of(holdings: Sequence[Holding], packs: Packs, on: date) -> Iterator[Text]:
    """Yield the head of each commitment, those with evidence first."""
    ordered = sorted(holdings, key=lambda holding: (not holding.evidence, holding.until or "", holding.id))
    for holding in ordered:
        yield from head_lines(holding, packs.commitments.get(holding.id), on)
        yield Text("")
    held = sum(1 for holding in holdings if holding.evidence)
    yield Text(f"{plural(len(holdings), 'commitment')}, {held:,} with evidence", style="dim")


def full_lines(holding: Holding, packs: Packs, on: date) -> Iterator[RenderableType]:
    """Yield one commitment with all its evidence."""
    yield from head_lines(holding, packs.commitments.get(holding.id), on)
    yield evidence_table(holding)
    for rotation in holding.rotations:
        out, back = plural(len(rotation.out), "departure"), plural(len(rotation.back), "arrival")
        yield Text(f"rotation: {out}, {back}: {plain(rotation.why)}")
    for reservation in holding.reservations:
        yield from reservation_lines(reservation)
    for side, missing in (("for", holding.missing_for), ("against", holding.missing_against)):
        yield from (Text(f"missing {side} it: {plain(words)}", style="dim") for words in missing)


def reservation_lines(reservation: Reservation) -> Iterator[Text]:
    """Yield who disputes that the commitment covers something, and what says so: a claim's sentence or a page."""
    yield Text(f"reservation of {plain(reservation.who)}: {plain(reservation.why)}")
    if reservation.claim:
        yield from Sentences().quotes([reservation.claim])
    elif reservation.source_url:
        yield Text(f"    {plain(reservation.source_url)}", style="dim")


def evidence_table(holding: Holding) -> Table:
    """Return what speaks for the commitment on the left, against it on the right, by day."""
    sentences, table = Sentences(), Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=False)
    for column, ratio in (("day", None), ("for", 1), ("against", 1)):
        table.add_column(column, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    for evidence in holding.evidence:
        said = Text(evidence_words(evidence)).append(f"\n{quote_words(*sentences.of(evidence.claim))}", style="dim")
        cells = (said, "") if evidence.stance == "for" else ("", said)
        table.add_row(day_words(evidence.day), *cells)
    return table


def evidence_words(evidence: Evidence) -> str:
    """Return what a claim shows, on whose word, and by which rule."""
    figure = figure_words(evidence.min, evidence.max)
    return joined((evidence.stage, figure, plain(evidence.origin) or "origin unknown", plain(evidence.why)))


def rows_of(holding: Holding, commitment: Commitment | None, on: date) -> Iterator[list[object]]:
    """Yield a row for each claim held against a commitment, one bare row where there is none."""
    clause = (commitment.instrument, commitment.clause, commitment.unverified) if commitment else ("", "", "")
    head = [holding.id, *clause, holding.since, holding.until, on, holding.days_past(on)]
    if not holding.evidence:
        yield [*head, *[""] * 8]
    for each in holding.evidence:
        yield [*head, each.stance, each.day, each.stage, each.min, each.max, each.origin, each.claim, each.why]
