"""The real reprint groups, retold in our own words, are found again and not run together."""

from itertools import combinations

import pytest

from musterroll.trace import trace_chains
from musterroll.trace.glossary import glossary_of, imprint_of
from musterroll.trace.kinship import find_kinships
from musterroll.trace.quoted import SAME_STATEMENT
from musterroll.trace.row import row_of
from tests.corpora import corpus
from tests.trace.retold import Retold, retell

Pairs = set[frozenset[str]]


@pytest.fixture(scope="module")
def told() -> Retold:
    """The pages of the pack's reprint groups."""
    return retell(corpus("pack"))


def kin_pairs(told: Retold) -> Pairs:
    """The pairs of reports taken for copies or rewrites."""
    claims = {report.id: [claim for claim in told.claims if claim.report == report.id] for report in told.reports}
    glossary = glossary_of(imprint_of(report, claims[report.id]) for report in told.reports)
    found = find_kinships(row_of(told.reports, told.claims, glossary))
    return {frozenset((kin.earlier, kin.later)) for kin in found if kin.kind != SAME_STATEMENT}


def group_pairs(told: Retold) -> Pairs:
    """The pairs of reports of one group that credit one agency or medium."""
    return {
        frozenset((a.id, b.id))
        for a, b in combinations(told.reports, 2)
        if told.groups[a.id] & told.groups[b.id] and told.credited[a.id] & told.credited[b.id]
    }


def test_groups_are_found_and_not_run_together(told: Retold) -> None:
    """Of the pairs of one group with a credit in common 3 in 4 are kin; of the pairs that are kin 9 in 10 are of one group."""
    kin, expected = kin_pairs(told), group_pairs(told)
    right = [
        pair for pair in kin if len({g for i in pair for g in told.groups[i]}) < sum(len(told.groups[i]) for i in pair)
    ]
    print(f"{len(kin & expected)} of {len(expected)} pairs found; {len(right)} of {len(kin)} kin of one group")
    assert len(kin & expected) >= 0.75 * len(expected)
    assert len(right) >= 0.9 * len(kin)


@pytest.mark.parametrize(
    ("group", "origins"),
    [
        ("sohr-481", {"SOHR"}), ("shoigu-16000-2022-03-11", {"Sergei Shoigu"}), ("bloomberg-100-2019-09", {"Bloomberg"}),
        ("vor-67-2021-05", {"GNA Volcano of Rage operation"}), ("aa-underpaid-2021-03", {"Anadolu Agency"}),
        ("lna-300-2021-11-reuters", {"LNA command"}),
    ],
)  # fmt: skip
def test_a_group_has_the_origins_of_its_statements(told: Retold, group: str, origins: set[str]) -> None:
    """However many pages print it, what one source said has one origin."""
    chains = {chain.claim: chain for chain in trace_chains(told.reports, told.claims)}
    claims = [claim for claim in told.claims if group in told.groups[claim.report]]
    assert len({claim.report for claim in claims}) > 1
    assert {chains[claim.id].origin for claim in claims} == origins
