"""The demo ledger shows what it is there to show: row by row of `tests/golden/demo/expected.csv`, and the list of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from musterroll import ledger
from musterroll.records import LinkedClaim
from tests.pipeline.libya import Demo, Row, build, rows_of

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "libya"
LIBYA, SIRTE, BENGHAZI = "geonames:2215636", "geonames:2210554", "geonames:88319"
CEASEFIRE = "ly-ceasefire-2020-foreign-forces"
# Rows that the ledger does not show yet, each with the reason; a row that comes to hold must leave this list.
FAILING = {
    "004 seed: soldiers and militias seek to join": "the reader takes “are seeking to join” for planned, not for actual",
    "078 arrived 10000": "“Another 10,000 have arrived” reads as a new batch, a flow: the sentence does not say ever",
}


def named(row: Row) -> str:
    """Return what a row is called: the number of its report and what it is about."""
    return f"{row['report file'][:3]} {row['what']}"


def cases() -> Iterator[object]:
    """Yield every row, those that are known to fail marked with the reason."""
    for row in rows_of(ROOT / "tests" / "golden" / "demo" / "expected.csv"):
        why = FAILING.get(named(row))
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        yield pytest.param(row, id=named(row), marks=marks)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Build the demo ledger once."""
    where = tmp_path_factory.mktemp("demo") / "demo.db"
    build(SAMPLES, where)
    ledger.open_ledger(where)
    yield Demo(SAMPLES)
    ledger.close_ledger()


def bounds(text: str) -> int | None:
    """Return the figure of a cell."""
    return int(text) if text else None


def figures(one: LinkedClaim) -> tuple[int | None, int | None]:
    """Return the bounds that a claim states: none of them there is 0."""
    if one.claim.polarity == "negative" and one.claim.strength is None:
        return 0, 0
    return (one.claim.strength.min, one.claim.strength.max) if one.claim.strength else (None, None)


def differs(demo: Demo, row: Row, one: LinkedClaim) -> list[str]:
    """Return in what a claim is not what a row says."""
    matter = demo.finding_of[one.id].matter
    actors = {matter.force, *(link.id for role in ("force", "by") for link in one.linked(role))}
    places = {matter.place, *(link.id for link in one.links if link.kind == "place")}
    nobody = (matter.force or "said:").startswith("said:")
    wanted = bounds(row["min"]), bounds(row["max"])
    negative = one.claim.polarity == "negative"
    holds = {
        "claim type": row["claim type"] in (one.claim.type, matter.type),
        "force id": nobody if row["force id"] == "unknown" else row["force id"] in actors,
        "place id": not row["place id"] or row["place id"] in places,
        "measure": row["measure"] == matter.measure,
        "figures": figures(one) == wanted or (negative and wanted == (0, 0)),
        "origin": origin_holds(demo, row["origin"], one),
    }
    return [name for name, held in holds.items() if not held]


def origin_holds(demo: Demo, wanted: str, one: LinkedClaim) -> bool:
    """Say whether the origin of a claim is the one wanted: by a name of it, or as a claim of that origin has it linked."""
    own = demo.chains[one.id].origin
    if wanted == "unknown":
        return own is None
    origins = [origin for origin in demo.finding_of[one.id].origins if one.id in origin.claims]
    alike = [demo.by_id[claim] for origin in origins for claim in origin.claims]
    linked = {link.id for claim in (one, *alike) for link in claim.linked("source")}
    everybody = {**demo.packs.actors, **demo.packs.outlets}
    names = {name.casefold() for name in (everybody[wanted].name, *everybody[wanted].names)}
    return wanted in linked or any(name in str(own).casefold() for name in names)


@pytest.mark.parametrize("row", list(cases()))
def test_the_demo_ledger_has_every_row(demo: Demo, row: Row) -> None:
    """A claim of the report has the type, force, place, figures and origin of the row, its finding the measure."""
    found = [differs(demo, row, one) for one in demo.claims_in(row["report file"])]
    assert [] in found, found


@pytest.mark.parametrize(
    ("file", "first", "field", "after"),
    [
        ("004", "002", "attribution", "local Syrian sources"),
        ("007", "002", "attribution", "Syrian sources in Libya"),
        ("079", "078", "type", "presence (are)"),
        ("080", "078", "type", "presence (were)"),
        ("082", "081", "qualifier", "At least 20,000"),
        ("083", "081", "qualifier", "More than 20,000"),
    ],
)
def test_what_changed_on_the_way_is_said(demo: Demo, file: str, first: str, field: str, after: str) -> None:
    """The chain of a claim leads to the report that had it first, and says what became of it."""
    chains = [demo.chains[one.id] for one in demo.claims if demo.file_of(one.id).startswith(file)]
    found = {(demo.file_of(chain.first)[:3], drift.field, drift.after) for chain in chains for drift in chain.drift}
    assert (first, field, after) in found


