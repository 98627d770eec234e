"""A change followed no further than it reaches leaves what deriving everything gives, whatever came before it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll import ledger, pipeline
from musterroll.ledger import Derived, ReportRead, encoded
from musterroll.pipeline.derivation import derive
from musterroll.records import ActRefused, Attribution, Judgement, Link, LinkedClaim, NotInLedger, Span
from musterroll.reference.packs import Commitment, Packs
from tests.ledger.invented import FORCES, PACKS, a_reading, linked

OTHER = replace(
    PACKS.packs[0].actors[0], id="northern-watch", name="Northern Watch Office", names=("NWO",), kind="monitor"
)
CLAUSES = tuple(
    Commitment(
        f"clause-of-{force}", "An invented truce", "libya", "4", False, "All leave", (force,), (), "2020-10-23",
        "2021-03-02", duties=("withdraw-foreign-forces",), about=(force,), countries=("LY",),
    )
    for force in ("grey-column", "blue-guard")
)  # fmt: skip
KNOWN = Packs((replace(PACKS.packs[0], actors=(*PACKS.packs[0].actors, OTHER), commitments=CLAUSES),))
# On whose word: nobody by name, a monitor in full with its initials, the initials alone (another report explains them).
VOICES = {
    "an aide": ("unnamed-person", "aide"),
    "the Northern Watch Office (NWO)": ("named-body", "Northern Watch Office"),
    "NWO": ("named-body", "NWO"),
}
OUTLETS = ("The Post", "The Mail", "The Courier")
# Whom only words name: the force that the text has, and the words of a link that leads nowhere (an origin in one).
WORDED = {
    "said:128th brigade": ("grey-column", "the 128th Brigade", None),
    "said:red guard": ("blue-guard", "Red Guard", None),
    "said:SY/fighters": ("blue-guard", "Syrian fighters", "SY"),
}
NAMED = (*sorted(FORCES), *WORDED)
DAYS = ("2021-03-01", "2021-03-03", "2021-03-29", "2021-05-02")


class Told(NamedTuple):
    """One invented report: reports of one story are copies of each other, whatever their outlet and day."""

    story: int
    claims: int
    force: str
    voice: str
    outlet: str
    day: str


def reading(told: Told) -> ReportRead:
    """Return a report with its claims, from an outlet of its own."""
    page = "/".join(map(str, told))
    force, *named = WORDED.get(told.force, (told.force,))
    read = a_reading(told.story, told.claims, force, told.day)
    text = read.report.text.replace("an aide", told.voice)
    longer = len(told.voice) - len("an aide")
    sentences = tuple(
        Span(span.start + place * longer, span.end + (place + 1) * longer)
        for place, span in enumerate(read.report.sentences)
    )
    report = replace(
        read.report, page=page, text=text, sentences=sentences, outlet=told.outlet, blocks=(),
        title=f"Invented report {told.story} from Libya", url=f"https://{told.outlet[4:].lower()}.example/{page}",
    )  # fmt: skip
    kind, words = VOICES[told.voice]
    claims = []
    for place, claim in enumerate(read.claims):
        shift = place * longer
        start = text.index(words, sentences[place].start)
        parts = tuple(replace(part, span=Span(part.span.start + shift, part.span.end + shift)) for part in claim.parts)
        trigger = Span(claim.trigger.start + shift, claim.trigger.end + shift)
        speech = Attribution(kind, Span(start, start + len(words)))
        claims.append(replace(claim, report=report.id, parts=parts, trigger=trigger, attribution=speech))
    linked_ones = tuple(worded(linked(one, force, told.day), *named) for one in claims)
    return ReportRead(replace(read.page, id=page), report, tuple(claims), linked_ones)


def worded(claim: LinkedClaim, words: str | None = None, origin: str | None = None) -> LinkedClaim:
    """Return a claim whose force is known by words alone; as it is where none are given."""
    if words is None:
        return claim
    force, *others = claim.links
    link = Link("force", force.span, words, "actor", "unknown", "no pack knows the words", origin=origin)
    return replace(claim, links=(link, *others))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger with packs and nothing else."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    ledger.open_ledger(path, create=True)
    ledger.put_packs(KNOWN)
    ledger.close_ledger()
    return path


@contextmanager
def opened(empty: Path) -> Iterator[None]:
    """Open an empty ledger of its own."""
    with tempfile.TemporaryDirectory() as folder:
        ledger.open_ledger(shutil.copy(empty, folder))
        try:
            yield
        finally:
            ledger.close_ledger()


def add(told: Sequence[Told]) -> list[str]:
    """Add reports to the open ledger and derive; give their ids."""
    reads = [reading(one) for one in told]
    for read in reads:
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    pipeline.rederive()
    return [read.report.id for read in reads]


def stored() -> dict[str, Any]:
    """Return all that the open ledger keeps of what is derived, by kind."""
    from musterroll.ledger import models as rows

    return {
        "chains": dict(rows.ChainRow.objects.values_list("pk", "record")),
        "kin": {
            (late, early): kin for late, early, kin in rows.KinRow.objects.values_list("report", "earlier", "record")
        },
        "findings": dict(rows.FindingRow.objects.values_list("pk", "record")),
        "holdings": dict(rows.HoldingRow.objects.values_list("pk", "record")),
        "imprints": dict(rows.ImprintRow.objects.values_list("pk", "record")),
        "buckets": dict(rows.BucketRow.objects.values_list("pk", "bucket")),
        "touches": set(rows.TouchRow.objects.values_list("claim", "commitment")),
        "said": set(rows.SaidRow.objects.values_list("claim", "said")),
    }


def fresh() -> dict[str, Any]:
    """Return all that follows from what stands in the open ledger, derived from nothing."""
    made: Derived = derive(ledger.standing(), ledger.packs())
    return {
        "chains": {chain.claim: encoded(chain) for chain in made.chains},
        "kin": {(kin.later, kin.earlier): encoded(kin) for kin in made.kin},
        "findings": {finding.id: encoded(finding) for finding in made.findings},
        "holdings": {holding.id: encoded(holding) for holding in made.holdings},
        "imprints": {imprint.report: encoded(imprint) for imprint in made.imprints},
        "buckets": dict(made.buckets),
        "touches": {(claim, commitment) for claim, touched in made.touches.items() for commitment in touched},
        "said": {(claim, words) for claim, named in made.said.items() for words in named},
    }


def judgement(deed: str, kind: str, subject: str, number: int = 0, what: tuple[tuple[str, str], ...] = ()) -> Judgement:
    """Return an invented editor's judgement; the number tells it from others."""
    at = f"2026-03-01T12:{number // 60:02}:{number % 60:02}+00:00"
    return Judgement(deed, kind, subject, "Ann Editor (invented)", at, "the page says so", what)


