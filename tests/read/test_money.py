"""Money phrases become bounds, a currency and a period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.money import normalise_amount
from musterroll.records import Amount

TABLE = [
    ("$1,500 to $2,000 a month", Amount(1500, 2000, "USD", "month")),
    ("between $800 and $1,200 per month", Amount(800, 1200, "USD", "month")),
    ("up to $1,800 a month", Amount(None, 1800, "USD", "month")),
    ("$1.5 million", Amount(1500000, 1500000, "USD", None)),
    ("half a million dollars", Amount(500000, 500000, "USD", None)),
    ("$300m", Amount(300000000, 300000000, "USD", None)),
    ("£9 a day", Amount(9, 9, "GBP", "day")),
    ("€1,000", Amount(1000, 1000, "EUR", None)),
    ("2,400 Libyan dinars", Amount(2400, 2400, "LYD", None)),
    ("195,000 roubles a month", Amount(195000, 195000, "RUB", "month")),
    ("500,000 CFA francs", Amount(500000, 500000, "XOF", None)),
    ("N50,000 per head", Amount(50000, 50000, "NGN", None)),
    ("from 2 to 3 thousand dollars", Amount(2000, 3000, "USD", None)),
]


@pytest.mark.parametrize(("phrase", "amount"), TABLE)
def test_a_phrase_gives_its_amount(phrase: str, amount: Amount) -> None:
    """Each phrase gives its bounds, its ISO 4217 code and its period."""
    assert normalise_amount(phrase) == amount


def test_a_currency_that_states_share_is_unknown() -> None:
    """Dinars without an adjective keep their figure and have no code: nobody guesses whose they are."""
    assert normalise_amount("one thousand five hundred dinars every month") == Amount(1500, 1500, None, "month")


@pytest.mark.parametrize(
    "phrase", ["better money", "half of it", "arrears", "three years' arrears", "a goat on Sundays"]
)
def test_what_is_no_sum_is_unknown(phrase: str) -> None:
    """A phrase without a figure and a currency gives None."""
    assert normalise_amount(phrase) is None


@given(st.text(max_size=60))
def test_any_text_gives_an_amount_or_none(text: str) -> None:
    """No text makes the grammar fail."""
    found = normalise_amount(text)
    assert found is None or found.min is not None or found.max is not None
