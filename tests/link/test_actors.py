"""Actors: names of their own, demonyms, weak names, sources and outlets."""

from dataclasses import replace

import pytest

from musterroll.link.senders import Setting, link_sent
from musterroll.records import Link, Span
from musterroll.reference.packs import load_packs
from tests.link.reports import link_of, linked


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Haftar’s forces", "libyan-national-army"),
        ("LNA", "libyan-national-army"),
        ("field marshal Khalifa Hifter", "khalifa-haftar"),
        ("hundreds of Wagner Group fighters", "wagner-group"),
        ("Turkish-backed Sultan Murad Division", "sultan-murad-division"),
        ("the UN-recognised Government of National Accord", "government-of-national-accord"),
        ("Turkish troops", "turkish-armed-forces"),
        ("Turkey’s forces", "turkish-armed-forces"),
        ("Russia", "russia"),
        ("Russia’s Wagner Group", "wagner-group"),
        ("Syrian regime", "syria-assad-government"),
        ("مجموعة فاغنر", "wagner-group"),
    ],
)
def test_a_name_of_its_own_leads_to_its_actor(words: str, actor: str) -> None:
    """Spellings, possessives, counts before and kinds of people behind a name do not hide it."""
    link = link_of(f"In Libya, [force: {words}] were seen.", "force")
    assert (link.verdict, link.id) == ("linked", actor), link


def test_syrian_mercenaries_come_from_syria_and_are_no_place() -> None:
    """A demonym gives the force its origin and no actor; the claim gets no place from it."""
    claim = linked("[force: Syrian mercenaries] are in [place: Libya].")
    force, place = claim.links[:2]
    assert (force.verdict, force.origin, force.id) == ("unknown", "SY", None)
    assert "nationality" in force.reason
    assert place.id == "geonames:2215636"


def test_who_backs_them_is_not_who_they_are() -> None:
    """The sponsor before or behind the noun identifies and links nothing; the origin is the fighters' own."""
    for words in (
        "Turkish-backed Syrian fighters",
        "Syrian fighters loyal to Haftar",
        "Syrian rebels backed by Turkey",
    ):
        link = link_of(f"[force: {words}] were in Libya.", "force")
        assert link.verdict != "linked" or link.id == "syrian-fighters-via-turkey"
        assert link.origin == "SY" or link.verdict == "linked"


@pytest.mark.parametrize(
    ("text", "verdict", "actor"),
    [
        ("The Special Deterrence Force guards it. [force: SDF] men fired.", "linked", "special-deterrence-force"),
        ("The Syrian Democratic Forces hold Raqqa. [force: SDF] men fired.", "linked", "syrian-democratic-forces"),
        ("In Libya and Syria, [force: SDF] men fired.", "unsure", None),
        ("In Sudan, the [force: Libyan Army] crossed the border.", "unsure", None),
        ("The [force: Free Syrian Army] fought in Syria.", "linked", "free-syrian-army"),
    ],
)  # fmt: skip
def test_a_shared_name_needs_the_full_one_beside_it(text: str, verdict: str, actor: str | None) -> None:
    """An abbreviation that two bear is settled by a full name in the report, and else stays open with both."""
    link = link_of(text, "force")
    assert (link.verdict, link.id) == (verdict, actor), link
    assert verdict == "linked" or link.candidates


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In Libya the [force: House of Representatives] sent men.", "linked"),
        ("In Washington the [force: House of Representatives] met.", "unsure"),
        ("In Libya and Sudan the [force: General Command] sent men.", "unsure"),
        ("In Libya the [force: national army] sent men.", "unsure"),
        ("They told [force: us] so in Libya.", "unknown"),
        ("[source: The Sahara Conflict Observatory] counted [force: them].", "unknown"),
        ("[source: The Ministry of National Defence] sent [force: them].", "unknown"),
        ("[source: A Western diplomat following Libya] saw [force: them].", "unknown"),
        ("[force: French and Nigerien soldiers] left.", "unsure"),
        ("[force: An al-Qaeda affiliate] came.", "unsure"),
        ("[force: Libya’s rival forces] signed.", "unsure"),
    ],
)
def test_nothing_is_forced(text: str, verdict: str) -> None:
    """Names of many countries, pronouns, parts of longer names, two nations and whose-they-are link to nobody."""
    link = link_of(text, "source" if "[source" in text else "force")
    assert link.verdict == verdict, link


