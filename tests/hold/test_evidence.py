"""Evidence: what speaks for and against a clause, by a table of invented sentences."""

import pytest

from musterroll.hold import hold_findings
from tests.hold.invented import CLAUSE, evidence, holdings, packs, told

FRONT = "ly-ceasefire-2020-frontlines"
ARMS = "unscr-1970-arms"
NO_MEDDLING = "ly-berlin1-noninterference"

AGAINST = {
    "present after the deadline": told("Wagner is in Libya.", force="Wagner", place="Libya"),
    "a foreign force known by its people alone": told("They are in Sirte.", force="Syrian fighters", place="Sirte"),
    "bare mercenaries, as the pack lists the word": told("Mercenaries stay.", force="mercenaries", place="Tripoli"),
    "present since before the deadline and still": told("Since 2019.", force="Wagner", place="Libya", time=("2019-01-01", None)),
    "placed by the side they are with": told("Wagner fights with the LNA.", force="Wagner", side="LNA"),
    "placed by the title": told("The foreign fighters stay.", force="foreign fighters", title="Envoy: hired men still in Libya"),
    "came in after the signing": told("Turkey sent them.", "movement", "2020-11-05", trigger="sent", by="Turkey", force="Syrian fighters", to="Libya"),
    "came to the country, whoever they are": told("Fighters were sent.", "movement", trigger="sent", force="fighters", to="Libya"),
    "came from outside, whoever they are": told("Men went.", "movement", trigger="went", force="men", from_="Aleppo", to="Tripoli"),
    "recruited for a side": told("They hire.", "recruitment", force="Syrian fighters", side="LNA"),
    "recruited abroad for the country": told("They hire.", "recruitment", force="men", place="Aleppo", to="Libya"),
    "had not left by the deadline": told("Not yet.", "withdrawal", polarity="negative", force="Wagner", from_="Libya", time=(None, "2021-01-23")),
    "a withdrawal that does not happen": told("No sign.", "withdrawal", polarity="negative", force="foreign fighters", from_="Libya"),
}  # fmt: skip
FOR = {
    "left the country": told("They left.", "withdrawal", trigger="left", force="foreign fighters", from_="Libya"),
    "left for another country": told("They flew.", "withdrawal", trigger="flew", force="Wagner", from_="Tripoli", to="Syria"),
    "returned, told as a movement": told("They went.", "movement", trigger="went", force="Syrian fighters", from_="Libya", to="Syria"),
    "a denial of presence": told("None here.", polarity="negative", force="Wagner", place="Sirte"),
    "a denial of arrival": told("None sent.", "movement", polarity="negative", force="Syrian fighters", by="Turkey", to="Libya"),
    "an announcement": told("They will go.", "withdrawal", modality="planned", force="foreign fighters", from_="Libya"),
}  # fmt: skip
NEITHER = {
    "present before the deadline: not yet due": told("Wagner is in Libya.", day="2020-12-02", force="Wagner", place="Libya"),
    "present on the day of the deadline": told("Wagner is in Libya.", day="2021-01-23", force="Wagner", place="Libya"),
    "present before, told later": told("They were.", force="Wagner", place="Libya", time=("2020-06-01", "2020-06-30")),
    "came in before the signing": told("They came.", "movement", "2020-10-22", trigger="came", force="Wagner", to="Libya"),
    "not said whether before or after the signing": told("They came.", "movement", trigger="came", force="Wagner", to="Libya", time=("2020-01-01", "2020-12-31")),
    "demanded": told("They must go.", "withdrawal", modality="called-for", force="foreign fighters", from_="Libya"),
    "required": told("They must go.", "withdrawal", modality="required", force="foreign fighters", from_="Libya"),
    "possible": told("They may be.", modality="possible", force="Wagner", place="Libya"),
    "an arrival planned": told("They will come.", "movement", modality="planned", force="Wagner", to="Libya"),
    "a move inside the country": told("They fled.", "withdrawal", trigger="fled", force="Wagner", from_="Tripoli", to="Bani Walid"),
    "left a town, not said for where": told("They left.", "withdrawal", trigger="left", force="Wagner", from_="Sirte"),
    "moved between two towns": told("They went.", "movement", trigger="went", force="Wagner", from_="Tripoli", to="Sirte"),
    "the country's own forces": told("The LNA is there.", force="LNA", place="Sirte"),
    "the country's own people, sent by another state": told("Turkey moved them.", "movement", trigger="moved", by="Turkey", force="Libyan fighters", to="Tripoli"),
    "UN monitors are no foreign fighters": told("They are there.", force="UNSMIL monitors", place="Tripoli"),
    "another state's monitors are none either": told("They are there.", force="African Command", place="Tripoli"),
    "a move inside from a part of the country": told("They left.", "withdrawal", trigger="left", force="Wagner", from_="eastern Libya", to="Bani Walid"),
    "a force in another country": told("Wagner is there.", force="Wagner", place="Syria"),
    "nobody knows whose": told("Gunmen are there.", force="gunmen", place="Tripoli"),
    "nobody knows where": told("Wagner stays.", force="Wagner"),
    "a title about two countries": told("They stay.", force="Wagner", title="Fighters in Libya and in Ukraine"),
    "no day at all": told("Wagner is in Libya.", day=None, force="Wagner", place="Libya"),
    "had not left before the deadline": told("Not yet.", "withdrawal", day="2020-12-01", polarity="negative", force="Wagner", from_="Libya"),
    "came at some time before a day": told("They came.", "movement", trigger="came", force="Wagner", to="Libya", time=(None, "2021-03-31")),
    "a clash": told("They fight.", "clash", by="Wagner", place="Sirte"),
}  # fmt: skip
BACKGROUND = {
    "a relative clause": "Fighters whom Turkey sent to Libya have revolted.",
    "a participle": "Fighters sent by Turkey to Libya have revolted.",
    "a sum over all time": "Turkey has sent 5,000 fighters to Libya.",
    "a tally": "So far Turkey sent 5,000 fighters to Libya.",
}


