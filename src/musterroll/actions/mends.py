"""Who and where a claim's fields may be set to: what the ledger's packs or the gazetteer know."""

from collections.abc import Mapping

from musterroll import ledger
from musterroll.records import ActRefused
from musterroll.reference import gazetteer
from musterroll.reference.packs import Packs

ACTORS = ("force", "by", "side")
PLACES = ("place", "from", "to")


def checked(mends: Mapping[str, str]) -> dict[str, str]:
    """Return mends with their values trimmed; raises ActRefused with every id that is nobody's and nowhere's."""
    trimmed = {field: value.strip() for field, value in mends.items()}
    packs = ledger.packs()
    faults = [fault for field, value in trimmed.items() if value and (fault := fault_of(field, value, packs))]
    if faults:
        raise ActRefused("correct claim: " + "; ".join(faults))
    return trimmed


def fault_of(field: str, value: str, packs: Packs) -> str | None:
    """Say why an id does not fit its field, None where it does or the field takes no id."""
    if field in PLACES and not is_place(value, packs):
        return f"{field}: {value!r} is no place of the packs or the gazetteer (site:…, geonames:…)"
    if field in ACTORS and value not in packs.actors:
        return f"{field}: {value!r} is no actor of the packs"
    if field == "source" and value not in packs.actors and value not in packs.outlets:
        return f"{field}: {value!r} is no actor and no outlet of the packs"
    return None


def is_place(place: str, packs: Packs) -> bool:
    """Say whether an id is that of a site ("site:…") or of a place ("geonames:2215636", "area:…")."""
    kind, _, name = place.partition(":")
    if kind in ("geonames", "area"):
        return name.isascii() and name.isdigit() and gazetteer().at(int(name)) is not None
    return kind == "site" and name in packs.sites
