"""Rewrites are known by what ties them; agreement alone is no tie."""

from dataclasses import replace

import pytest

from musterroll.records import Moment, Report
from musterroll.trace.glossary import glossary_of, imprint_of
from musterroll.trace.kinship import Kin, find_kinships
from musterroll.trace.kinship import kin_of as kin_of_row
from musterroll.trace.marks import published
from musterroll.trace.row import row_of
from tests.trace.invented import report

LEAD = "Turkey flew 240 fighters of the Sultan Murad Division to Misrata and Watiya on Monday."
OTHER = "At Misrata and Watiya some 240 men of the Sultan Murad Division stepped out of Turkey’s planes."
QUOTE = "“We were promised two thousand dollars a month and a bed,” one of them said."


def kin_of(*reports: Report) -> list[list[Kin]]:
    """The kin of some reports without claims."""
    row = row_of(reports, [], glossary_of(imprint_of(made, []) for made in reports))
    kin = dict(zip((made.id for made in row.reports), kin_of_row(row, find_kinships(row)), strict=True))
    places = [next(at for at, other in enumerate(reports) if other is made) for made in row.reports]
    return [[near._replace(earlier=places[near.earlier]) for near in kin[made.id]] for made in reports]


def test_who_names_an_outlet_and_retells_it_is_its_rewrite() -> None:
    """A relay by name, with figures and names in common, is a rewrite, whatever the wording."""
    first = report("first", LEAD, day="2020-01-06", outlet="Harbour Courier")
    second = report("second", OTHER, "They are the second group, Harbour Courier reported.", day="2020-01-07")
    assert kin_of(first, second)[0] == []
    (kin,) = kin_of(first, second)[1]
    assert (kin.earlier, kin.kind) == (0, "rewrite")
    assert "The Second names Harbour Courier" in kin.evidence


def test_one_wire_is_one_story() -> None:
    """Two who credit the same agency for the same figures and names tell one story."""
    reports = [report("a", LEAD, QUOTE, agency=("AFP",)), report("b", OTHER, QUOTE, agency=("AFP",))]
    assert "both credit AFP" in kin_of(*reports)[1][0].evidence


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (report("a", LEAD), report("b", OTHER)),
        (report("a", LEAD, QUOTE), report("b", OTHER, QUOTE)),
        (report("a", LEAD, QUOTE, agency=("AP",)), report("b", OTHER, QUOTE, agency=("AFP",))),
        (report("a", LEAD, agency=("AFP",)), report("b", "Rain stopped the harvest in Sabratha.", agency=("AFP",))),
        (report("a", LEAD, agency=("AFP",)), report("b", OTHER, agency=("AFP",), day="2021-04-25")),
    ],
    ids=["agreement", "one speech", "two wires", "another subject", "a month later"],
)
def test_agreement_is_no_rewrite(first: Report, second: Report) -> None:
    """Figures, names and quotations alone, other agencies, another subject, or a month between do not make one."""
    assert kin_of(first, second) == [[], []]


def test_time_decides_who_was_first() -> None:
    """By instant where it is known, across time zones; by day else; a report without a day is nobody's model."""
    early = report("z", LEAD, QUOTE, agency=("AFP",), day="2021-03-25")
    late = report("a", LEAD, QUOTE, agency=("AFP",), day="2021-03-26")
    undated = report("b", LEAD, QUOTE, agency=("AFP",), day=None)
    kin = kin_of(late, early, undated)
    assert [k.earlier for k in kin[0]] == [1]
    assert kin[1] == []
    assert {k.earlier for k in kin[2]} == {0, 1}


def test_days_are_those_of_utc() -> None:
    """An instant late in the evening west of Greenwich is the next day."""
    moment = Moment("2021-03-25", "json-ld", "2021-03-25T22:30:00-05:00")
    assert published(replace(report("a", LEAD), published=moment))[0] == "2021-03-26"
