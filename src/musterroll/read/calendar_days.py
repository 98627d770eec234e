"""Stretches of days: the arithmetic below the grammar of time expressions."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class Days(NamedTuple):
    """First and last day, inclusive; None for an open end."""

    first: date | None
    last: date | None


def one_day(day: date) -> Days:
    """Return the stretch of one day."""
    return Days(day, day)


def shift_months(day: date, months: int) -> date:
    """Move a day by months, to the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Days:
    """Return a calendar month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """Return a calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def season_of(year: int, name: str) -> Days:
    """Return a northern season by the month it starts in; the winter of a year starts in its December."""
    start = date(year, SEASONS[name], 1)
    return Days(start, shift_months(start, 3) - timedelta(1))


def week_of(day: date) -> Days:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(day.weekday())
    return Days(monday, monday + timedelta(6))


def back(day: date, count: int, unit: str) -> date:
    """Go back, or forward if count is negative, by units of "hour", "day", "week", "fortnight", "month" and so on."""
    if unit in ("month", "year", "decade"):
        return shift_months(day, -count * {"month": 1, "year": 12, "decade": 120}[unit])
    if unit in ("minute", "hour"):
        return day - timedelta(hours=count) if unit == "hour" and abs(count) < 24 else day - timedelta(count // 24 or 1)
    return day - timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def third_of(days: Days, which: str) -> Days:
    """Return the early, middle or late part of a stretch of a month or longer."""
    if days.first is None or days.last is None:
        return days
    length = (days.last - days.first).days + 1
    cut = [days.first + timedelta(length * n // 3) for n in (1, 2)]
    return {
        "early": Days(days.first, cut[0] - timedelta(1)),
        "mid": Days(cut[0], cut[1] - timedelta(1)),
        "late": Days(cut[1], days.last),
    }[which]
