"""Ids cut short: any head of six characters or more that only one record has."""

from musterroll import ledger
from musterroll.records import NotInLedger, UsageError

SHORTEST = 6
LISTED = 12


def full_id(kind: str, given: str) -> str:
    """Return the id that `given` is or begins: of a "finding", "claim", "report", "actor" or "commitment".

    Raises NotInLedger where there is none, UsageError with the ids where there are several.
    """
    found = ledger.ids_like(kind, given, LISTED + 1)
    if given in found:
        return given
    if not found or len(given) < SHORTEST:
        short = f" (a head of an id has {SHORTEST} characters or more)" if len(given) < SHORTEST else ""
        raise NotInLedger(f"no {kind} {given!r} in this ledger{short}")
    if len(found) > 1:
        more = ", …" if len(found) > LISTED else ""
        raise UsageError(f"{given!r} could be any of these: {', '.join(found[:LISTED])}{more}")
    return found[0]
