"""Records of JSONL."""

from datetime import date

import pytest

from musterroll.extract import extract_report
from musterroll.records import Page
from musterroll.records.errors import EmptyPage

TODAY = date(2021, 6, 30)


def test_a_record_keeps_every_character_and_says_what_it_states() -> None:
    """Text, id, title, day and address come from the record; furniture stays where it is."""
    text = "  TRIPOLI, June 9 (Reuters) - It left.\n\nYou might also like \nBy A. Haddou\x00 "
    given = (("id", "r1"), ("title", "A title"), ("published", "2021-06-09T23:30:00-04:00"))
    report = extract_report(
        Page(text.encode(), "r:1", "record", url="https://www.aljazeera.com/x", given=given), today=TODAY
    )
    assert (report.text, report.id, report.title) == (text, "r1", "A title")
    assert report.published is not None
    assert (report.published.day, report.published.basis, report.published.instant) == (
        "2021-06-09",
        "stated",
        "2021-06-09T23:30:00-04:00",
    )
    assert (report.dateline, report.agency, report.outlet) == ("TRIPOLI, June 9", ("Reuters",), "Al Jazeera")
    assert [b.span.of(text) for b in report.blocks] == [
        "TRIPOLI, June 9 (Reuters) - It left.", "You might also like", "By A. Haddou\x00",
    ]  # fmt: skip
    assert report.standing == ()


def test_two_records_without_an_id_have_their_own() -> None:
    """Without a stated id the report's is a hash of page and extractor, the same on every run."""
    ids = [extract_report(Page(t.encode(), "r", "record"), today=TODAY).id for t in ("One.", "Two.", "One.")]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize("published", ["0001-01-01", "2031-01-01", "soon", ""])
def test_a_day_out_of_bounds_is_unknown(published: str) -> None:
    """A record's day is believed only between 1990 and tomorrow."""
    assert (
        extract_report(Page(b"It left.", "r", "record", given=(("published", published),)), today=TODAY).published
        is None
    )


def test_an_empty_record_is_refused() -> None:
    """White space is no report."""
    with pytest.raises(EmptyPage):
        extract_report(Page(b" \n\t", "r", "record"))
