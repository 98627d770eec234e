"""What is held while it is checked, for the pages of findings, claims, reports and commitments."""

from collections.abc import Iterable
from dataclasses import dataclass

from musterroll import ledger
from musterroll.records import Claim, Finding


@dataclass(frozen=True)
class Held:
    """A thing that is held: its kind and id, and the case that holds it; `why` is the editors' public reason."""

    kind: str
    id: str
    case: str
    since: str | None
    why: str


def held_of(**things: Iterable[str]) -> tuple[Held, ...]:
    """Return what is held among things by kind: `held_of(finding=[…], claim=[…], report=[…])`. Few queries."""
    found = [
        (kind, number, case)
        for kind, ids in things.items()
        for number, case in sorted(ledger.held(kind, list(ids)).items())
    ]
    return tuple(described(kind, number, case) for kind, number, case in found)


def held_under(finding: Finding) -> tuple[Held, ...]:
    """Return what is held of a finding: itself, its claims, its reports."""
    return held_of(finding=[finding.id], claim=[*finding.claims, *finding.denials], report=finding.reports)


def held_around(claim: Claim) -> tuple[Held, ...]:
    """Return what is held of a claim: itself, its report."""
    return held_of(claim=[claim.id], report=[claim.report])


def described(kind: str, number: str, case: str) -> Held:
    """Return one held thing with the reason."""
    file = ledger.case_file(case)
    why = next((event.words for event in reversed(file.events) if event.kind == "held"), "")
    return Held(kind, number, case, file.held_at, why)
