"""Evidence goes in once and is never changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import Error, connection, transaction

from musterroll import ledger
from musterroll.ledger import Derived
from musterroll.records import LedgerError, Quantity, Refusal
from tests.ledger.conftest import Fresh
from tests.ledger.invented import PACKS, a_judgement, a_reading, derived_from

APPENDED = {
    **dict.fromkeys(("page", "report", "claim", "judgement", "notice"), "record"),
    "sentence": "words",
    "refusal": "reason",
    "audit": "detail",
}


def test_what_goes_in_comes_out(where: str) -> None:
    """Reports and linked claims come back as equal records, sorted by id."""
    readings = [a_reading(number) for number in range(5)]
    assert ledger.add_readings(readings) == 5
    stands = ledger.standing()
    assert stands.reports == tuple(sorted((read.report for read in readings), key=lambda report: report.id))
    assert stands.claims == tuple(sorted((one for read in readings for one in read.linked), key=lambda one: one.id))


def test_importing_twice_changes_nothing(where: str) -> None:
    """A reading that is there already is not added again, alone, in a batch, or twice in one batch."""
    first, second = a_reading(1), a_reading(2)
    assert ledger.add_reading(first.page, first.report, first.claims, first.linked)
    before = (ledger.standing(), ledger.counts())
    assert not ledger.add_reading(first.page, first.report, first.claims, first.linked)
    assert ledger.add_readings([first, second, second]) == 1
    assert ledger.standing(r.report.id for r in [first]) == before[0]
    assert ledger.counts()["reports"] == before[1]["reports"] + 1


def test_no_row_of_evidence_can_be_changed(where: str) -> None:
    """The database itself refuses to update or delete evidence, judgements, notices and the audit."""
    fill_every_table()
    for table, column in APPENDED.items():
        for deed in (f"UPDATE ledger_{table} SET {column} = {column}", f"DELETE FROM ledger_{table}"):
            with pytest.raises(Error, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(deed)


def test_a_row_cannot_be_replaced_either(path: Path) -> None:
    """SQLite's way of deleting a row by inserting another with its key is refused as well."""
    ledger.open_ledger(path, create=True)
    ledger.add_readings([a_reading(1)])
    with pytest.raises(Error, match="never changed"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO ledger_page (id, name, record) SELECT id, 'another', '{}' FROM ledger_page"
        )
    assert ledger.counts()["pages"] == 1


def test_the_order_and_the_lots_of_an_import_do_not_matter(sqlite_ledgers: Fresh) -> None:
    """One by one, all at once, or backwards: the ledger holds the same."""
    readings, held = [a_reading(number) for number in range(6)], []
    for lots in ([readings], [[read] for read in readings], [readings[::-1]], [readings[4:], readings[:5]]):
        ledger.open_ledger(sqlite_ledgers())
        for lot in lots:
            ledger.add_readings(lot)
        held.append((ledger.standing(), ledger.counts(), ledger.reports(), ledger.claims()))
    ledger.close_ledger()
    assert all(one == held[0] for one in held)


def fill_every_table() -> None:
    """Have at least one row in every table that is only added to."""
    ledger.put_packs(PACKS)
    read = a_reading(1)
    ledger.add_readings([read])
    ledger.put_derived(derived_from(read.linked))
    ledger.add_refusal(Refusal("a.pdf", "not-text", "a PDF"))
    ledger.audit("an editor", "retract", "r", "a detail")
    retract = a_judgement("retract", read.report.id)
    ledger.judge(retract)
    ledger.put_derived(Derived(), None, retract)
    assert ledger.notices()


def test_a_refusal_is_kept_once(where: str) -> None:
    """The same page refused for the same reason twice is one row."""
    for _ in range(2):
        ledger.add_refusal(Refusal("a.pdf", "not-text", "a PDF"))
    assert ledger.counts()["refusals"] == 1


def test_pages_and_reports_are_known_by_their_ids(where: str) -> None:
    """A page and its report are known after they were added, and not before."""
    read = a_reading(1)
    page, report = read.report.page, read.report.id
    assert not ledger.has_page(page) and not ledger.has_report(report)
    ledger.add_readings([read])
    assert ledger.has_page(page) and ledger.has_report(report)


def test_any_text_that_a_page_can_hold_survives(where: str) -> None:
    """NUL, half characters and Arabic come back as they were, and can be searched around."""
    read = a_reading(1)
    report = replace(read.report, title="A\x00title \ud800 أخبار مختلقة", text=read.report.text + "\x00\udfff")
    read = replace(read, report=report)
    ledger.add_readings([read])
    assert ledger.report(report.id) == report
    assert [hit.place for hit in ledger.search("مختلقة")] == [-1]


def test_a_number_beyond_every_column_survives(where: str) -> None:
    """A claim and a finding of more fighters than 64 bits can count come back as they were."""
    read = a_reading(1)
    claims = [replace(one, strength=Quantity(10**30, 10**30)) for one in read.claims]
    linked = [replace(one, claim=claim) for one, claim in zip(read.linked, claims, strict=True)]
    ledger.add_readings([replace(read, claims=claims, linked=linked)])
    derived = derived_from(linked)
    ledger.put_derived(derived)
    assert ledger.claim(claims[0].id) == linked[0]
    assert ledger.finding(derived.findings[0].id).max == 10**30


def test_nothing_of_a_batch_that_fails_is_kept(fresh: str) -> None:
    """A batch with a claim of a report that is not there adds nothing at all."""
    good, other = a_reading(1), a_reading(2)
    bad = ledger.ReportRead(a_reading(3).page, a_reading(3).report, other.claims, other.linked)
    with pytest.raises(LedgerError):
        ledger.add_readings([good, bad])
    assert ledger.counts()["pages"] == ledger.counts()["claims"] == 0
