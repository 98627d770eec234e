"""What every act keeps to, and what each of them does."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from musterroll import actions, ledger, pipeline
from musterroll.actions import EDITORS, REVIEWERS, Done
from musterroll.ledger import ClaimFilter, ReportFilter
from musterroll.records import PERSON_ROLES, ActRefused, Finding, Holding, NotInLedger, Person

EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
READER = Person("Rea Reader (invented)", frozenset({"reader"}))
WHY = "the page says so"
AT = "2026-03-01T12:00:00+00:00"
Deed = Callable[..., Done]


def first_claim() -> str:
    """Return the id of a claim that stands."""
    return next(iter(ledger.claims(ClaimFilter()))).id


def first_report() -> str:
    """Return the id of a report."""
    return next(iter(ledger.reports(ReportFilter()))).id


def rejected_claim() -> str:
    """Reject a claim and return its id."""
    actions.reject_claim(first_claim(), by=EDITOR, why=WHY)
    return ledger.judgements()[-1].subject


def retracted_report() -> str:
    """Retract a report and return its id."""
    actions.retract_report(first_report(), by=EDITOR, why=WHY)
    return ledger.judgements()[-1].subject


def merged_actor() -> str:
    """Merge an actor and return its id."""
    actions.merge_actors("grey-col", "grey-column", by=EDITOR, why=WHY)
    return "grey-col"


CASES: dict[str, tuple[Callable[[], str], tuple[object, ...]]] = {
    "confirm_claim": (first_claim, ()),
    "correct_claim": (first_claim, ({"max": "900"},)),
    "reject_claim": (first_claim, ()),
    "reopen_claim": (rejected_claim, ()),
    "retract_report": (first_report, ()),
    "restore_report": (retracted_report, ()),
    "merge_actors": (lambda: "grey-col", ("grey-column",)),
    "part_actors": (merged_actor, ()),
}
ACTS = sorted(path.stem for path in Path(actions.__path__[0]).glob("*_*.py") if not path.stem.startswith("__"))


def derived() -> tuple[tuple[Finding, ...], tuple[Holding, ...]]:
    """Return all that follows from what stands."""
    return tuple(ledger.findings(limit=1000)), ledger.holdings()


def said() -> tuple[int, int, int]:
    """Return how many judgements, notices and audit lines there are."""
    return len(ledger.judgements()), len(ledger.notices()), len(ledger.audit_lines())


def test_each_act_has_a_case_here_and_a_file_of_its_own() -> None:
    """Every act's file holds one act of its name, which the room exports."""
    assert sorted(CASES) == ACTS
    assert set(ACTS) <= set(actions.__all__)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_writes_through_perform_alone(name: str) -> None:
    """An act's file does not reach the ledger or the pipeline: `perform` does, so no act can leave out its audit line."""
    source = (Path(actions.__path__[0]) / f"{name}.py").read_text(encoding="utf-8")
    imported = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert "musterroll.actions.act.perform" in imported
    assert not [each for each in imported if each.startswith(("musterroll.ledger", "musterroll.pipeline"))]


