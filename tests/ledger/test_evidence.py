"""Evidence goes in once and is never changed."""

import pytest
from django.db import connection

from musterroll import ledger
from musterroll.records import LedgerError, Refusal
from tests.ledger.invented import PACKS, a_reading

APPENDED = ("page", "report", "claim", "sentence", "refusal", "judgement", "notice", "audit")


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


@pytest.mark.parametrize("table", APPENDED)
@pytest.mark.parametrize("deed", ["UPDATE ledger_{} SET {column} = {column}", "DELETE FROM ledger_{}"])
def test_no_row_of_evidence_can_be_changed(where: str, table: str, deed: str) -> None:
    """The database itself refuses to update or delete evidence, judgements, notices and the audit."""
    fill(table)
    column = {"sentence": "words", "audit": "detail"}.get(table, "record" if table != "refusal" else "reason")
    with pytest.raises(Exception, match="never changed"), connection.cursor() as cursor:
        cursor.execute(deed.format(table, column=column))


def fill(table: str) -> None:
    """Have at least one row in a table of evidence."""
    ledger.put_packs(PACKS)
    ledger.add_readings([a_reading(1)])
    ledger.add_refusal(Refusal("a.pdf", "not-text", "a PDF"))
    ledger.audit("an editor", "retract", "r", "a detail")
    if table in ("judgement", "notice"):
        from musterroll.ledger.models import JudgementRow, NoticeRow

        JudgementRow.objects.create(id="j", deed="confirm", subject_kind="claim", subject="c", record="{}")
        NoticeRow.objects.create(id="n", cause="j", subject_kind="finding", subject="f", record="{}")


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
    from dataclasses import replace

    read = a_reading(1)
    report = replace(read.report, title="A\x00title \ud800 أخبار مختلقة", text=read.report.text + "\x00\udfff")
    read = replace(read, report=report)
    ledger.add_readings([read])
    assert ledger.report(report.id) == report
    assert [hit.place for hit in ledger.search("مختلقة")] == [-1]


def test_nothing_of_a_batch_that_fails_is_kept(where: str) -> None:
    """A batch with a claim of a report that is not there adds nothing at all."""
    good, other = a_reading(1), a_reading(2)
    bad = ledger.ReportRead(a_reading(3).page, a_reading(3).report, other.claims, other.linked)
    with pytest.raises(LedgerError):
        ledger.add_readings([good, bad])
    assert ledger.counts()["pages"] == ledger.counts()["claims"] == 0