def act(given: Judgement) -> None:
    """Judge and derive; an act that cannot be done, twice say, is refused and leaves nothing."""
    with suppress(ActRefused, NotInLedger):
        ledger.judge(given)
        pipeline.rederive(given)


MENDS = (
    (("min", "7"), ("max", "7")), (("force", "blue-guard"),), (("place", "geonames:2215636"),),
    (("first_day", "2021-01-07"), ("last_day", "2021-01-07")), (("type", "withdrawal"),), (("polarity", "negative"),),
)  # fmt: skip
DEEDS = ("retract", "restore", "reject", "reopen", "mend", "merge", "part", "add")
Step = tuple[str, int, int]
TOLD = st.builds(
    Told, st.integers(1, 3), st.integers(1, 2), st.sampled_from(NAMED), st.sampled_from(sorted(VOICES)),
    st.sampled_from(OUTLETS), st.sampled_from(DAYS),
)  # fmt: skip
REPORTS = st.lists(TOLD, min_size=2, max_size=5, unique=True)
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40), st.integers(0, 5)), min_size=1, max_size=6)
FEW = settings(max_examples=25, deadline=None)


class Row:
    """A row of acts on the open ledger: each picks its subject among what is there by a number."""

    def __init__(self, told: Sequence[Told], later: Sequence[Told]) -> None:
        self.told, self.later = list(told), list(later)
        self.reports = add(told)
        self.done = 0

    def claim(self, number: int) -> str:
        """Return the id of a claim of a report, retracted or not."""
        claims = [claim.id for one in self.told for claim in reading(one).claims]
        return claims[number % len(claims)]

    def step(self, deed: str, number: int, other: int) -> None:
        """Do one act."""
        self.done += 1
        actors = NAMED
        if deed == "add":
            if self.later:
                self.told.append(self.later.pop())
                self.reports += add(self.told[-1:])
        elif deed in ("retract", "restore"):
            act(judgement(deed, "report", self.reports[number % len(self.reports)], self.done))
        elif deed in ("merge", "part"):
            what = (("into", actors[other % len(actors)]),) if deed == "merge" else ()
            act(judgement(deed, "actor", actors[number % len(actors)], self.done, what))
        else:
            what = MENDS[other % len(MENDS)] if deed == "mend" else ()
            act(judgement(deed, "claim", self.claim(number), self.done, what))

    def retracted(self) -> set[str]:
        """Return the reports that are retracted now."""
        return {report for report in self.reports if ledger.report_status(report) == "retracted"}


