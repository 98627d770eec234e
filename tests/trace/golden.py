"""Golden cases of tracing: a folder holds invented reports, who published them, and the chains to expect.

`reports.txt` holds the reports and their claims in the compact form of `musterroll.training.authored`; `pages.json`
what is known of each report's page, by the report's id; `expected.json` the chains, by "report:trigger". A key that a
chain leaves out is not compared; `origins` is how many independent origins there are.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from musterroll.records import Chain, Claim, Moment, Report, Span
from musterroll.trace import trace_chains
from musterroll.training.authored import compile_authored
from musterroll.training.corpus import gold_claim

CASES = Path(__file__).parents[1] / "golden" / "trace"


def case_folders() -> list[Path]:
    """Return the folders of all cases, in the order of their names."""
    return sorted(folder for folder in CASES.iterdir() if folder.is_dir())


def read_case(folder: Path) -> tuple[list[Report], list[Claim]]:
    """Return a case's reports and claims."""
    sheets, errors = compile_authored(folder / "reports.txt")
    assert not errors, errors
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    return [report_of(sheet, pages[sheet["id"]]) for sheet in sheets], [c for s in sheets for c in claims_of(s)]


def report_of(sheet: dict[str, Any], page: dict[str, Any]) -> Report:
    """Return one report of a case."""
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in page.items()}
    published = Moment(sheet["published"], "stated", known.pop("instant", None))
    sentences = tuple(Span(*span) for span in sheet["sentences"])
    return Report(
        sheet["id"], "1", sheet["text"], (), sentences, "en", given_id=sheet["id"], published=published, **known
    )


def claims_of(sheet: dict[str, Any]) -> Iterator[Claim]:
    """Return the claims of one report of a case."""
    sentences = [Span(*span) for span in sheet["sentences"]]
    yield from (gold_claim(sheet["id"], sentences, raw) for raw in sheet["claims"])


def trace_case(folder: Path) -> dict[str, Chain]:
    """Return the chains of a case, by "report:trigger"."""
    reports, claims = read_case(folder)
    texts = {report.id: report.text for report in reports}
    chains = trace_chains(reports, claims)
    keys = [f"{claim.report}:{claim.trigger.of(texts[claim.report])}" for claim in claims]
    return dict(zip(keys, chains, strict=True))


def fields_of(chain: Chain) -> dict[str, Any]:
    """Return a chain as plain JSON values."""
    return {
        "links": [[link.who, link.role, link.report] for link in chain.links],
        "origin": chain.origin,
        "reason": chain.reason,
        "drift": [[drift.field, drift.before, drift.after, drift.report] for drift in chain.drift],
        "evidence": list(chain.evidence),
    }
