"""Who says so: the origins of findings, with their interest and what became of what they said."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from musterroll.desk.headings import speaker
from musterroll.ledger import ClaimLine
from musterroll.records import Finding, Origin


@dataclass(frozen=True)
class Voice:
    """One origin over several findings.

    `findings` are those it stands behind, `claims` how many claims go back to it. `confirmed` counts the findings in
    which another origin said the same later or the party admitted it, `contradicted` those in which a claim of
    another is in open contradiction to its own or somebody denies it, `withdrawn` its claims that were retracted or
    rejected. `latest` is a finding to open. None of these is a verdict on who is right.
    """

    name: str
    interest: str
    findings: tuple[str, ...]
    claims: int
    confirmed: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    withdrawn: int = 0


def voices_of(findings: Sequence[Finding], gone: Iterable[ClaimLine] = ()) -> list[Voice]:
    """Return the origins that are known by name, those behind most findings first."""
    stood: dict[str, list[tuple[Finding, Origin]]] = defaultdict(list)
    for finding in findings:
        for origin in finding.origins:
            if origin.name:
                stood[origin.name].append((finding, origin))
    withdrawn = Counter(speaker(line) for line in gone)
    voices = [voice_of(name, pairs) for name, pairs in stood.items()]
    voices = [replace(voice, withdrawn=withdrawn.pop(voice.name, 0)) for voice in voices]
    voices += [Voice(name, "unknown", (), 0, withdrawn=count) for name, count in withdrawn.items()]
    return sorted(voices, key=lambda voice: (-len(voice.findings), -voice.claims, voice.name))


def voice_of(name: str, pairs: Sequence[tuple[Finding, Origin]]) -> Voice:
    """Return one origin's voice."""
    interests = Counter(origin.interest for _, origin in pairs)
    return Voice(
        name,
        interests.most_common(1)[0][0],
        tuple(finding.id for finding, _ in pairs),
        sum(len(origin.claims) for _, origin in pairs),
        tuple(finding.id for finding, origin in pairs if is_confirmed(finding, origin)),
        tuple(finding.id for finding, origin in pairs if is_contradicted(finding, origin)),
    )


def is_confirmed(finding: Finding, origin: Origin) -> bool:
    """Say whether another named origin came with the same later, or the party admitted it."""
    if finding.grade == "admitted" and origin.interest != "party":
        return True
    others = (other for other in finding.origins if other.name and other.name != origin.name)
    return any((other.first or "") > (origin.first or "9") for other in others)


def is_contradicted(finding: Finding, origin: Origin) -> bool:
    """Say whether a claim of another speaks against it, or somebody denies the finding."""
    own = set(origin.claims)
    open_ones = (one for one in finding.contradictions if not one.resolved)
    return bool(finding.denials) or any(own & {*one.claims, *one.against} for one in open_ones)
