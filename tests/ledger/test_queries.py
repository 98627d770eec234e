"""What can be asked: filters keep what they say, slices miss nothing, words are found."""

from dataclasses import replace
from itertools import product

import pytest

from musterroll import ledger
from musterroll.ledger import ClaimFilter, FindingFilter, ReportFilter
from musterroll.ledger.queries import words
from musterroll.records import NotInLedger, Refusal
from tests.ledger.invented import PACKS, a_judgement, a_reading, derived_from

READINGS = [
    a_reading(1, day="2021-03-01"),
    a_reading(2, day="2021-03-01"),
    a_reading(3, force="blue-guard", day="2021-04-05"),
    a_reading(4, claims=0, day="2021-05-01"),
]
UNDATED = replace(a_reading(5), report=replace(a_reading(5).report, published=None, outlet="The Quiet Paper", url=None))


@pytest.fixture
def filled(where: str) -> str:
    """Return where a filled ledger lies."""
    ledger.put_packs(PACKS)
    ledger.add_readings([*READINGS, UNDATED])
    ledger.put_derived(derived_from(ledger.standing().claims))
    return where


FINDINGS_ASKED = [
    (FindingFilter(), ["blue-guard", "grey-column"]),
    (FindingFilter(force="grey-column"), ["grey-column"]),
    (FindingFilter(force="Grey column"), ["grey-column"]),
    (FindingFilter(type="presence", measure="stock", grade="single-origin"), ["blue-guard", "grey-column"]),
    (FindingFilter(type="toll"), []),
    (FindingFilter(measure="flow"), []),
    (FindingFilter(grade="denied"), []),
    (FindingFilter(place="geonames:1"), []),
    (FindingFilter(since="2021-04-01"), ["blue-guard"]),
    (FindingFilter(until="2021-03-31"), ["grey-column"]),
    (FindingFilter(since="2021-05-01"), []),
    (FindingFilter(report=READINGS[0].report.id), ["grey-column"]),
    (FindingFilter(claim=READINGS[2].claims[0].id), ["blue-guard"]),
    (FindingFilter(words="Blue Newtown"), ["blue-guard"]),
    (FindingFilter(words="elsewhere"), []),
]


def test_findings_are_filtered(filled: str) -> None:
    """Each filter keeps the findings that it asks for, those last reported first."""
    for what, forces in FINDINGS_ASKED:
        assert [one.matter.force for one in ledger.findings(what)] == forces, what


CLAIMS_ASKED = [
    (ClaimFilter(), 8),
    (ClaimFilter(report=READINGS[0].report.id), 2),
    (ClaimFilter(type="presence", polarity="positive", modality="actual"), 8),
    (ClaimFilter(type="toll"), 0),
    (ClaimFilter(polarity="negative"), 0),
    (ClaimFilter(modality="planned"), 0),
    (ClaimFilter(force="blue guard"), 2),
    (ClaimFilter(actor="blue-guard"), 2),
    (ClaimFilter(source="blue-guard"), 0),
    (ClaimFilter(place="blue-guard"), 0),
    (ClaimFilter(since="2021-04-01"), 2),
    (ClaimFilter(until="2021-03-31"), 4),
    (ClaimFilter(words="301 fighters"), 1),
    (ClaimFilter(words="fighter"), 8),
    (ClaimFilter(words=""), 0),
    (ClaimFilter(status="rejected"), 0),
    (ClaimFilter(status=None), 8),
]


def test_claims_are_filtered(filled: str) -> None:
    """Each filter keeps the claims that it asks for."""
    for what, count in CLAIMS_ASKED:
        assert len(ledger.claims(what)) == count, what


