"""What may not be done to a case, as rules on its file: each gives the reason in words."""

from collections.abc import Callable

from musterroll.records import CASE_EVENTS, CLASSES, STEPS, VERDICTS_ON_CASES, CaseEvent, CaseFile, Decision, Proposal


def event_refusal(file: CaseFile, event: CaseEvent) -> str | None:
    """Return why an event may not be added to a case now, or None."""
    if event.kind not in CASE_EVENTS or event.kind == "received":
        return f"no such step of a case: {event.kind}"
    if event.kind in WORDY and not event.words.strip():
        return f"a {WORDY[event.kind]} needs words"
    if (rule := RULES.get(event.kind)) and (why := rule(file, event)):
        return f"{file.case.number} {why}"
    if event.proposal and (fault := proposal_fault(event.proposal)):
        return fault
    return decision_fault(event.decision) if event.kind == "decided" else None


def undecided(file: CaseFile, event: CaseEvent) -> str | None:
    """Nothing is done to a case that is decided."""
    return "is decided already; reopen it first" if file.decision else None


def free_to_claim(file: CaseFile, event: CaseEvent) -> str | None:
    """One editor has a case at a time."""
    if file.claimed_by == event.by:
        return "is yours already"
    return undecided(file, event) or others_have_it(file, event)


def others_have_it(file: CaseFile, event: CaseEvent) -> str | None:
    """What another editor has is theirs until they leave it."""
    taken = file.claimed_by and file.claimed_by != event.by
    return f"is with {file.claimed_by}" if taken else None


def decidable(file: CaseFile, event: CaseEvent) -> str | None:
    """A case is decided once, by who has it, or by anybody where nobody has."""
    return undecided(file, event) or others_have_it(file, event)


def holdable(file: CaseFile, event: CaseEvent) -> str | None:
    """What is held is not held a second time."""
    return undecided(file, event) or ("holds it already" if file.held else None)


def releasable(file: CaseFile, event: CaseEvent) -> str | None:
    """Only what is held is released."""
    return None if file.held else "holds nothing"


def leavable(file: CaseFile, event: CaseEvent) -> str | None:
    """Only a case that somebody has is left."""
    return None if file.claimed_by else "is with nobody"


def reopenable(file: CaseFile, event: CaseEvent) -> str | None:
    """Only a case that is decided is reopened."""
    return None if file.decision else "is not decided yet"


def proposal_fault(proposal: Proposal) -> str | None:
    """Return what is wrong with a diff, or None."""
    if proposal.step not in STEPS:
        return f"no such step: {proposal.step}; there are {', '.join(STEPS)}"
    if proposal.step != "note" and not proposal.subjects:
        return f"to {proposal.step}, say what: choose at least one"
    if proposal.step == "mend" and not proposal.what:
        return "to mend, say which field becomes what"
    return None


def decision_fault(decision: Decision | None) -> str | None:
    """Return what is wrong with a decision, or None."""
    if decision is None or decision.verdict not in VERDICTS_ON_CASES:
        return f"a case is {', '.join(VERDICTS_ON_CASES)}"
    if decision.outcome not in CLASSES or decision.outcome == "held":
        return f"{decision.outcome!r} is no class that a case closes with"
    if (decision.verdict == "declined") != (decision.outcome == "declined"):
        return "a case is declined, or mended: not both"
    if decision.verdict != "declined" and not (decision.wrong.strip() and decision.right.strip()):
        return "say for the public log what was wrong and what is right"
    return proposal_fault(decision.proposal) if decision.proposal else None


RULES: dict[str, Callable[[CaseFile, CaseEvent], str | None]] = {
    "claimed": free_to_claim,
    "left": leavable,
    "proposal": undecided,
    "held": holdable,
    "released": releasable,
    "decided": decidable,
    "reopened": reopenable,
}
WORDY = {
    "comment": "comment", "message": "message", "reply": "reply", "held": "hold", "decided": "decision",
    "reopened": "reopening",
}  # fmt: skip
