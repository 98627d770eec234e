"""Chains: independence is counted on the origin of the statement; what is not known is said."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.records import LINK_ROLES, Claim, Moment, Quantity, Report
from musterroll.trace import trace_chains
from musterroll.trace.chains import count_origins
from musterroll.trace.origins import UNKNOWN
from musterroll.trace.statements import Statement, likeness
from tests.trace.invented import claim, report

MONITORS = ("Levant Observatory", "Crossborder Watch", "Sahel Monitor")
SPOKEN = ("officers", "he", "the army", None)
OUTLETS = ("Harbour Courier", "Morning Herald", "Reuters", "Desert Gazette")
WIRES: tuple[tuple[str, ...], ...] = ((), ("AFP",), ("AFP", "AP"))


@st.composite
def newsrooms(draw: st.DrawFn) -> tuple[list[Report], list[Claim]]:
    """A few reports, each with one claim, from one source or another."""
    reports, claims = [], []
    for number in range(draw(st.integers(1, 6))):
        source = draw(st.sampled_from(MONITORS + SPOKEN))
        force, count = draw(st.sampled_from(("fighters", "recruits"))), draw(st.sampled_from((200, 300)))
        text = f"Some {count} {force} were sent to Misrata" + (f", {source} said." if source else ".")
        day = draw(st.sampled_from(("2021-03-25", "2021-03-26", None)))
        made = report(
            f"r{number}", text, day=day, outlet=draw(st.sampled_from(OUTLETS)), agency=draw(st.sampled_from(WIRES))
        )
        kind = (
            "outlet"
            if source is None
            else "named-body"
            if source in MONITORS or source == "the army"
            else "unnamed-person"
        )
        told = claim(made, "sent", source=source, kind=kind, count=Quantity(count, count), force=force, to="Misrata")
        reports.append(made)
        claims.append(told)
    return reports, claims


@settings(deadline=None, max_examples=60)
@given(newsrooms(), st.randoms(use_true_random=False))
def test_the_order_of_import_does_not_matter(room: tuple[list[Report], list[Claim]], dice: random.Random) -> None:
    """The same reports and claims in another order have the same chains."""
    reports, claims = room
    chains = {chain.claim: chain for chain in trace_chains(reports, claims)}
    dice.shuffle(reports)
    dice.shuffle(claims)
    assert {chain.claim: chain for chain in trace_chains(reports, claims)} == chains


@settings(deadline=None, max_examples=60)
@given(newsrooms())
def test_every_claim_has_a_whole_chain(room: tuple[list[Report], list[Claim]]) -> None:
    """A chain ends at the claim's own outlet, names each once, and has an origin or the reason why it has none."""
    reports, claims = room
    outlets = {made.id: made.outlet for made in reports}
    for told, chain in zip(claims, trace_chains(reports, claims), strict=True):
        assert chain.claim == told.id
        assert (chain.links[-1].role, chain.links[-1].who) == ("outlet", outlets[told.report])
        assert {link.role for link in chain.links} <= set(LINK_ROLES)
        assert len({(link.who, link.role) for link in chain.links}) == len(chain.links)
        assert all(link.report in outlets for link in chain.links)
        assert (chain.origin is None) == bool(chain.reason)
        assert chain.reason is None or chain.reason.startswith(UNKNOWN)


@settings(deadline=None, max_examples=60)
@given(newsrooms())
def test_a_monitor_quoted_is_the_origin(room: tuple[list[Report], list[Claim]]) -> None:
    """What a monitor is quoted with has that monitor for its origin, in whatever report: two monitors are two."""
    reports, claims = room
    texts = {made.id: made.text for made in reports}
    for told, chain in zip(claims, trace_chains(reports, claims), strict=True):
        source = told.attribution.source
        if source and source.of(texts[told.report]) in MONITORS:
            assert chain.origin == source.of(texts[told.report])


