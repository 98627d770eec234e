"""Findings put together: one of a matter that somebody tells, one of a matter that is denied and told by nobody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from musterroll.records import Contradiction, DayInterval, Finding, Matter
from musterroll.reference.packs import Packs
from musterroll.weigh.bounds import Bounds, bounds_of
from musterroll.weigh.grades import denied_grade, grade_of
from musterroll.weigh.origins import Told, independent, origin_record, told_by
from musterroll.weigh.weighed import Weighed


def told_finding(
    claims: Sequence[Weighed],
    told: Sequence[Told],
    denials: Sequence[Weighed],
    contradictions: Sequence[Contradiction],
    packs: Packs,
) -> Finding:
    """Return the finding of a matter that somebody tells; its claims stand in order."""
    contesting = contesting_of(denials, told)
    grade, why = grade_of(told, contesting, contradictions, packs)
    return assembled(claims, told, denials, bounds_of(told, contesting), contradictions, grade, why, packs)


def denied_findings(denials: Sequence[Weighed], packs: Packs) -> Iterator[Finding]:
    """Yield the findings of denials that speak against nothing told; no claim speaks for them."""
    matters: dict[Matter, list[Weighed]] = defaultdict(list)
    for denial in denials:
        matters[denial.matter].append(denial)
    for group in matters.values():
        grade, why = denied_grade(group)
        yield assembled(group, (), group, Bounds(), (), grade, why, packs)


def contesting_of(denials: Sequence[Weighed], told: Sequence[Told]) -> list[Weighed]:
    """Return the denials by a known origin that tells nothing of what it denies; only these contest a finding."""
    voices = [one for one in told_by(denials) if one.key is not None]
    others = [one for one in voices if all(telling.key is None or independent(one, telling) for telling in told)]
    return [claim for one in others for claim in one.claims]


def assembled(
    claims: Sequence[Weighed],
    told: Sequence[Told],
    denials: Sequence[Weighed],
    bounds: Bounds,
    contradictions: Sequence[Contradiction],
    grade: str,
    why: tuple[str, ...],
    packs: Packs,
) -> Finding:
    """Return a finding of what speaks for it and against it; `claims` give its names and days."""
    first = claims[0]
    known = sorted(claim.day for claim in claims if claim.day)
    return Finding(
        matter=first.matter,
        force=first.force,
        side=first.side,
        place=first.where.place,
        days=days_of(claims),
        min=bounds.min,
        max=bounds.max,
        qualifier=bounds.qualifier,
        min_claims=bounds.min_claims,
        max_claims=bounds.max_claims,
        first=known[0] if known else None,
        last=known[-1] if known else None,
        claims=tuple(claim.id for claim in claims) if told else (),
        reports=tuple(dict.fromkeys(claim.linked.claim.report for claim in claims)),
        copies=copies_among(claims),
        origins=tuple(origin_record(one, packs) for one in told),
        denials=tuple(denial.id for denial in denials),
        contradictions=tuple(contradictions),
        grade=grade,
        why=why,
    )


def days_of(claims: Sequence[Weighed]) -> DayInterval | None:
    """Return the first and the last day that claims are about, as far as any of them says."""
    days = [claim.linked.days for claim in claims if claim.linked.days]
    firsts = [one.first for one in days if one.first]
    lasts = [one.last for one in days if one.last]
    return DayInterval(min(firsts, default=None), max(lasts, default=None)) if days else None


def copies_among(claims: Sequence[Weighed]) -> tuple[str, ...]:
    """Return the reports that only retell what an earlier one has."""
    own = {claim.linked.claim.report for claim in claims if claim.chain.first == claim.id}
    return tuple(dict.fromkeys(report for claim in claims if (report := claim.linked.claim.report) not in own))
