"""A chain is a record like the others."""

from dataclasses import FrozenInstanceError, asdict

import pytest

from musterroll.records import DRIFT_FIELDS, LINK_ROLES, Chain, ChainLink, Drift

CHAIN = Chain("c2", (ChainLink("AFP", "agency", "r1"), ChainLink("The Paper", "outlet", "r2")), "AFP", "c1")


def test_a_chain_cannot_be_changed() -> None:
    """Nobody changes a chain, a link or a drift in place."""
    for record, field in ((CHAIN, "origin"), (CHAIN.links[0], "who"), (Drift("r2", "number", "3", "4"), "after")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, field, "other")


def test_chains_are_values() -> None:
    """Two chains of the same content are one, and a chain can be a key."""
    assert len({CHAIN, Chain(**{**vars(CHAIN)})}) == 1


def test_a_chain_holds_what_its_reader_needs() -> None:
    """Claim, links with who, role and report, origin or reason, drift and evidence are there by name."""
    assert list(asdict(CHAIN)) == ["claim", "links", "origin", "first", "reason", "drift", "evidence"]
    assert list(asdict(CHAIN)["links"][0]) == ["who", "role", "report"]


def test_roles_and_fields_are_each_named_once() -> None:
    """The vocabularies hold no word twice."""
    assert len(set(LINK_ROLES)) == len(LINK_ROLES) == 4
    assert len(set(DRIFT_FIELDS)) == len(DRIFT_FIELDS)
