"""Persons without public office are known by their roles; every sentence and person here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.read.persons import SOMEBODY, role_of
from musterroll.records import Page, Report


def report_of(text: str) -> Report:
    """Make a report from an invented text."""
    return extract_report(Page(text.encode("utf-8", "surrogatepass"), "invented", "record"))


@pytest.mark.parametrize(
    ("text", "words", "known_by"),
    [
        ("Shells killed Omar Halwani, 34, a shopkeeper, at his door.", "Omar Halwani", "a shopkeeper"),
        ("The driver Karim Testouri saw the trucks.", "Karim Testouri", "a driver"),
        ("“They came at night,” said taxi driver Karim Testouri.", "taxi driver Karim Testouri", "a taxi driver"),
        ("Karim Testouri was an engineer. Testouri saw the trucks.", "Testouri", "an engineer"),
        ("Striker David Oakenfell was hurt.", "David Oakenfell", "a striker"),
        ("They killed Sarah Winterbourne on Monday.", "Sarah Winterbourne", SOMEBODY),
        ("Mehmet Karaoren, who is a teacher, fled.", "Mehmet Karaoren", "a teacher"),
        ("Sarah O’Dunmore, a nurse, was hurt.", "Sarah O’Dunmore", "a nurse"),
        ("Mr. Quillfeather was hurt. The farmer Robert Quillfeather wept.", "Mr. Quillfeather", "a farmer"),
        ("Robert Quillfeather Jr., a farmer, was paid.", "Robert Quillfeather Jr.", "a farmer"),
    ],
)
def test_a_person_without_office_is_known_by_a_role(text: str, words: str, known_by: str) -> None:
    """The role that the report gives stands for the name; where it gives none, a person named in the report."""
    assert role_of(report_of(text), words) == known_by


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Col. Omar Halwani led the column.", "Omar Halwani"),
        ("Omar Halwani, spokesman for the army, denied it.", "Omar Halwani"),
        ("The envoy of the union, Sarah Winterbourne, was there. Winterbourne left.", "Winterbourne"),
        ("A teacher by training, Mayor Mehmet Karaoren fled.", "Mehmet Karaoren"),
        ("Omar Halwani, a teacher, fled. Omar Halwani was the governor until May.", "Omar Halwani"),
        ("Mr Halwani denied it. Omar Halwani is the governor.", "Mr Halwani"),
        ("Vladimir Putin spoke.", "Vladimir Putin"),
        ("Donald Trump spoke.", "Donald Trump"),
        ("The Hassan Karaoren Brigade left.", "Hassan Karaoren Brigade"),
        ("Omar Halwani’s fighters left.", "Omar Halwani’s fighters"),
        ("Sultan Murad fighters left Sirte.", "Sultan Murad fighters"),
        ("Wagner Group men left.", "Wagner Group men"),
        ("Testouri left.", "Testouri"),
        ("Fighters left.", "Fighters"),
        ("He left.", "He"),
    ],
)
def test_office_rank_packs_and_bodies_keep_their_names(text: str, words: str) -> None:
    """Who holds an office or a rank, or stands in a pack, keeps the name; so do groups, and words that name nobody."""
    assert role_of(report_of(text), words) is None


def test_names_of_persons_leave_the_claims_and_not_the_sentences() -> None:
    """A killed shopkeeper and a driver who tells of it are roles in the claim; spans and sentence stay as they are."""
    report = report_of(
        "SIRTE — Rebel shelling killed Omar Halwani, a shopkeeper, in Sirte on Monday, the driver Karim Testouri said.\n\n"
        "The army sent 300 soldiers to the town."
    )
    claims = read_claims(report)
    killed = next(claim for claim in claims if claim.type == "toll")
    (force,) = (part for part in killed.parts if part.role == "force")
    assert force.span.of(report.text).startswith("Omar Halwani") and force.resolved == "a shopkeeper"
    assert "Halwani" in report.sentences[killed.sentence].of(report.text)
    meant = [part.resolved for claim in claims for part in claim.parts] + [c.attribution.resolved for c in claims]
    assert not any(name in words for words in meant if words for name in ("Halwani", "Testouri"))


@given(st.text(max_size=200), st.text(max_size=40))
def test_no_words_break_it(text: str, words: str) -> None:
    """Any text and any words give a role or None, and no role holds a capital."""
    report = Report("page", "test", f"{text} {words}", (), (), "en")
    known_by = role_of(report, words)
    assert known_by is None or known_by == known_by.lower()
