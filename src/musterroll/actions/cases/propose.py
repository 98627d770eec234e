"""Propose: what a case should change, as a diff that an editor then accepts, adjusts or declines."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.cases.step import step
from musterroll.actions.mends import checked
from musterroll.records import CaseFile, Person, Proposal

ACT = Act("propose", "proposal", "case", REVIEWERS)


def propose(number: str, proposal: Proposal, *, by: Person, why: str, at: str | None = None) -> CaseFile:
    """Put a diff into a case's thread; nothing of the ledger changes yet.

    Raises what `step` raises; ActRefused too where a value does not fit its field.
    """
    if proposal.step == "mend":
        checked(dict(proposal.what))
    return step(ACT, number, by, why, at, proposal=proposal)