def test_ten_papers_that_quote_one_monitor_are_one_origin() -> None:
    """However each puts it, ten papers that have it from one monitor count once; a second monitor makes it two."""
    ways = ("{0} counted 300 fighters sent to Misrata.", "Some 300 men, by the word of {0}, were sent to Misrata.")
    reports = [report(f"p{n}", ways[n % 2].format("Levant Observatory")) for n in range(10)]
    reports.append(report("other", ways[0].format("Crossborder Watch")))
    claims = [
        claim(r, "sent", source=s, kind="named-body", to="Misrata")
        for r, s in zip(reports, ["Levant Observatory"] * 10 + ["Crossborder Watch"], strict=True)
    ]
    chains = trace_chains(reports, claims)
    assert count_origins(chains[:10]) == (1, 0)
    assert count_origins(chains) == (2, 0)


@pytest.mark.parametrize(
    ("sentence", "source", "kind", "words"),
    [
        ("Fighters were reportedly sent to Misrata.", None, "unnamed", "names nobody"),
        ("Fighters were sent to Misrata, officers said.", "officers", "unnamed-person", "“officers” names nobody"),
        ("Fighters were sent to Misrata, he said.", "he", "named-person", "it is not clear who “he” is"),
        ("Fighters were sent to Misrata, the army said.", "the army", "named-body", "“the army” names nobody"),
        ("Fighters were sent to Misrata.", None, "outlet", "The Paper states it without a source"),
    ],
)
def test_an_unknown_origin_is_said(sentence: str, source: str | None, kind: str, words: str) -> None:
    """A source that names nobody is no origin, and the reason is in the chain."""
    made = report("paper", sentence)
    (chain,) = trace_chains([made], [claim(made, "sent", source=source, kind=kind, to="Misrata")])
    assert chain.origin is None
    assert chain.reason
    assert words in chain.reason


@pytest.mark.parametrize(
    ("sentences", "source", "origin", "evidence"),
    [
        (("Men were sent, officers told Reuters.",), "officers", "Reuters", ()),
        (
            ("Men were sent, sources speaking with Anadolu Agency said.",),
            "sources speaking with Anadolu Agency",
            "Anadolu Agency",
            (),
        ),
        (
            ("Men were sent, officers said.", "Reuters reported it first."),
            "officers",
            "Reuters",
            ("the one medium that The Paper names is Reuters",),
        ),
        (("Men were sent, officers said on Telegram.",), "officers", None, ()),
        (("Men were sent, officers told state television.",), "officers", None, ()),
        (("Men were sent, officers told this newspaper.",), "officers", "The Paper", ()),
        (("Men were sent, officers said.", "Reuters reported it.", "AFP quoted others."), "officers", None, ()),
    ],
    ids=[
        "told",
        "speaking with",
        "the one medium named",
        "a platform",
        "some medium",
        "this newspaper",
        "two media named",
    ],
)
def test_sources_without_a_name_belong_to_who_spoke_to_them(
    sentences: tuple[str, ...], source: str, origin: str | None, evidence: tuple[str, ...]
) -> None:
    """The medium stands in the claim, in the source's own words, or alone in the report; and then that is said."""
    made = report("paper", *sentences)
    relays = ("told Reuters", "on Telegram", "told state television", "told this newspaper")
    relay = next((words.partition(" ")[2] for words in relays if words in made.text), None)
    (chain,) = trace_chains(
        [made], [claim(made, "sent", source=source, kind="unnamed-person", relay=relay, force="Men")]
    )
    assert chain.origin == origin
    assert chain.evidence == evidence
    between = relay or origin
    assert [link.who for link in chain.links] == [source, *([between] if between else []), "The Paper"]