def test_the_seed_story_is_one_chain(demo: Demo) -> None:
    """Anadolu's soldiers reach Libyan Express through no other origin; Venezuela is in no report of Anadolu."""
    express = [demo.chains[one.id] for one in demo.claims_in("007-seed-libyan-express.html")]
    assert {"Anadolu Agency", None} == {chain.origin for chain in express}
    links = [(link.who, link.role) for chain in express for link in chain.links]
    assert {("Anadolu Agency", "agency"), ("Middle East Monitor", "relay"), ("Libyan Express", "outlet")} <= set(links)
    venezuela = {demo.file_of(one.id)[:3] for one in demo.claims if any(link.name == "Venezuela" for link in one.links)}
    assert {"004", "007"} <= venezuela
    assert "002" not in venezuela


def test_the_20000_of_libyan_express_have_no_source_and_stand_apart(demo: Demo) -> None:
    """ "As many as 20,000" is a ceiling of unknown origin, and not among those who count 20,000 there."""
    (ceiling,) = [
        finding
        for finding in demo.findings
        if (finding.matter.force, finding.measure, finding.max) == ("foreign-forces-all-sides", "ceiling", 20000)
    ]
    assert [origin.name for origin in ceiling.origins] == [None]
    assert {demo.file_of(claim)[:3] for claim in ceiling.claims} == {"007"}


def test_the_20000_of_december_are_one_origin(demo: Demo) -> None:
    """Six reports of the envoy's 20,000, hers and the UN's, are one finding of one origin."""
    (stock,) = [
        finding
        for finding in demo.findings
        if (finding.matter.force, finding.measure, finding.matter.period)
        == ("foreign-forces-all-sides", "stock", "2020-12")
    ]
    assert (stock.min, len(stock.reports), [origin.name for origin in stock.origins]) == (
        20000,
        6,
        ["Stephanie Williams"],
    )
    assert stock.grade == "single-origin"


def test_the_total_and_the_stock_of_18000_never_meet(demo: Demo) -> None:
    """The total ever sent and the same number read as those present are two findings of two measures."""
    found = {
        (finding.type, finding.measure): {demo.file_of(claim)[:3] for claim in finding.claims}
        for finding in demo.findings
        if finding.matter.force == "syrian-fighters-via-turkey" and 18000 in (finding.min, finding.max)
    }
    assert "078" in found["movement", "total"]
    assert "080" in found["presence", "stock"]


def test_wagner_has_its_four_figures(demo: Demo) -> None:
    """0 (denied), 800–1,200, up to 2,000 and 3,000 each have a finding, and no bound of them is mixed."""
    found = {
        (finding.matter.place, finding.measure, finding.min, finding.max, finding.grade)
        for finding in demo.findings
        if finding.matter.force == "wagner-group" and finding.type == "presence"
    }
    assert {
        (SIRTE, "none", None, None, "denied"),
        (BENGHAZI, "stock", 0, 300, "contested"),
        (LIBYA, "ceiling", 800, 1200, "single-origin"),
        (LIBYA, "stock", 800, 1200, "single-origin"),
        (LIBYA, "ceiling", None, 2000, "single-origin"),
        (LIBYA, "stock", 3000, 3000, "single-origin"),
    } <= found


def test_nine_papers_with_the_panels_figure_are_one_origin(demo: Demo) -> None:
    """However many carried the 800 to 1,200, and through whichever wire, the panel alone counted them."""
    for finding in demo.findings:
        if finding.matter.force == "wagner-group" and (finding.min, finding.max) == (800, 1200):
            assert len(finding.origins) == 1, [origin.name for origin in finding.origins]


def test_the_300_announced_are_no_300_gone(demo: Demo) -> None:
    """The promise of November 2021 is a ceiling; told as done it is a flow on another's word."""
    found = {
        demo.file_of(claim)[:3]: finding.measure
        for finding in demo.findings
        if finding.type == "withdrawal" and 300 in (finding.min, finding.max)
        for claim in finding.claims
    }
    assert (found["047"], found["048"], found["049"]) == ("ceiling", "ceiling", "flow")


def test_the_ceasefire_clause_is_held(demo: Demo) -> None:
    """The clause of 23 October 2020 has its deadline of 23 January 2021, and evidence for and against with sentences."""
    holding = demo.holdings[CEASEFIRE]
    assert (holding.since, holding.until) == ("2020-10-23", "2021-01-23")
    assert {evidence.stance for evidence in holding.evidence} == {"for", "against"}
    assert all(demo.words(evidence.claim) for evidence in holding.evidence)
    assert {"011", "047"} <= {demo.file_of(evidence.claim)[:3] for evidence in holding.evidence}


def test_no_number_of_the_demo_lacks_a_sentence(demo: Demo) -> None:
    """Every bound of every finding rests on claims of the ledger, each with a sentence."""
    for finding in demo.findings:
        for bound, claims in ((finding.min, finding.min_claims), (finding.max, finding.max_claims)):
            assert (bound is None) == (not claims), finding.id
            assert all(demo.words(claim) for claim in claims)


def test_every_row_that_fails_is_a_row() -> None:
    """No reason is kept for a row that is not there."""
    assert set(FAILING) <= {named(row) for row in rows_of(ROOT / "tests" / "golden" / "demo" / "expected.csv")}
