"""What holds for every set of claims: order, locality, and no number without its sentence."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.records import (
    CONTRADICTIONS,
    GRADES,
    INTERESTS,
    MEASURES,
    QUALIFIERS,
    DayInterval,
    Finding,
    Quantity,
)
from musterroll.weigh import bucket_of, weigh_claims
from tests.weigh.invented import ABROAD, OTHER_TOWN, TOWN, Told, exactly, packs, told, weigh, weigh_all

FORCES = (
    "company", "sent-fighters", "east-army", None, ("Syrian fighters", "SY"), ("Syrian soldiers", "SY"),
    ("Russian mercenaries", "RU"), ("fighters", ""), ("Desert Hawks", ""),
)  # fmt: skip
COUNTS = [
    None, exactly(0), exactly(300), exactly(2000), Quantity(800, 1200), Quantity(None, 2000), Quantity(5000, None),
    Quantity(200, 999, True),
]  # fmt: skip

# Each claim is the usual one with up to four things changed, so that many meet, deny and contradict each other.
CHANGED = {
    "type": ["movement", "withdrawal", "recruitment", "support", "clash", "toll", "truce", "pay"],
    "force": FORCES,
    "by": ["freedonia", "ruritania", "company"],
    "side": ["east-army"],
    "place": [TOWN, OTHER_TOWN, ABROAD, "the camp", None],
    "role": ["to", "from"],
    "count": COUNTS,
    "origin": [None, "UN Mission", "Wire", "Ruritania", "Ali Saad", "(War Watch)"],
    "kind": ["unnamed-person", "outlet"],
    "day": [None, "2020-05-30", "2020-06-02", "2020-07-20", "2020-08-20"],
    "time": [
        DayInterval("2020-05-01", "2020-05-03"),
        DayInterval("2020-05-03", "2020-05-03"),
        DayInterval("2020-04-01", "2020-06-30"),
    ],
    "polarity": ["negative"],
    "modality": ["planned", "called-for"],
    "text": ["They have been sent so far.", "They were sent."],
}


@st.composite
def tellings(draw: st.DrawFn) -> list[Told]:
    """Some claims, the later of which may be copies of earlier ones."""
    found: list[Told] = []
    for number in range(draw(st.integers(1, 14))):
        fields = {"count", *draw(st.lists(st.sampled_from(sorted(CHANGED)), max_size=3))}
        said = {name: draw(st.sampled_from(CHANGED[name])) for name in sorted(fields)}
        copied = draw(st.sampled_from([None, None, None, *found])) if found else None
        found.append(told(f"r{number:02}", **said, copies=copied))
    return found


@settings(max_examples=80, deadline=None)
@given(tellings(), st.randoms())
def test_the_order_of_what_is_given_does_not_matter(given_: list[Told], dice: st.randoms) -> None:  # type: ignore[valid-type]
    """Reports, claims and chains in any order, and twice, give the same findings."""
    shuffled = [*given_, *given_[:3]]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(*shuffled) == weigh(*given_)


@settings(max_examples=80, deadline=None)
@given(tellings())
def test_each_bucket_weighed_alone_gives_what_all_together_give(given_: list[Told]) -> None:
    """The findings of all claims are those of every bucket, with the reports and chains of the others or without."""
    buckets = defaultdict(list)
    for one in given_:
        buckets[bucket_of(one.linked, one.report, one.chain, packs())].append(one)
    reports, chains = [one.report for one in given_], [one.chain for one in given_]
    parts = [weigh_claims(reports, [one.linked for one in bucket], chains, packs()) for bucket in buckets.values()]
    whole = weigh(*given_)
    assert sorted((f for part in parts for f in part), key=lambda f: f.id) == whole
    assert len({finding.id for finding in whole}) == len(whole)


@settings(max_examples=80, deadline=None)
@given(tellings())
def test_every_number_rests_on_claims_that_state_it(given_: list[Told]) -> None:
    """A bound has claims of its finding, and their figures hold it; a bound of 0 may rest on denials."""
    figures = {one.id: one.linked.claim.strength for one in given_}
    for finding in weigh(*given_):
        for bound, claims in ((finding.min, finding.min_claims), (finding.max, finding.max_claims)):
            assert bool(claims) == (bound is not None)
            if bound == 0 and set(claims) <= set(finding.denials):
                continue
            for claim in claims:
                figure = figures[claim]
                assert claim in finding.claims and figure and bound in (figure.min, figure.max)
        if finding.min is not None and finding.max is not None:
            assert finding.min <= finding.max


@settings(max_examples=80, deadline=None)
@given(tellings())
def test_no_claim_is_lost_and_none_counts_twice(given_: list[Told]) -> None:
    """Every claim speaks for one finding or against some; origins part the claims of their finding."""
    found = weigh(*given_)
    positive = [claim for finding in found for claim in finding.claims]
    assert len(positive) == len(set(positive))
    denied = {claim for finding in found for claim in finding.denials}
    assert set(positive) | denied == {one.id for one in given_}
    assert not set(positive) & denied
    for finding in found:
        assert sorted(claim for origin in finding.origins for claim in origin.claims) == sorted(finding.claims)
        assert is_well_formed(finding)


def is_well_formed(finding: Finding) -> bool:
    """Say whether a finding uses the words of the records, and says why."""
    words = (
        finding.measure in MEASURES,
        finding.grade in GRADES and finding.grade != "retracted",
        finding.qualifier is None or finding.qualifier in QUALIFIERS,
        (finding.qualifier is None) == (finding.min is None and finding.max is None),
        all(
            origin.interest in INTERESTS and (origin.name is None) == (origin.reason is not None)
            for origin in finding.origins
        ),
        all(one.kind in CONTRADICTIONS and one.resolved == (one.kind != "direct") for one in finding.contradictions),
        bool(finding.why),
        bool(finding.claims) or finding.grade == "denied",
        set(finding.copies) <= set(finding.reports),
    )
    return all(words)


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_a_contradiction_is_told_on_both_sides(given_: list[Told]) -> None:
    """What one finding holds against another, the other holds against it; measures are never put against each other."""
    by_claim = {claim: finding for finding in weigh(*given_) for claim in finding.claims}
    for finding in set(by_claim.values()):
        for one in finding.contradictions:
            other = by_claim.get(one.against[0])
            if other is None or other is finding:
                continue
            assert any(back.claims == one.against and back.against == one.claims for back in other.contradictions)
            assert one.kind == "measure" or finding.measure == other.measure


def test_an_empty_set_gives_nothing() -> None:
    """No claims, no findings."""
    assert weigh_all([], packs()) == []
