"""The gate: what is not about armed forces gives no claim, and says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.read.gate import is_about_forces, pass_gate
from musterroll.records import Attribution, Claim, Page, Part, Report, Span
from musterroll.training.corpus import load_authored, load_corpus

ELSEWHERE = Path(__file__).parents[1] / "golden" / "gate" / "elsewhere.txt"
WAR = "Rebels seized the bridge. Soldiers shelled the hills, and a militia fled."
CARS = "Deliveries begin in spring. The estate will go 410 kilometres, and its maker sends more."


def report_of(text: str, title: str | None = None) -> Report:
    """Make a report from an invented text."""
    return replace(extract_report(Page(text.encode(), "invented", "record")), title=title)


def claim_in(report: Report, word: str, score: float = 0.8) -> Claim:
    """Make a claim whose trigger is a word of a report."""
    start = report.text.index(word)
    sentence = next(n for n, span in enumerate(report.sentences) if span.start <= start < span.end)
    span, part = Span(start, start + len(word)), Part("force", report.sentences[sentence])
    speech = Attribution("outlet")
    return Claim(report.id, "clash", span, sentence, (part,), "positive", "actual", speech, "test", score=score)


def test_all_claims_of_a_report_about_forces_pass() -> None:
    """A report dense with armed words keeps every claim, however unsure the reader was, and there is nothing to say."""
    report = report_of(WAR)
    claims = [claim_in(report, "seized", 0.3), claim_in(report, "fled", 0.4)]
    passed = pass_gate(report, claims)
    assert (passed.claims, passed.left_out, passed.reason) == (tuple(claims), 0, None)


def test_no_claim_of_a_report_without_armed_words_passes() -> None:
    """Where no word is about armed forces nothing passes, however sure the reader was; the reason counts what was left."""
    report = report_of(CARS)
    passed = pass_gate(report, [claim_in(report, "Deliveries", 0.99), claim_in(report, "sends", 1.0)])
    assert passed.claims == ()
    assert passed.reason == "not about armed forces: 2 of 2 claims left out"


def test_a_report_without_claims_says_that_it_is_about_something_else() -> None:
    """A report that is not about armed forces says so even where the reader found nothing in it."""
    assert pass_gate(report_of(CARS), []).reason == "not about armed forces: no claims"
    assert pass_gate(report_of(WAR), []).reason is None


def test_a_claim_about_a_force_passes_in_a_report_about_something_else() -> None:
    """In a report with an armed word or two a claim passes by its own sentence, or where the reader is nearly sure."""
    rest = "The minister spoke of pensions and roads for an hour and of schools for two. " * 12
    report = report_of(f"Arms went to the province in May. {rest}He was beaten in the vote. They were killed there.")
    own, unsure = claim_in(report, "went"), claim_in(report, "went", 0.6)
    other, sure = claim_in(report, "beaten"), claim_in(report, "killed", 0.98)
    passed = pass_gate(report, [own, unsure, other, sure])
    assert passed.claims == (own, sure)
    assert passed.reason == "not about armed forces: 2 of 4 claims left out"


def test_a_title_counts() -> None:
    """A report whose title alone names a force is about it where the text is as short."""
    text = "They left the town on Monday after a night of talks, and nobody was seen on the road."
    assert is_about_forces(report_of(text, "Militia leaves town"))
    assert not is_about_forces(report_of(text, "Guests leave town"))


def test_the_gate_may_be_left_open() -> None:
    """Not gated, the reader gives what it found; gated, a part of that, in the same order."""
    report = report_of("The chain recruits 1,200 people, sends them to the south and pays them from the first day.")
    everything = read_claims(report, gated=False)
    assert everything and read_claims(report) == []
    war = report_of(WAR)
    assert read_claims(war) == read_claims(war, gated=False) != []


def test_invented_texts_about_other_things_are_not_about_forces() -> None:
    """Of 64 invented texts full of words of war used of other things, at most 9 are taken to be about armed forces."""
    texts = load_authored(ELSEWHERE)
    assert len(texts) == 64
    assert sum(is_about_forces(report_of(one.text)) for one in texts) <= 9


def test_reports_of_war_are_about_forces(root: Path) -> None:
    """Of 58 reports of war that are kept out of training, at least 56 are about armed forces."""
    _, check = load_corpus(root / "training" / "corpus", ("authored/a.txt", "authored/g*.txt", "authored/m*.txt"))
    war = [one for one in check if one.claims]
    assert len(war) == 58
    assert sum(is_about_forces(report_of(one.text)) for one in war) >= 56


@pytest.mark.parametrize("text", ["", "x", "’s", "'s's", "forces", "\u202eforces", "Chadian forces"])
def test_no_text_breaks_the_gate(text: str) -> None:
    """Texts of nothing, one word, or marks alone go through without an error."""
    report = Report("page", "test", text, (), (Span(0, len(text)),), "en")
    assert pass_gate(report, []).claims == ()
