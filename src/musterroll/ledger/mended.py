"""What the fields of a claim are, as editors mend them, and what they were before a judgement."""

from collections.abc import Iterable

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.linking import linked_from
from musterroll.ledger.models import ClaimRow, JudgementRow
from musterroll.ledger.overlay import mends_of, stand
from musterroll.records import Claim, Judgement, LinkedClaim


def values_of(linked: LinkedClaim) -> dict[str, str]:
    """Return the fields of a claim that can be mended, "" for unknown; names are ids."""
    claim, days = linked.claim, linked.days
    names = {link.role: link.id or "" for link in reversed(linked.links)}
    return {
        **names,
        "type": claim.type,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "measure": linked.measure or "",
        "first_day": (days.first if days else None) or "",
        "last_day": (days.last if days else None) or "",
        **bounds_of(claim),
    }


def bounds_of(claim: Claim) -> dict[str, str]:
    """Return the bounds of a claim's figure as text."""
    strength = claim.strength
    low, high = (strength.min, strength.max) if strength else (None, None)
    return {"min": "" if low is None else str(low), "max": "" if high is None else str(high)}


@at_edge
def values_before(judgements: Iterable[Judgement]) -> dict[str, dict[str, str]]:
    """Return, for each mend among judgements (by id), what the claim's fields were until then: two queries."""
    mends = [one for one in judgements if one.deed == "mend"]
    subjects = {one.subject for one in mends}
    rows = ClaimRow.objects.filter(id__in=subjects).select_related("linking")
    read = {row.id: values_of(linked_from(row.record, row.linking.record)) for row in rows}
    made: dict[str, list[Judgement]] = {subject: [] for subject in subjects}
    for record in JudgementRow.objects.filter(subject__in=subjects).order_by("row").values_list("record", flat=True):
        judgement = decoded(Judgement, record)
        made[judgement.subject].append(judgement)
    return {one.id: {**read.get(one.subject, {}), **mends_until(one, made[one.subject])} for one in mends}


def mends_until(judgement: Judgement, made: list[Judgement]) -> dict[str, str]:
    """Return what had been mended of a claim when a judgement was made."""
    ids = [one.id for one in made]
    earlier = made[: ids.index(judgement.id)] if judgement.id in ids else made
    return dict(mends_of(stand(earlier).get(("claim", judgement.subject), ())))
