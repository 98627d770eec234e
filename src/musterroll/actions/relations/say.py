"""What both acts on a relation share: who may do it, the word on two reports, its audit line."""

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.records import Person, Relation


def say(act: Act, report: str, other: str, by: Person, why: str, at: str | None = None) -> Relation:
    """Append a word on two reports (ids) with its audit line, both or neither; return the word.

    Raises ActRefused where `by` is nobody or may not, where there is no `why`, or where it cannot be said now;
    NotInLedger where a report is not there.
    """
    permit(act, by, why)
    then = moment(at)
    with ledger.one_step():
        latest = ledger.relation_between(report, other)
        first, second = sorted((report, other))
        before = latest.id if latest else None
        word = Relation(act.deed, (first, second), by.name.strip(), then, why.strip(), before)
        ledger.add_relation(word)
        ledger.audit(word.by, act.name, report, f"{other}: {word.why}", then)
    return word
