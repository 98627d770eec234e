"""Purge contacts: who sent a case or a submission is forgotten some time after it was closed."""

from datetime import UTC, datetime, timedelta

from musterroll import ledger
from musterroll.actions.act import EDITORS, Act, moment, permit
from musterroll.records import Person

ACT = Act("purge_contacts", "purge", "case", EDITORS)
KEPT_DAYS = 90


def purge_contacts(
    *, by: Person, why: str = "kept long enough", days: int = KEPT_DAYS, at: str | None = None
) -> tuple[str, ...]:
    """Delete names and e-mails of cases and submissions closed more than `days` days before `at`; return their numbers.

    What was counted for some minutes is let go of too, where nothing came in since.

    Raises ActRefused where `by` is nobody or may not.
    """
    permit(ACT, by, why)
    now = datetime.fromisoformat(moment(at)).astimezone(UTC)
    before = now - timedelta(days=days)
    with ledger.one_step():
        ledger.forget_passed(now.timestamp())
        then = before.isoformat(timespec="seconds")
        numbers = (*ledger.purge_contacts(then), *ledger.purge_senders(then))
        for number in numbers:
            ledger.audit(by.name.strip(), ACT.name, number, why)
    return numbers
