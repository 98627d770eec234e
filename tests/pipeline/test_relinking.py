"""Packs put in force in a ledger that has reports already."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musterroll import ledger
from musterroll.link import link_claims
from musterroll.pipeline import use_packs
from musterroll.reference.packs import Actor, Pack, Packs
from tests.ledger.invented import PACKS, a_reading


@pytest.fixture(autouse=True)
def held(tmp_path: Path) -> Iterator[None]:
    """Open a ledger of two invented reports, linked by the invented pack."""
    ledger.open_ledger(tmp_path / "ledger.db", create=True)
    use_packs(PACKS)
    for number in (1, 2):
        read = a_reading(number)
        ledger.add_reading(read.page, read.report, read.claims, link_claims(read.report, read.claims, PACKS))
    ledger.put_derived(ledger.Derived())
    yield
    ledger.close_ledger()


def forces() -> set[str | None]:
    """Return whom the forces of all claims lead to."""
    claims = ledger.every(ledger.claims, ledger.ClaimFilter())
    return {link.id for line in claims for link in line.claim.links if link.role == "force"}


def test_every_claim_is_linked_by_the_new_packs() -> None:
    """After other packs are put in force, each claim leads where they say, and what is derived is stale."""
    assert forces() == {"grey-column"}
    renamed = Pack(
        "other", "Another invented war", actors=(Actor("greys", "Grey Column", "armed-group", ("Grey Column",)),)
    )
    use_packs(Packs((renamed,)))
    assert forces() == {"greys"}
    assert ledger.is_stale()
    use_packs(PACKS)
    assert forces() == {"grey-column"}


def test_the_same_packs_again_change_nothing() -> None:
    """Packs that are in force already leave the ledger as it is: nothing is stale."""
    use_packs(Packs(tuple(replace(pack) for pack in PACKS.packs)))
    assert not ledger.is_stale()
    assert forces() == {"grey-column"}
