"""Training text from a ledger: reports as gold, with the claims that editors confirmed or mended, without the rejected.

What a mend sets by an id (a force, a place, a day) does not move a span: those parts stay as they were read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from musterroll import ledger
from musterroll.ledger import ClaimFilter, ClaimLine
from musterroll.records import Claim, Report, Span

MOST = 10_000
JUDGED = ("confirm", "mend", "reject")


def write_judged(path: Path, partly: bool = False) -> int:
    """Write the judged reports of the open ledger in gold form, one a line; return how many.

    Without `partly`, only reports of which every claim was judged. Retracted reports are left out.
    """
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for raw in judged_reports(partly):
            stream.write(json.dumps(raw, ensure_ascii=False) + "\n")
            count += 1
    return count


def judged_reports(partly: bool = False) -> Iterator[dict[str, Any]]:
    """Yield reports in gold form, by id."""
    held = {one.subject: one.deed for one in ledger.judgements() if one.subject_kind == "claim"}
    judged = {claim for claim, deed in held.items() if deed in JUDGED}
    reports = {line.report.id for line in ledger.claim_lines(sorted(judged)) if line.status != "retracted"}
    for number in sorted(reports):
        lines = tuple(ledger.claims(ClaimFilter(report=number, status=None), limit=MOST))
        if partly or all(line.id in judged for line in lines):
            yield gold_form(ledger.report(number), lines)


def gold_form(report: Report, lines: tuple[ClaimLine, ...]) -> dict[str, Any]:
    """Return a report with its claims in the form that `load_gold` reads."""
    kept = sorted((line.claim.claim for line in lines if line.status != "rejected"), key=lambda claim: claim.trigger)
    return {
        "id": report.id,
        "text": report.text,
        "published": report.published.day if report.published else None,
        "sentences": [list(span) for span in report.sentences],
        "claims": [claim_gold(claim) for claim in kept],
    }


def claim_gold(claim: Claim) -> dict[str, Any]:
    """Return one claim in gold form."""
    said, strength, amount = claim.attribution, claim.strength, claim.amount
    return {
        "type": claim.type,
        "trigger": list(claim.trigger),
        "parts": [[part.role, *part.span] for part in claim.parts],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "source_kind": said.kind,
        "source": pair(said.source),
        "cue": pair(said.cue),
        "relay": pair(said.relay),
        "strength": vars(strength) if strength else None,
        "amount": vars(amount) if amount else None,
    }


def pair(span: Span | None) -> list[int] | None:
    """Return a span as [start, end], None for none."""
    return list(span) if span else None
