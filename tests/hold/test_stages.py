"""Stages of a departure, and rotations, in invented sentences."""

from dataclasses import replace

import pytest

from musterroll.records import LinkedClaim, Report
from tests.hold.invented import CLAUSE, holdings, told

Row = tuple[Report, LinkedClaim]


def left(
    name: str,
    source: str | None = None,
    day: str = "2021-06-07",
    count: int | None = None,
    force: str = "Syrian fighters",
    modality: str = "actual",
) -> Row:
    """Return an invented departure from Libya."""
    return told(
        "They left.",
        "withdrawal",
        day,
        name=name,
        trigger="left",
        force=force,
        from_="Libya",
        source=source,
        count=count,
        modality=modality,
    )


def came(name: str, day: str, count: int | None = None, force: str = "Syrian fighters") -> Row:
    """Return an invented arrival in Libya."""
    return told("They came.", "movement", day, name=name, trigger="came", force=force, to="Libya", count=count)


def stages(*rows: Row, **origins: str) -> list[str | None]:
    """Return the stage of each claim, in the order given; `origins` by the name of its report."""
    known = {one.id: origins[report.id.split(":")[0]] for report, one in rows if report.id.split(":")[0] in origins}
    found = {one.claim: one.stage for one in holdings(*rows, origins=known)[CLAUSE].evidence}
    return [found[one.id] for _, one in rows]


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        (left("a", modality="planned", source="UNSMIL"), "announced"),
        (left("a", force="Sultan Murad", source="Turkey"), "announced"),
        (left("a", force="Wagner", source="LNA"), "announced"),
        (left("a", force="foreign fighters", source="LNA"), "announced"),
        (left("a"), "reported"),
        (left("a", source="SOHR"), "reported"),
        (left("a", source="France"), "reported"),
        (left("a", force="Chadian fighters", source="Chad"), "confirmed"),
        (left("a", force="Wagner", source="GNA"), "confirmed"),
        (left("a", source="UNSMIL"), "verified"),
    ],
)
def test_a_departure_is_as_well_known_as_the_one_who_says_so(row: Row, stage: str) -> None:
    """A plan or the party's own word announces; the home state or the other side confirms; the UN verifies."""
    assert stages(row) == [stage]


def test_two_origins_confirm_a_departure() -> None:
    """Two reports that go back to two origins confirm each other; two of one origin, or of none known, do not."""
    first, second = left("a", count=300), left("b", day="2021-06-20")
    assert stages(first, second, a="SOHR", b="Reuters") == ["confirmed", "confirmed"]
    assert stages(first, second, a="SOHR", b="sohr") == ["reported", "reported"]
    assert stages(first, second, a="SOHR") == ["reported", "reported"]


@pytest.mark.parametrize(
    "other",
    [
        left("b", day="2021-08-01"),
        left("b", force="Chadian fighters"),
        left("b", count=90),
        left("b", modality="planned"),
    ],
)
def test_another_departure_confirms_nothing(other: Row) -> None:
    """Another month, another force, another number or a mere plan is not the same departure."""
    assert stages(left("a", count=300), other, a="SOHR", b="Reuters")[0] == "reported"


def test_confirmed_and_verified_departures_fill_their_gaps() -> None:
    """What the pack wants confirmed or verified is missing until somebody confirms or verifies it."""
    wanted = {"receiving state, other side or second origin confirms", "UN or LCMM report of a reduction"}
    assert wanted <= set(holdings(left("a"))[CLAUSE].missing_for)
    assert not wanted & set(holdings(left("a", source="UNSMIL"))[CLAUSE].missing_for)


def test_a_departure_and_an_arrival_in_the_same_weeks_are_a_rotation() -> None:
    """Both stay evidence; the rotation names their claims, days and numbers."""
    out, back = left("a", count=95), came("b", "2021-06-20", 100)
    held = holdings(out, back)[CLAUSE]
    (rotation,) = held.rotations
    assert (rotation.out, rotation.back) == ((out[1].id,), (back[1].id,))
    assert (
        rotation.why
        == "95 out on 7 June 2021, 100 in on 20 June 2021: the same force, 13 days apart, 5 more in than out"
    )
    assert {one.stance for one in held.evidence} == {"for", "against"}


@pytest.mark.parametrize(
    "back", [came("b", "2021-07-09"), came("b", "2021-06-20", force="Chadian fighters"), left("b", day="2021-06-20")]
)
def test_what_is_no_rotation(back: Row) -> None:
    """More than 31 days apart, another force, or two departures are no rotation."""
    assert holdings(left("a"), back)[CLAUSE].rotations == ()


def test_a_plan_to_leave_rotates_nothing() -> None:
    """An announced departure has not taken place, and no arrival makes up for it."""
    assert holdings(left("a", modality="planned"), came("b", "2021-06-20"))[CLAUSE].rotations == ()


def test_each_arrival_makes_up_for_one_departure() -> None:
    """The nearest number goes first, then the nearest day; none is used twice."""
    first, second = left("a", count=300), left("b", day="2021-06-10", count=100)
    near, far = came("c", "2021-06-09", 90), came("d", "2021-06-30", 310)
    pairs = {(one.out[0], one.back[0]) for one in holdings(first, second, near, far)[CLAUSE].rotations}
    assert pairs == {(first[1].id, far[1].id), (second[1].id, near[1].id)}


def test_one_arrival_makes_up_for_one_departure_only() -> None:
    """Two departures and one arrival are one rotation."""
    assert len(holdings(left("a", count=300), left("b", count=100), came("c", "2021-06-09", 90))[CLAUSE].rotations) == 1


def test_one_report_that_tells_of_both_need_not_name_both() -> None:
    """ "95 fighters of Sultan Murad returned; about 100 fighters were sent": one report ties what no name does."""
    report, out = left("a", count=95, force="Sultan Murad")
    other, back = came("b", "2021-06-07", 100, force="fighters")
    beside = replace(back, claim=replace(back.claim, report=report.id))
    assert holdings((report, out), (other, back))[CLAUSE].rotations == ()
    (rotation,) = holdings((report, out), (report, beside))[CLAUSE].rotations
    assert "told by one report, which does not name both forces" in rotation.why


def test_one_departure_told_twice_is_one_side_of_a_rotation() -> None:
    """Two claims on one force, day and figure stand together on one side."""
    one, again, back = left("a", count=95), left("b", count=95), came("c", "2021-06-08", 100)
    (rotation,) = holdings(one, again, back)[CLAUSE].rotations
    assert set(rotation.out) == {one[1].id, again[1].id}
