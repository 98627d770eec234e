"""Commitments and holdings as JSON."""

from dataclasses import asdict
from datetime import date
from typing import Any

from musterroll.records import Holding, Rotation
from musterroll.reference.packs import Commitment


def commitment_form(commitment: Commitment) -> dict[str, Any]:
    """Return a clause: who is bound to what, since when and until when."""
    return {
        "id": commitment.id,
        "instrument": commitment.instrument,
        "clause": commitment.clause,
        "unverified": commitment.unverified,
        "obligation": commitment.obligation,
        "theatre": commitment.theatre,
        "bound": list(commitment.bound),
        "bound_words": list(commitment.bound_words),
        "since": commitment.since,
        "until": commitment.until,
        "source_url": commitment.source_url,
        "note": commitment.note,
    }


def rotation_form(rotation: Rotation) -> dict[str, Any]:
    """Return departures and the arrivals that make up for them, as claim ids."""
    return {"out": list(rotation.out), "back": list(rotation.back), "why": rotation.why}


def holding_form(holding: Holding, commitment: Commitment | None = None, on: date | None = None) -> dict[str, Any]:
    """Return a commitment with its evidence.

    `commitment` gives the clause itself (None where the packs in force have it no more); `on` is the day on which
    `days_past` is counted, None leaves both unknown.
    """
    return {
        "id": holding.id,
        "commitment": commitment_form(commitment) if commitment else None,
        "since": holding.since,
        "until": holding.until,
        "on": on.isoformat() if on else None,
        "days_past": holding.days_past(on) if on else None,
        "evidence": [asdict(evidence) for evidence in holding.evidence],
        "rotations": [rotation_form(rotation) for rotation in holding.rotations],
        "reservations": [asdict(reservation) for reservation in holding.reservations],
        "missing_for": list(holding.missing_for),
        "missing_against": list(holding.missing_against),
    }
