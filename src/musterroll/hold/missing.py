"""What is missing: the kinds of evidence that a pack names for each side and that no claim gives."""

from collections.abc import Iterable, Mapping

from musterroll.hold.evidence import Held
from musterroll.reference.packs import EvidenceKind


def kinds_found(rows: Iterable[Held], stages: Mapping[str, str]) -> set[str]:
    """Return the kinds of evidence that were found; a departure that is only announced is none yet."""
    found = set()
    for one in rows:
        stage = stages.get(one.linked.id)
        if stage != "announced":
            found.add(one.rule.kind)
        if stage in ("confirmed", "verified"):
            found |= {"departure-confirmed", f"departure-{stage}"}
    return found


def missing(wanted: Iterable[EvidenceKind], found: set[str], undated: int) -> tuple[str, ...]:
    """Return what a side lacks in the pack's words, what no rule looks for, and the days of claims that have none."""
    lacks = [
        kind.words if kind.kind else f"not looked for by rule: {kind.words}"
        for kind in wanted
        if kind.kind is None or kind.kind not in found
    ]
    days = [f"a day for {undated} {'claim' if undated == 1 else 'claims'} that may be older than it"] if undated else []
    return (*lacks, *days)
