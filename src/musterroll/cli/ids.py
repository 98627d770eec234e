"""Ids cut short: any head of six characters or more that only one record has."""

from collections.abc import Collection

from musterroll import ledger
from musterroll.records import NotInLedger, UsageError

SHORTEST = 6
LISTED = 12
KINDS = ("finding", "claim", "report", "holding")
WORDS = {"holding": "commitment"}


def full_id(kind: str, given: str) -> str:
    """Return the id that `given` is or begins, of a kind of KINDS or an "actor".

    Raises NotInLedger where there is none, UsageError with the ids where there are several.
    """
    found = actors_beginning(given) if kind == "actor" else set(ledger.ids_beginning(given, kind))
    return only(given, WORDS.get(kind, kind), found)


def any_id(given: str) -> str:
    """Return the same, whatever its kind."""
    found = {number for kind in KINDS for number in ledger.ids_beginning(given, kind)}
    return only(given, "record", found | actors_beginning(given))


def actors_beginning(start: str) -> set[str]:
    """Return the actors and outlets that begin so: those of the packs, and those that claims name."""
    packs = ledger.packs()
    known = (*packs.actors, *packs.outlets, *(line.id for line in ledger.actors()))
    return {number for number in known if number.startswith(start)}


def only(given: str, kind: str, found: Collection[str]) -> str:
    """Return the one id that is meant."""
    if given in found:
        return given
    if not found or len(given) < SHORTEST:
        short = f" (a head of an id has {SHORTEST} characters or more)" if len(given) < SHORTEST else ""
        raise NotInLedger(f"no {kind} {given!r} in this ledger{short}")
    if len(found) > 1:
        more = ", …" if len(found) > LISTED else ""
        raise UsageError(f"{given!r} could be any of these: {', '.join(sorted(found)[:LISTED])}{more}")
    return next(iter(found))