@pytest.mark.parametrize(("words", "group"), [
    ("Liwa al-Quds", "liwa-al-quds-syria"),
    ("al-Quds Brigades", "palestinian-islamic-jihad"),
    ("Quds Force", "quds-force"),
])  # fmt: skip
def test_groups_of_like_names_stay_apart(words: str, group: str) -> None:
    """The three groups that the press confuses are three."""
    assert link_of(f"[force: {words}] fighters arrived.", "force").id == group


@pytest.mark.parametrize(
    ("words", "reason"),
    [("fighters", "no name"), ("they", "no name"), ("They", "no name"), ("Jaysh al-Foo", "no pack knows this name")],
)
def test_who_is_not_known_stays_unknown(words: str, reason: str) -> None:
    """Words without a name, and names that no pack has, are unknown, each with its reason."""
    link = link_of(f"In Libya [force: {words}] arrived.", "force")
    assert (link.verdict, link.id, link.reason) == ("unknown", None, reason)


def test_a_short_form_is_who_it_stands_for() -> None:
    """ "the group" leads to the name that the reader resolved it to."""
    link = link_of("Wagner came. [force=Wagner: The group] stayed.", "force")
    assert (link.words, link.id) == ("Wagner", "wagner-group")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("[source: The Syrian Observatory for Human Rights] counted [force: fighters].", "sohr"),
        ("[source: LNA spokesman Ahmed al-Mismari] denied [force: it].", "ahmed-al-mismari"),
        ("[source: UN experts] said [force: it]. The UN Panel of Experts on Libya wrote.", "panel-of-experts-libya"),
        ("[source: Amnesty International] said [force: it].", "amnesty-international"),
    ],
)  # fmt: skip
def test_a_source_leads_to_its_actor(text: str, actor: str) -> None:
    """Monitors, spokesmen and panels are found by their names."""
    assert link_of(text, "source").id == actor


def test_an_unnamed_source_says_so() -> None:
    """An official of a state is an unnamed voice of it; sources of a nationality are unknown with their origin."""
    official = link_of("[source: a Turkish government official] said [force: it].", "source", kind="unnamed-person")
    assert official.id == "turkey" and official.reason.startswith("an unnamed voice of it")
    syrian = link_of("[source: Syrian sources in Libya] said [force: it].", "source", kind="unnamed-person")
    assert (syrian.verdict, syrian.origin) == ("unknown", "SY")


def test_relay_and_outlet_are_found() -> None:
    """The relay is the agency that is named, the source of an unattributed claim the outlet at the address."""
    claim = linked("[source: sources] told [relay: Anadolu Agency] so of [force: troops].", kind="unnamed-person")
    assert claim.links[-1].id == "anadolu-agency"
    own = link_of("[force: Troops] are there.", "source", url="https://www.libyanexpress.com/a-story/")
    assert (own.kind, own.id) == ("outlet", "libyan-express")
    assert link_of("[force: Troops] are there.", "source").verdict == "unknown"


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[by: Turkey] sent 18,000 [force: Syrian mercenaries] to [to: Libya].", "syrian-fighters-via-turkey"),
        ("[by: Russia] sent [force: Syrian fighters] to [to: Libya].", "syrian-fighters-via-russia"),
        ("The [by: LNA] will send home 300 [force: foreign fighters] from [from: Libya].", "foreign-fighters-lna-side"),
        ("[by: Turkey] sent [force: Syrian mercenaries] to [to: Azerbaijan].", None),
        ("[by: Italy] sent [force: Syrian mercenaries] to [to: Libya].", None),
        ("[force: Syrian mercenaries] are in [place: Libya].", None),
    ],
)
def test_people_of_a_nationality_are_whose_the_claim_says(marked: str, actor: str | None) -> None:
    """“Turkey sent Syrians to Libya” is of the one aggregate that Turkey has there; without the sender nobody is."""
    link = link_of(marked, "force")
    assert link.id == actor, link


