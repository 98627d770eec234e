"""Findings in a row, one line each."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import finding_words, plural, short
from musterroll.pipeline.forms import finding_form
from musterroll.records import Finding, Named

COLUMNS = (
    "id", "type", "force", "force_id", "side", "side_id", "place", "place_id", "measure", "period", "min", "max",
    "qualifier", "first", "last", "reports", "copies", "origins", "unknown_origins", "denials", "contradictions",
    "grade", "why",
)  # fmt: skip


def document_of(wanted: ledger.FindingFilter) -> Document:
    """Return the findings of a filter in all three forms."""
    found = tuple(ledger.every(ledger.findings, wanted))
    return Document(
        lines=lambda: lines_of(found),
        form=lambda: [finding_form(finding) for finding in found],
        columns=COLUMNS,
        rows=lambda: map(cells_of, found),
    )


def lines_of(found: Sequence[Finding]) -> Iterator[Text]:
    """Yield a line a finding, its id in front."""
    for finding in found:
        yield Text(short(finding.id), style="dim").append(f"  {finding_words(finding)}", style="not dim")
    yield Text(plural(len(found), "finding"), style="dim")


def cells_of(finding: Finding) -> list[object]:
    """Return a finding's cells in the order of COLUMNS."""
    known = sum(1 for origin in finding.origins if origin.name)
    who = (*pair(finding.force), *pair(finding.side), *pair(finding.place))
    return [
        finding.id, finding.type, *who, finding.measure, finding.matter.period, finding.min, finding.max,
        finding.qualifier, finding.first, finding.last, len(finding.reports), len(finding.copies), known,
        len(finding.origins) - known, len(finding.denials), len(finding.contradictions), finding.grade,
        "; ".join(finding.why),
    ]  # fmt: skip


def pair(named: Named | None) -> tuple[str, str]:
    """Return a name and its id, empty where the claims do not say."""
    return (named.name, named.id) if named else ("", "")
