"""When: an expression of time to the earliest and latest day it can mean, from the publication day alone.

Newspapers look back, so a bare weekday, month or season is the last one that has begun, except after "by", "until",
"before" and the like, where it is the next. What is no stretch of the calendar ("for six months", "soon") is None.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from musterroll.read.calendar_days import (
    SEASONS,
    Days,
    back,
    month_of,
    one_day,
    season_of,
    shift_months,
    third_of,
    week_of,
    year_of,
)
from musterroll.read.numerals import read_numeral
from musterroll.records import DayInterval

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH = "|".join([*MONTHS, *(f"{m[:3]}\\.?" for m in MONTHS), "sept\\.?"])
WEEKDAY = "|".join([*WEEKDAYS, *(f"{d[:3]}\\.?(?= )" for d in WEEKDAYS)])
SEASON = "|".join(SEASONS)
UNIT = r"minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?"
PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|midnight|noon|at dawn))?"
COUNT = r"[\w,.-]+(?: (?:and|hundred|thousand|dozen)(?: \w+)?)?"
Reading = Callable[[re.Match[str], date, bool], Days | None]


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its first three letters."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or its first three letters."""
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def valid_day(year: int, month: int, day: int) -> Days | None:
    """Return the stretch of one day, or None where the calendar has no such day."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def nearest_year(make: Callable[[int], Days | None], today: date, ahead: bool) -> Days | None:
    """Return the last stretch that has begun by today, or with `ahead` the next that is not over."""
    for year in (today.year, today.year + 1) if ahead else (today.year, today.year - 1):
        days = make(year)
        if days and days.first and days.last and (days.last >= today if ahead else days.first <= today):
            return days
    return None


def read_weekday(found: re.Match[str], today: date, ahead: bool) -> Days:
    """Read a weekday: the last one, today included; "last Friday" is before today, "this" and "next" are ahead."""
    gap = (today.weekday() - weekday_number(found["day"])) % 7
    lead = found["lead"] or ""
    if lead == "next":
        return one_day(today + timedelta(7 - gap))
    if ahead or lead == "this":
        return one_day(today + timedelta(-gap % 7))
    return one_day(today - timedelta(gap or 7 if lead == "last" else gap))


def read_named_day(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read a day of a month, with its year or the nearest."""
    month, day = month_number(found["month"]), int(found["date"])
    if found["year"]:
        return valid_day(int(found["year"]), month, day)
    return nearest_year(lambda year: valid_day(year, month, day), today, ahead)


