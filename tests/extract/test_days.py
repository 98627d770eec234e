"""Dates as pages write them."""

from datetime import date

import pytest

from musterroll.extract.days import day_in_url, day_line, moment_of, publishers_day
from musterroll.records import Moment

TODAY = date(2021, 6, 30)


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("2021-06-09", "2021-06-09", None),
        ("2021-06-09T10:30:00+02:00", "2021-06-09", "2021-06-09T10:30:00+02:00"),
        ("2021-06-09T22:10:00Z", "2021-06-09", "2021-06-09T22:10:00+00:00"),
        ("2021-06-09T22:10:00.123456-0400", "2021-06-09", "2021-06-09T22:10:00-04:00"),
        ("2021-06-09T22:10:00 -04", "2021-06-09", "2021-06-09T22:10:00-04:00"),
        ("2021-06-09 22:10:00", "2021-06-09", None),
        ("2021/06/09", "2021-06-09", None),
        ("20210609", "2021-06-09", None),
        ("20210609T101112", "2021-06-09", None),
        ("1623233400", "2021-06-09", "2021-06-09T10:10:00+00:00"),
        ("1623233400000", "2021-06-09", "2021-06-09T10:10:00+00:00"),
        ("Wed, 09 Jun 2021 10:30:00 GMT", "2021-06-09", "2021-06-09T10:30:00+00:00"),
        ("Wed Jun 09 2021 10:30:00 GMT+0300 (EEST)", "2021-06-09", "2021-06-09T10:30:00+03:00"),
        ("June 9, 2021", "2021-06-09", None),
        ("9th June 2021", "2021-06-09", None),
        ("9 de junio de 2021", "2021-06-09", None),
        ("9 juin 2021", "2021-06-09", None),
        ("Jun. 9, 2021 8:05 p.m. EDT", "2021-06-09", "2021-06-09T20:05:00-04:00"),
        ("09.06.2021", "2021-06-09", None),
        ("13/06/2021", "2021-06-13", None),
        ("06/13/2021", None, None),
        ("06/09/2021", None, None),
        ("6/6/2021", "2021-06-06", None),
        ("0001-01-01T00:00:00", None, None),
        ("1970-01-01T00:00:00Z", None, None),
        ("0", None, None),
        ("1989-12-31", None, None),
        ("1990-01-01", "1990-01-01", None),
        ("2021-07-01", "2021-07-01", None),
        ("2021-07-02", None, None),
        ("2021-02-30", None, None),
        ("2021-13-01", None, None),
        ("2021-06-09T99:99:99Z", None, None),
        ("yesterday", None, None),
        ("", None, None),
        ("9999999999", None, None),
    ],
)
def test_a_date_is_one_day_or_unknown(text: str, day: str | None, instant: str | None) -> None:
    """A stated day is read with its instant where the offset is stated; what is out of bounds or two-faced is None."""
    moment = moment_of(text, "meta", TODAY)
    assert moment == (Moment(day, "meta", instant) if day else None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2021/06/09/title", "2021-06-09"),
        ("https://x.example/news/2021/jun/09/title", "2021-06-09"),
        ("https://x.example/2021/6/9/", "2021-06-09"),
        ("https://x.example/news/20210609/title.html", "2021-06-09"),
        ("https://x.example/c/202106091077343476-title/", "2021-06-09"),
        ("https://x.example/title-2021-06-09/", "2021-06-09"),
        ("https://x.example/title-20210609/", "2021-06-09"),
        ("https://x.example/2021/06/title", None),
        ("https://x.example/story/205060901", None),
        ("https://x.example/?idx=20210609", None),
        ("https://x.example/2031/06/09/", None),
        ("https://x.example/1234/56/78/", None),
    ],
)
def test_an_address_may_state_a_day(url: str, day: str | None) -> None:
    """Year, month and day in a path make a day; numbers alone do not."""
    moment = day_in_url(url, TODAY)
    assert (moment.day if moment else None) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 9 June 2021, 10:30", "2021-06-09"),
        ("Wednesday, June 9, 2021", "2021-06-09"),
        ("June 9, 2021 - 11:28 AMT", "2021-06-09"),
        ("On 9 June 2021 the garrison left.", None),
        ("Since 9 June 2021 no lorry came", None),
        ("The garrison at Qasr Tamira received fuel", None),
    ],
)
def test_a_line_may_state_nothing_but_a_day(line: str, day: str | None) -> None:
    """A line of calendar words is a date line; a sentence with a day in it is not."""
    moment = day_line(line, TODAY)
    assert (moment.day if moment else None) == day


@pytest.mark.parametrize(
    ("chosen", "others", "day"),
    [
        ("2021-06-10T02:45:00+00:00", ["2021-06-09"], "2021-06-09"),
        ("2021-06-09T22:45:00+00:00", ["2021-06-10"], "2021-06-10"),
        ("2021-06-09T22:45:00+00:00", ["2021-06-10T01:45:00+03:00"], "2021-06-10"),
        ("2021-06-09T22:45:00+00:00", ["2021-06-05"], "2021-06-09"),
        ("2021-06-10T18:00:00+00:00", ["2021-06-09"], "2021-06-10"),
        ("2021-06-10T02:45:00+02:00", ["2021-06-09"], "2021-06-10"),
        ("2021-06-09T22:45:00+00:00", [], "2021-06-09"),
    ],
)
def test_the_publishers_day_is_kept_beside_the_instant(chosen: str, others: list[str], day: str) -> None:
    """A UTC instant takes the local day that the page tells elsewhere, where some clock showed it then."""
    moments = [m for text in [chosen, *others] if (m := moment_of(text, "json-ld", TODAY))]
    assert publishers_day(moments[0], moments[1:]).day == day
