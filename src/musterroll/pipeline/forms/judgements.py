"""What people said beside the evidence, what it changed, and who is who, as JSON."""

from dataclasses import asdict
from typing import Any

from musterroll.ledger import ActorLine, decoded
from musterroll.pipeline.forms.findings import chain_form, finding_form
from musterroll.pipeline.forms.holdings import holding_form
from musterroll.records import Chain, Finding, Holding, Judgement, Notice
from musterroll.reference.packs import Actor

Noticed = Finding | Holding | Chain | None
KINDS: dict[str, type[Finding] | type[Holding] | type[Chain]] = {
    "finding": Finding,
    "holding": Holding,
    "chain": Chain,
}


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


def noticed(notice: Notice) -> tuple[Noticed, Noticed]:
    """Return the record that a notice is about as it was and as it is, None where there was none."""
    kind = KINDS[notice.subject_kind]
    before, after = (decoded(kind, text) if text else None for text in (notice.before, notice.after))
    return before, after


def notice_form(notice: Notice) -> dict[str, Any]:
    """Return what a judgement changed; `before` and `after` are the forms of the record, None where there was none."""
    before, after = noticed(notice)
    return {
        "id": notice.id,
        "cause": notice.cause,
        "subject_kind": notice.subject_kind,
        "subject": notice.subject,
        "before": derived_form(before),
        "after": derived_form(after),
    }


def derived_form(record: Noticed) -> dict[str, Any] | None:
    """Return the form of a finding, a holding or a chain."""
    if isinstance(record, Finding):
        return finding_form(record)
    if isinstance(record, Holding):
        return holding_form(record)
    return chain_form(record) if record else None


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