@pytest.mark.parametrize("name", AGAINST)
def test_it_speaks_against_the_clause_on_foreign_forces(name: str) -> None:
    """Presence after the deadline, arrivals and recruitment after the signing, and withdrawals that do not happen."""
    (found,) = evidence(AGAINST[name])
    assert found.stance == "against" and found.stage is None and found.day


@pytest.mark.parametrize("name", FOR)
def test_it_speaks_for_the_clause_on_foreign_forces(name: str) -> None:
    """Departures from the country, announcements of them, and denials speak for compliance."""
    (found,) = evidence(FOR[name])
    assert found.stance == "for"
    assert (found.stage is None) == ("denial" in name)


@pytest.mark.parametrize("name", NEITHER)
def test_it_is_no_evidence_at_all(name: str) -> None:
    """What is not yet due, demanded, planned, elsewhere, somebody else's or not known speaks neither way."""
    assert evidence(NEITHER[name]) == ()


@pytest.mark.parametrize("name", BACKGROUND)
def test_background_without_a_day_is_only_counted(name: str) -> None:
    """An arrival told as background may be older than the clause: no evidence, but a day that is missing."""
    row = told(
        BACKGROUND[name], "movement", trigger="sent", by="Turkey", force="Syrian fighters", to="Libya", count=5000
    )
    held = holdings(row)[CLAUSE]
    assert held.evidence == ()
    assert held.missing_against[-1] == "a day for 1 claim that may be older than it"


def test_since_the_ceasefire_is_a_day_that_counts() -> None:
    """A sum since the ceasefire lies after it."""
    words = "Planes have flown 400 mercenaries to Libya since the ceasefire."
    (found,) = evidence(told(words, "movement", trigger="flown", force="mercenaries", to="Libya", count=400))
    assert found.stance == "against"


def test_a_total_says_nothing_of_when() -> None:
    """Where an editor or a finding has a figure as a total ever sent, its report's day is not the day of arrival."""
    row = told(
        "Turkey sent 18,000.",
        "movement",
        trigger="sent",
        by="Turkey",
        force="Syrian fighters",
        to="Libya",
        measure="total",
    )
    assert evidence(row) == ()


def test_the_reason_says_rule_day_and_source() -> None:
    """Every line says in words why it is there, how many days past, and on whose word."""
    (found,) = evidence(
        told("Wagner is in Libya.", day="2021-01-24", force="Wagner", place="Libya", source="SOHR", count=2000)
    )
    assert found.why == (
        "forces that should be gone are there; 1 days after the deadline of 2021-01-23; "
        "on the word of Syrian Observatory for Human Rights"
    )
    assert (found.day, found.min, found.max) == ("2021-01-24", 2000, 2000)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (FOR["a denial of presence"], "said of Sirte alone"),
        (told("None.", polarity="negative", force="Wagner", place="Libya", source="LNA"), "a bound party, or of its side"),
        (AGAINST["placed by the title"], "the sentence names no place, the report's title does"),
        (AGAINST["placed by the side they are with"], "placed by the side that they are with"),
        (told("They are there.", force="Turkish army", place="Tripoli"), "a state's own forces: whether a clause on mercenaries and fighters covers them is open"),
        (told("They are there.", force="soldiers", by="Turkey", place="Tripoli"), "a state's own forces: whether a clause on mercenaries and fighters covers them is open"),
        (told("They came.", "movement", trigger="came", force="Wagner", to="Sirte"), "from where is not said: it may be a move inside"),
    ],
)  # fmt: skip
def test_what_was_concluded_is_said(row: tuple, says: str) -> None:  # type: ignore[type-arg]
    """What places a claim, what limits a denial and whom the clause may not cover stand in its reason."""
    assert says in evidence(row)[0].why


