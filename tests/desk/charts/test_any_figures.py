"""Any figures on any days give a picture whose marks are inside it."""

from datetime import date

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from musterroll.desk.charts import (
    Deadline,
    Event,
    Flow,
    Held,
    Point,
    Week,
    ceilings,
    evidence_by_day,
    flows_bars,
    sparkline,
    stock_band,
    timeline,
    totals_steps,
)
from tests.desk.charts.drawings import Read

DAY = st.dates().map(date.isoformat)
ANY_DAY = st.none() | DAY | st.dates().map(lambda day: day.isoformat()[:7]) | st.dates().map(lambda day: str(day)[:4])
FIGURE = st.none() | st.integers(min_value=0, max_value=10**30) | st.integers(min_value=0, max_value=20)
WORDS = st.text(max_size=30)
POINT = st.builds(
    Point, st.just("/claims/1"), WORDS, ANY_DAY, FIGURE, FIGURE,
    st.sampled_from(["exactly", "about", "at least", "up to", "between", None]),
    copy=st.booleans(), denied=st.booleans(), planned=st.booleans(), until=st.none() | DAY,
)  # fmt: skip
POINTS = st.lists(POINT, min_size=1, max_size=12)
DUE = st.lists(st.builds(Deadline, DAY, WORDS), max_size=3)
FLOW = st.builds(
    Flow, st.just("/claims/1"), WORDS, st.none() | st.dates().map(lambda day: day.isoformat()[:7]),
    st.sampled_from(["in", "out"]), FIGURE, FIGURE, st.sampled_from(["about", "at least", "up to", None]),
    denied=st.booleans(),
)  # fmt: skip
EVENT = st.builds(
    Event, st.just("/c"), ANY_DAY, st.sampled_from(["announced", "reported", "confirmed", "verified"]), WORDS, WORDS
)
HELD = st.lists(st.builds(Held, st.just("/c"), ANY_DAY, WORDS, WORDS), max_size=60)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(POINTS, DUE)
def test_stock_stays_inside(points: list[Point], due: list[Deadline]) -> None:
    """A chart of stocks has all its marks inside, on wide pages and on phones."""
    chart = stock_band(points, due)
    assert Read(chart.svg).beyond() == [] and Read(chart.narrow).beyond() == []
    assert len(chart.table) == len(points)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(POINTS)
def test_totals_and_ceilings_stay_inside(points: list[Point]) -> None:
    """Charts of totals and of ceilings have all their marks inside."""
    for chart in (totals_steps(points), ceilings(points)):
        assert Read(chart.svg).beyond() == [] and Read(chart.narrow).beyond() == []


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(FLOW, min_size=1, max_size=12))
def test_flows_stay_inside(flows: list[Flow]) -> None:
    """A chart of flows has all its bars inside."""
    chart = flows_bars(flows)
    assert Read(chart.svg).beyond() == [] and Read(chart.narrow).beyond() == []


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(EVENT, min_size=1, max_size=12), DUE)
def test_timeline_stays_inside(events: list[Event], due: list[Deadline]) -> None:
    """A timeline has all its marks inside, and its list has an item for each event and deadline."""
    chart = timeline(events, due)
    assert Read(chart.svg).beyond() == []
    assert chart.narrow.count("<li") == len(events) + len(due)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(HELD, HELD, DUE)
def test_evidence_stays_inside(above: list[Held], below: list[Held], due: list[Deadline]) -> None:
    """A chart of evidence has all its blocks inside."""
    chart = evidence_by_day(above, below, due)
    assert chart.empty or (Read(chart.svg).beyond() == [] and Read(chart.narrow).beyond() == [])


@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(st.builds(Week, DAY, st.integers(min_value=0, max_value=10**20)), min_size=1, max_size=20))
def test_sparkline_stays_inside(weeks: list[Week]) -> None:
    """A sparkline of any weeks is finite and inside."""
    assert Read(sparkline(weeks).svg).beyond() == []
