"""What every act on a case keeps to: permission, the step, the audit line, all or nothing."""

from pathlib import Path

import pytest

from musterroll import actions, ledger, pipeline
from musterroll.actions.cases import carrying_out
from musterroll.ledger import CaseFilter
from musterroll.records import ActRefused, Contact, NotInLedger, Proposal
from tests.actions.cases import ADMIN, AT, EDITOR, KEY, ON_CASES, READER, filed, first_claim

OF_READERS = {"submit_case", "reply_case", "confirm_updates", "stop_updates"}
APART = {"appoint", "purge_contacts"}
PARTS = {"step", "carrying_out", "__init__"}


def test_every_act_on_a_case_is_tested_here() -> None:
    """Each file of the folder holds one act of its name, which the room exports, and none is left out here."""
    files = {path.stem for path in Path(actions.cases.__path__[0]).glob("*.py")} - PARTS
    assert files == set(ON_CASES) | OF_READERS | APART
    assert files <= set(actions.__all__)


def test_a_decision_carries_the_number_of_its_case(held: Path) -> None:
    """The judgement that a case led to names the case in its reason, and the case names the judgement."""
    number = filed()
    proposal = Proposal("mend", "claim", (first_claim(),), (("min", "7"), ("max", "7")))
    actions.propose(number, proposal, by=EDITOR, why="seen")
    done = actions.decide_case(number, "accepted", by=EDITOR, why="seen", wrong="w", right="r", at=AT)
    (judgement,) = ledger.judgements()
    assert judgement.why == f"{number}: seen" and judgement.deed == "mend"
    assert done.file.decision is not None and done.file.decision.judgements == (judgement.id,)
    assert done.notices and ledger.correction(number).notices == done.notices


def test_a_decision_that_is_cut_off_leaves_nothing(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second of two mends fails, the first has not happened either, and the case is as it was."""
    number = filed()
    before = ledger.case_file(number), ledger.judgements(), ledger.audit_lines()
    proposal = Proposal("reject", "claim", (first_claim(), "no-such-claim"))
    with pytest.raises(NotInLedger):
        actions.decide_case(number, "adjusted", by=EDITOR, why="x", wrong="w", right="r", proposal=proposal)
    assert (ledger.case_file(number), ledger.judgements(), ledger.audit_lines()) == before

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "rederive", cut_off)
    with pytest.raises(KeyboardInterrupt):
        actions.decide_case(
            number, "adjusted", by=EDITOR, why="x", wrong="w", right="r",
            proposal=Proposal("reject", "claim", (first_claim(),)),
        )  # fmt: skip
    assert (ledger.case_file(number), ledger.judgements(), ledger.audit_lines()) == before


def test_a_rehearsal_says_what_would_change_and_changes_nothing(held: Path) -> None:
    """The notices of a rehearsal are about the findings that the act itself then changes; until then nothing is."""
    proposal = Proposal("reject", "claim", (first_claim(),))
    before = ledger.judgements(), ledger.notices(), tuple(ledger.findings()), ledger.is_stale()
    said = carrying_out.rehearse(proposal, at=AT)
    assert (ledger.judgements(), ledger.notices(), tuple(ledger.findings()), ledger.is_stale()) == before
    done = actions.reject_claim(first_claim(), by=EDITOR, why="x")
    assert [(one.subject, one.before, one.after) for one in said] == [
        (one.subject, one.before, one.after) for one in done.notices
    ]


def test_the_wish_for_updates_is_confirmed_once_and_ended(held: Path) -> None:
    """Only the token made for a case confirms its wish; after its end nothing is left to confirm."""
    number = filed(contact=Contact("N", "n@example.org", True))
    confirm, stop = (ledger.secret_of(wish, number, KEY) for wish in ("confirm", "stop"))
    with pytest.raises(ActRefused):
        actions.confirm_updates(number, stop, key=KEY)
    actions.confirm_updates(number, confirm, key=KEY)
    reached = ledger.contact_of(number, KEY)
    assert reached is not None and reached.contact.confirmed
    actions.stop_updates(number, stop, key=KEY)
    with pytest.raises(NotInLedger):
        actions.confirm_updates(number, confirm, key=KEY)
    assert [line.act for line in ledger.audit_lines(number)] == ["submit_case", "confirm_updates", "stop_updates"]


def test_who_sent_a_case_is_forgotten_ninety_days_after_it_closed(held: Path) -> None:
    """A purge forgets who sent the cases closed long enough ago, not those open or closed lately; the case stays."""
    old, late, still = (filed(token, contact=Contact("N", "n@example.org")) for token in ("a", "b", "c"))
    actions.decide_case(old, "declined", by=EDITOR, why="x", at="2026-03-01T12:00:00+02:00")
    actions.decide_case(late, "declined", by=EDITOR, why="x", at="2026-03-03T12:00:00+00:00")
    with pytest.raises(ActRefused):
        actions.purge_contacts(by=READER)
    assert actions.purge_contacts(by=EDITOR, at="2026-05-31T11:00:00+00:00") == (old,)
    assert ledger.contact_of(old, KEY) is None
    assert ledger.contact_of(late, KEY) and ledger.contact_of(still, KEY)
    assert ledger.case_file(old).case.wrong == "It is wrong."
    assert ledger.audit_lines(old)[-1].act == "purge_contacts"
    assert ledger.count_cases(CaseFilter()) == 3


def test_only_an_administrator_appoints(held: Path) -> None:
    """A role given to an account leaves an audit line; an editor may not give one."""
    with pytest.raises(ActRefused):
        actions.appoint("Ann", "editor", by=EDITOR)
    actions.appoint("Ann", "editor", by=ADMIN)
    assert [(line.by, line.detail) for line in ledger.audit_lines("Ann")] == [(ADMIN.name, "editor")]
