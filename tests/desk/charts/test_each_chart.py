"""What one chart alone promises."""

from musterroll.desk.charts import (
    Flow,
    Held,
    Leg,
    Point,
    Stage,
    Week,
    ceilings,
    evidence_by_day,
    flows_bars,
    route,
    sparkline,
    stock_band,
    totals_steps,
)
from musterroll.desk.charts import timeline as timeline_chart
from musterroll.desk.charts.sparkline import weeks_of
from musterroll.desk.charts.stages import stage_mark
from musterroll.records.holding import STAGES
from tests.desk.charts.drawings import DUE, EVENTS, STOPS, TURNS, Read


def test_flows_of_two_sources_stand_side_by_side() -> None:
    """Two figures for one month are two bars and are never added."""
    flows = [Flow(f"/claims/{i}", f"S{i}", "2021-02", "in", 300, 300) for i in range(2)]
    held = Read(flows_bars(flows).svg)
    bars = [attributes for name, attributes in held.elements if name == "rect" and attributes["class"] == "full"]
    assert len(bars) == 2 and bars[0]["height"] == bars[1]["height"] and bars[0]["x"] != bars[1]["x"]
    assert "600" not in held.words


def test_in_stands_above_and_out_below() -> None:
    """A bar of arrivals ends where a bar of departures begins: at the line of zero."""
    flows = [Flow("/a", "A", "2021-02", "in", 300, 300), Flow("/b", "B", "2021-02", "out", 300, 300)]
    drawn = Read(flows_bars(flows).svg).elements
    up, down = (held for name, held in drawn if name == "rect" and held["class"] == "full")
    assert abs(float(up["y"] or 0) + float(up["height"] or 0) - float(down["y"] or 0)) < 0.2


def test_a_stair_joins_totals_of_one_origin_only() -> None:
    """Totals of two origins are two stairs; one total alone makes none."""
    points = [Point(f"/{i}", "AB"[i % 2], f"2021-0{i + 1}", 100 * i + 5, 100 * i + 5) for i in range(4)]
    assert totals_steps(points).svg.count("stair ") == 2
    assert totals_steps(points[:1]).svg.count("stair ") == 0


def test_the_four_stages_differ_in_shape() -> None:
    """Announced, reported, confirmed and verified are told apart without colour."""
    assert len({stage_mark(stage, 10, 10) for stage in STAGES}) == 4


def test_the_list_of_a_phone_has_deadlines_among_the_days() -> None:
    """On a phone events, deadlines and rotations stand in one list, in the order of their days."""
    words = Read(timeline_chart(EVENTS, DUE, TURNS).narrow).words
    order = ["All are to leave", "Fighters due to leave", "301 depart", "A convoy leaves", "A camp is empty", "Vote"]
    places = [words.index(said) for said in order]
    assert places == sorted(places) and words.index("Some have left") > places[-1]


def test_evidence_of_many_claims_is_a_bar_a_month() -> None:
    """Where a month has more claims than can be told apart it is one bar; each claim is still linked in the table."""
    many = [Held(f"/claims/{i}", "2021-02-03", "S", "why") for i in range(120)]
    chart = evidence_by_day(many, [])
    assert Read(chart.svg).links() == set() and "120" in Read(chart.svg).words
    assert len(chart.table) == 120


def test_a_way_is_drawn_only_where_it_is_told() -> None:
    """No line joins two stops without a leg that names both."""
    assert 'class="way"' not in route(STOPS).svg
    assert 'class="way"' not in route(STOPS, [Leg("a", "elsewhere", "/claims/leg")]).svg
    assert route(STOPS, [Leg("a", "c", "/claims/leg")]).svg.count('class="way"') == 1


def test_pay_offered_and_owed_is_on_the_way() -> None:
    """Notes of a stop are in the picture, in the list for phones and in the table."""
    chart = route([Stage("a", "recruitment", "Towns", "/c", notes=("offered $2,000 a month",))])
    for part in (chart.svg, chart.narrow, "".join(chart.table[0])):
        assert "offered $2,000 a month" in Read(part).words


def test_weeks_without_claims_are_drawn_as_none() -> None:
    """A sparkline has a bar for each week from the first to the last."""
    assert weeks_of([Week("2021-01-18", 7), Week("2021-01-04", 3)]) == [3, 0, 7]
    assert "7 in the week from 18 Jan 2021" in Read(sparkline([Week("2021-01-18", 7)]).svg).words


def test_a_ceiling_that_copies_repeat_is_drawn_once() -> None:
    """Seven tellings of one bound are one row that says so; each stays linked in the table."""
    told = [Point(f"/claims/{i}", "A", "2020-05-07", 800, 1200, origin="A", copy=i > 0) for i in range(7)]
    chart = ceilings(told)
    assert Read(chart.svg).links() == {"/claims/0"} and "×7" in Read(chart.svg).words
    assert len(chart.table) == 7


def test_stops_of_one_kind_stand_side_by_side() -> None:
    """Where only destinations are told there is no empty column for what nobody told."""
    stops = [Stage(str(i), "destination", f"Town {i}", f"/c{i}") for i in range(2)]
    words = Read(route(stops).svg).words
    assert "Destination" in words and "Recruitment" not in words and "→" not in words


def test_a_mark_is_named_where_there_is_room() -> None:
    """On a wide page a source's name stands at its mark, and the key of letters is kept for narrow ones."""
    points = [Point("/a", "Pentagon", "2020-09", 3000, 3000), Point("/b", "N" * 40, "2020-01", 900, 900)]
    chart = stock_band(points)
    assert "Pentagon 3,000" in Read(chart.svg).words and "Pentagon 3,000" not in Read(chart.narrow).words
    assert chart.legend.count('class="spared"') == 1
