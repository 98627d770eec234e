"""A word that changes whenever anything does: what is counted once can be kept until then."""

from musterroll.ledger.edge import at_edge, where_open
from musterroll.ledger.state import edition


@at_edge
def change_mark() -> str:
    """Return a word that is another after every change of the ledger; it begins with where the ledger lies."""
    return f"{where_open()} {edition()}"
