"""Expressions of time become the earliest and the latest day they can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.times import normalise_time
from musterroll.records import DayInterval

WEDNESDAY = "2020-06-10"
TABLE = [
    ("today", "2020-06-10", "2020-06-10"),
    ("yesterday", "2020-06-09", "2020-06-09"),
    ("overnight", "2020-06-09", "2020-06-10"),
    ("tomorrow", "2020-06-11", "2020-06-11"),
    ("Wednesday", "2020-06-10", "2020-06-10"),
    ("on Thursday", "2020-06-04", "2020-06-04"),
    ("last Wednesday", "2020-06-03", "2020-06-03"),
    ("this Saturday", "2020-06-13", "2020-06-13"),
    ("late on Sunday", "2020-06-07", "2020-06-07"),
    ("early hours of Tuesday", "2020-06-09", "2020-06-09"),
    ("last week", "2020-06-01", "2020-06-07"),
    ("this week", "2020-06-08", "2020-06-14"),
    ("last month", "2020-05-01", "2020-05-31"),
    ("late last month", "2020-05-21", "2020-05-31"),
    ("earlier this year", "2020-01-01", "2020-06-10"),
    ("over the weekend", "2020-06-06", "2020-06-07"),
    ("by the weekend", None, "2020-06-14"),
    ("mid-December", "2019-12-11", "2019-12-20"),
    ("August", "2019-08-01", "2019-08-31"),
    ("August 2016", "2016-08-01", "2016-08-31"),
    ("June of last year", "2019-06-01", "2019-06-30"),
    ("12 November", "2019-11-12", "2019-11-12"),
    ("Nov. 12", "2019-11-12", "2019-11-12"),
    ("October 26, 2008", "2008-10-26", "2008-10-26"),
    ("23 October 2020", "2020-10-23", "2020-10-23"),
    ("2016", "2016-01-01", "2016-12-31"),
    ("2011-2014", "2011-01-01", "2014-12-31"),
    ("early 1990s", "1990-01-01", "1993-05-01"),
    ("last summer", "2019-06-01", "2019-08-31"),
    ("spring of 2019", "2019-03-01", "2019-05-31"),
    ("winter", "2019-12-01", "2020-02-29"),
    ("second half of 2020", "2020-07-01", "2020-12-31"),
    ("two years ago", "2018-01-01", "2018-12-31"),
    ("three months ago", "2020-03-01", "2020-03-31"),
    ("past 24 hours", "2020-06-09", "2020-06-10"),
    ("over the past three days", "2020-06-07", "2020-06-10"),
    ("within 48 hours", "2020-06-10", "2020-06-12"),
    ("since March", "2020-03-01", "2020-06-10"),
    ("since 2011", "2011-01-01", "2020-06-10"),
    ("by Friday", None, "2020-06-12"),
    ("by March", None, "2021-03-31"),
    ("until 31 December", None, "2020-12-31"),
    ("before 2015", None, "2014-12-31"),
    ("after October 2012", "2012-10-31", None),
    ("from January", "2020-01-01", None),
    ("between January and March", "2020-01-01", "2020-03-31"),
    ("between 2 and 19 May", "2020-05-02", "2020-05-19"),
    ("by the end of the year", None, "2020-12-31"),
]


@pytest.mark.parametrize(("phrase", "first", "last"), TABLE)
def test_a_phrase_gives_its_days(phrase: str, first: str | None, last: str | None) -> None:
    """Read on Wednesday 10 June 2020, each phrase means exactly these days."""
    assert normalise_time(phrase, WEDNESDAY) == DayInterval(first, last)


@pytest.mark.parametrize(
    "phrase",
    ["for six months", "soon", "at his height", "two-day", "ever since", "before the rains", "", "following day"],
)
def test_what_is_no_stretch_of_the_calendar_is_unknown(phrase: str) -> None:
    """Durations and vague words give None, never a guess."""
    assert normalise_time(phrase, WEDNESDAY) is None


def test_without_a_date_only_phrases_with_a_year_are_read() -> None:
    """A report of unknown date has no "yesterday"."""
    assert normalise_time("yesterday", None) is None
    assert normalise_time("March 2021", None) == DayInterval("2021-03-01", "2021-03-31")


@given(st.dates(date(1990, 1, 31), date(2035, 12, 31)), st.sampled_from([phrase for phrase, _, _ in TABLE]))
def test_on_any_day_the_first_is_not_after_the_last(today: date, phrase: str) -> None:
    """On whatever day a phrase is read, its interval is in order."""
    found = normalise_time(phrase, today.isoformat())
    if found and found.first and found.last:
        assert found.first <= found.last


@given(st.text(max_size=50), st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_any_text_gives_days_or_none(text: str, today: date) -> None:
    """No text makes the grammar fail."""
    found = normalise_time(text, today.isoformat())
    assert found is None or found.first or found.last


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_a_date_reads_back(day: date) -> None:
    """A day written out in full reads back as itself."""
    written = f"{day.day} {day:%B} {day.year}"
    assert normalise_time(written, "2020-01-01") == DayInterval(day.isoformat(), day.isoformat())
