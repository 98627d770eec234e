"""Tracing again what a change can reach equals tracing everything afresh."""

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.records import Chain, Claim, Kinship, Lineage, Quantity, Report
from musterroll.trace import retrace, trace_chains
from musterroll.trace.retracing import Retraced
from tests.trace.invented import claim, report

OUTLETS = ("Harbour Courier", "Desert Gazette", "Reuters")
WIRES: tuple[tuple[str, ...], ...] = ((), ("AFP",), ("AP",))
SOURCES = ("Levant Observatory", "LOD", "officers", "Salem Bin Gritli")
DAYS = ("2021-03-25", "2021-03-26", "2021-04-20", "2021-05-01", None)
CAMP = (
    "They were taken from the camps at Hawar Killis in two buses before dawn.",
    "Most had signed for three months and were promised two thousand dollars a month.",
)
ASIDES = (
    "Harbour Courier reported it first.",
    "The Levant Observatory for Detainees (LOD) keeps its lists in Gaziantep.",
    "The Libyan Office for Detention (LOD) said nothing.",
    "“We were promised two thousand dollars a month and a bed,” one of them told Desert Gazette.",
    "The planes came from Gaziantep and Sarrin by way of Mitiga and Watiya.",
)
News = dict[str, tuple[Report, Claim]]


@st.composite
def newsrooms(draw: st.DrawFn) -> News:
    """A few invented wires, copies and rewrites, with outlets and initials that only some of them explain."""
    made = (_told(draw, f"r{number}") for number in range(draw(st.integers(1, 6))))
    return {told.id: (told, made_claim) for told, made_claim in made}


def _told(draw: st.DrawFn, name: str) -> tuple[Report, Claim]:
    source, count = draw(st.sampled_from(SOURCES)), draw(st.sampled_from((240, 300)))
    lead = draw(st.sampled_from(("{1} fighters were sent to Misrata, {0} said.", "{0}: {1} men were sent to Misrata.")))
    sentences = (
        lead.format(source, count),
        *(CAMP if draw(st.booleans()) else ()),
        *draw(st.sets(st.sampled_from(ASIDES))),
    )
    made = report(
        name, *sentences, day=draw(st.sampled_from(DAYS)), outlet=draw(st.sampled_from(OUTLETS)),
        agency=draw(st.sampled_from(WIRES)),
    )  # fmt: skip
    kind = "unnamed-person" if source == "officers" else "named-body"
    return made, claim(made, "sent", source=source, kind=kind, count=Quantity(count, count), to="Misrata")


def traced(news: News, lineage: Lineage, come: Collection[str] = (), gone: Collection[str] = ()) -> Retraced:
    """Trace again with a fetch that gives what is asked for and nothing else."""

    def fetch(ids: Collection[str]) -> tuple[Sequence[Report], Sequence[Claim]]:
        return [news[id_][0] for id_ in ids], [news[id_][1] for id_ in ids]

    return retrace(lineage, fetch, come, gone)


def chains_of(*changes: Retraced) -> dict[str, Chain]:
    """The chains that hold after some changes, one upon the other."""
    found: dict[str, Chain] = {}
    for change in changes:
        found = {id_: chain for id_, chain in found.items() if chain.links[-1].report in change.lineage.imprints}
        found |= {chain.claim: chain for chain in change.chains}
    return found


def afresh(news: News, ids: Collection[str]) -> dict[str, Chain]:
    """The chains of some reports, traced whole."""
    return {c.claim: c for c in trace_chains([news[id_][0] for id_ in ids], [news[id_][1] for id_ in ids])}


@settings(deadline=None, max_examples=60)
@given(newsrooms(), st.data())
def test_a_report_that_goes_was_never_there(news: News, data: st.DataObject) -> None:
    """Chains and lineage after some reports went are those of the others, and after they came back what they were."""
    gone = data.draw(st.sets(st.sampled_from(sorted(news)), min_size=1))
    whole = traced(news, Lineage(), news.keys())
    less = traced(news, whole.lineage, gone=gone)
    assert chains_of(whole, less) == afresh(news, news.keys() - gone)
    assert less.lineage == traced(news, Lineage(), news.keys() - gone).lineage
    back = traced(news, less.lineage, come=gone)
    assert chains_of(whole, less, back) == chains_of(whole)
    assert back.lineage == whole.lineage


