"""The log's own rows: a ledger of the form before has them after it is opened, in the order in which things were done."""

from dataclasses import replace

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from musterroll import ledger
from musterroll.ledger import Derived
from musterroll.ledger.models import LogRow, SaidRow
from musterroll.ledger.opening import known_steps
from musterroll.records import CaseAbout, CaseDraft, CaseEvent, Decision, Proposal
from tests.ledger.conftest import Fresh
from tests.ledger.invented import PACKS, a_finding, a_judgement, a_reading

AT = "2026-03-01T12:00:00+00:00"
NOTED = Decision("adjusted", "corrected", "w", "r", Proposal("note"))


def filed(token: str) -> str:
    """File an invented case; return its number."""
    draft = CaseDraft(CaseAbout("report", "r1", "A title"), "number", "It is wrong.", "", token)
    return ledger.file_case(draft, "a key for tests", AT).case.number


def step(number: str, kind: str, act: str, decision: Decision | None = None) -> None:
    """Do a step of a case with its line in the audit, as the acts do."""
    ledger.add_case_event(CaseEvent(number, kind, AT, "Ann", "words", decision=decision))
    ledger.audit("Ann", act, number, "words", AT)


def corrected() -> list[str]:
    """Fill the open ledger with corrections of one second; return the log's entries in the order they were done."""
    ledger.put_packs(PACKS)
    ledger.add_readings([a_reading(1)])
    claims = [claim.id for claim in a_reading(1).claims]
    done = []
    for turn in range(3):
        number, act = filed(f"t{turn}"), replace(a_judgement("mend", claims[0], (("min", str(turn)),)), at=AT)
        step(number, "held", "hold_case")
        ledger.judge(act)
        ledger.audit("Ann", "correct_claim", claims[0], act.id, AT)
        done += [number, act.id]
    carried = replace(a_judgement("reject", claims[1]), at="2026-03-01T14:00:00+02:00")
    ledger.judge(carried)
    step(done[0], "decided", "decide_case", replace(NOTED, judgements=(carried.id,)))
    ledger.judge(replace(a_judgement("confirm", claims[0]), at=AT))
    return [*done[1:], done[0]]


def to_the_form_before() -> None:
    """Take the open ledger back to the form before the log had its rows."""
    connection.disable_constraint_checking()
    MigrationExecutor(connection).migrate([("ledger", "0012_log")])
    with connection.schema_editor() as editor:
        for model in (LogRow, SaidRow):
            editor.delete_model(model)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'ledger' AND name = '0012_log'")


def test_a_ledger_of_the_form_before_has_its_log_in_the_order_in_which_it_was_done(ledgers: Fresh) -> None:
    """Cases and judgements of one second stand as the audit has them; what a case carried out stands with the case."""
    where = ledgers()
    ledger.open_ledger(where)
    done = corrected()
    before = ledger.corrections().rows
    to_the_form_before()
    ledger.close_ledger()
    assert ledger.open_ledger(where).version == max(known_steps())[:4]
    after = ledger.corrections()
    ledger.close_ledger()
    assert [one.id for one in after] == done[::-1]
    assert after.rows == before


def test_a_ledger_of_the_form_before_knows_whom_its_claims_name_by_words(ledgers: Fresh) -> None:
    """Claims of a finding on a force or side that only words name have these; of denials the reports are derived anew,
    for they may say other words; words that name nobody are left out."""
    where, words, side = ledgers(), "said:128th brigade", "said:SY/fighters"
    ledger.open_ledger(where)
    ledger.put_packs(PACKS)
    reads = [a_reading(number) for number in range(1, 4)]
    ledger.add_readings(reads)
    found = [a_finding(read.linked) for read in reads]
    denied = replace(found[1].matter, force=words, side=side, period="2021-04")
    nobody = replace(found[2].matter, force="said:fighters@c1", period="2021-05")
    told = (
        replace(found[0], matter=replace(found[0].matter, force=words, side=side)),
        replace(found[1], matter=denied, claims=(), denials=found[1].claims, min_claims=(), max_claims=()),
        replace(found[2], matter=nobody),
    )
    ledger.relink([replace(one, links=one.links[1:]) for one in reads[1].linked])
    ledger.put_derived(Derived(findings=told))
    to_the_form_before()
    ledger.close_ledger()
    ledger.open_ledger(where)
    said, changed = ledger.said_in_claims(claim for one in found for claim in one.claims), ledger.changed()
    ledger.close_ledger()
    assert said == dict.fromkeys(found[0].claims, (words, side))
    assert changed == ledger.Changed(frozenset({reads[1].report.id}))