@pytest.mark.parametrize("name", ACTS)
def test_an_act_leaves_one_judgement_and_one_audit_line(name: str, held: Path) -> None:
    """Every act leaves one judgement and one audit line: who, what, to what, when."""
    prepare, more = CASES[name]
    deed: Deed = getattr(actions, name)
    subject = prepare()
    judgements, _, lines = said()
    done = deed(subject, *more, by=EDITOR, why=f"  {WHY} ", at=AT)
    assert said()[0] == judgements + 1
    assert said()[2] == lines + 1
    assert ledger.judgements()[-1] == done.judgement
    assert (done.judgement.by, done.judgement.why, done.judgement.at) == (EDITOR.name, WHY, AT)
    line = ledger.audit_lines()[-1]
    assert (line.by, line.act, line.subject, line.detail, line.at) == (
        EDITOR.name,
        name,
        subject,
        done.judgement.id,
        AT,
    )


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize(
    ("by", "why", "at", "says"),
    [
        (replace(EDITOR, name=" "), WHY, None, "by nobody"),
        (EDITOR, "  ", None, "no reason"),
        (READER, WHY, None, "may not"),
        (Person("Nowhere (invented)"), WHY, None, "may not"),
        (EDITOR, WHY, "2026-03-01T12:00:00", "offset"),
        (EDITOR, WHY, "yesterday", "offset"),
    ],
)
def test_an_act_that_may_not_be_done_leaves_nothing(
    name: str, by: Person, why: str, at: str | None, says: str, held: Path
) -> None:
    """By nobody, without a reason, without the right, or at no time: refused with the reason, and nothing is written."""
    prepare, more = CASES[name]
    subject = prepare()
    before = said(), derived()
    with pytest.raises(ActRefused, match=says):
        getattr(actions, name)(subject, *more, by=by, why=why, at=at)
    assert (said(), derived()) == before


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_what_is_not_there_is_refused(name: str, held: Path) -> None:
    """No act is done to a claim, report or actor that the ledger does not have."""
    before = said()
    with pytest.raises(NotInLedger):
        getattr(actions, name)("nowhere", *CASES[name][1], by=EDITOR, why=WHY)
    assert said() == before


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_is_cut_off_leaves_nothing(name: str, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where deriving fails half-way, neither the judgement nor the audit line stays."""
    prepare, more = CASES[name]
    subject = prepare()
    before = said(), derived(), ledger.is_stale()

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "rederive", cut_off)
    with pytest.raises(KeyboardInterrupt):
        getattr(actions, name)(subject, *more, by=EDITOR, why=WHY)
    assert (said(), derived(), ledger.is_stale()) == before


@pytest.mark.parametrize("name", ACTS)
def test_every_role_of_an_act_is_a_role_and_editors_may_do_all(name: str) -> None:
    """An act names roles that there are; no reader may act, every editor may."""
    act = inspect.getmodule(getattr(actions, name)).ACT  # type: ignore[union-attr]
    assert act.name == name
    assert act.roles <= set(PERSON_ROLES) - {"reader"}
    assert EDITORS <= act.roles <= REVIEWERS


@pytest.mark.parametrize(
    ("do", "undo", "prepare"),
    [
        ("retract_report", "restore_report", first_report),
        ("reject_claim", "reopen_claim", first_claim),
        ("confirm_claim", "reopen_claim", first_claim),
    ],
)
def test_what_is_taken_back_is_as_it_was(do: str, undo: str, prepare: Callable[[], str], held: Path) -> None:
    """What an act changed, its opposite gives back, and the notices of both name the same findings and holdings."""
    before, subject = derived(), prepare()
    done = getattr(actions, do)(subject, by=EDITOR, why=WHY)
    undone = getattr(actions, undo)(subject, by=EDITOR, why=WHY)
    assert derived() == before
    assert {notice.subject for notice in done.notices} == {notice.subject for notice in undone.notices}
    with pytest.raises(ActRefused):
        getattr(actions, undo)(subject, by=EDITOR, why=WHY)


def test_a_retraction_changes_what_leaned_on_the_report(held: Path) -> None:
    """A retracted report is in no finding any more, a notice says so, and a second retraction is refused."""
    subject = first_report()
    done = actions.retract_report(subject, by=EDITOR, why=WHY)
    assert done.notices
    assert all(subject not in finding.reports for finding in derived()[0])
    with pytest.raises(ActRefused, match="retracted already"):
        actions.retract_report(subject, by=EDITOR, why=WHY)


def test_a_mend_moves_the_bound_and_the_evidence_stays(held: Path) -> None:
    """A mended figure is a bound of its finding; the claim as it was read is unchanged, and a second mend adds to it."""
    subject = first_claim()
    read = ledger.claim_read(subject)
    actions.correct_claim(subject, {"max": "7777", "min": "7777"}, by=EDITOR, why=WHY)
    actions.correct_claim(subject, {"force": "blue-guard"}, by=EDITOR, why=WHY)
    (finding,) = (finding for finding in derived()[0] if subject in (*finding.claims, *finding.denials))
    assert finding.max == 7777
    assert subject in finding.max_claims
    assert finding.force is not None
    assert finding.force.id == "blue-guard"
    assert ledger.claim_read(subject) == read


@pytest.mark.parametrize(
    ("mends", "says"),
    [
        ({}, "which field"),
        ({"colour": "red"}, "colour"),
        ({"max": "many"}, "no whole number"),
        ({"min": "5", "max": "3"}, "more than max"),
        ({"type": ""}, "type"),
        ({"first_day": "May"}, "no day"),
        ({"force": "geonames:88319"}, "no actor"),
        ({"place": "blue-guard"}, "no place"),
        ({"place": "geonames:1"}, "no place"),
        ({"source": "nobody-known"}, "no outlet"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(mends: dict[str, str], says: str, held: Path) -> None:
    """A field that is none, or a value that does not fit it, is refused by name and nothing is mended."""
    with pytest.raises(ActRefused, match=says):
        actions.correct_claim(first_claim(), mends, by=EDITOR, why=WHY)
    assert said() == (0, 0, 0)


def test_merged_actors_are_weighed_as_one(held: Path) -> None:
    """After a merge no finding is about the actor that was merged; parted, all is as before; circles are refused."""
    before = derived()
    actions.merge_actors("grey-col", "grey-column", by=EDITOR, why=WHY)
    forces = {finding.force.id for finding in derived()[0] if finding.force}
    assert "grey-col" not in forces
    assert "grey-column" in forces
    for actor, into in (("grey-column", "grey-col"), ("blue-guard", "blue-guard")):
        with pytest.raises(ActRefused):
            actions.merge_actors(actor, into, by=EDITOR, why=WHY)
    actions.part_actors("grey-col", by=EDITOR, why=WHY)
    assert derived() == before