@settings(deadline=None, max_examples=40)
@given(newsrooms(), st.data())
def test_reports_may_come_one_by_one_in_any_order(news: News, data: st.DataObject) -> None:
    """However reports come, and in whatever order, the chains are those of tracing them all at once."""
    lineage, changes = Lineage(), []
    for id_ in data.draw(st.permutations(sorted(news))):
        changes.append(traced(news, lineage, come=[id_]))
        lineage = changes[-1].lineage
    assert chains_of(*changes) == afresh(news, news.keys())


@settings(deadline=None, max_examples=40)
@given(newsrooms(), st.data())
def test_a_report_read_anew_is_traced_anew(news: News, data: st.DataObject) -> None:
    """A report that comes again with other claims leaves nothing behind of those it had."""
    whole = traced(news, Lineage(), news.keys())
    id_ = data.draw(st.sampled_from(sorted(news)))
    made, _ = news[id_]
    other = news | {id_: (made, claim(made, "sent", kind="outlet", to="Misrata"))}
    again = traced(other, whole.lineage, come=[id_])
    assert again.lineage == traced(other, Lineage(), other.keys()).lineage
    found = {told.id for _, told in other.values()}
    assert {id_: chain for id_, chain in chains_of(whole, again).items() if id_ in found} == afresh(other, other.keys())


def test_what_cannot_be_reached_is_not_fetched() -> None:
    """When a report goes, those that are not kin to it are neither fetched nor traced."""
    news: News = {}
    for number, (place, wire) in enumerate([("Misrata", "AFP"), ("Misrata", "AFP"), ("Sabha", "AP")]):
        text = f"Some 240 fighters were sent to {place} from Gaziantep, officers said."
        made = report(f"r{number}", text, day=f"2021-03-2{number}", agency=(wire,))
        how = {"source": "officers", "kind": "unnamed-person", "count": Quantity(240, 240)}
        news[made.id] = made, claim(made, "sent", to=place, **how)  # type: ignore[arg-type]
    whole = traced(news, Lineage(), news.keys())
    assert {(kin.earlier, kin.later) for kin in whole.lineage.kinships} == {("r0", "r1")}
    less = traced({"r1": news["r1"]}, whole.lineage, gone=["r0"])
    assert less.reports == {"r1"}
    assert [chain.first for chain in less.chains] == [news["r1"][1].id]


def test_an_outlet_that_comes_makes_its_name_known() -> None:
    """A report that names an outlet nobody knows goes back to it as soon as a report of that outlet has come."""
    first = report(
        "first", "Some 240 fighters flew to Misrata, officers said.", outlet="Harbour Courier", day="2019-01-01"
    )
    later = report(
        "later", "Some 240 fighters flew to Misrata, officers said. Harbour Courier reported it.", outlet="X"
    )
    news = {made.id: (made, claim(made, "flew", source="officers", kind="unnamed-person")) for made in (first, later)}
    alone = traced(news, Lineage(), come=["later"])
    assert alone.chains[0].origin is None
    both = traced(news, alone.lineage, come=["first"])
    assert {chain.claim: chain.origin for chain in both.chains}[news["later"][1].id] == "Harbour Courier"


@pytest.mark.parametrize(("come", "gone", "words"), [((), ("r9",), "never traced"), (("r9",), (), "not given")])
def test_a_report_that_is_not_there_is_refused(come: tuple[str, ...], gone: tuple[str, ...], words: str) -> None:
    """What goes without having been there, or comes without being given, is an error that names it."""
    with pytest.raises(ValueError, match=f"{words}.*r9"):
        retrace(Lineage(), lambda _: ([], []), come, gone)


def test_kinships_are_of_the_kinds_named() -> None:
    """Every kinship names an earlier and a later report, one of the three kinds, and its evidence."""
    made = [report(f"r{n}", "Some 240 men were sent to Misrata, Salem Bin Gritli said.", *CAMP * n) for n in (0, 1, 2)]
    news = {
        r.id: (r, claim(r, "sent", source="Salem Bin Gritli", kind="named-person", count=Quantity(240, 240)))
        for r in made
    }
    kinships = traced(news, Lineage(), news.keys()).lineage.kinships
    assert {kin.kind for kin in kinships} == {"copy", "same statement"}
    assert all(isinstance(kin, Kinship) and kin.evidence and kin.earlier != kin.later for kin in kinships)
