"""What is held while it is checked: asked of the ledger once an edition, then looked up for every page and row."""

from collections.abc import Iterable

from musterroll import ledger
from musterroll.desk.reading.kept import kept
from musterroll.records import Claim, Finding, Hold, Holding

LATELY = 400  # holds that began or ended last, whose things come to the top of feeds


def held_now() -> tuple[Hold, ...]:
    """Return all that is held now; read from the ledger once, until it changes."""
    return kept("held", ledger.holds)


def held_lately() -> tuple[Hold, ...]:
    """Return what is held now and what was held until lately, those that began or ended last first."""
    return kept("held lately", lambda: tuple(dict.fromkeys((*ledger.lately_held(LATELY), *held_now()))))


def held_of(holds: tuple[Hold, ...] | None = None, **things: Iterable[str]) -> tuple[Hold, ...]:
    """Return what is held among things by kind: `held_of(finding=[…], claim=[…], report=[…])`.

    Looked for among `holds`, in all that is held now where they are not given; where nothing is, nothing is looked up.
    """
    among = held_now() if holds is None else holds
    if not among:
        return ()
    ids = {kind: frozenset(numbers) for kind, numbers in things.items()}
    return tuple(one for one in among if one.id in ids.get(one.kind, ()))


def held_under(finding: Finding, holds: tuple[Hold, ...] | None = None) -> tuple[Hold, ...]:
    """Return what is held of a finding: itself, its claims, its reports."""
    claims = (*finding.claims, *finding.denials)
    return held_of(holds, finding=[finding.id], claim=claims, report=finding.reports)


def held_around(claim: Claim, holds: tuple[Hold, ...] | None = None) -> tuple[Hold, ...]:
    """Return what is held of a claim: itself, its report."""
    return held_of(holds, claim=[claim.id], report=[claim.report])


def held_in(report: str, holds: tuple[Hold, ...] | None = None) -> tuple[Hold, ...]:
    """Return what is held of a report (its id): itself, its claims."""
    among = held_now() if holds is None else holds
    return tuple(one for one in among if report in (one.report, one.id if one.kind == "report" else None))


def held_for(holding: Holding, holds: tuple[Hold, ...] | None = None) -> tuple[Hold, ...]:
    """Return what is held of a commitment: itself, the claims of its evidence."""
    return held_of(holds, commitment=[holding.id], claim=(one.claim for one in holding.evidence))
