"""What people said beside the evidence, what it changed, and who is who, as JSON."""

from dataclasses import asdict
from typing import Any

from musterroll.ledger import ActorLine, Seen, noticed
from musterroll.pipeline.forms.findings import finding_form
from musterroll.pipeline.forms.holdings import holding_form
from musterroll.records import Holding, Judgement, Notice
from musterroll.reference.packs import Actor


def judgement_form(judgement: Judgement) -> dict[str, Any]:
    """Return one act of a person; `what` maps a mend's fields to their values, or "into" to an actor."""
    return {
        "id": judgement.id,
        "deed": judgement.deed,
        "subject_kind": judgement.subject_kind,
        "subject": judgement.subject,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "what": dict(judgement.what),
        "before": judgement.before,
    }


def notice_form(notice: Notice) -> dict[str, Any]:
    """Return what a judgement changed; `before` and `after` are the forms of the record, None where there was none.

    Where it was there before and is after, their lists hold what the other has not; `had` and `has` count the whole.
    """
    before, after = noticed(notice)
    return {
        "id": notice.id,
        "cause": notice.cause,
        "subject_kind": notice.subject_kind,
        "subject": notice.subject,
        "before": seen_form(before),
        "after": seen_form(after),
        "had": before.counts if before else None,
        "has": after.counts if after else None,
    }


def seen_form(seen: Seen | None) -> dict[str, Any] | None:
    """Return the form of a finding or a holding."""
    if seen is None:
        return None
    return holding_form(seen.record) if isinstance(seen.record, Holding) else finding_form(seen.record)


def actor_form(line: ActorLine, known: Actor | None = None) -> dict[str, Any]:
    """Return an actor with how many claims and findings name it, and what the packs know of it (None: nothing).

    `merged_into` is the id of the actor that stands for it now, None where it stands for itself.
    """
    return {
        "id": line.id,
        "name": line.name,
        "kind": line.kind,
        "country": known.country if known else None,
        "side": known.side if known else None,
        "sponsors": [asdict(sponsor) for sponsor in known.sponsors] if known else [],
        "names": list(known.names) if known else [],
        "arabic": list(known.arabic) if known else [],
        "wikidata": known.wikidata if known else None,
        "claims": line.claims,
        "findings": line.findings,
        "merged_into": line.into,
    }