@FEW
@given(told=REPORTS, later=st.lists(TOLD, max_size=3, unique=True), steps=STEPS)
def test_after_any_row_of_acts_all_is_as_if_derived_from_nothing(
    empty: Path, told: list[Told], later: list[Told], steps: list[Step]
) -> None:
    """Chains, kin, imprints, buckets, touches, findings and holdings are those of a fresh derivation after every act."""
    with opened(empty):
        row = Row(told, [one for one in later if one not in told])
        assert stored() == fresh()
        for step in steps:
            row.step(*step)
            assert stored() == fresh(), step
        pipeline.rederive()
        assert stored() == fresh()


@FEW
@given(told=REPORTS, later=st.lists(TOLD, max_size=2, unique=True), steps=STEPS, data=st.data())
def test_what_is_left_is_that_of_a_ledger_built_without_the_retracted(
    empty: Path, told: list[Told], later: list[Told], steps: list[Step], data: st.DataObject
) -> None:
    """A ledger that never had the retracted reports, the others in any order, with the other judgements, has the same."""
    with opened(empty):
        row = Row(told, [one for one in later if one not in told])
        for step in steps:
            row.step(*step)
        left, retracted, judged = stored(), row.retracted(), ledger.judgements()
    kept = [one for one in row.told if reading(one).report.id not in retracted]
    with opened(empty):
        add(data.draw(st.permutations(kept)))
        for one in judged:
            if one.subject_kind != "report":
                act(one)
        assert stored() == left


@FEW
@given(told=REPORTS, steps=STEPS)
def test_what_is_taken_back_is_as_if_it_never_was(empty: Path, told: list[Told], steps: list[Step]) -> None:
    """After any row of acts, taking all of them back leaves what was there before the first."""
    with opened(empty):
        row = Row(told, ())
        before = stored()
        for step in steps:
            row.step(*step)
        undo: dict[str, Callable[[str], Judgement]] = {
            "report": lambda subject: judgement("restore", "report", subject, 100),
            "claim": lambda subject: judgement("reopen", "claim", subject, 100),
            "actor": lambda subject: judgement("part", "actor", subject, 100),
        }
        for one in reversed(ledger.judgements()):
            act(undo[one.subject_kind](one.subject))
        while standing := [one for one in ledger.judgements() if ledger.standing_judgement(one.subject)]:
            act(undo[standing[-1].subject_kind](standing[-1].subject))
        assert stored() == before


@FEW
@given(told=REPORTS, data=st.data())
def test_reports_that_come_one_by_one_give_what_they_give_together(
    empty: Path, told: list[Told], data: st.DataObject
) -> None:
    """In any order, in one go or one by one, and some of them twice: the same."""
    with opened(empty):
        add(told)
        together = stored()
    with opened(empty):
        for one in [*data.draw(st.permutations(told)), told[0]]:
            add([one])
        assert stored() == together


@FEW
@given(told=REPORTS, steps=STEPS)
def test_no_number_lacks_a_sentence_whatever_was_done(empty: Path, told: list[Told], steps: list[Step]) -> None:
    """After any acts each bound of a finding names claims that stand, and each of these has its sentence."""
    with opened(empty):
        row = Row(told, ())
        for step in steps:
            row.step(*step)
        for finding in ledger.every(ledger.findings, ledger.FindingFilter()):
            for bound, claims in ((finding.min, finding.min_claims), (finding.max, finding.max_claims)):
                assert (bound is None) == (not claims)
                assert all(line.words and line.status == "standing" for line in ledger.claim_lines(claims))


def test_the_invented_reports_reach_each_other(empty: Path) -> None:
    """The random ledgers have copies, origins that initials name, buckets of several claims and touched clauses."""
    first = Told(1, 2, "grey-column", "the Northern Watch Office (NWO)", "The Post", "2021-03-01")
    second = first._replace(outlet="The Mail", day="2021-03-03")
    third = first._replace(story=2, voice="NWO", outlet="The Courier", day="2021-03-29")
    with opened(empty):
        add([first, second, third])
        held = stored()
        chains = ledger.chains(list(held["chains"]))
        findings = list(ledger.every(ledger.findings, ledger.FindingFilter()))
    assert held["kin"]
    assert {chain.origin for chain in chains} == {"Northern Watch Office"}
    assert any(finding.copies and len(finding.claims) > 2 for finding in findings)
    assert {commitment for _, commitment in held["touches"]} == {"clause-of-grey-column"}


