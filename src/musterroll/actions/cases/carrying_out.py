"""A proposal carried out, for good or as a rehearsal: its step done to each of its subjects."""

from collections.abc import Callable

from musterroll import ledger
from musterroll.actions.act import Done
from musterroll.actions.correct_claim import correct_claim
from musterroll.actions.reject_claim import reject_claim
from musterroll.actions.reopen_claim import reopen_claim
from musterroll.actions.restore_report import restore_report
from musterroll.actions.retract_report import retract_report
from musterroll.records import Notice, Person, Proposal

REHEARSER = Person("rehearsal", frozenset({"editor"}))
ACTS: dict[str, Callable[..., Done]] = {
    "reject": reject_claim,
    "reopen": reopen_claim,
    "retract": retract_report,
    "restore": restore_report,
}


def carry_out(proposal: Proposal, *, by: Person, why: str, at: str) -> tuple[Done, ...]:
    """Do what a proposal says; a note does nothing. Raises what the acts raise."""
    if proposal.step == "note":
        return ()
    if proposal.step == "mend":
        what = dict(proposal.what)
        return tuple(correct_claim(subject, what, by=by, why=why, at=at) for subject in proposal.subjects)
    return tuple(ACTS[proposal.step](subject, by=by, why=why, at=at) for subject in proposal.subjects)


def rehearse(proposal: Proposal, *, at: str) -> tuple[Notice, ...]:
    """Return what a proposal would change, before → after; the ledger stays as it is. Raises what the acts raise."""
    with ledger.rehearsal():
        return tuple(
            notice for done in carry_out(proposal, by=REHEARSER, why="rehearsal", at=at) for notice in done.notices
        )
