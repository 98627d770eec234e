"""How an error of a page becomes a line of the run's summary."""

from musterroll.records import Refusal
from musterroll.records.errors import PageError


def refusal(name: str, error: PageError) -> Refusal:
    """Return the refusal of a page: what the user called it, the error's code, its reason on one line."""
    return Refusal(name, error.code, " ".join(str(error).split()) or error.code)