def test_who_fights_people_does_not_send_them() -> None:
    """In a clash `by` is who attacks: “Turkey struck Syrian fighters” does not make them Turkey’s."""
    text = Span(0, 6)
    turkey = Link("by", text, "Turkey", "actor", "linked", "a name of its own", "turkey", "Turkey")
    syrians = Link("force", text, "Syrian fighters", "actor", "unknown", "people of a nationality", origin="SY")
    at = Setting(frozenset({"LY"}), None, load_packs("libya"))
    assert link_sent("clash", [turkey, syrians], at) == [turkey, syrians]
    assert link_sent("movement", [turkey, syrians], at)[1].id == "syrian-fighters-via-turkey"


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("forces of Khalifa Haftar", "libyan-national-army"),
        ("foreign troops and mercenaries", "foreign-forces-all-sides"),
    ],
)
def test_a_pack_knows_the_usual_turns_of_phrase(words: str, actor: str) -> None:
    """“Forces of” and “troops and mercenaries” are names as good as “Haftar’s forces” and “foreign fighters”."""
    assert link_of(f"[force: {words}] are in [place: Libya].", "force").id == actor


def test_a_surname_is_whom_the_report_names_in_full() -> None:
    """“Williams” is the envoy where the report names her, and open where it does not."""
    named = link_of("Stephanie Williams spoke. “They are here,” [source: Williams] said of [place: Libya].", "source")
    bare = link_of("“They are here,” [source: Williams] said of [place: Libya].", "source")
    assert (named.id, bare.verdict) == ("stephanie-williams", "unsure")


@pytest.mark.parametrize(
    ("marked", "role", "actor"),
    [
        ("[source: Syrian Observatory for Human Rights (SOHR)] spoke of [place: Libya].", "source", "sohr"),
        ("[by: Haftar's Libyan National Army (LNA)] left [from: Libya].", "by", "libyan-national-army"),
        ("[source: Ahmed al-Mismari, spokesman of the LNA] spoke of [place: Libya].", "source", "ahmed-al-mismari"),
        ("[source: Stephanie Williams of the UN mission] spoke of [place: Libya].", "source", "stephanie-williams"),
        ("[by: Libyan National Army of Khalifa Haftar] left [from: Libya].", "by", "libyan-national-army"),
        ("[force: army of Turkey] is in [place: Libya].", "force", "turkish-armed-forces"),
        ("Syrians fight on [side: Khalifa Haftar's side] in [place: Libya].", "side", "libyan-national-army"),
        ("Syrians fight on [side: Turkey's side] in [place: Libya].", "side", None),
        ("[by: the airline Cham Wings] flew to [to: Libya].", "by", "cham-wings"),
        ("[by: Islamic State of Iraq] struck in [place: Libya].", "by", None),
        ("[force: a sentry of the 137th] left [from: Libya].", "force", None),
    ],
)
def test_what_stands_around_a_name_does_not_hide_it(marked: str, role: str, actor: str | None) -> None:
    """Initials in brackets, an office, an owner; but a longer name is not taken for a shorter one."""
    assert link_of(marked, role).id == actor


def test_bare_soldiers_are_those_of_the_state_that_posts_them() -> None:
    """“Turkey has soldiers in Libya” says whose they are; whom a state pays or enlists need not be its own."""
    marked = "[by: Turkey] has hundreds of [force: soldiers] in [place: Libya]."
    links = linked(marked).links
    assert [link.id for link in links][:2] == ["turkey", "turkish-armed-forces"]
    bare = [replace(link, verdict="unknown", id=None) if link.role == "force" else link for link in links]
    assert link_sent("pay", bare, Setting(frozenset({"LY"}), None, load_packs("libya"))) == bare


@pytest.mark.parametrize(("day", "actor"), [("2018-05-01", None), ("2020-05-01", "syrian-fighters-via-turkey")])
def test_nobody_is_sent_before_their_sponsor_sends(day: str, actor: str | None) -> None:
    """A sponsor's years in the pack count: before December 2019 the Syrians whom Turkey sends are not yet these."""
    assert link_of("[by: Turkey] sent [force: Syrian fighters] to [to: Libya].", "force", day=day).id == actor
