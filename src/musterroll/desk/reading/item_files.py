"""Files of the pages about one thing: the claims that it rests on, and the steps of a chain."""

from collections.abc import Iterable, Sequence

from django.http import StreamingHttpResponse

from musterroll import ledger
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import marked_claims
from musterroll.desk.reading import search
from musterroll.desk.reading.lists import as_csv, lots
from musterroll.ledger import ClaimFilter, ClaimLine
from musterroll.records import Chain

LOT = 500
STEPS = ("claim", "step", "who", "role", "report", "changed")


def claims_as_csv(ids: Iterable[str]) -> StreamingHttpResponse:
    """Return claims by their ids as CSV, a row each, in the columns of a search."""
    return rows_of(line for lot in lots(ids, LOT) for line in ledger.claim_lines(lot))


def report_as_csv(report: str) -> StreamingHttpResponse:
    """Return every claim of a report as CSV, those that do not stand too."""
    return rows_of(ledger.every(ledger.claims, ClaimFilter(report=report, status=None)))


def rows_of(lines: Iterable[ClaimLine]) -> StreamingHttpResponse:
    """Return claims as CSV."""
    rows = ((*search.cells_of(line), *mark.cells) for line, mark, _act in marked_claims(lines))
    return as_csv("claims", (*search.COLUMNS, *MARKS), rows)


def chain_as_csv(chain: Chain) -> StreamingHttpResponse:
    """Return a chain as CSV, a row a step: who passed the claim on, and what the step's report changed."""
    return as_csv("chain", STEPS, (step_of(chain, at) for at in range(len(chain.links))))


def step_of(chain: Chain, at: int) -> Sequence[object]:
    """Return the cells of one step in the order of STEPS; a change stands at the last step of its report."""
    link = chain.links[at]
    is_last = all(later.report != link.report for later in chain.links[at + 1 :])
    told = (one for one in chain.drift if is_last and one.report == link.report)
    changed = "; ".join(f"{one.field}: {one.before or '–'} → {one.after or '–'}" for one in told)
    return (chain.claim, at + 1, link.who, link.role, link.report, changed)