@pytest.mark.parametrize("few", [0, 1, 100])
def test_few_and_many_sentences_give_the_same(filled: str, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the sentences that have the words are looked up or the list is walked, the same is found."""
    monkeypatch.setattr(words, "FEW_FOR_CLAIMS", few)
    monkeypatch.setattr(words, "FEW_FOR_FINDINGS", few)
    test_findings_are_filtered(filled)
    test_claims_are_filtered(filled)


def test_actors_are_counted_as_their_claims_stand(filled: str) -> None:
    """An actor has its standing claims, each once; what is rejected or retracted does not count."""

    def told() -> int:
        return next(line.claims for line in ledger.actors() if line.id == "grey-column")

    claims = list(ledger.claims(ClaimFilter(force="grey-column")))
    assert told() == len(claims)
    with ledger.rehearsal():
        ledger.judge(a_judgement("reject", claims[0].id))
        assert told() == len(claims) - 1
        ledger.judge(a_judgement("retract", claims[0].report.id))
        assert told() == len(list(ledger.claims(ClaimFilter(force="grey-column")))) == len(claims) - 2


def test_a_claim_in_a_list_has_its_sentence_and_report(filled: str) -> None:
    """A line gives the words that the claim was read from, and says whose they are."""
    line = next(iter(ledger.claims(ClaimFilter(words="301"))))
    assert line.words == "The Blue Guard has 301 fighters at Newtown, an aide said."
    assert (line.report.title, line.report.outlet, line.report.day) == ("Invented report 3", "The Post", "2021-04-05")
    assert ledger.claim_lines([line.id, "nobody"]) == (line,)


def test_claims_are_found_by_status(filled: str) -> None:
    """Rejected and retracted claims are in lists of their own, and told apart where all are asked for."""
    ledger.judge(a_judgement("reject", READINGS[0].claims[0].id))
    ledger.judge(a_judgement("retract", READINGS[2].report.id))
    found = {status: len(ledger.claims(ClaimFilter(status=status))) for status in ("standing", "rejected", "retracted")}
    assert found == {"standing": 5, "rejected": 1, "retracted": 2}
    lines = ledger.claims(ClaimFilter(status=None))
    assert {status: sum(line.status == status for line in lines) for status in found} == found


def test_claims_of_a_merged_actor_are_found_with_the_other(filled: str) -> None:
    """Who asks for an actor gets the claims of those merged into it."""
    ledger.judge(a_judgement("merge", "blue-guard", (("into", "grey-column"),)))
    assert len(ledger.claims(ClaimFilter(force="grey-column"))) == 8
    merged = next(one for one in ledger.actors() if one.id == "blue-guard")
    assert (merged.claims, merged.into) == (0, "grey-column")


def test_actors_are_counted(filled: str) -> None:
    """Every actor that is named has its counts of standing claims and of findings."""
    ledger.judge(a_judgement("retract", READINGS[0].report.id))
    ledger.judge(a_judgement("reject", READINGS[1].claims[0].id))
    counts = {one.id: (one.name, one.kind, one.claims, one.findings) for one in ledger.actors()}
    assert counts == {
        "grey-column": ("Grey Column", "armed-group", 3, 1),
        "blue-guard": ("Blue Guard", "armed-group", 2, 1),
    }


REPORTS_ASKED = [
    (ReportFilter(), [4, 3, 1, 2, 5]),
    (ReportFilter(outlet="the post"), [4, 3, 1, 2]),
    (ReportFilter(outlet="post.example", since="2021-04-01"), [4, 3]),
    (ReportFilter(until="2021-03-31"), [1, 2]),
    (ReportFilter(language="ar"), []),
    (ReportFilter(words="invented 4"), [4]),
    (ReportFilter(words="blue guard"), [3]),
    (ReportFilter(status="retracted"), []),
    (ReportFilter(status="standing", language="en"), [4, 3, 1, 2, 5]),
]


def test_reports_are_filtered(filled: str) -> None:
    """Each filter keeps the reports that it asks for, the newest first, the undated last."""
    for what, numbers in REPORTS_ASKED:
        found = [int(str(line.title).split()[-1]) for line in ledger.reports(what)]
        assert sorted(found) == sorted(numbers), what
        days = [line.day or "" for line in ledger.reports(what)]
        assert days == sorted(days, reverse=True), what


def test_a_report_says_what_was_refused_of_its_page(filled: str) -> None:
    """A refusal under the name of a report's page is the report's; others have none."""
    one, other = READINGS[0], READINGS[1]
    refusal = Refusal(one.page.name, "no-armed-force", "not about armed forces: 2 of 2 claims left out")
    ledger.add_refusal(refusal)
    assert ledger.refusals_of(one.report.id) == (refusal,)
    assert ledger.refusals_of(other.report.id) == ()
    with pytest.raises(NotInLedger):
        ledger.refusals_of("nowhere")


def test_reports_say_their_status(filled: str) -> None:
    """A retracted report stays where it is and says that it is retracted."""
    number = READINGS[0].report.id
    assert ledger.report_status(number) == "standing"
    ledger.judge(a_judgement("retract", number))
    assert ledger.report_status(number) == "retracted"
    assert ledger.report(number) == READINGS[0].report
    assert [line.id for line in ledger.reports(ReportFilter(status="retracted"))] == [number]
    assert ledger.counts()["retracted"] == 1


def test_slices_miss_nothing(filled: str) -> None:
    """Slice after slice gives every claim, report and finding once, in the order of the whole list."""
    for ask, limit in product((ledger.claims, ledger.reports, ledger.findings), (1, 2, 3, 7, 8, 9)):
        whole = [row.id for row in ask(limit=99)]
        found, after = [], None
        while True:
            part = ask(after=after, limit=limit)
            found += [row.id for row in part]
            after = part.after
            if after is None:
                break
        assert found == whole


def test_words_are_found_in_sentences_and_titles(filled: str) -> None:
    """All words asked for must stand in one sentence or title; endings do not matter; quotes are harmless."""
    hits = ledger.search("fighter 301")
    assert [hit.words for hit in hits] == ["The Blue Guard has 301 fighters at Newtown, an aide said."]
    assert hits[0].claims == (READINGS[2].claims[1].id,)
    assert [hit.place for hit in ledger.search('"Invented report" 4')] == [-1]
    assert len(ledger.search("fighters", since="2021-04-01")) == len(ledger.search("fighters", until="2021-03-01")) - 2
    for nothing in ("", "  ", '"', "301 302", "'; DROP", "NEAR(", "*", "_", "a" * 3000):
        assert ledger.search(nothing) == ()


def test_a_retracted_report_is_not_searched(filled: str) -> None:
    """Words of a retracted report are not found."""
    ledger.judge(a_judgement("retract", READINGS[2].report.id))
    assert ledger.search("blue guard") == ()


def test_ids_may_be_shortened(filled: str) -> None:
    """The beginning of an id gives the ids that begin so, of one kind."""
    claim, report = READINGS[0].claims[0].id, READINGS[0].report.id
    assert ledger.ids_beginning(claim[:8], "claim") == (claim,)
    assert ledger.ids_beginning(report[:8], "report") == (report,)
    assert ledger.ids_beginning(claim[:8], "report") == ()
    assert len(ledger.ids_beginning("", "claim")) == 8
    assert ledger.ids_beginning("the", "holding") == ("the-clause",)
