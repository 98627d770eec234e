"""Reservations: what packs and claims hold against a clause, in invented sentences."""

import pytest

from tests.hold.invented import CLAUSE, holdings, packs, told

STAY = told(
    "We stay.",
    "withdrawal",
    polarity="negative",
    modality="planned",
    force="Turkish army",
    from_="Libya",
    source="Turkey",
)
BASIS = told("We are there.", force="Turkish army", place="Libya", instrument="memorandum", source="Turkey")


@pytest.mark.parametrize(("row", "says"), [(STAY, "will not leave"), (BASIS, "under “W”")])
def test_whose_forces_they_are_may_dispute_the_clause(row: tuple, says: str) -> None:  # type: ignore[type-arg]
    """That its own forces will not leave, or stand there under an agreement, is a sponsor's reservation."""
    made = [one for one in holdings(row)[CLAUSE].reservations if one.claim]
    assert [(one.claim, one.who) for one in made] == [(row[1].id, "Turkey")]
    assert says in made[0].why


@pytest.mark.parametrize(
    "row",
    [
        told("They stay.", "withdrawal", polarity="negative", modality="planned", force="Turkish army", from_="Libya", source="SOHR"),
        told("They stay.", "withdrawal", polarity="negative", modality="planned", force="Turkish army", from_="Libya"),
        told("We stay.", "withdrawal", "2020-05-01", polarity="negative", modality="planned", force="Turkish army", from_="Libya", source="Turkey"),
        told("We stay.", "withdrawal", polarity="negative", modality="planned", force="Turkish army", from_="Syria", source="Turkey"),
        told("We are there.", force="Turkish army", place="Libya", source="Turkey"),
    ],
)  # fmt: skip
def test_what_is_no_reservation(row: tuple) -> None:  # type: ignore[type-arg]
    """Another's word, a word before the clause, another country or a bare presence disputes nothing."""
    assert [one for one in holdings(row)[CLAUSE].reservations if one.claim] == []


def test_reservations_of_a_pack_open_to_their_page() -> None:
    """What a pack states has no claim, and the address of the page that says so."""
    stated = [one for held in holdings().values() for one in held.reservations]
    assert len(stated) == sum(len(one.reservations) for one in packs().commitments.values()) > 0
    assert all(one.claim is None and (one.source_url or "").startswith("http") for one in stated)
