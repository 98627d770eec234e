"""One finding in full: every bound, denial and contradiction opens to its sentences."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import (
    GRADE_WORDS,
    day_words,
    figure_words,
    finding_words,
    joined,
    plain,
    plural,
    quote_words,
)
from musterroll.pipeline.forms import finding_form, linked_claim_form
from musterroll.records import Finding, LinkedClaim, Origin, Report

COLUMNS = ("finding", "says", "claim", "report", "outlet", "published", "url", "quote")


class Sentences:
    """The claims of a finding, each with its report, looked up once."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[LinkedClaim, Report]] = {}

    def of(self, claim: str) -> tuple[LinkedClaim, Report]:
        """Return a claim and its report."""
        if claim not in self._found:
            linked = ledger.claim(claim)
            self._found[claim] = (linked, ledger.report(linked.claim.report))
        return self._found[claim]

    def quotes(self, claims: Iterable[str]) -> Iterator[Text]:
        """Yield the sentence of each claim."""
        for claim in claims:
            yield Text(f"    {quote_words(*self.of(claim))}")


def document_of(finding_id: str) -> Document:
    """Return a finding in all three forms; raises NotInLedger."""
    finding, sentences = ledger.finding(finding_id), Sentences()
    return Document(
        lines=lambda: lines_of(finding, sentences),
        form=lambda: form_of(finding, sentences),
        columns=COLUMNS,
        rows=lambda: rows_of(finding, sentences),
    )


def form_of(finding: Finding, sentences: Sentences) -> dict[str, Any]:
    """Return the finding's form with `evidence`: every claim that it names, with its sentence."""
    named = dict.fromkeys((*finding.claims, *finding.denials, *against(finding)))
    return {**finding_form(finding), "evidence": [linked_claim_form(*sentences.of(claim)) for claim in named]}


def against(finding: Finding) -> Iterator[str]:
    """Yield the claims that contradict the finding."""
    for contradiction in finding.contradictions:
        yield from contradiction.against


def rows_of(finding: Finding, sentences: Sentences) -> Iterator[list[object]]:
    """Yield a row for each claim and what it is to the finding."""
    roles = (
        ("min", finding.min_claims),
        ("max", finding.max_claims),
        ("claim", finding.claims),
        ("denial", finding.denials),
        ("against", tuple(dict.fromkeys(against(finding)))),
    )
    for role, claims in roles:
        for claim in claims:
            form = linked_claim_form(*sentences.of(claim))
            yield [finding.id, role, claim, *(form[column] for column in COLUMNS[3:])]


def lines_of(finding: Finding, sentences: Sentences) -> Iterator[Text]:
    """Yield the finding for people."""
    yield Text(finding_words(finding), style="bold")
    reported = f"first reported {day_words(finding.first)}, last {day_words(finding.last)}"
    yield Text(f"finding {finding.id} · {reported}", style="dim")
    yield from bound_lines(finding, sentences)
    for origin in finding.origins:
        yield from origin_lines(origin, sentences)
    if finding.denials:
        yield Text("\ndenied by")
        yield from sentences.quotes(finding.denials)
    yield from contradiction_lines(finding, sentences)
    yield Text(f"\ngrade: {GRADE_WORDS.get(finding.grade, finding.grade)}")
    yield from (Text(f"  {plain(reason)}") for reason in finding.why)


def bound_lines(finding: Finding, sentences: Sentences) -> Iterator[Text]:
    """Yield each bound with the sentences it rests on."""
    bounds = (("lowest", finding.min, finding.min_claims), ("highest", finding.max, finding.max_claims))
    for name, bound, claims in bounds:
        if bound is not None:
            yield Text(f"\n{name} {bound:,}")
            yield from sentences.quotes(claims)


def origin_lines(origin: Origin, sentences: Sentences) -> Iterator[Text]:
    """Yield who says so, with what interest, how many, in which sentences."""
    name = plain(origin.name) or f"origin unknown ({plain(origin.reason).removeprefix('origin unknown: ')})"
    said = plural(len(origin.claims), "claim")
    figure = figure_words(origin.min, origin.max, origin.qualifier)
    yield Text(f"\nsaid by {joined((name, origin.interest, figure, said, day_words(origin.first)))}")
    yield from sentences.quotes(origin.claims)


def contradiction_lines(finding: Finding, sentences: Sentences) -> Iterator[Text]:
    """Yield each contradiction with its reason and the sentences on both sides."""
    for each in finding.contradictions:
        only = "only seems to contradict" if each.resolved else "contradicts"
        yield Text(f"\n{only} ({each.kind}): {plain(each.why)}")
        yield from sentences.quotes(each.claims)
        yield Text("  against")
        yield from sentences.quotes(each.against)
