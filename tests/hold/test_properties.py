"""What holds of all holdings, by hypothesis over invented claims."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.hold import commitments_borne, commitments_touched, hold_findings
from musterroll.records import MODALITIES, POLARITIES, STAGES, STANCES, TYPES, Chain, LinkedClaim, Report
from tests.hold.invented import ACTORS, ORIGINS, PLACES, packs, told

Row = tuple[Report, LinkedClaim]
WORDS = st.sampled_from([*ACTORS, *ORIGINS, "mercenaries", "gunmen", "children"])
WHERE = st.sampled_from(sorted(PLACES))
SAID = {
    "trained": "They trained.", "violated": "The truce was violated.", "sent": "Men sent by Turkey to Libya stay.",
    "came": "Men came since the ceasefire.", "left": "Some have left.",
}  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Draw an invented claim of any type, day, force and place."""
    roles = {role: draw(WORDS) for role in draw(st.sets(st.sampled_from(["force", "by", "side"]), min_size=1))}
    roles |= {role: draw(WHERE) for role in draw(st.sets(st.sampled_from(["place", "from_", "to"]), max_size=2))}
    day = draw(
        st.sampled_from([None, "2020-10-22", "2020-12-01", "2021-02-01", "2021-06-07", "2021-06-20", "2023-08-01"])
    )
    trigger = draw(st.sampled_from(sorted(SAID)))
    return told(
        SAID[trigger], draw(st.sampled_from(TYPES)), day, draw(st.sampled_from(POLARITIES)), draw(st.sampled_from(MODALITIES[:2])),
        draw(st.sampled_from([None, None, ("2021-05-01", "2021-05-31"), ("2019-01-01", None)])),
        draw(st.sampled_from([None, 95, 300])), draw(st.sampled_from([None, "Men in Libya", "Fighters in Ukraine"])),
        str(draw(st.integers(0, 9))), draw(st.sampled_from([None, "UNSMIL", "Turkey", "LNA", "GNA", "SOHR"])), trigger, **roles,
    )  # fmt: skip


ROWS = st.lists(rows(), max_size=8, unique_by=lambda row: row[1].id)


def chains_of(some: Sequence[Row]) -> list[Chain]:
    """Return chains of two origins, and of none."""
    names = ("SOHR", "Reuters", None)
    return [Chain(one.id, (), names[int(report.id[0]) % 3], one.id) for report, one in some]


def held(some: Sequence[Row]) -> dict[str, object]:
    """Hold invented claims."""
    found = hold_findings([r for r, _ in some], [c for _, c in some], chains_of(some), [], packs())
    return {one.id: one for one in found}


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms())
def test_order_and_repetition_do_not_matter(some: list[Row], chance: object) -> None:
    """The same reports, claims and chains in any order, some of them twice, give the same holdings."""
    shuffled = [*some, *some[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert held(some) == held(shuffled)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_a_commitment_is_held_from_the_claims_that_touch_it(some: list[Row]) -> None:
    """Held from those claims alone that touch it, a commitment has the same holding as from all."""
    everything = held(some)
    for number in {touched for _, one in some for touched in commitments_touched(one, packs())}:
        assert (
            held([row for row in some if number in commitments_touched(row[1], packs())])[number] == everything[number]
        )


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_what_is_known_to_touch_is_enough(some: list[Row]) -> None:
    """With the touching claims named, the commitments named are held as if all were asked of all, and no others are."""
    everything = held(some)
    touching = {
        number: [one.id for _, one in some if number in commitments_touched(one, packs())] for number in everything
    }
    named = dict(sorted(touching.items())[::2])
    reports, claims = [report for report, _ in some], [one for _, one in some]
    found = hold_findings(reports, claims, chains_of(some), [], packs(), named)
    assert {one.id: one for one in found} == {number: everything[number] for number in named}


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_a_commitment_is_held_from_the_claims_that_it_bears(some: list[Row]) -> None:
    """Held from those claims alone that bear on it, a commitment has the same holding as from all."""
    everything, chains = held(some), {chain.claim: chain for chain in chains_of(some)}
    borne = {one.id: commitments_borne(one, report, chains[one.id], packs()) for report, one in some}
    assert all(borne[one.id] <= commitments_touched(one, packs()) for _, one in some)
    for number in everything:
        assert held([row for row in some if number in borne[row[1].id]])[number] == everything[number]


@settings(max_examples=60, deadline=None)
@given(rows())
def test_a_claim_changes_no_commitment_that_it_does_not_touch(row: Row) -> None:
    """Of commitments that a claim does not touch, the holding is that of an empty ledger."""
    empty, found = held([]), held([row])
    assert {number for number in found if found[number] != empty[number]} <= commitments_touched(row[1], packs())


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_every_line_opens_to_a_claim(some: list[Row]) -> None:
    """Evidence, rotations and reservations name claims that were given, in order of day, with a reason in words."""
    given_ids = {one.id for _, one in some}
    for one in hold_findings([r for r, _ in some], [c for _, c in some], chains_of(some), [], packs()):
        assert [(e.day, e.claim) for e in one.evidence] == sorted((e.day, e.claim) for e in one.evidence)
        assert all(e.claim in given_ids and e.why and e.stance in STANCES for e in one.evidence)
        assert all(e.stage is None or (e.stage in STAGES and e.stance == "for") for e in one.evidence if e.stage)
        rotated = [claim for rotation in one.rotations for claim in (*rotation.out, *rotation.back)]
        assert len(rotated) == len(set(rotated)) and set(rotated) <= {e.claim for e in one.evidence}
        assert {r.claim for r in one.reservations} <= given_ids | {None}


def test_a_claim_touches_few_commitments() -> None:
    """A force in Tripoli touches clauses about Libya alone; what no duty asks about touches none."""
    _, libyan = told("They are there.", force="Wagner", place="Tripoli")
    touched = commitments_touched(libyan, packs())
    assert "ly-ceasefire-2020-foreign-forces" in touched
    assert {packs().commitments[number].theatre for number in touched} == {"libya"}
    _, toll = told("Ten died.", "toll", force="Wagner", place="Tripoli")
    assert commitments_touched(toll, packs()) == frozenset()
