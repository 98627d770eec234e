"""What holds of all holdings, by hypothesis over invented claims."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.hold import Bearing, bearings_of, hold_bearings, hold_findings
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


def borne_by(row: Row) -> dict[str, Bearing]:
    """Return what an invented claim bears on."""
    report, one = row
    return bearings_of(one, report, Chain(one.id, (), None, one.id), packs())


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms())
def test_order_and_repetition_do_not_matter(some: list[Row], chance: object) -> None:
    """The same reports, claims and chains in any order, some of them twice, give the same holdings."""
    shuffled = [*some, *some[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert held(some) == held(shuffled)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_what_bears_on_a_commitment_is_all_of_its_holding(some: list[Row]) -> None:
    """Asked of each claim alone, what bears on commitments gives the holdings of those named, as all of all do."""
    everything, chains = held(some), {chain.claim: chain for chain in chains_of(some)}
    named = sorted(everything)[::2]
    borne = [bearings_of(one, report, chains[one.id], packs(), named) for report, one in some]
    found = hold_bearings({number: [one[number] for one in borne if number in one] for number in named}, packs())
    assert {one.id: one for one in found} == {number: everything[number] for number in named}


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_a_commitment_is_held_from_the_claims_that_it_bears(some: list[Row]) -> None:
    """Held from those claims alone that bear on it, a commitment has the same holding as from all."""
    everything, borne = held(some), {row[1].id: borne_by(row) for row in some}
    for number in everything:
        assert held([row for row in some if number in borne[row[1].id]])[number] == everything[number]


@settings(max_examples=60, deadline=None)
@given(rows())
def test_a_claim_changes_no_commitment_that_it_does_not_bear_on(row: Row) -> None:
    """Of commitments that a claim does not bear on, the holding is that of an empty ledger."""
    empty, found = held([]), held([row])
    assert {number for number in found if found[number] != empty[number]} <= borne_by(row).keys()


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


def test_a_claim_bears_on_few_commitments() -> None:
    """A force in Tripoli bears on clauses about Libya alone; what no duty asks about bears on none."""
    borne = borne_by(told("They are there.", "presence", "2021-06-07", force="Wagner", place="Tripoli"))
    assert borne["ly-ceasefire-2020-foreign-forces"].held
    assert {packs().commitments[number].theatre for number in borne} == {"libya"}
    assert borne_by(told("Ten died.", "toll", "2021-06-07", force="Wagner", place="Tripoli")) == {}
