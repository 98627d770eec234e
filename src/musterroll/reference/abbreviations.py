"""Abbreviations whose stop ends no sentence."""

from functools import lru_cache

from musterroll.reference.tables import read_entries


@lru_cache(maxsize=1)
def abbreviations() -> tuple[str, ...]:
    """Return military, diplomatic and newspaper abbreviations, without their last stop: "Lt", "a.m", "U.S"."""
    return read_entries("abbreviations.txt")
