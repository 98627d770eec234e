"""What to read beside a report: each suggestion says why, and none repeats what is there already."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musterroll.desk.reading.related import MOST, REASONS, Near, relate

REPORTS = [f"r{number}" for number in range(9)]
NEAR = st.builds(
    Near,
    report=st.sampled_from(REPORTS),
    reason=st.sampled_from(REASONS),
    about=st.just("Grey Column in Newtown"),
    link=st.just("/findings/f1/"),
    weight=st.integers(0, 3).map(float),
    apart=st.none() | st.integers(0, 40),
    outlet=st.none() | st.sampled_from(["The Post", "The Bugle"]),
    family=st.sampled_from(["", "wire 1", "wire 2"]),
)
SOME = st.lists(NEAR, max_size=12)
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
UNHURRIED = settings.get_profile("unhurried")


@UNHURRIED
@given(SOME, st.sets(st.sampled_from(REPORTS[1:]), max_size=3))
def test_no_report_stands_beside_itself_or_its_copies(near: list[Near], copies: set[str]) -> None:
    """Neither the report nor any of its copies is ever suggested."""
    assert not {one.report for one in relate("r0", copies, near)} & {"r0", *copies}


@UNHURRIED
@given(SOME)
def test_at_most_two_for_one_reason_and_no_report_twice(near: list[Near]) -> None:
    """A reason has at most two suggestions, a report is suggested once, and each is one of those that were given."""
    made = relate("r0", (), near)
    assert max(Counter(one.reason for one in made).values(), default=0) <= MOST
    assert len({one.report for one in made}) == len(made) and set(made) <= set(near)


@UNHURRIED
@given(SOME, st.randoms(use_true_random=False))
def test_order_does_not_matter(near: list[Near], chance: object) -> None:
    """The same reports in another order give the same reports for the same reasons."""
    turned = list(near)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert [(one.report, one.reason) for one in relate("r0", (), turned)] == [
        (one.report, one.reason) for one in relate("r0", (), near)
    ]


@UNHURRIED
@given(SOME)
def test_copies_of_one_text_are_not_suggested_twice(near: list[Near]) -> None:
    """Of reports that repeat one text only one is suggested, unless the shared wire is the reason."""
    told = Counter(one.family for one in relate("r0", (), near) if one.family and one.reason != "same-wire")
    assert max(told.values(), default=0) <= 1


@UNHURRIED
@given(SOME)
def test_something_near_is_always_suggested(near: list[Near]) -> None:
    """Where some report is near that is neither the report nor its copy, at least one is suggested."""
    assert bool(relate("r0", (), near)) == any(one.report != "r0" for one in near)


def test_the_strongest_reason_of_a_report_is_the_one_that_is_told() -> None:
    """A report that both contradicts and tells the same finding is suggested as one that contradicts."""
    near = [Near("r1", "same-finding", "a", "/f/", 9.0), Near("r1", "contradicts", "b", "/c/", 0.1)]
    assert [(one.report, one.reason) for one in relate("r0", (), near)] == [("r1", "contradicts")]


def test_two_outlets_are_heard_where_there_are_two() -> None:
    """Where both nearest reports are one outlet's and another outlet has one too, it takes the second's place."""
    near = [
        Near("r1", "background", "a", "/f/", 3.0, outlet="The Post"),
        Near("r2", "background", "a", "/f/", 2.0, outlet="The Post"),
        Near("r3", "background", "a", "/f/", 1.0, outlet="The Bugle"),
    ]
    assert [one.report for one in relate("r0", (), near)] == ["r1", "r3"]
