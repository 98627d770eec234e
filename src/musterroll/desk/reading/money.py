"""Amounts of money in words."""

from django.utils.translation import gettext as _

from musterroll.desk.wording import number
from musterroll.records import Amount

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def amount_words(amount: Amount) -> str:
    """Return "$1,500–2,000 a month", "up to 800 LYD"; digits and signs stay Latin."""
    low, high = (None if value is None else whole(value) for value in (amount.min, amount.max))
    if low is not None and high is not None:
        figure = signed(low if low == high else f"{low}–{high}", amount.currency)
    elif low is not None:
        figure = _("at least %(amount)s") % {"amount": signed(low, amount.currency)}
    else:
        figure = _("up to %(amount)s") % {"amount": signed(high or "–", amount.currency)}
    return f"{figure} {period_words(amount.per)}".strip()


def whole(value: float) -> str:
    """Return an amount without empty decimals."""
    return number(int(value) if float(value).is_integer() else value)


def signed(figure: str, currency: str | None) -> str:
    """Return a figure with its currency."""
    return f"{SIGNS[currency]}{figure}" if currency in SIGNS else f"{figure} {currency or ''}".strip()


def period_words(per: str | None) -> str:
    """Return the time that pay is for."""
    return {
        "day": _("a day"), "week": _("a week"), "month": _("a month"), "year": _("a year"),
        "contract": _("for the contract"),
    }.get(per or "", "")  # fmt: skip
