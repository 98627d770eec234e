"""Pay and worth: a money phrase to bounds, currency and period; what names no figure or no currency says so by None."""

import re

from musterroll.read.numerals import find_numerals
from musterroll.read.strength import normalise_strength
from musterroll.records import Amount

SYMBOLS = {
    "us$": "USD", "a$": "AUD", "c$": "CAD", "$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "₪": "ILS", "¥": "JPY",
}  # fmt: skip
# A currency name that several states use is known only with its adjective ("Libyan dinars"); alone it is unknown.
NAMES: tuple[tuple[str, str], ...] = (
    (r"us dollars?|american dollars?|usd", "USD"), (r"australian dollars?", "AUD"), (r"canadian dollars?", "CAD"),
    (r"dollars?", "USD"), (r"euros?|eur", "EUR"), (r"south sudanese pounds?", "SSP"), (r"sudanese pounds?", "SDG"),
    (r"egyptian pounds?", "EGP"), (r"syrian pounds?|syrian lira", "SYP"), (r"lebanese (?:pounds?|lira)", "LBP"),
    (r"pounds? sterling|british pounds?|pounds?|quid|gbp", "GBP"), (r"turkish lira|lira", "TRY"),
    (r"libyan dinars?|lyd", "LYD"), (r"iraqi dinars?", "IQD"), (r"tunisian dinars?", "TND"), (r"algerian dinars?", "DZD"),
    (r"roubles?|rubles?|rub", "RUB"), (r"hryvnias?|hryvnya|uah", "UAH"), (r"saudi riyals?", "SAR"),
    (r"yemeni riyals?|yemeni rials?", "YER"), (r"qatari riyals?", "QAR"), (r"iranian rials?|tomans?", "IRR"),
    (r"emirati dirhams?|uae dirhams?", "AED"), (r"moroccan dirhams?", "MAD"), (r"cfa francs?|francs? cfa|fcfa", "XOF"),
    (r"congolese francs?", "CDF"), (r"swiss francs?", "CHF"), (r"birr", "ETB"), (r"naira", "NGN"), (r"afghanis?", "AFN"),
    (r"kyats?", "MMK"), (r"somali shillings?", "SOS"), (r"kenyan shillings?", "KES"), (r"ugandan shillings?", "UGX"),
    (r"pakistani rupees?", "PKR"), (r"indian rupees?", "INR"), (r"philippine pesos?", "PHP"), (r"mexican pesos?", "MXN"),
    (r"colombian pesos?", "COP"), (r"gourdes?", "HTG"), (r"meticais|metical", "MZN"), (r"shekels?", "ILS"),
    (r"drams?", "AMD"), (r"manats?", "AZN"), (r"deutschmarks?", "DEM"),
)  # fmt: skip
UNNAMED = re.compile(r"\b(?:dinars?|dirhams?|francs?|riyals?|rials?|rupees?|pesos?|shillings?|marks?|crowns?)\b", re.I)
PERIODS = {
    "day": r"\b(?:a|per|each|every|the) (?:day|night)\b|\bdaily\b|/day",
    "week": r"\b(?:a|per|each|every|the) week\b|\bweekly\b",
    "month": r"\b(?:a|per|each|every|the) month\b|\bmonthly\b|/month",
    "year": r"\b(?:a|per|each|every|the) year\b|\byearly\b|\bannual(?:ly)?\b|\bper annum\b",
    "contract": r"\b(?:a|per|for the|each) (?:contract|tour|deployment|rotation|mission)\b",
}
SYMBOL = re.compile("|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True)), re.I)


def currency_of(phrase: str) -> str | None:
    """Return the ISO 4217 code that the phrase names, or None where it names none or one that several states share."""
    if found := SYMBOL.search(phrase):
        return SYMBOLS[found[0].lower()]
    if re.search(r"\bN\d", phrase):
        return "NGN"
    return next((code for pattern, code in NAMES if re.search(rf"\b(?:{pattern})\b", phrase, re.I)), None)


def period_of(phrase: str) -> str | None:
    """Return "day", "week", "month", "year" or "contract" where the phrase says what the money is paid for."""
    return next((name for name, pattern in PERIODS.items() if re.search(pattern, phrase, re.I)), None)


def normalise_amount(phrase: str) -> Amount | None:
    """Return the bounds of a money phrase, or None where it gives neither a figure with a currency word nor a symbol."""
    currency = currency_of(phrase)
    if currency is None and not UNNAMED.search(phrase):
        return None
    plain = re.sub(r"\bN(?=\d)", " ", SYMBOL.sub(" ", phrase))
    plain = re.sub("|".join(PERIODS.values()), " ", plain, flags=re.I)
    if len(figures := find_numerals(plain)) == 1 and (value := figures[0].value) != int(value):
        return Amount(value, value, currency, period_of(phrase))
    bounds = normalise_strength(plain)
    if bounds is None:
        return None
    return Amount(bounds.min, bounds.max, currency, period_of(phrase))
