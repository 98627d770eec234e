"""The verb as a whole: order, precision of days, what must hold for any text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.link import link_claims
from musterroll.records import VERDICTS, Attribution, Claim, DayInterval, Part, Span
from musterroll.reference.packs import load_packs
from tests.link.reports import link_of, linked, report_of


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2021-03-25", "2021-03-25", 1),
        ("2021-03-22", "2021-03-28", 2),
        ("2021-03-01", "2021-03-31", 3),
        (None, "2021-03-25", 3),
    ],
)
def test_time_precision_follows_acled(first: str | None, last: str, precision: int) -> None:
    """1 is a day, 2 at most a week, 3 a month or an open end."""
    claim = linked("[force: Troops] came.", time=DayInterval(first, last))
    assert (claim.days, claim.time_precision) == (DayInterval(first, last), precision)


def test_a_claim_without_a_time_holds_up_to_the_reports_day() -> None:
    """No time in the sentence: the days end with the publisher's day; without that nothing is known."""
    assert linked("[force: Troops] came.").days == DayInterval(None, "2021-03-27")
    assert linked("[force: Troops] came.", day=None).days is None


def test_links_stand_in_the_order_of_the_parts() -> None:
    """Parts in order, then source, then relay; strength, goods and time get no link."""
    claim = linked(
        "[source: The UN] told [relay: Reuters] that [strength: 300] [force: Wagner fighters] went from [from: Syria] "
        "to [to: Libya] [time: on Monday] to join [side: the LNA]."
    )
    assert [link.role for link in claim.links] == ["force", "from", "to", "side", "source", "relay"]
    assert [link.id for link in claim.linked("side")] == ["libyan-national-army"]
    assert claim.id == claim.claim.id


WORDS = st.sampled_from(
    ["Tripoli", "Yarmouk", "Wagner", "SDF", "Syrian", "in", "near", ",", "Haftar’s", "forces", "the", "Libya", "ليبيا"],
) | st.sampled_from(["al-Jufra", "base", "Paris", "Texas", "-backed", "\n\n", "’s", "and", "St.", "UN", "they", "."])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.data())
def test_every_link_has_a_reason_and_only_linked_ones_an_id(words: list[str], data: st.DataObject) -> None:
    """Whatever the words and spans: nothing raises, an id stands only on "linked", candidates on "unsure"."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    parts = tuple(Part(role, Span(start, end)) for role in ("force", "side", "place", "from"))
    speech = Attribution("named-body", source=Span(start, end), relay=Span(start, end))
    claim = Claim("r", "presence", Span(0, 1), 0, parts, "positive", "actual", speech, "test")
    packs = load_packs("libya")
    (one,) = link_claims(report_of(text), [claim], packs)
    assert link_claims(report_of(text), [claim], packs) == [one]
    for link in one.links:
        assert link.verdict in VERDICTS and link.reason
        assert (link.verdict == "linked") == (link.id is not None) == (link.name is not None)
        assert (link.verdict == "unsure") == bool(link.candidates)
        assert link.pin is None or (link.kind == "place" and link.verdict == "linked")
    assert one.geo_precision in (1, 2, 3) and one.time_precision in (1, 2, 3)


def test_a_mission_that_publishes_its_own_words_is_their_source() -> None:
    """An outlet that no pack knows as one, but as an actor, speaks for itself; any other stays unknown."""
    claim = Claim("r", "presence", Span(0, 6), 0, (), "positive", "actual", Attribution("outlet"), "test")
    found = {}
    for outlet in ("UNSMIL", "The Village Crier"):
        report = replace(report_of("Troops came."), outlet=outlet)
        (linked_one,) = link_claims(report, [claim], load_packs("libya"))
        found[outlet] = [link.id for link in linked_one.links]
    assert found == {"UNSMIL": ["unsmil"], "The Village Crier": [None]}


def test_a_person_known_by_a_role_is_nobody_by_name() -> None:
    """Where the reader says what stands for a private person's name, the link has the role and not the name."""
    link = link_of("[force=a shopkeeper: Omar Halwani] was killed in [place: Sirte].", "force")
    assert (link.words, link.verdict, link.name) == ("a shopkeeper", "unknown", None)


def test_a_person_that_a_pack_knows_is_linked_whatever_the_role() -> None:
    """A name that the packs have is looked up itself, even where the report gives no office."""
    link = link_of("[force=a person named in the report: Khalifa Haftar] came to [place: Sirte].", "force")
    assert (link.verdict, link.id) == ("linked", "khalifa-haftar")
