"""What every act on a submission shares: who sends one in, and the step of its review."""

from musterroll import ledger
from musterroll.actions.threads import Steps
from musterroll.records import Person, SubmissionEvent, SubmissionFile

AUTHOR = Person("an author", frozenset({"reader"}))
SUBMISSIONS = Steps[SubmissionFile, SubmissionEvent](
    AUTHOR, SubmissionEvent, lambda event: ledger.add_submission_event(event)
)
step, event_of, only_author = SUBMISSIONS.step, SUBMISSIONS.event_of, SUBMISSIONS.only_sender
