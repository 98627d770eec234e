"""Who had a claim from whom, and what changed on the way."""

from collections.abc import Iterator

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import plain, quote_words, short, where_words
from musterroll.pipeline.forms import chain_form
from musterroll.records import Chain, Drift

COLUMNS = ("claim", "step", "role", "who", "report", "field", "from", "to")


def document_of(claim: str) -> Document:
    """Return the chain of a claim in all three forms; raises NotInLedger."""
    chain = ledger.chain(claim)
    return Document(
        lines=lambda: lines_of(chain), form=lambda: chain_form(chain), columns=COLUMNS, rows=lambda: rows_of(chain)
    )


def rows_of(chain: Chain) -> Iterator[list[object]]:
    """Yield a row for each link and for each drift."""
    for step, link in enumerate(chain.links, 1):
        yield [chain.claim, step, link.role, link.who, link.report, "", "", ""]
    for drift in chain.drift:
        yield [chain.claim, "", "drift", "", drift.report, drift.field, drift.before, drift.after]


def lines_of(chain: Chain) -> Iterator[Text]:
    """Yield the chain for people: arrows, the sentences at both ends, the origin, the drift, the evidence."""
    claim, first = ledger.claim(chain.claim), ledger.claim(chain.first)
    yield Text(" → ".join(f"{plain(link.who)} ({link.role})" for link in chain.links), style="bold")
    yield Text(f"origin: {plain(chain.origin)}" if chain.origin else plain(chain.reason))
    if first.id != claim.id:
        yield Text(f"first   {quote_words(first, ledger.report(first.claim.report))}")
    yield Text(f"here    {quote_words(claim, ledger.report(claim.claim.report))}")
    for link in chain.links:
        yield Text(f"  {link.role:<7} {plain(link.who)} · shown by report {short(link.report)}", style="dim")
    yield from (Text(line) for line in drift_lines(chain.drift))
    yield from (Text(f"  because {plain(reason)}", style="dim") for reason in chain.evidence)


def drift_lines(drifts: tuple[Drift, ...]) -> Iterator[str]:
    """Yield what changed on the way, and in which report."""
    yield "changed on the way" if drifts else "nothing is known to have changed on the way"
    for drift in drifts:
        before, after = (plain(words) or "nothing" for words in (drift.before, drift.after))
        yield f"  {drift.field:<11} {before} → {after} · {where_words(ledger.report(drift.report))}"
