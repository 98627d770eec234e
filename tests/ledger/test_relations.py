"""What editors say of two reports is appended, and the latest word holds."""

from dataclasses import replace

import pytest
from django.db import Error, connection, transaction

from musterroll import ledger
from musterroll.records import ActRefused, Kinship, NotInLedger, Relation
from tests.ledger.invented import a_judgement, a_reading, derived_from

AT = "2021-04-01T12:00:00+00:00"


def two_reports() -> tuple[str, str]:
    """Add three reports; return the ids of two, the lesser first."""
    readings = [a_reading(number) for number in (1, 2, 3)]
    ledger.add_readings(readings)
    first, second = sorted(read.report.id for read in readings[:2])
    return first, second


def said(deed: str, reports: tuple[str, str]) -> Relation:
    """Say a word on two reports."""
    latest = ledger.relation_between(*reports)
    word = Relation(deed, reports, "an editor", AT, "they lean on one paper", latest.id if latest else None)
    ledger.add_relation(word)
    return word


def test_the_latest_word_holds_on_both_reports(where: str) -> None:
    """A confirmation holds for each of the two until it is taken back; every word stays, also one said again."""
    pair = two_reports()
    words = [said("confirm", pair)]
    assert ledger.related_to(pair[0]) == ledger.related_to(pair[1]) == (words[0],)
    words.append(said("take back", pair))
    assert ledger.related_to(pair[0]) == ()
    words.append(said("confirm", pair))
    assert ledger.related_to(pair[1]) == (words[2],) and ledger.relations(pair[0]) == tuple(words)
    assert ledger.relation_between(*pair[::-1]) == words[2]


def test_no_word_can_be_changed(where: str) -> None:
    """The database itself refuses to update or delete a word."""
    said("confirm", two_reports())
    for deed in ("UPDATE ledger_relation SET record = record", "DELETE FROM ledger_relation"):
        with pytest.raises(Error, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed)


def test_a_word_changes_pages_and_nothing_that_is_derived(where: str) -> None:
    """What is kept by the ledger's mark is let go of; nothing derived lags behind."""
    pair = two_reports()
    ledger.put_derived(derived_from(ledger.standing().claims))
    mark = ledger.change_mark()
    said("confirm", pair)
    assert ledger.change_mark() != mark and not ledger.is_stale()


def test_a_retracted_report_falls_out_and_comes_back(where: str) -> None:
    """Neither page names the other while one of the two is retracted; a restoration brings it back."""
    pair = two_reports()
    word = said("confirm", pair)
    ledger.judge(a_judgement("retract", pair[0]))
    assert ledger.related_to(pair[0]) == ledger.related_to(pair[1]) == ()
    ledger.judge(a_judgement("restore", pair[0]))
    assert ledger.related_to(pair[1]) == (word,)


def test_copies_are_not_related(where: str) -> None:
    """Two that turn out to be copies fall out, and cannot be confirmed."""
    pair = two_reports()
    said("confirm", pair)
    kin = Kinship(pair[1], pair[0], "copy", 0.9, ("one text",))
    ledger.put_derived(derived_from(ledger.standing().claims, [kin]))
    assert ledger.related_to(pair[0]) == ledger.related_to(pair[1]) == ()
    said("take back", pair)
    with pytest.raises(ActRefused, match="copies"):
        said("confirm", pair)


def test_what_a_word_may_not_be(where: str) -> None:
    """By nobody, without a reason, of one report, of one that is not there, twice, or too late: nothing is written."""
    pair = two_reports()
    word = Relation("confirm", pair, "an editor", AT, "they lean on one paper")
    refused = [
        (replace(word, by=" "), ActRefused, "somebody"),
        (replace(word, why=" "), ActRefused, "reason"),
        (replace(word, deed="like"), ActRefused, "no such deed"),
        (replace(word, reports=(pair[0], pair[0])), ActRefused, "itself"),
        (replace(word, reports=pair[::-1]), ActRefused, "lesser"),
        (replace(word, reports=(pair[0], "z" * 24)), NotInLedger, "no report"),
        (replace(word, deed="take back"), ActRefused, "not confirmed"),
        (replace(word, before="another"), ActRefused, "in between"),
    ]
    for bad, kind, says in refused:
        with pytest.raises(kind, match=says):
            ledger.add_relation(bad)
    assert ledger.relations(pair[0]) == ()
    ledger.add_relation(word)
    with pytest.raises(ActRefused, match="already"):
        said("confirm", pair)
    said("take back", pair)
    ledger.judge(a_judgement("retract", pair[1]))
    with pytest.raises(ActRefused, match="retracted"):
        said("confirm", pair)