@pytest.mark.parametrize(
    ("clause", "stance", "row"),
    [
        (FRONT, "against", told("They are there.", force="LNA", place="Sirte")),
        (FRONT, "against", told("They fight.", "clash", by="LNA", place="Sirte")),
        (FRONT, "against", told("They went.", "movement", trigger="went", force="LNA", to="Sirte")),
        (FRONT, "for", told("They left.", "withdrawal", trigger="left", force="LNA", from_="Sirte", to="Tripoli")),
        (FRONT, None, told("They are there.", force="LNA", place="Jufra base")),
        (FRONT, None, told("They are there.", force="LNA", place="Tripoli")),
        (FRONT, None, told("They are there.", force="LNA", place="Libya")),
        (ARMS, "against", told("It shipped arms.", "supply", by="Turkey", force="GNA", to="Libya", trigger="shipped")),
        (ARMS, "for", told("It sent none.", "supply", by="Turkey", to="Libya", polarity="negative")),
        (ARMS, None, told("It gave arms.", "supply", by="LNA", to="Sirte")),
        ("unscr-1970-export", "against", told("It sold arms.", "supply", by="LNA", from_="Libya", to="Sudan")),
        ("unscr-1591-darfur-arms", "against", told("Arms came.", "supply", trigger="came", by="Russia", to="Nyala")),
        ("unscr-1591-darfur-arms", None, told("Arms came.", "supply", trigger="came", by="Russia", to="Khartoum")),
        (NO_MEDDLING, "against", told("They are there.", force="Wagner", place="Libya")),
        (NO_MEDDLING, "against", told("It sent men.", "movement", trigger="sent", by="Turkey", force="Syrian fighters", to="Libya")),
        (NO_MEDDLING, None, told("They are there.", force="Chadian fighters", place="Libya")),
        (NO_MEDDLING, None, told("It sends them home.", "withdrawal", by="LNA", force="Chadian fighters", from_="Libya")),
        (NO_MEDDLING, None, told("They are there.", force="LNA", place="Libya")),
        ("ly-berlin1-mercenaries", "against", told("It hires.", "recruitment", by="Russia", force="Syrian fighters", to="Libya")),
        ("ly-berlin1-mercenaries", "against", told("It pays.", "pay", by="Turkey", force="Syrian fighters", place="Libya")),
        ("ly-ceasefire-2020-training-freeze", "against", told("Turkey trains men.", "support", "2020-12-01", trigger="trains", by="Turkey", place="Libya")),
        ("ly-ceasefire-2020-training-freeze", None, told("Turkey trains men.", "support", "2021-06-01", trigger="trains", by="Turkey", place="Libya")),
        ("ly-ceasefire-2020-training-freeze", None, told("Turkey trains men.", "support", "2021-04-01", time=("2021-03-01", "2021-03-31"), trigger="trains", by="Turkey", place="Libya")),
        ("ly-ceasefire-2020-training-freeze", None, told("Turkey funds men.", "support", "2020-12-01", trigger="funds", by="Turkey", place="Libya")),
        ("unscr-2570-monitors", "for", told("They are there.", force="UNSMIL monitors", place="Tripoli")),
        ("unscr-2570-monitors", "against", told("None there.", day="2021-10-01", polarity="negative", force="UNSMIL monitors", place="Sirte")),
        ("tr-ly-mou-2019", "against", told("They shell.", "clash", trigger="shell", by="Turkish army", place="Sirte")),
        ("tr-ly-mou-2019", None, told("They are shelled.", "clash", force="Turkish army", by="LNA", place="Sirte")),
        ("lna-300-2021", None, told("They are there.", day="2021-12-01", force="Wagner", place="Libya")),
        ("jeddah-2023-3", "against", told("They recruit children.", "recruitment", "2023-08-01", force="children", place="Khartoum")),
        ("jeddah-2023-3", None, told("They recruit men.", "recruitment", "2023-08-01", force="men", place="Khartoum")),
    ],
)  # fmt: skip
def test_other_duties_have_rules_of_their_own(clause: str, stance: str | None, row: tuple) -> None:  # type: ignore[type-arg]
    """What a clause asks, of whom and where stands in the pack; the rules of that duty alone decide."""
    assert [found.stance for found in evidence(row, clause=clause)] == ([stance] if stance else [])


def test_every_commitment_has_its_holding() -> None:
    """Without any claim there are still 49 holdings, sorted by id, and each says what it lacks."""
    held = hold_findings([], [], [], [], packs())
    assert [one.id for one in held] == sorted(packs().commitments)
    clause = next(one for one in held if one.id == CLAUSE)
    assert clause.evidence == () and (clause.since, clause.until) == ("2020-10-23", "2021-01-23")
    assert "new recruitment" in clause.missing_against
    assert "not looked for by rule: new trenches or bases" in clause.missing_against


def test_what_is_found_is_missing_no_more() -> None:
    """A kind of evidence that is there leaves the list; an announced departure is none yet."""
    announced, left = FOR["an announcement"], FOR["left the country"]
    wanted = packs().commitments[CLAUSE].evidence_for[0].words
    assert wanted in holdings(announced)[CLAUSE].missing_for
    assert wanted not in holdings(left)[CLAUSE].missing_for
