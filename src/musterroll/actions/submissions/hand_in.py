"""Hand in: a reader sends an op-ed or a report."""

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.actions.submissions.step import AUTHOR
from musterroll.actions.threads import SENDERS
from musterroll.ledger import Handed
from musterroll.records import SUBMISSION_KINDS, ActRefused, Person, SubmissionDraft

ACT = Act("hand_in", "submitted", "submission", SENDERS)


def hand_in(draft: SubmissionDraft, *, key: str, by: Person = AUTHOR, at: str | None = None) -> Handed:
    """File what a reader sent in; return the submission and the secret of its link, which is nowhere kept in the open.

    `key` is the installation's secret key. The same form sent again gives the same submission. Raises ActRefused where
    it has no words, no byline or no declaration of interest, or where the form was sent before with other words.
    """
    permit(ACT, by, draft.manuscript.text)
    if draft.kind not in SUBMISSION_KINDS:
        raise ActRefused(f"a submission is one of {', '.join(SUBMISSION_KINDS)}, not {draft.kind!r}")
    if not (draft.byline.strip() and draft.interest.strip() and draft.manuscript.title.strip()):
        raise ActRefused("a submission has a title, a byline and a declaration of interest")
    with ledger.one_step():
        handed = ledger.file_submission(draft, key, moment(at))
        if not handed.again:
            ledger.audit(by.name, ACT.name, handed.submission.number, draft.kind)
    return handed
