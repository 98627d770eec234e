"""Places: linked where they are sure, and left open with the reason where not."""

import pytest

from tests.link.reports import link_of, linked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fighters left [place: Kufra] in Libya.", "geonames:88932"),
        ("Shells fell on [place: Tripoli] in Libya.", "geonames:2210247"),
        ("Shells fell on [place: Tripoli] in northern Lebanon.", "geonames:266826"),
        ("Men from [from: Hama] in Syria were flown out.", "geonames:170017"),
        ("The front runs through [place: Cyrenaica], in eastern Libya.", "area"),
        ("Rebels took [place: Deir ez-Zor] from the Syrian army.", "geonames:170794"),
        ("He flew to [to: the Russian Khmeimim Air Base in Latakia] in Syria.", "site:OSLK"),
        ("Jets landed at [place: Jufra air base] in Libya.", "site:HL69"),
        ("Jets landed at the [place: al-Jufra] airbase in Libya.", "site:HL69"),
        ("Troops hold [place: Syria’s Deir ez-Zor province].", "geonames:170792"),
        ("Troops entered [place: Syrian territory] at night.", "geonames:163843"),
    ],
)
def test_a_sure_place_is_linked(text: str, place: str) -> None:
    """A name with its country in the report leads to that place, a base to its site."""
    link = link_of(text, "place") if "[place" in text else link_of(text, "from" if "[from" in text else "to")
    assert link.verdict == "linked" and str(link.id).startswith(place), link
    assert link.pin


def test_kufra_is_not_in_turkey() -> None:
    """A place whose other name a Turkish town bears too is the one of the report's country."""
    link = link_of("Libyan border guards in [place: Kufra] stopped a convoy.", "place")
    assert link.verdict == "linked" and link.pin and link.pin.country == "LY"


@pytest.mark.parametrize(
    "text",
    [
        "In Libya, GNA forces stormed [place: Yarmouk camp] in southern Tripoli.",
        "Libyan forces took the [place: Yarmouk] camp south of Tripoli, Syrian mercenaries said.",
        "Clashes in [place: Yarmouk] near Tripoli, Libya, also hurt Syrian fighters.",
    ],
)
def test_yarmouk_in_tripoli_is_not_damascus(text: str) -> None:
    """A name that Damascus has too is never pinned there where the words beside it say Tripoli."""
    link = link_of(text, "place")
    assert not (link.verdict == "linked" and link.pin and link.pin.country == "SY")
    assert link.reason


def test_yarmouk_in_damascus_is() -> None:
    """The same name in a report about Syria alone is the camp in Damascus."""
    link = link_of("Syrian government forces shelled [place: Yarmouk] in Damascus.", "place")
    assert link.verdict == "linked" and link.pin and link.pin.country == "SY"


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("They met in [place: the town].", "unknown", "no name of a place"),
        ("They met in [place: Qwertyuiopolis], Libya.", "unknown", "no place of this name is known"),
        ("A [place: Syrian] was there.", "unknown", "a nationality"),
        ("In Libya they fought in [place: Springfield].", "unsure", ""),
        ("In Libya they fought in [place: Tecuci].", "unsure", "which the report does not name"),
        ("Forces left [place: Syria and Iraq].", "unsure", "several places are named"),
        ("In Libya they went to [place: Wadi al-Qarn Pass].", "unknown", "no place of this name is known"),
        ("In Libya jets flew over [place: El Sherara].", "unsure", "beside a base"),
    ],
)
def test_what_is_not_sure_stays_open_with_its_reason(text: str, verdict: str, reason: str) -> None:
    """No name, an unknown one, a nationality, one that lies where the report does not play: none gets a pin."""
    link = link_of(text, "place")
    assert (link.verdict, link.id, link.pin) == (verdict, None, None)
    assert reason in link.reason
    assert (verdict == "unsure") == bool(link.candidates)


def test_a_town_is_not_its_airport() -> None:
    """A weak name of a site leads to the site only beside a word like "base"; alone it is the town."""
    assert link_of("Convoys passed [place: Zuwara] in Libya.", "place").id == "geonames:2208425"
    assert link_of("Planes left [place: Zuwara airport] in Libya.", "place").id == "site:HLZW"


def test_a_short_form_may_mean_what_is_not_written() -> None:
    """A country that the report only has as a demonym, or not at all, is found by the words of the reader."""
    assert link_of("British men left [from=United Kingdom: their country].", "from").id == "geonames:2635167"
    assert link_of("Syrian men left [from=Syria: their country].", "from").id == "geonames:163843"


def test_a_short_form_is_the_place_it_stands_for() -> None:
    """ "the country" leads where the reader says it leads."""
    link = link_of("Libya is rich. Troops stay in [place=Libya: the country].", "place")
    assert (link.words, link.id) == ("Libya", "geonames:2215636")


@pytest.mark.parametrize(
    ("words", "precision"),
    [("Sirte", 1), ("the desert south of Sirte", 2), ("Libya", 3), ("Jufra air base", 1), ("Idlib province", 3)],
)
def test_geo_precision_follows_acled(words: str, precision: int) -> None:
    """1 is a town or a site, 2 near one, 3 a province or a country; the most exact place of a claim counts."""
    assert linked(f"In Libya and Syria, troops stood in [place: {words}].").geo_precision == precision
    assert linked(f"In Libya and Syria, troops went from [from: Libya] to [to: {words}].").geo_precision == precision


def test_a_claim_without_a_place_has_the_widest_precision() -> None:
    """No place, or one that stays open, is 3."""
    assert linked("[force: Troops] were there.").geo_precision == 3
    assert linked("Troops were in [place: Qwertyuiopolis].").geo_precision == 3
