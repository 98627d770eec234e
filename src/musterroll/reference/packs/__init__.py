"""Packs: what has to be known of a war to link its names. A pack is a folder of YAML and CSV files.

`load_packs` reads some, `check_pack` reads one and raises PackError with every error in it, together. The files and
their columns are described in `docs/howto/a-pack-for-another-war.md`.
"""

from musterroll.reference.packs.duties import ABOUT_WORDS, DUTIES, WORD
from musterroll.reference.packs.loading import check_pack, load_packs, shipped_packs
from musterroll.reference.packs.records import (
    ACTOR_KINDS,
    BASES,
    Actor,
    Area,
    Commitment,
    EvidenceKind,
    Pack,
    PackOutlet,
    Packs,
    Site,
    Sponsor,
    StatedReservation,
)

__all__ = [
    "ABOUT_WORDS",
    "ACTOR_KINDS",
    "BASES",
    "DUTIES",
    "WORD",
    "Actor",
    "Area",
    "Commitment",
    "EvidenceKind",
    "Pack",
    "PackOutlet",
    "Packs",
    "Site",
    "Sponsor",
    "StatedReservation",
    "check_pack",
    "load_packs",
    "shipped_packs",
]