def test_an_outlet_that_nobody_knows_is_no_origin() -> None:
    """Reports whose outlet is unknown are not taken for one outlet's."""
    made = replace(
        report("a", "Men were sent, officers told this newspaper.", byline=("Amal Said",), dateline="SABHA"),
        outlet=None,
    )
    told = claim(made, "sent", source="officers", kind="unnamed-person", relay="this newspaper", force="Men")
    (chain,) = trace_chains([made], [told])
    assert (chain.origin, chain.links[-1].who) == (None, "an unnamed outlet")


def test_credits_to_two_wires_leave_the_origin_open() -> None:
    """Where a report credits two agencies together, neither is guessed."""
    made = report("paper", "Fighters were sent to Misrata.", agency=("AFP", "Reuters"))
    (chain,) = trace_chains([made], [claim(made, "sent", to="Misrata")])
    assert chain.origin is None
    assert chain.reason == "origin unknown: The Paper states it without a source and credits AFP and Reuters"
    assert [link.who for link in chain.links] == ["AFP", "Reuters", "The Paper"]


def test_a_rewrite_that_names_another_source_has_its_own_origin() -> None:
    """Two reports of one wire's desk, each on its own monitor's word, are two origins."""
    first, second = (
        report(f"p{n}", f"Some 300 fighters were sent to Misrata port in two planes, the {name} said.", agency=("AFP",))
        for n, name in enumerate(MONITORS[:2])
    )
    how = {"kind": "named-body", "force": "fighters", "to": "Misrata port", "count": Quantity(300, 300)}
    chains = trace_chains(
        [first, second],
        [claim(r, "sent", source=s, **how) for r, s in zip((first, second), MONITORS, strict=False)],  # type: ignore[arg-type]
    )
    assert [chain.origin for chain in chains] == list(MONITORS[:2])
    assert not any(chain.drift for chain in chains)


def test_a_rewrite_that_names_another_medium_has_its_own_origin() -> None:
    """Officers who spoke to one medium are not those who spoke to another, in whatever report they are quoted."""
    text = "Some 300 fighters were sent to Misrata port in two planes, officers told {}."
    first = report("first", text.format("Reuters"), outlet="Reuters")
    second = report("second", text.format("Anadolu Agency"), "Reuters reported it too.", day="2021-03-26")
    claims = [
        claim(made, "sent", source="officers", kind="unnamed-person", relay=relay, force="fighters", to="Misrata port")
        for made, relay in ((first, "Reuters"), (second, "Anadolu Agency"))
    ]
    chains = trace_chains([first, second], claims)
    assert [chain.origin for chain in chains] == ["Reuters", "Anadolu Agency"]
    assert chains[1].first == claims[1].id


def test_a_copy_that_exchanges_the_source_keeps_the_origin() -> None:
    """Where the rest of the text is the wire's word for word, another name in it is drift and no second origin."""
    rest = (
        "They landed before dawn with crates of ammunition for the garrison.",
        "The trucks of the port guard waited at the end of the runway until noon.",
        "Nobody at the airport would say who had paid for the flights.",
    )
    wire, paper = (
        report(
            f"p{n}",
            f"Some 300 fighters were sent to Misrata port in two planes, the {name} said.",
            *rest,
            day=f"2021-03-2{n}",
        )
        for n, name in enumerate(MONITORS[:2])
    )
    claims = [
        claim(r, "sent", source=s, kind="named-body", to="Misrata")
        for r, s in zip((wire, paper), MONITORS, strict=False)
    ]
    chains = trace_chains([wire, paper], claims)
    assert [chain.origin for chain in chains] == [MONITORS[0]] * 2
    assert [(d.field, d.before, d.after) for d in chains[1].drift] == [("attribution", *MONITORS[:2])]


def test_a_claim_without_its_report_is_refused() -> None:
    """A claim whose report was not given is an error that names both."""
    made = report("paper", "Fighters were sent to Misrata.")
    with pytest.raises(ValueError, match="paper"):
        trace_chains([], [claim(made, "sent", to="Misrata")])


