"""Packs: what has to be known of a war to link its names. A pack is a folder of YAML and CSV files.

`load_packs` reads some, `check_pack` reads one and raises PackError with every error in it, together. The files and
their columns are described in `docs/howto/a-pack-for-another-war.md`.
"""

from musterroll.reference.packs.loading import check_pack, load_packs, shipped_packs
from musterroll.reference.packs.records import (
    ACTOR_KINDS,
    BASES,
    Actor,
    Commitment,
    Pack,
    PackOutlet,
    Packs,
    Site,
    Sponsor,
)

__all__ = [
    "ACTOR_KINDS",
    "BASES",
    "Actor",
    "Commitment",
    "Pack",
    "PackOutlet",
    "Packs",
    "Site",
    "Sponsor",
    "check_pack",
    "load_packs",
    "shipped_packs",
]
