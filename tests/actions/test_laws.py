"""The laws of the ledger, on random invented ledgers: a retraction equals never having read."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll import actions, ledger, pipeline
from musterroll.records import Chain, Finding, Holding, Person
from musterroll.reference.packs import Commitment, Packs
from tests.ledger.invented import FORCES, PACKS, a_reading

CLAUSE = Commitment(
    "the-clause", "An invented truce", "libya", "4", False, "All leave", ("grey-column",), (), "2020-10-23", "2021-03-02",
    duties=("withdraw-foreign-forces",), about=("all",), countries=("LY",),
)  # fmt: skip
BOUND = Packs((replace(PACKS.packs[0], commitments=(CLAUSE,)),))
EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
WHY = "the page says so"


class Told(NamedTuple):
    """One invented report: its number, how many claims, about whom, on which day."""

    number: int
    claims: int
    force: str
    day: str


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger with packs and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    ledger.open_ledger(path, create=True)
    ledger.put_packs(BOUND)
    ledger.close_ledger()
    return path


def add(one: Told) -> str:
    """Add an invented report whose title speaks of the country that the clause is about; give its id."""
    read = a_reading(one.number, one.claims, one.force, one.day)
    report = replace(read.report, title=f"Invented report {one.number} from Libya")
    ledger.add_reading(read.page, report, read.claims, read.linked)
    return report.id


@contextmanager
def built(empty: Path, told: Sequence[Told]) -> Iterator[list[str]]:
    """Open a ledger of some reports, in their order; give the ids of the reports."""
    with tempfile.TemporaryDirectory() as folder:
        ledger.open_ledger(shutil.copy(empty, folder))
        try:
            reports = [add(one) for one in told]
            pipeline.rederive()
            yield reports
        finally:
            ledger.close_ledger()


def derived() -> tuple[tuple[Finding, ...], tuple[Holding, ...], list[Chain]]:
    """Return all that follows from what stands."""
    standing = ledger.standing()
    return (
        tuple(ledger.every(ledger.findings, ledger.FindingFilter())),
        ledger.holdings(),
        [ledger.chain(claim.id) for claim in standing.claims],
    )


REPORTS = st.lists(
    st.builds(
        Told,
        st.integers(1, 30),
        st.integers(0, 3),
        st.sampled_from(sorted(FORCES)),
        st.sampled_from(["2021-03-01", "2021-03-03", "2021-03-29", "2021-05-02"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda told: told.number,
)
FEW = settings(max_examples=20, deadline=None)


@FEW
@given(told=REPORTS, data=st.data())
def test_retracting_equals_never_having_read(empty: Path, told: list[Told], data: st.DataObject) -> None:
    """Retracting reports, in any order, leaves what a ledger built without them has; restoring gives all back."""
    places = data.draw(st.permutations(range(len(told))))[: data.draw(st.integers(1, len(told)))]
    kept = data.draw(st.permutations([one for place, one in enumerate(told) if place not in places]))
    with built(empty, kept):
        without = derived()
    with built(empty, told) as reports:
        before = derived()
        for place in places:
            actions.retract_report(reports[place], by=EDITOR, why=WHY)
        assert derived() == without
        for place in data.draw(st.permutations(places)):
            actions.restore_report(reports[place], by=EDITOR, why=WHY)
        assert derived() == before


@FEW
@given(told=REPORTS, data=st.data())
def test_notices_tell_every_change_and_no_other(empty: Path, told: list[Told], data: st.DataObject) -> None:
    """The notices of a retraction are exactly the findings and holdings that differ, before and after."""
    with built(empty, told) as reports:
        before = {record.id: record for record in (*derived()[0], *derived()[1])}
        done = actions.retract_report(data.draw(st.sampled_from(reports)), by=EDITOR, why=WHY)
        after = {record.id: record for record in (*derived()[0], *derived()[1])}
        changed = {number for number in {*before, *after} if before.get(number) != after.get(number)}
        assert {notice.subject for notice in done.notices} == changed
        assert ledger.notices() == done.notices


@FEW
@given(told=REPORTS, data=st.data())
def test_the_order_of_import_does_not_matter(empty: Path, told: list[Told], data: st.DataObject) -> None:
    """The same reports in another order, and some of them twice, give the same findings, holdings and chains."""
    with built(empty, told):
        first = derived()
    with built(empty, [*data.draw(st.permutations(told)), *told[:1]]):
        assert derived() == first


@FEW
@given(told=REPORTS)
def test_no_number_lacks_a_sentence(empty: Path, told: list[Told]) -> None:
    """Every bound of every finding names claims, and each of them has a sentence in a report that stands."""
    with built(empty, told):
        for finding in derived()[0]:
            for bound, claims in ((finding.min, finding.min_claims), (finding.max, finding.max_claims)):
                assert (bound is None) == (not claims)
            lines = ledger.claim_lines((*finding.claims, *finding.denials, *finding.min_claims, *finding.max_claims))
            assert all(line.words and line.status == "standing" for line in lines)
            assert {line.id for line in lines} >= {*finding.min_claims, *finding.max_claims}


def test_an_act_on_a_ledger_that_lags_behind_tells_its_own_changes_alone(empty: Path) -> None:
    """Where a reading was cut off before deriving, the notices of the next act leave that reading out."""
    first, second = Told(1, 2, "grey-column", "2021-03-01"), Told(2, 2, "blue-guard", "2021-03-03")
    with built(empty, [first]) as reports:
        add(second)
        done = actions.retract_report(reports[0], by=EDITOR, why=WHY)
        forces = {finding.matter.force for finding in derived()[0]}
        assert forces == {"blue-guard"}
        assert done.notices
        assert not {notice.subject for notice in done.notices} & {finding.id for finding in derived()[0]}


def test_the_invented_clause_has_evidence(empty: Path) -> None:
    """The random ledgers hold something: a report after the deadline speaks against the clause."""
    with built(empty, [Told(1, 1, "grey-column", "2021-03-03")]):
        (holding,) = ledger.holdings()
        assert [evidence.stance for evidence in holding.evidence] == ["against"]
