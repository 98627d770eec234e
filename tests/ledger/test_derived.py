"""What follows from what stands is replaced as a whole, and every change has its notice."""

from collections.abc import Iterable

import pytest

from musterroll import ledger
from musterroll.ledger import Derived, Scope, noticed
from musterroll.records import Finding, Kinship, LedgerError, NotInLedger
from tests.ledger.invented import PACKS, a_judgement, a_reading, derived_from

READINGS = [a_reading(1), a_reading(2), a_reading(3, force="blue-guard")]
KIN = [Kinship(READINGS[0].report.id, READINGS[1].report.id, "copy", 0.9, ("the same text",))]


@pytest.fixture
def derived(where: str) -> Derived:
    """Return what follows from a filled ledger, which holds it."""
    ledger.put_packs(PACKS)
    ledger.add_readings(READINGS)
    made = derived_from(ledger.standing().claims, KIN)
    ledger.put_derived(made)
    return made


def state() -> tuple[object, ...]:
    """Return all that follows, as the ledger has it."""
    claims = [one.id for read in READINGS for one in read.claims]
    chains = {claim: chain_or_none(claim) for claim in claims}
    return tuple(ledger.findings(limit=999)), ledger.holdings(), chains, ledger.kin(READINGS[0].report.id)


def chain_or_none(claim: str) -> object:
    """Return a claim's chain, None where it has none."""
    try:
        return ledger.chain(claim)
    except NotInLedger:
        return None


def test_what_is_put_can_be_asked_for(derived: Derived) -> None:
    """Findings, holdings, chains and kin come back as the records they were."""
    assert {one.id: one for one in ledger.findings()} == {one.id: one for one in derived.findings}
    assert ledger.finding(derived.findings[0].id) == derived.findings[0]
    assert ledger.holdings() == tuple(derived.holdings)
    assert ledger.holding("the-clause") == derived.holdings[0]
    assert ledger.chain(derived.chains[0].claim) == derived.chains[0]
    assert ledger.kin(READINGS[0].report.id) == ledger.kin(READINGS[1].report.id) == tuple(KIN)
    assert not ledger.is_stale()


def test_retracting_equals_never_having_read_and_restoring_gives_back(derived: Derived) -> None:
    """What follows after a retraction is what follows without the report; after its restoration it is as before."""
    before, retract = state(), a_judgement("retract", READINGS[0].report.id)
    ledger.judge(retract)
    notices = ledger.put_derived(derived_from(ledger.standing().claims, KIN[:0]), None, retract)
    others = [one for read in READINGS[1:] for one in read.linked]
    assert set(ledger.findings()) == set(derived_from(sorted(others, key=lambda one: one.id)).findings)
    assert {one.subject_kind for one in notices} == {"finding", "holding"}
    assert ledger.notices() == ledger.notices(cause=retract.id) == notices
    restore = a_judgement("restore", READINGS[0].report.id)
    ledger.judge(restore)
    ledger.put_derived(derived_from(ledger.standing().claims, KIN), None, restore)
    assert state() == before
    assert len(ledger.notices()) == 2 * len(notices)


def test_a_notice_says_before_and_after(derived: Derived) -> None:
    """The notice of a finding has its figure, its grade and its counts before and after, and the claims that went."""
    retract = a_judgement("retract", READINGS[0].report.id)
    ledger.judge(retract)
    ledger.put_derived(derived_from(ledger.standing().claims), None, retract)
    was = derived.findings[1]
    before, after = noticed(next(one for one in ledger.notices(was.id)))
    now = ledger.finding(was.id)
    assert before and after
    for seen, whole, other in ((before, was, now), (after, now, was)):
        kept = seen.record
        assert isinstance(kept, Finding)
        assert (kept.matter, kept.min, kept.max, kept.grade) == (whole.matter, whole.min, whole.max, whole.grade)
        assert seen.counts["claims"] == len(whole.claims)
        assert set(kept.claims) == set(whole.claims) - set(other.claims)
    assert before.counts["claims"] > after.counts["claims"]


def test_a_finding_that_is_gone_can_still_be_opened(derived: Derived) -> None:
    """A finding whose only report was retracted is in no list, and at its address with the grade "retracted"."""
    number = next(one.id for one in derived.findings if one.matter.force == "blue-guard")
    retract = a_judgement("retract", READINGS[2].report.id)
    ledger.judge(retract)
    ledger.put_derived(derived_from(ledger.standing().claims), None, retract)
    assert number not in {one.id for one in ledger.findings()}
    assert ledger.finding(number).grade == "retracted"
    assert ledger.ids_beginning(number[:6], "finding") == (number,)


def test_putting_the_same_again_changes_nothing(derived: Derived) -> None:
    """The same derivation again leaves no notice, even with a cause."""
    before = state()
    assert ledger.put_derived(derived, None, a_judgement("confirm", READINGS[0].claims[0].id)) == ()
    assert state() == before


def test_only_what_is_in_scope_is_replaced(derived: Derived) -> None:
    """Within a scope rows go and come; outside it they stay."""
    gone, stays = derived.findings
    claims = frozenset(gone.claims)
    ledger.put_derived(Derived(), Scope(chains=claims, claims=claims, findings=frozenset([gone.id])))
    assert tuple(ledger.findings()) == (stays,)
    assert ledger.holdings() == tuple(derived.holdings)
    assert {claim for claim in ids(READINGS) if chain_or_none(claim) is None} == claims
    assert ledger.kin(READINGS[0].report.id) == tuple(KIN)
    ledger.put_derived(derived, Scope())
    assert {one.id for one in ledger.findings()} == {gone.id, stays.id}


def ids(readings: Iterable[ledger.ReportRead]) -> set[str]:
    """Return the ids of all claims of readings."""
    return {one.id for read in readings for one in read.claims}


def test_nothing_half_put(fresh: str) -> None:
    """A derivation that leans on a claim that is not there leaves everything as it was."""
    ledger.add_readings(READINGS)
    ledger.put_derived(derived_from(ledger.standing().claims, KIN))
    before = state()
    foreign = derived_from(a_reading(9).linked)
    with pytest.raises(LedgerError):
        ledger.put_derived(foreign)
    assert state() == before


def test_several_steps_are_one(derived: Derived) -> None:
    """What fails inside one step takes all of the step with it."""
    with pytest.raises(KeyError), ledger.one_step():
        ledger.judge(a_judgement("retract", READINGS[0].report.id))
        raise KeyError
    assert ledger.judgements() == ()
    assert not ledger.is_stale()


def test_what_rests_on_claims_is_found(derived: Derived) -> None:
    """The findings that lean on claims are known by the claims."""
    for finding in derived.findings:
        assert ledger.findings_on(finding.claims[:1]) == {finding.id}
    assert ledger.findings_on([]) == frozenset()


def test_what_is_not_there_is_said_to_be_not_there(where: str) -> None:
    """Each look-up of one thing raises NotInLedger for an id that nobody has."""
    for ask in (ledger.finding, ledger.holding, ledger.chain, ledger.claim, ledger.claim_read, ledger.report):
        with pytest.raises(NotInLedger, match="nobody"):
            ask("nobody")
