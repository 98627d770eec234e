"""What the acts on related reports keep to: permission, the word, the audit line, both or neither."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from musterroll import actions, ledger
from musterroll.actions import EDITORS
from musterroll.records import PERSON_ROLES, ActRefused, NotInLedger, Person, Relation

EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
WHY = "they lean on one paper"
AT = "2026-03-01T12:00:00+00:00"
ACTS: dict[str, Callable[..., Relation]] = {
    "confirm_related": actions.confirm_related,
    "take_back_related": actions.take_back_related,
}


def pair_for(name: str) -> tuple[str, str]:
    """Return two reports that an act can be done to, the greater id first."""
    ids = sorted(line.id for line in ledger.reports())
    if name == "take_back_related":
        actions.confirm_related(ids[0], ids[1], by=EDITOR, why=WHY)
    return ids[1], ids[0]


def test_every_act_on_relations_is_tested_here() -> None:
    """Each file of the folder holds one act of its name, which the room exports."""
    files = {path.stem for path in Path(actions.relations.__path__[0]).glob("*.py")} - {"say", "__init__"}
    assert files == set(ACTS) and files <= set(actions.__all__)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_leaves_one_word_and_one_audit_line(name: str, held: Path) -> None:
    """Who, what, of which two and why are in the word and in one audit line; the order of the two does not matter."""
    report, other = pair_for(name)
    lines = len(ledger.audit_lines())
    word = ACTS[name](report, other, by=EDITOR, why=f" {WHY} ", at=AT)
    assert word.reports == (other, report) and (word.by, word.why, word.at) == (EDITOR.name, WHY, AT)
    assert ledger.relation_between(report, other) == word
    line = ledger.audit_lines()[-1]
    assert len(ledger.audit_lines()) == lines + 1
    assert (line.by, line.act, line.subject, line.at) == (EDITOR.name, name, report, AT)
    assert other in line.detail and WHY in line.detail


@pytest.mark.parametrize("name", ACTS)
def test_only_editors_may(name: str, held: Path) -> None:
    """Nobody, a reader and a reviewer may not, nor an editor without a reason; nothing is left behind."""
    report, other = pair_for(name)
    before = ledger.relations(report), ledger.audit_lines()
    others = [Person("Somebody", frozenset({role})) for role in set(PERSON_ROLES) - EDITORS]
    for by, why in [*((one, WHY) for one in others), (replace(EDITOR, name=" "), WHY), (EDITOR, "  ")]:
        with pytest.raises(ActRefused):
            ACTS[name](report, other, by=by, why=why)
    assert (ledger.relations(report), ledger.audit_lines()) == before


@pytest.mark.parametrize("name", ACTS)
def test_what_the_ledger_refuses_leaves_no_audit_line(name: str, held: Path) -> None:
    """An act that was done already, or of a report that is not there, leaves nothing."""
    report, other = pair_for(name)
    ACTS[name](report, other, by=EDITOR, why=WHY)
    lines = len(ledger.audit_lines())
    with pytest.raises(ActRefused):
        ACTS[name](other, report, by=EDITOR, why=WHY)
    with pytest.raises(NotInLedger):
        ACTS[name](report, "nothing", by=EDITOR, why=WHY)
    assert len(ledger.audit_lines()) == lines
