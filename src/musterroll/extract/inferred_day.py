"""The last resort for a page that states no date: htmldate's guess, always marked as inferred."""

import logging
from datetime import date
from functools import lru_cache
from typing import Any

from musterroll.extract.days import moment_of
from musterroll.records import Moment

_TOO_LONG = 1_500_000  # characters


@lru_cache(maxsize=1)
def _find_date() -> Any:
    from htmldate import find_date  # slow to import: only pages without a date pay

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return find_date


def inferred_day(html: str, today: date) -> Moment | None:
    """Return the day that a page's markup suggests, with the basis "inferred", or None.

    The day of today is no answer: it is what a page prints in its masthead.
    """
    if len(html) > _TOO_LONG:
        return None
    try:
        found = _find_date()(html, extensive_search=False, original_date=True, max_date=today.isoformat())
    except Exception:  # a foreign reader's stumble: the day stays unknown
        return None
    return moment_of(found, "inferred", today) if found and found != today.isoformat() else None
