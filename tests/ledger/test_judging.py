"""Judgements go in by the law, or are refused and leave nothing."""

from dataclasses import replace

import pytest

from musterroll import ledger
from musterroll.ledger.law import SUBJECT_OF, WORDS_OF
from musterroll.records import DEEDS, MENDABLE, ActRefused, NotInLedger, Quantity
from tests.ledger.invented import PACKS, a_judgement, a_reading

READ = a_reading(1)
CLAIM, REPORT = READ.claims[0].id, READ.report.id
MERGE = a_judgement("merge", "grey-col", (("into", "grey-column"),))


@pytest.fixture
def filled(where: str) -> str:
    """Return where a ledger lies that holds two reports."""
    ledger.put_packs(PACKS)
    ledger.add_readings([READ, a_reading(2)])
    return where


def test_each_deed_has_its_subject() -> None:
    """The law knows every deed, and the words of every field that has a vocabulary."""
    assert set(SUBJECT_OF) == set(DEEDS)
    assert set(WORDS_OF) <= set(MENDABLE)


REFUSED = [
    (replace(a_judgement("retract", REPORT), by=" "), "needs somebody"),
    (replace(a_judgement("retract", REPORT), why=""), "needs a reason"),
    (replace(a_judgement("retract", REPORT), by="", why=""), "somebody.*reason"),
    (replace(a_judgement("retract", CLAIM), subject_kind="claim"), "done to a report"),
    (replace(a_judgement("confirm", CLAIM), deed="burn"), "no such deed: burn"),
    (a_judgement("restore", REPORT), "is not retracted"),
    (a_judgement("reopen", CLAIM), "is not confirmed or mended or rejected"),
    (a_judgement("part", "grey-col"), "is not merged"),
    (a_judgement("mend", CLAIM), "which field"),
    (a_judgement("mend", CLAIM, (("colour", "red"),)), "colour cannot be mended"),
    (a_judgement("mend", CLAIM, (("type", "dance"),)), "'dance' is none of presence"),
    (a_judgement("mend", CLAIM, (("min", "many"),)), "no whole number"),
    (a_judgement("mend", CLAIM, (("min", "-3"),)), "no whole number"),
    (a_judgement("mend", CLAIM, (("min", "9"), ("max", "3"))), "min 9 is more than max 3"),
    (a_judgement("mend", CLAIM, (("first_day", "yesterday"),)), "no day"),
    (a_judgement("mend", CLAIM, (("last_day", "2021-13-01"),)), "no day"),
    (a_judgement("merge", "grey-col"), "into which"),
    (a_judgement("merge", "grey-col", (("into", "grey-col"),)), "into itself"),
    (replace(a_judgement("confirm", CLAIM), before="another"), "in between"),
]


def test_what_may_not_be_done_is_refused(filled: str) -> None:
    """Each rule of the law refuses with its reason, and nothing is written."""
    for bad, why in REFUSED:
        with pytest.raises(ActRefused, match=why):
            ledger.judge(bad)
    assert ledger.judgements() == ()
    assert ledger.claim(CLAIM) == READ.linked[0]


UNKNOWN = [
    a_judgement("retract", "no-report"),
    a_judgement("restore", "no-report"),
    a_judgement("confirm", REPORT),
    a_judgement("merge", "nobody", (("into", "grey-col"),)),
    a_judgement("merge", "grey-col", (("into", "nobody"),)),
    a_judgement("mend", CLAIM, (("force", "nobody"),)),
]


def test_an_unknown_subject_is_not_in_the_ledger(filled: str) -> None:
    """A report, claim, actor or place that nobody knows is said to be unknown."""
    for bad in UNKNOWN:
        with pytest.raises(NotInLedger):
            ledger.judge(bad)
    assert ledger.judgements() == ()


def test_nothing_is_done_twice(filled: str) -> None:
    """A report is not retracted twice, a claim not rejected twice, an actor not merged twice."""
    acts = (a_judgement("retract", REPORT), a_judgement("reject", CLAIM), MERGE)
    for act in acts:
        ledger.judge(act)
        with pytest.raises(ActRefused, match="already"):
            ledger.judge(replace(act, by="another editor"))
    assert ledger.judgements() == acts


