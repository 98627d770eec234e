"""Claims in a row: who does what where, how many, when, on whose word, each with its sentence."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import claim_words, line_quote, plain, plural, role_words, source_words
from musterroll.ledger import ClaimFilter, ClaimLine
from musterroll.pipeline.forms import linked_claim_form
from musterroll.records import LinkedClaim, Report

COLUMNS = (
    "id", "status", "report", "outlet", "published", "type", "force", "force_id", "by", "by_id", "side", "side_id",
    "place", "place_id", "from", "from_id", "to", "to_id", "min", "max", "first_day", "last_day", "polarity",
    "modality", "measure", "source", "source_kind", "url", "quote",
)  # fmt: skip
ROLES = ("force", "by", "side", "place", "from", "to")


def document_of(wanted: ClaimFilter) -> Document:
    """Return the claims of a filter in all three forms."""
    found = tuple(ledger.every(ledger.claims, wanted))
    return Document(
        lines=lambda: lines_of(found),
        form=lambda: list(forms_of(found)),
        columns=COLUMNS,
        rows=lambda: map(cells_of, found),
    )


def forms_of(found: Sequence[ClaimLine]) -> Iterator[dict[str, Any]]:
    """Yield each claim's form; its report is looked up once."""
    held: dict[str, Report] = {}
    for line in found:
        report_id = line.report.id
        if report_id not in held:
            held[report_id] = ledger.report(report_id)
        yield {**linked_claim_form(line.claim, held[report_id]), "status": line.status}


def lines_of(found: Sequence[ClaimLine]) -> Iterator[Text]:
    """Yield each claim for people, with its sentence, and how many there are."""
    for line in found:
        yield from claim_lines(line)
    yield Text(plural(len(found), "claim"), style="dim")


def claim_lines(line: ClaimLine) -> Iterator[Text]:
    """Yield one claim and its sentence."""
    status = f" · {line.status}" if line.status != "standing" else ""
    yield Text(claim_words(line.claim) + status)
    yield Text(f"  {line_quote(line)}", style="dim")


def cells_of(line: ClaimLine) -> list[object]:
    """Return a claim's cells in the order of COLUMNS."""
    linked, claim, report = line.claim, line.claim.claim, line.report
    named = [cell for role in ROLES for cell in (role_words(linked, role), target(linked, role))]
    figures = (claim.strength.min, claim.strength.max) if claim.strength else (None, None)
    days = (linked.days.first, linked.days.last) if linked.days else (None, None)
    return [
        linked.id, line.status, report.id, plain(report.outlet), report.day, claim.type, *named, *figures, *days,
        claim.polarity, claim.modality, linked.measure, source_words(linked), claim.attribution.kind, report.url,
        plain(line.words),
    ]  # fmt: skip


def target(linked: LinkedClaim, role: str) -> str:
    """Return the ids that a role's parts lead to."""
    return "; ".join(dict.fromkeys(link.id for link in linked.linked(role) if link.id))
