"""Ids cut short: any head of six characters or more that only one record has."""

from collections.abc import Sequence

from musterroll import ledger
from musterroll.records import NotInLedger, UsageError

SHORTEST = 6
LISTED = 12
KINDS = ("finding", "claim", "report", "actor", "commitment")


def full_id(kind: str, given: str) -> str:
    """Return the id that `given` is or begins, of a kind of KINDS.

    Raises NotInLedger where there is none, UsageError with the ids where there are several.
    """
    return only(given, kind, ledger.ids_like(kind, given, LISTED + 1))


def any_id(given: str) -> str:
    """Return the same, whatever its kind."""
    found = sorted({number for kind in KINDS for number in ledger.ids_like(kind, given, LISTED + 1)})
    return only(given, "record", found)


def only(given: str, kind: str, found: Sequence[str]) -> str:
    """Return the one id that is meant."""
    if given in found:
        return given
    if not found or len(given) < SHORTEST:
        short = f" (a head of an id has {SHORTEST} characters or more)" if len(given) < SHORTEST else ""
        raise NotInLedger(f"no {kind} {given!r} in this ledger{short}")
    if len(found) > 1:
        more = ", …" if len(found) > LISTED else ""
        raise UsageError(f"{given!r} could be any of these: {', '.join(found[:LISTED])}{more}")
    return found[0]