def test_actors_are_not_merged_in_a_circle(filled: str) -> None:
    """An actor is not merged into one that was merged into it, directly or over another."""
    ledger.judge(MERGE)
    ledger.judge(a_judgement("merge", "grey-column", (("into", "blue-guard"),)))
    with pytest.raises(ActRefused, match="circle"):
        ledger.judge(a_judgement("merge", "blue-guard", (("into", "grey-col"),)))


def test_a_rejected_claim_is_reopened_first(filled: str) -> None:
    """What is rejected is neither mended nor confirmed before it is reopened."""
    ledger.judge(a_judgement("reject", CLAIM))
    with pytest.raises(ActRefused, match="reopen it first"):
        ledger.judge(a_judgement("mend", CLAIM, (("min", "3"),)))
    ledger.judge(a_judgement("reopen", CLAIM))
    ledger.judge(a_judgement("mend", CLAIM, (("min", "3"),)))
    assert ledger.claim(CLAIM).claim.strength == Quantity(3, 100)


def test_a_judgement_supersedes_the_one_it_names(filled: str) -> None:
    """`before` is accepted where it is the judgement that holds."""
    first = a_judgement("confirm", CLAIM)
    ledger.judge(first)
    second = replace(a_judgement("mend", CLAIM, (("min", "3"),)), before=first.id)
    ledger.judge(second)
    assert ledger.standing_judgement(CLAIM) == second
    assert ledger.judgements(CLAIM) == (first, second)


def test_what_was_taken_back_holds_no_more(filled: str) -> None:
    """After a reopening no judgement holds, but all of them are kept."""
    ledger.judge(a_judgement("confirm", CLAIM))
    ledger.judge(a_judgement("reopen", CLAIM))
    assert ledger.standing_judgement(CLAIM) is None
    assert [act.deed for act in ledger.judgements()] == ["confirm", "reopen"]


def test_what_was_read_is_kept_beside_what_holds(filled: str) -> None:
    """A mend changes how a claim stands and never how it was read; lists find it by what it became."""
    ledger.judge(a_judgement("mend", CLAIM, (("force", "blue-guard"), ("type", "movement"))))
    assert ledger.claim_read(CLAIM) == READ.linked[0]
    assert [line.id for line in ledger.claims(ledger.ClaimFilter(force="Blue Guard", type="movement"))] == [CLAIM]
    ledger.judge(a_judgement("reopen", CLAIM))
    assert ledger.claim(CLAIM) == READ.linked[0]
    assert not ledger.claims(ledger.ClaimFilter(force="blue-guard")).rows


def test_linking_again_keeps_what_was_judged(filled: str) -> None:
    """New links of a claim replace the old ones; mends still lie over them."""
    ledger.judge(a_judgement("mend", CLAIM, (("min", "3"),)))
    again = replace(READ.linked[0], links=(replace(READ.linked[0].links[0], id="blue-guard", name="Blue Guard"),))
    ledger.relink([again])
    assert ledger.claim_read(CLAIM) == again
    made = ledger.claim(CLAIM)
    assert (made.links, made.claim.strength) == (again.links, Quantity(3, 100))


def test_a_judgement_makes_what_is_derived_stale(filled: str) -> None:
    """Whatever could follow from it is said to lag behind until it is derived again."""
    ledger.put_derived(ledger.Derived())
    assert not ledger.is_stale()
    ledger.judge(a_judgement("confirm", CLAIM))
    assert ledger.is_stale()


def test_the_audit_is_kept_in_order(where: str) -> None:
    """Lines of the audit come back in the order they were written, of one subject or all."""
    ledger.audit("an editor", "retract", "r1", "first", at="2021-04-01T12:00:00+00:00")
    ledger.audit("an editor", "restore", "r2", "second")
    assert [line.detail for line in ledger.audit_lines()] == ["first", "second"]
    assert ledger.audit_lines("r1") == (
        ledger.AuditLine("2021-04-01T12:00:00+00:00", "an editor", "retract", "r1", "first"),
    )
