"""Grades: how well a finding is attested, by written rules, each with its reason in words. No verdict of truth."""

from collections.abc import Sequence

from musterroll.records import Contradiction, Quantity
from musterroll.reference.packs import Packs
from musterroll.weigh.interests import is_admission
from musterroll.weigh.origins import Told, known
from musterroll.weigh.weighed import Weighed


def grade_of(
    told: Sequence[Told], contesting: Sequence[Weighed], contradictions: Sequence[Contradiction], packs: Packs
) -> tuple[str, tuple[str, ...]]:
    """Return the grade of a finding that somebody tells, and why: the first rule that holds gives it."""
    direct = [one for one in contradictions if not one.resolved]
    admitted = [one for one in told if any(is_admission(one.voice, claim, packs) for claim in one.claims)]
    count = len(known(told))
    reasons = (
        *(f"denied by {by}" for by in names_of(contesting)),
        *(f"contradicted: {one.why}" for one in direct),
        *(f"{one.voice.name} says so of itself or of those it sponsors" for one in admitted),
        counted(told),
        *open_origins(told),
        *later_figures(told),
        *demands(told),
    )
    if contesting or direct:
        return "contested", reasons
    if admitted:
        return "admitted", reasons
    return ("several-origins" if count > 1 else "single-origin"), reasons


def denied_grade(denials: Sequence[Weighed]) -> tuple[str, tuple[str, ...]]:
    """Return the grade of a matter that nobody tells and somebody denies, and why."""
    who = ", ".join(names_of(denials)) or "an unknown origin"
    return "denied", (f"nobody says so here, and {who} denies it",)


def names_of(claims: Sequence[Weighed]) -> list[str]:
    """Return the known origins of claims, each once."""
    return list(dict.fromkeys(claim.voice.name for claim in claims if claim.voice.name))


def counted(told: Sequence[Told]) -> str:
    """Say how many independent origins there are."""
    names = [called(one) for one in known(told)]
    if not names:
        return "no origin is known: at most one is counted"
    if len(names) == 1:
        return f"all goes back to one origin, as far as known: {names[0]}"
    return f"{len(names)} independent origins: {', '.join(names)}"


def called(told: Told) -> str:
    """Return the name of an origin, with the others under which its claims have it."""
    others = [name for name in names_of(told.claims) if name != told.voice.name]
    return f"{told.voice.name} (also: {'; '.join(others)})" if others else told.voice.name or ""


def open_origins(told: Sequence[Told]) -> list[str]:
    """Say how many statements have an unknown origin, which is never counted as independent."""
    number = len(told) - len(known(told))
    return [f"{number} of unknown origin, not counted as independent"] if number and len(told) > number else []


def later_figures(told: Sequence[Told]) -> list[str]:
    """Say which later figures of an origin are among the claims without moving the bounds."""
    found = []
    for one in told:
        first = [bounds(figure) for figure in one.figures]
        later = dict.fromkeys(c.figure for c in one.claims if c.figure and bounds(c.figure) not in first)
        if later:
            figures = ", ".join(" to ".join(f"{b:,}" for b in bounds(figure)) for figure in later)
            found.append(f"later told as {figures} with the same origin ({one.voice.name or 'unknown'})")
    return found


def bounds(figure: Quantity | None) -> list[int]:
    """Return the numbers of a figure, each once."""
    both = (figure.min, figure.max) if figure else ()
    return list(dict.fromkeys(bound for bound in both if bound is not None))


def demands(told: Sequence[Told]) -> list[str]:
    """Say how many of the claims are plans, possibilities, demands or duties, and no word that it happened."""
    claims = [claim.linked.claim.modality for one in told for claim in one.claims]
    kinds = {kind: claims.count(kind) for kind in ("planned", "possible", "called-for", "required") if kind in claims}
    listed = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    return [f"not told as done: {listed} of {len(claims)} claims"] if kinds else []
