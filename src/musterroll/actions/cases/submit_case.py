"""Submit a case: a reader says what is wrong."""

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.actions.cases.step import READER
from musterroll.actions.threads import SENDERS
from musterroll.ledger import Filed
from musterroll.records import CaseDraft, Person

ACT = Act("submit_case", "received", "case", SENDERS)


def submit_case(draft: CaseDraft, *, key: str, by: Person = READER, at: str | None = None) -> Filed:
    """File what a reader sent; return the case and the secret of its link, which is nowhere kept in the open.

    `key` is the installation's secret key. The same form sent again gives the same case. Raises ActRefused where it
    does not say what is wrong, or where the form was sent before with other words.
    """
    permit(ACT, by, draft.wrong)
    with ledger.one_step():
        filed = ledger.file_case(draft, key, moment(at))
        if not filed.again:
            ledger.audit(by.name, ACT.name, filed.case.number, draft.about.key)
    return filed