def test_initials_explained_later_redraw_the_kin_of_others(empty: Path) -> None:
    """Kin of two reports that are there already change where a third, come later, says whose initials both name."""
    first = Told(1, 1, "grey-column", "NWO", "The Post", "2021-03-01")
    with opened(empty):
        add([first, first._replace(day="2021-03-03")])
        before = stored()["kin"]
        add([first._replace(voice="the Northern Watch Office (NWO)")])
        after = stored()["kin"]
        assert (set(before) < set(after), after) == (True, fresh()["kin"])
        assert {pair: after[pair] for pair in before} != before


def forces() -> dict[str, set[str]]:
    """Return the claims of each force, as the findings have them."""
    found: dict[str, set[str]] = {}
    for finding in ledger.every(ledger.findings, ledger.FindingFilter()):
        found.setdefault(finding.matter.force or "", set()).update(finding.claims)
    return found


def merged(words: str, into: str, number: int = 0) -> None:
    """Merge one into another; raises what `judge` raises."""
    given = judgement("merge", "actor", words, number, (("into", into),))
    ledger.judge(given)
    pipeline.rederive(given)


def test_words_that_an_editor_knows_are_weighed_as_whom_they_mean(empty: Path) -> None:
    """Findings, buckets and commitments of words go over to the actor that they mean, and come back when parted."""
    told = Told(1, 2, "said:128th brigade", "an aide", "The Post", "2021-03-29")
    with opened(empty):
        add([told, told._replace(story=2, force="grey-column"), told._replace(story=3, force="said:red guard")])
        before, were = stored(), forces()
        merged("said:128th brigade", "grey-column")
        assert stored() == fresh()
        now = forces()
        assert now["grey-column"] == were["grey-column"] | were["said:128th brigade"]
        assert now["said:red guard"] == were["said:red guard"] and "said:128th brigade" not in now
        assert {claim for claim, _ in stored()["touches"]} == now["grey-column"] != were["grey-column"]
        names = {one.force.name for one in ledger.findings() if one.force and one.force.id == "grey-column"}
        assert names == {"Grey Column"}
        act(judgement("part", "actor", "said:128th brigade", 1))
        assert (stored(), forces()) == (before, were)


def test_words_go_where_the_words_go_that_they_mean(empty: Path) -> None:
    """Words merged into words follow them into an actor and back out; people of a country keep it; both stay one."""
    told = Told(1, 1, "said:128th brigade", "an aide", "The Post", "2021-03-01")
    with opened(empty):
        add([told, told._replace(story=2, force="said:SY/fighters"), told._replace(story=3, force="said:red guard")])
        were = forces()
        both = were["said:128th brigade"] | were["said:SY/fighters"]
        steps = [
            ("said:128th brigade", "said:SY/fighters", "said:SY/fighters", both),
            ("said:SY/fighters", "grey-column", "grey-column", both),
            ("said:SY/fighters", None, "said:SY/fighters", both),
            ("said:128th brigade", None, "said:128th brigade", were["said:128th brigade"]),
        ]
        for number, (words, into, force, claims) in enumerate(steps):
            if into:
                merged(words, into, number)
            else:
                act(judgement("part", "actor", words, number))
            assert stored() == fresh()
            assert forces()[force] == claims
            assert {
                one.force.origin for one in ledger.findings() if one.force and one.force.id == "said:SY/fighters"
            } <= {"SY"}
        assert forces() == were


def test_what_cannot_be_said_of_words(empty: Path) -> None:
    """Words that nobody used, that name nobody, or that a known actor would become, are refused; nothing is kept."""
    told = Told(1, 1, "said:128th brigade", "an aide", "The Post", "2021-03-01")
    with opened(empty):
        add([told, told._replace(story=2, force="grey-column")])
        for words, into, why in (
            ("said:nobody ever", "grey-column", "no actor"),
            ("said:128th brigade", "said:nobody ever", "no actor"),
            ("said:fighters@c1", "grey-column", "names nobody"),
            ("grey-column", "said:128th brigade", "words alone"),
            ("said:128th brigade", "said:128th brigade", "into itself"),
        ):
            with pytest.raises((ActRefused, NotInLedger), match=why):
                merged(words, into)
        assert ledger.judgements() == ()


def test_words_of_a_report_that_is_gone_can_be_parted_and_come_back_parted(empty: Path) -> None:
    """A merger of words holds while none of their reports stands, can be taken back then, and is not there after it."""
    told = Told(1, 1, "said:128th brigade", "an aide", "The Post", "2021-03-01")
    with opened(empty):
        (report,) = add([told])
        before = stored()
        merged("said:128th brigade", "grey-column")
        act(judgement("retract", "report", report, 1))
        parted = judgement("part", "actor", "said:128th brigade", 2)
        ledger.judge(parted)
        pipeline.rederive(parted)
        act(judgement("restore", "report", report, 3))
        assert stored() == before
