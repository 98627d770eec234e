"""What holds for every chart: figures open, words are safe, nothing is nothing."""

import pytest

from musterroll.desk.charts import (
    Deadline,
    Event,
    Flow,
    Held,
    Leg,
    Point,
    Stage,
    ceilings,
    evidence_by_day,
    flows_bars,
    route,
    stock_band,
    timeline,
    totals_steps,
)
from tests.desk.charts.drawings import ALL, DUE, EMPTY, EVENTS, FLOWS, HARD, HELD, LEGS, POINTS, STOPS, TURNS, Read
from tests.desk.words import rendered

DRAWN = {**ALL, **HARD}
LINKED = {
    "stock": POINTS, "totals": POINTS, "ceilings": POINTS, "flows": FLOWS, "timeline": [*EVENTS, *TURNS],
    "evidence": HELD, "route": [*STOPS, *LEGS],
}  # fmt: skip
FIGURES = {
    "stock": ["6,701", "6,630", "7,002", "20,003", "4,004–9,005", "20,006", "907", "2,508", "309"],
    "flows": ["301", "102–203", "304", "305", "306"],
    "route": ["2,001", "1,502–1,803", "1,204"],
    "sparkline": ["3", "1,207"],
}
HOSTILE = "\"><script>alert(1)</script><a style='x' onload=y href=javascript:z>&amp;"
FIGURE = '{% import "desk/charts.html" as charts with context %}{{ charts.figure(chart, csv="/list?format=csv") }}'


@pytest.mark.parametrize("name", LINKED)
def test_every_figure_is_linked_in_picture_and_table(name: str) -> None:
    """Each figure's claim is linked from the wide picture and from the table."""
    chart = ALL[name]()
    asked = {held.link for held in LINKED[name]}
    assert asked <= Read(chart.svg).links()
    assert asked <= Read("".join(cell for row in chart.table for cell in row)).links()


@pytest.mark.parametrize("name", [name for name in LINKED if name != "route"])
def test_every_figure_is_linked_on_a_phone(name: str) -> None:
    """Each figure's claim is linked from the narrow variant too."""
    assert {held.link for held in LINKED[name]} <= Read(ALL[name]().narrow).links()


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_in_the_table(name: str) -> None:
    """The table has each number as it was given."""
    words = Read(" ".join(cell for row in ALL[name]().table for cell in row)).words
    assert [figure for figure in FIGURES[name] if figure not in words] == []


@pytest.mark.parametrize("name", DRAWN)
def test_rows_fit_their_columns(name: str) -> None:
    """Every row of a table has a cell for each column."""
    chart = DRAWN[name]()
    assert chart.table and {len(row) for row in chart.table} == {len(chart.columns)}


@pytest.mark.parametrize("name", DRAWN)
def test_pictures_hold_no_style_and_no_script(name: str) -> None:
    """No picture has an inline style, a script or an attribute that runs one."""
    chart = DRAWN[name]()
    for tag, held in Read(chart.svg + chart.narrow + chart.legend).elements:
        assert tag not in ("script", "style", "foreignobject")
        assert not [key for key in held if key == "style" or key.startswith("on")]


@pytest.mark.parametrize("name", DRAWN)
def test_all_lies_inside_the_picture(name: str) -> None:
    """No mark of a chart lies outside its viewBox."""
    chart = DRAWN[name]()
    for drawn in (chart.svg, chart.narrow):
        if drawn.startswith("<svg"):
            assert Read(drawn).beyond() == []


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_is_a_sentence(name: str) -> None:
    """A chart of nothing is a sentence and no picture."""
    chart = EMPTY[name]()
    assert chart.empty.endswith(".") and not chart.svg and not chart.narrow and not chart.table
    page = rendered(FIGURE, chart=chart)
    assert chart.empty in page and "<svg" not in page and "<table" not in page


@pytest.mark.parametrize("name", DRAWN)
def test_page_has_picture_table_and_csv(name: str) -> None:
    """The macro shows the picture, the same as a table, and the way to the CSV."""
    chart = DRAWN[name]()
    page = rendered(FIGURE, chart=chart)
    assert chart.svg in page and page.count("<tr>") == len(chart.table) + 1
    assert 'href="/list?format=csv"' in page and " style=" not in page


def test_hostile_words_stay_words() -> None:
    """Markup in a name, a note or a reason comes out as text, in pictures, keys and tables."""
    charts = [
        stock_band([Point("/c", HOSTILE, "2021-01-01", 5, 5)], [Deadline("2021-01-02", HOSTILE)], HOSTILE),
        totals_steps([Point("/c", HOSTILE, "2021-01-01", 5, 5, origin=HOSTILE)]),
        ceilings([Point("/c", HOSTILE, "2021-01-01", 5, 5)]),
        flows_bars([Flow("/c", HOSTILE, "2021-01", "in", 5, 5)], HOSTILE),
        timeline([Event("/c", None, HOSTILE, HOSTILE, HOSTILE)], DUE),
        evidence_by_day([Held("/c", "2021-01-01", HOSTILE, HOSTILE)], []),
        route([Stage(HOSTILE, HOSTILE, HOSTILE, "/c", notes=(HOSTILE,))], [Leg(HOSTILE, HOSTILE, "/c")]),
    ]
    for chart in charts:
        page = rendered(FIGURE, chart=chart)
        held = Read(page)
        assert not [tag for tag, _ in held.elements if tag == "script"]
        assert not [key for _, attributes in held.elements for key in attributes if key in ("style", "onload")]
        assert "<script>alert(1)</script>" in held.words


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://elsewhere.example/", "//elsewhere.example", "/\\e"]
)
def test_links_stay_on_the_site(address: str) -> None:
    """A figure that would lead to another site is refused."""
    with pytest.raises(ValueError, match="not an address of this site"):
        stock_band([Point(address, "Monitor", "2021-01-01", 5, 5)])
