"""What may not be done to a case, as rules on its file: each gives the reason in words."""

from musterroll.ledger.thread_law import ThreadLaw, not_anothers, not_yours, somebodys
from musterroll.records import CLASSES, STEPS, VERDICTS_ON_CASES, CaseEvent, CaseFile, Decision, Proposal


def undecided(file: CaseFile, event: CaseEvent) -> str | None:
    """Nothing is done to a case that is decided."""
    return "is decided already; reopen it first" if file.decision else None


def not_held(file: CaseFile, event: CaseEvent) -> str | None:
    """What is held is not held a second time."""
    return "holds it already" if file.held else None


def releasable(file: CaseFile, event: CaseEvent) -> str | None:
    """Only what is held is released."""
    return None if file.held else "holds nothing"


def reopenable(file: CaseFile, event: CaseEvent) -> str | None:
    """Only a case that is decided is reopened."""
    return None if file.decision else "is not decided yet"


def fault_of(event: CaseEvent) -> str | None:
    """Return what is wrong with what a step brings, or None."""
    if event.proposal and (fault := proposal_fault(event.proposal)):
        return fault
    return decision_fault(event.decision) if event.kind == "decided" else None


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


CASE_LAW = ThreadLaw[CaseFile, CaseEvent](
    name="case",
    wordy={
        "comment": "comment", "message": "message", "reply": "reply", "held": "hold", "decided": "decision",
        "reopened": "reopening",
    },
    rules={
        "claimed": (not_yours, undecided, not_anothers),
        "left": (somebodys,),
        "proposal": (undecided,),
        "held": (undecided, not_held),
        "released": (releasable,),
        "decided": (undecided, not_anothers),
        "reopened": (reopenable,),
    },
    fault=fault_of,
)  # fmt: skip
