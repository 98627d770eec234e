"""Dates as pages write them: one day, and the instant with its offset where it is stated."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

from musterroll.records import Moment

EARLIEST = date(1990, 1, 1)

_MONTHS = (
    ("jan", "janvier", "ene", "янв"),
    ("feb", "févr", "fevr", "fév", "февр"),
    ("mar", "mars", "mär", "марта"),
    ("apr", "avr", "abr", "апр"),
    ("may", "mai", "mayo", "мая"),
    ("jun", "juin", "июн"),
    ("jul", "juil", "июл"),
    ("aug", "août", "aout", "ago", "авг"),
    ("sep", "sept", "сент"),
    ("oct", "okt", "окт"),
    ("nov", "ноя"),
    ("dec", "déc", "dez", "dic", "дек"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_OFFSETS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "trt": 180,
}  # fmt: skip
_CLOCK = (
    r"(?:[T\s,|–-]+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|[A-Z]{1,4}\b|z\b)?)?"
)
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_FORMS = tuple(
    re.compile(form + _CLOCK, flags)
    for form, flags in (
        (r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", 0),
        (r"\A(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)", 0),
        (
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?{_MONTH},?[\s-]+(?:de\s+)?(?P<year>\d{{4}})(?!\d)",
            0,
        ),
        (rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", 0),
        (r"(?<!\d)(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})(?!\d)", 0),
    )
)
_DAY_MONTH = _FORMS[-1]
_EPOCH = re.compile(r"\A(\d{10})(\d{3})?\Z")
_URL_DAY = re.compile(
    r"[/_-](?P<year>199\d|20\d\d)(?P<gap>[/_-]?)(?P<month>\d{1,2}|[a-z]{3})(?P=gap)(?P<day>\d{1,2})"
    r"(?=[/_.?#-]|\d{10}\b|\Z)",
    re.I,
)
_CALENDAR = re.compile(
    r"(?:\w+day|mon|tues?|wed|thu|thurs?|fri|sat|sun|published|posted|updated|last|date|publié)\Z", re.I
)
_DAY_LINE = re.compile(
    r"\A(?:(?:published|posted|updated|last updated|date|on|publié le|le)\s*:?\s*)?(?:[a-z]{3,9}day,?\s+)?"
    r"[\w .,/:|+()–-]{6,60}\Z",
    re.I,
)


def moment_of(text: str, basis: str, today: date) -> Moment | None:
    """Return the moment that a page's words or figures for a date mean, or None.

    `text` is ISO 8601, RFC 2822, seconds or milliseconds since 1970, or a day in words ("18 November 2019");
    day and month in figures alone ("03/04/2021") are unknown where both orders make sense. A day before 1990 or after
    tomorrow is unknown: the year 1 of an empty database field is no date.
    """
    text = text.strip()
    epoch = _EPOCH.match(text)
    if epoch:
        return _checked(datetime.fromtimestamp(int(epoch[1]), UTC), None, basis, today)
    for form in _FORMS:
        found = form.search(text)
        if found and (form is not _DAY_MONTH or _one_order(found)):
            return _read(found, basis, today)
    return None


def _one_order(found: re.Match[str]) -> bool:
    return "." in found[0][:3] or int(found["day"]) > 12 or found["day"] == found["month"]


def _read(found: re.Match[str], basis: str, today: date) -> Moment | None:
    month = _month(found["month"])
    try:
        day = date(int(found["year"]), month, int(found["day"]))
        return _checked(_clock(found, day), day, basis, today)
    except (ValueError, OverflowError):
        return None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    folded = word.casefold()
    return next((_MONTH_OF[folded[:size]] for size in (8, 7, 5, 4, 3) if folded[:size] in _MONTH_OF), 0)


def _clock(found: re.Match[str], day: date) -> datetime | None:
    offset = _offset(found["zone"])
    if found["hour"] is None or offset is None:
        return None
    hour = int(found["hour"]) % 12 + 12 * (found["half"][0] in "pP") if found["half"] else int(found["hour"])
    zone = timezone(timedelta(minutes=offset))
    return datetime(day.year, day.month, day.day, hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone)


def _offset(zone: str | None) -> int | None:
    """Minutes east of Greenwich, or None where the zone is not stated or not known."""
    if not zone:
        return None
    figures = re.search(r"([+-])(\d{2}):?(\d{2})?", zone)
    if figures is None:
        return _OFFSETS.get(zone.casefold())
    minutes = int(figures[2]) * 60 + int(figures[3] or 0)
    return -minutes if figures[1] == "-" else minutes


def _checked(instant: datetime | None, day: date | None, basis: str, today: date) -> Moment | None:
    day = day or (instant.date() if instant else None)
    if day is None or not EARLIEST <= day <= today + timedelta(days=1):
        return None
    return Moment(day.isoformat(), basis, instant.isoformat() if instant else None)


def day_in_url(url: str, today: date) -> Moment | None:
    """Return the day that an address states ("/2019/11/18/", "/2019/nov/18/", "-2019-11-18.html"), or None."""
    for found in _URL_DAY.finditer(url):
        if found["gap"] or len(found["month"] + found["day"]) == 4:
            figures = f"{found['year']}-{_month(found['month']):02}-{int(found['day']):02}"
            return moment_of(figures, "url", today)
    return None


def day_line(line: str, today: date) -> Moment | None:
    """Return the moment that a line is nothing but a statement of ("Published: 9 June 2021, 10:30"), or None."""
    if len(line) > 75 or not _DAY_LINE.match(line) or line.endswith((".", "!", "?")):
        return None
    words = [word for word in re.findall(r"[^\W\d_]{3,}", line) if not _calendar_word(word)]
    return None if len(words) > 1 else moment_of(line, "text", today)


def _calendar_word(word: str) -> bool:
    return _month(word) > 0 or word.isupper() or bool(_CALENDAR.match(word))


def publishers_day(chosen: Moment, others: list[Moment]) -> Moment:
    """Give a moment stated in UTC the publisher's local day, where another statement of the page tells it.

    That is another statement of the same instant with its own offset, else a bare day next to the UTC day that some
    clock on earth showed at that instant (an address is written with the newsroom's calendar).
    """
    if chosen.instant is None or not chosen.instant.endswith("+00:00"):
        return chosen
    instant = datetime.fromisoformat(chosen.instant)
    same: Callable[[Moment], bool] = lambda m: bool(m.instant) and abs(_apart(m, instant)) <= 60  # noqa: E731
    local = next((m for m in others if m.instant and not m.instant.endswith("+00:00") and same(m)), None)
    if local is not None:
        return Moment(local.day, chosen.basis, local.instant)
    bare = next((m for m in others if m.instant is None and m.day != chosen.day and _shown(m.day, instant)), None)
    return Moment(bare.day, chosen.basis, chosen.instant) if bare else chosen


def _apart(moment: Moment, instant: datetime) -> float:
    return (datetime.fromisoformat(moment.instant or "") - instant).total_seconds()


def _shown(day: str, instant: datetime) -> bool:
    return (
        (instant - timedelta(hours=12)).date().isoformat() <= day <= (instant + timedelta(hours=14)).date().isoformat()
    )
