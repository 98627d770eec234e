"""What every act on a submission shares: who may do it, the step of its review, its audit line."""

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.records import ActRefused, Manuscript, Person, SubmissionEvent, SubmissionFile

AUTHOR = Person("an author", frozenset({"reader"}))
AUTHORS = frozenset({"reader", "reviewer", "editor", "admin"})


def step(
    act: Act,
    number: str,
    by: Person,
    words: str,
    at: str | None = None,
    manuscript: Manuscript | None = None,
    report: str | None = None,
) -> SubmissionFile:
    """Append a step to a submission with its audit line, both or neither; return the submission as it is then.

    Raises ActRefused where `by` is nobody or may not, where there are no words, or where the step cannot be done now;
    NotInLedger where there is no such submission.
    """
    permit(act, by, words)
    then = moment(at)
    event = event_of(act, number, by, words, then, manuscript, report)
    with ledger.one_step():
        file = ledger.add_submission_event(event)
        ledger.audit(by.name.strip(), act.name, number, words.strip(), then)
    return file


def event_of(
    act: Act,
    number: str,
    by: Person,
    words: str,
    at: str,
    manuscript: Manuscript | None = None,
    report: str | None = None,
) -> SubmissionEvent:
    """Return the event that an act leaves; what an author does is by nobody in particular."""
    name = "" if by == AUTHOR else by.name.strip()
    return SubmissionEvent(number, act.deed, at, name, words.strip(), manuscript, report)


def only_author(act: Act, by: Person) -> None:
    """Raise ActRefused where somebody else does what an author alone does."""
    if by != AUTHOR:
        raise ActRefused(f"{act.words}: only its author does, by the secret link")
