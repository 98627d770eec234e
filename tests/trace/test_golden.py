"""Every golden folder gives the chains that it expects."""

import json
from pathlib import Path

import pytest

from tests.trace.golden import case_folders, fields_of, read_case, trace_case

FOLDERS = case_folders()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_claims_are_traced_as_their_folder_expects(folder: Path) -> None:
    """Links, origin, reason and drift of every claim are those of expected.json, and so is the count of origins."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    chains = trace_case(folder)
    assert set(chains) == set(expected["chains"])
    for key, fields in expected["chains"].items():
        found = fields_of(chains[key])
        assert {name: found[name] for name in fields} == fields, key
    assert len({chain.origin for chain in chains.values() if chain.origin}) == expected["origins"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_step_says_what_it_rests_on(folder: Path) -> None:
    """A claim that goes back to another has evidence in words; one that does not has no drift."""
    _, claims = read_case(folder)
    chains = trace_case(folder).values()
    assert {chain.claim for chain in chains} == {claim.id for claim in claims}
    for chain in chains:
        assert chain.evidence or chain.first == chain.claim
        assert not chain.drift or chain.first != chain.claim


def test_the_kinds_of_retelling_have_a_folder() -> None:
    """A wire with reprints, added numbers, moved sources, dropped attributions, agreement and the unknown are there."""
    assert len(FOLDERS) >= 8