def test_nothing_gives_nothing() -> None:
    """No reports and no claims have no chains; a report without sentences harms nobody."""
    assert trace_chains([], []) == []
    assert trace_chains([report("empty"), report("blank", "")], []) == []


def test_another_medium_in_the_authors_place_passed_the_claim_on() -> None:
    """A page signed by another newspaper had the claim through it, and the origin stays whom the sources told."""
    text = "Some 200 fighters were sent to Misrata, local sources told Anadolu Agency."
    paper = replace(report("r", text, day="2021-03-26", outlet="Desert Gazette"), byline=("Middle East Monitor",))
    told = claim(paper, "sent", source="local sources", kind="unnamed-person", relay="Anadolu Agency")
    (chain,) = trace_chains([paper], [told])
    assert chain.origin == "Anadolu Agency"
    assert [(link.role, link.who) for link in chain.links[1:]] == [
        ("agency", "Anadolu Agency"), ("relay", "Middle East Monitor"), ("outlet", "Desert Gazette"),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "through"), [("2020-05-07", False), ("2020-05-08", True)])
def test_of_two_rewrites_of_one_day_neither_came_through_the_other(root: Path, day: str, through: bool) -> None:
    """Who was first is not known within a day: the origin is shared, and no paper is put between it and the other."""
    names = ("samples/libya/020-wagner-afp-explica.html", "samples/libya/013-wagner-libya-observer.html")
    first, second = (extract_report(page) for page in collect_pages([str(root / name) for name in names]))
    papers = [first, replace(second, published=Moment(day, "stated"))]
    told = [
        claim(paper, verb, "presence", "UN Panel of Experts on Libya", "named-body", force=force, place="Libya")
        for paper, verb, force in zip(papers, ("deployed", "are"), ("Wagner Group", "Wagner mercenaries"), strict=True)
    ]
    chains = trace_chains(papers, told)
    assert {chain.origin for chain in chains} == {"UN Panel of Experts on Libya"}
    assert any(link.role == "relay" for chain in chains for link in chain.links) is through


def test_fighters_in_one_country_are_too_little_for_two_types() -> None:
    """“Wagner and Janjaweed fighters are present in Libya” is not “fighters are sent from Russia's base to Libya”."""
    one = report("one", "Fighters are recruited at Russia's base at Khmeimim and sent to Libya, the sources said.")
    two = report(
        "two", "Turkish government forces, Russia's Wagner Group, Chadians and Janjaweed fighters are present in Libya."
    )
    sent = Statement(claim(one, "sent", source="sources", kind="unnamed-person", force="Fighters", to="Libya"), one, 0)
    here = Statement(claim(two, "present", "presence", force="Janjaweed fighters", place="Libya"), two, 1)
    assert likeness(here, sent) == 0


@pytest.mark.parametrize(
    ("second", "source", "kind", "origin"),
    [
        ("Two were hurt, the Observatory said.", "Observatory", "named-body", "Levant Observatory for Detainees"),
        ("Two were hurt, the monitor said.", "monitor", "unnamed-body", "Levant Observatory for Detainees"),
        ("Two were hurt, a monitor said.", "monitor", "unnamed-body", None),
        ("Two were hurt, the ministry said.", "ministry", "unnamed-body", None),
    ],
)
def test_a_body_named_in_full_is_meant_by_its_last_word(
    second: str, source: str, kind: str, origin: str | None
) -> None:
    """After its full name "the Observatory" and "the monitor" are the same origin; "a monitor" may be any."""
    first = "Nine men were sent, the Levant Observatory for Detainees said."
    one = report("a", first, second)
    claims = [
        claim(one, "sent", source="Levant Observatory for Detainees", kind="named-body"),
        claim(one, "hurt", "toll", source=source, kind=kind, sentence=1),
    ]
    chains = trace_chains([one], claims)
    assert [chain.origin for chain in chains] == ["Levant Observatory for Detainees", origin]
