"""Decide a case: accept what is proposed, adjust it, or decline; what is decided is done at once."""

from dataclasses import dataclass

from musterroll import ledger
from musterroll.actions.act import EDITORS, Act, moment, permit
from musterroll.actions.cases.carrying_out import carry_out
from musterroll.actions.cases.step import event_of, step
from musterroll.records import OUTCOME_OF, ActRefused, CaseFile, Decision, Notice, Person, Proposal

ACT = Act("decide_case", "decided", "case", EDITORS)


@dataclass(frozen=True)
class Decided:
    """A decided case, and a notice for each finding and holding that changed with it."""

    file: CaseFile
    notices: tuple[Notice, ...]


def decide_case(
    number: str,
    verdict: str,
    *,
    by: Person,
    why: str,
    wrong: str = "",
    right: str = "",
    outcome: str | None = None,
    proposal: Proposal | None = None,
    at: str | None = None,
) -> Decided:
    """Decide a case and carry it out, both or neither.

    `verdict` is "accepted" (the last proposal is done), "adjusted" (`proposal` is) or "declined" (nothing is). `why` is
    told to the reader; `wrong` and `right` go into the public log. `outcome` is the correction's class, by default that
    of the step. Raises what `step` and the acts raise; ActRefused where there is nothing to accept.
    """
    permit(ACT, by, why)
    then = moment(at)
    with ledger.one_step():
        chosen = chosen_of(ledger.case_file(number), verdict, proposal)
        decision = Decision(verdict, outcome or outcome_of(chosen), wrong.strip(), right.strip(), chosen)
        ledger.check_case_event(event_of(ACT, number, by, why, then, decision=decision))
        done = carry_out(chosen, by=by, why=f"{number}: {why.strip()}", at=then) if chosen else ()
        judgements = tuple(one.judgement.id for one in done)
        carried = Decision(verdict, decision.outcome, decision.wrong, decision.right, chosen, judgements)
        file = step(ACT, number, by, why, then, decision=carried)
    return Decided(file, tuple(notice for one in done for notice in one.notices))


def chosen_of(file: CaseFile, verdict: str, proposal: Proposal | None) -> Proposal | None:
    """Return the proposal that a verdict carries out; raises ActRefused where there is none."""
    if verdict == "declined":
        return None
    chosen = proposal if verdict == "adjusted" else file.proposal
    if chosen is None:
        raise ActRefused(f"{file.case.number}: nothing is proposed; propose what to change, or decline")
    return chosen


def outcome_of(chosen: Proposal | None) -> str:
    """Return the class of correction that a step makes."""
    return OUTCOME_OF.get(chosen.step, "corrected") if chosen else "declined"