def read_month(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read a month, with its year, "last", "next", "this", "of last year", or the nearest; early, mid or late of it."""
    month, lead = month_number(found["month"]), found["lead"] or ""
    if found["year"]:
        days: Days | None = month_of(int(found["year"]), month)
    elif found["of"]:
        days = month_of(today.year + {"last": -1, "this": 0, "next": 1}[found["of"]], month)
    else:
        days = nearest_year(lambda year: month_of(year, month), today, ahead or lead == "next")
        if days and lead == "last" and month == today.month:
            days = month_of(today.year - 1, month)
    return third_of(days, found["third"]) if days and found["third"] else days


def read_season(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read a season, with its year, "last" (over by now), "next", "this", or the nearest."""
    name, lead = found["season"], found["lead"] or ""
    if found["year"]:
        return season_of(int(found["year"]), name)
    days = nearest_year(lambda year: season_of(year, name), today, ahead or lead == "next")
    if days and days.first and lead == "last" and days.last and days.last >= today:
        return season_of(days.first.year - 1, name)
    return days


def read_calendar_unit(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "last week", "this month", "next year", with early, mid or late of it; "earlier this year" ends today."""
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[found["lead"]]
    unit, third = found["unit"], found["third"]
    if unit == "week":
        days = week_of(today + timedelta(7 * step))
    elif unit == "month":
        moved = shift_months(today.replace(day=1), step)
        days = month_of(moved.year, moved.month)
    elif unit == "year":
        days = year_of(today.year + step)
    else:
        saturday = today - timedelta((today.weekday() - 5) % 7) + timedelta(7 if step == 1 else 0)
        days = Days(saturday, saturday + timedelta(1))
    if third == "earlier":
        return Days(days.first, min(today, days.last) if days.last else today)
    if third == "later":
        return Days(max(today, days.first) if days.first else today, days.last)
    return third_of(days, third) if third else days


def read_year(found: re.Match[str], today: date, ahead: bool) -> Days:
    """Read a year, a range of years or the early, middle or late part of one."""
    first = year_of(int(found["year"]))
    if found["until"]:
        last = found["until"]
        return Days(first.first, year_of(int(last if len(last) == 4 else found["year"][:2] + last)).last)
    return third_of(first, found["third"]) if found["third"] else first


def read_half(found: re.Match[str], today: date, ahead: bool) -> Days:
    """Read "first half of 2020"."""
    year = int(found["year"]) if found["year"] else today.year
    first = found["half"] == "first"
    return Days(date(year, 1 if first else 7, 1), date(year, 6, 30) if first else date(year, 12, 31))


def read_end(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "the end of the month": the late part of the stretch named."""
    named = {"month": month_of(today.year, today.month), "year": year_of(today.year), "week": week_of(today)}
    days = named.get(found["what"]) or read_atom(found["what"], today, ahead)
    return (
        third_of(days, {"end": "late", "start": "early", "beginning": "early", "middle": "mid"}[found["edge"]])
        if days
        else None
    )


def read_decade(found: re.Match[str], today: date, ahead: bool) -> Days:
    """Read "the 1990s", or a part of them."""
    year = int(found["year"])
    days = Days(date(year, 1, 1), date(year + 9, 12, 31))
    return third_of(days, found["third"]) if found["third"] else days


def counted(found: re.Match[str]) -> tuple[int, str] | None:
    """Return count and unit of "three weeks", or None where the count is no number."""
    number = read_numeral(found["count"].strip()) if found["count"] else 1
    return None if number is None or not 0 < number < 10_000 else (int(number), found["unit"].lower().rstrip("s"))


def read_ago(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "two weeks ago": as wide as its unit says."""
    if (pair := counted(found)) is None or pair[0] > 2000:
        return None
    day, unit = back(today, *pair), pair[1]
    if unit in ("year", "decade"):
        return year_of(day.year)
    if unit == "month":
        return month_of(day.year, day.month)
    slack = timedelta(3 if unit in ("week", "fortnight") and pair[0] > 1 else 1 if unit in ("week", "hour") else 0)
    return Days(day - slack, min(today, day + slack))


def read_past(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "the past three days": up to today."""
    pair = counted(found)
    return Days(back(today, *pair), today) if pair and pair[0] <= 2000 else None


def read_coming(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "the next two weeks", "within 48 hours": from today on."""
    pair = counted(found)
    return Days(today, back(today, -pair[0], pair[1])) if pair and pair[0] <= 2000 else None


def read_range(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read "between January and March", "8 to 9 June": from the first of one to the last of the other."""
    last = read_atom(found["last"], today, ahead)
    first_words = found["first"]
    if re.fullmatch(r"\d{1,2}", first_words):
        first_words = re.sub(r"^\d{1,2}", first_words, found["last"])
    anchor = last.last if last and last.last else today
    first = read_atom(first_words, anchor, False)
    if not first or not last or not first.first or not last.last or first.first > last.last:
        return None
    return Days(first.first, last.last)


def named(offset_first: int, offset_last: int) -> Reading:
    """Make a reading that is a fixed number of days from today."""
    return lambda _found, today, _ahead: Days(today + timedelta(offset_first), today + timedelta(offset_last))


def read_feast(found: re.Match[str], today: date, ahead: bool) -> Days | None:
    """Read the two feasts that stand still in the calendar."""
    month, day = (12, 25) if found["feast"].startswith("christmas") else (1, 1)
    return nearest_year(lambda year: valid_day(year, month, day), today, ahead)


THIRD = r"(?:(?P<third>early|mid|late)(?: in| on)?[ -](?:the )?)?"
LEAD = r"(?:(?P<lead>last|this|next|that) )?"
YEAR = r"(?:19|20)\d{2}"
ATOMS: tuple[tuple[re.Pattern[str], Reading], ...] = tuple(
    (re.compile(rf"(?:{pattern})\Z"), reading)
    for pattern, reading in (
        (r"today|tonight|this (?:morning|afternoon|evening)|now|right now|currently|at present|today.s", named(0, 0)),
        (r"yesterday" + PART_OF_DAY + r"|last night|yesterday.s", named(-1, -1)),
        (r"overnight", named(-1, 0)),
        (r"tomorrow" + PART_OF_DAY, named(1, 1)),
        (r"day before yesterday", named(-2, -2)),
        (rf"(?P<year>{YEAR})-(?P<month2>\d\d)-(?P<date>\d\d)", lambda f, _t, _a: valid_day(int(f["year"]), int(f["month2"]), int(f["date"]))),
        (rf"(?:(?:{WEEKDAY}),? )?(?:the )?(?P<date>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?", read_named_day),
        (rf"(?:(?:{WEEKDAY}),? )?(?P<month>{MONTH}) (?P<date>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR}))?", read_named_day),
        (rf"(?:early |late |dawn on |night of )?(?:on )?{LEAD}(?P<day>{WEEKDAY}){PART_OF_DAY}(?:.s)?", read_weekday),
        (rf"{THIRD}{LEAD}(?P<month>{MONTH})(?:,? (?:of )?(?P<year>{YEAR})| of (?P<of>last|this|next) year)?(?:.s)?", read_month),
        (rf"{LEAD}(?P<season>{SEASON})(?:,? (?:of )?(?P<year>{YEAR}))?(?:.s)?", read_season),
        (r"(?:(?P<third>early|mid|late|earlier|later) )?(?:in |on )?(?P<lead>last|previous|this|current|next|coming) (?P<unit>week|month|year|weekend)(?:.s)?", read_calendar_unit),
        (r"(?P<third>x)?(?:(?:at|over) the )?(?P<lead>past|this|last)?(?: )?weekend(?P<unit>)", lambda f, t, ahead: weekend(t, ahead)),
        (rf"{THIRD}(?P<year>{YEAR})(?: ?[-–] ?(?P<until>\d{{4}}|\d\d))?(?:.s)?", read_year),
        (rf"(?P<half>first|second) half of (?:(?P<year>{YEAR})|the year|this year)", read_half),
        (rf"{THIRD}(?P<year>{YEAR[:-5]}\d0)s", read_decade),
        (r"(?P<edge>end|start|beginning|middle) of (?:the |this )?(?P<what>.+)", read_end),
        (rf"(?:about |around |some |nearly |almost |just )?(?P<count>{COUNT}) (?P<unit>{UNIT}) (?:ago|before now)", read_ago),
        (rf"(?:past|last|previous) (?:(?P<count>{COUNT}) )?(?P<unit>{UNIT})", read_past),
        (rf"(?:next|coming) (?P<count>{COUNT}) (?P<unit>{UNIT})", read_coming),
        (r"(?:between |from )?(?:the )?(?:night of )?(?P<first>.+?) (?:and|to|until|till) (?P<last>.+)", read_range),
        (r"(?P<feast>christmas(?: day)?|new year(?:.s(?: day)?)?)", read_feast),
        (r"(?:in )?(?:the )?(?:early|small) hours(?: of| on)? (?P<lead>)(?P<day>" + WEEKDAY + r")(?: morning)?", read_weekday),
        (rf"(?:dawn|noon|midnight|morning|evening|night|afternoon)(?: hours)? (?:on|of) (?P<lead>)(?P<day>{WEEKDAY})", read_weekday),
    )
)  # fmt: skip

OPENERS = re.compile(
    r"(?P<since>(?:ever )?since|from|starting(?: from)?|beginning)\s+|(?P<until>until|till|through|up to|by|no later than|not later than|"
    r"before|prior to|ahead of)\s+|(?P<after>after)\s+|(?P<within>within|in the next|over the next|in the coming|in under)\s+",
)
FILLER = re.compile(
    r"^(?:(?:at|on|in|during|over|throughout|the|of|about|around|roughly|nearly|late on|early on|as of|as early as|as recently as|"
    r"only|just|already|back in|again|both)\s+)+"
)


def weekend(today: date, ahead: bool) -> Days:
    """Return the last Saturday and Sunday of which the Saturday has begun, or with `ahead` the next."""
    saturday = today + (timedelta((5 - today.weekday()) % 7) if ahead else -timedelta((today.weekday() - 5) % 7))
    return Days(saturday, saturday + timedelta(1))


def read_atom(words: str, today: date, ahead: bool) -> Days | None:
    """Read an expression without an opener, or return None."""
    for text in dict.fromkeys((words, FILLER.sub("", words))):
        for pattern, reading in ATOMS:
            if (found := pattern.match(text)) and (days := reading(found, today, ahead)):
                return days
    return None


def read_opened(words: str, today: date) -> Days | None:
    """Read an expression with its opener: "since March", "by Friday", "within 48 hours"."""
    opener = OPENERS.match(words)
    if not opener:
        return read_atom(words, today, ahead=False)
    rest = words[opener.end() :]
    if opener["within"]:
        found = re.fullmatch(rf"(?:the )?(?:next |coming )?(?P<count>{COUNT}) (?P<unit>{UNIT})", rest)
        return read_coming(found, today, True) if found else None
    if opener["since"] == "from" and (days := read_atom(words, today, ahead=False)):
        return days
    days = read_atom(rest, today, ahead=bool(opener["until"]))
    if days is None:
        return None
    if opener["since"]:
        return Days(days.first, today if opener["since"].endswith("since") else None)
    if opener["after"]:
        return Days(days.last, None)
    before = opener["until"] in ("before", "prior to", "ahead of")
    return Days(None, days.first - timedelta(1) if before and days.first else days.last)


def normalise_time(phrase: str, published: str | None) -> DayInterval | None:
    """Return the days that a time phrase can mean, or None where it names no stretch of the calendar.

    `published` is the publisher's local day, YYYY-MM-DD; without it only phrases with a year of their own are read.
    """
    words = re.sub(r"\s+", " ", phrase.lower().replace("’", "'")).strip(" ,.;:")
    today = date.fromisoformat(published) if published else None
    if today is None and not re.search(rf"\b{YEAR}", words):
        return None
    try:
        days = read_opened(words, today or date(2000, 1, 1))
    except (ValueError, OverflowError):
        return None
    if days is None or (today is None and not re.search(rf"\b{YEAR}", words)):
        return None
    if days.first and days.last and days.first > days.last:
        return None
    return DayInterval(*(day.isoformat() if day else None for day in days))
