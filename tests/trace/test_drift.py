"""Drift: every field that a retelling changed is named, with the words before and after."""

import pytest

from musterroll.records import DRIFT_FIELDS, Claim, Quantity, Report
from musterroll.trace import trace_chains
from tests.trace.invented import claim, report

REST = "They landed before dawn with crates of ammunition, and the trucks of the port guard waited at the end of the runway."
WIRE = report("wire", "Turkey sent up to 300 fighters to Misrata, officers said.", REST, day="2020-01-06", outlet="AFP")
SENT = claim(
    WIRE, "sent", source="officers", kind="unnamed-person", count=Quantity(None, 300), by="Turkey", strength="up to 300", force="fighters", to="Misrata"
)  # fmt: skip


def retold(first: str) -> Report:
    """A later report that credits the wire and retells it."""
    return report("paper", first, REST, day="2020-01-07", agency=("AFP",))


def drift_of(paper: Report, told: Claim) -> list[tuple[str, str | None, str | None]]:
    """The drift of the paper's claim from the wire's."""
    chain = trace_chains([paper, WIRE], [told, SENT])[0]
    assert chain.first == SENT.id
    return [(found.field, found.before, found.after) for found in chain.drift]


UP_TO = Quantity(None, 300)
SAME = {"by": "Turkey", "strength": "up to 300", "force": "fighters", "to": "Misrata"}


@pytest.mark.parametrize(
    ("sentence", "trigger", "changed", "parts", "drift"),
    [
        ("Turkey sent up to 300 fighters to Misrata, officers said.", "sent", {}, SAME, []),
        ("Turkey sent 300 fighters to Misrata, officers said.", "sent", {"count": Quantity(300, 300)}, {**SAME, "strength": "300"}, [("qualifier", "up to 300", "300")]),
        ("Turkey sent up to 800 fighters to Misrata, officers said.", "sent", {"count": Quantity(None, 800)}, {**SAME, "strength": "up to 800"}, [("number", "up to 300", "up to 800")]),
        ("Turkey sent fighters to Misrata, officers said.", "sent", {"count": None}, {"by": "Turkey", "force": "fighters", "to": "Misrata"}, [("number", "up to 300", None)]),
        ("Turkey sent up to 300 mercenaries to Misrata, officers said.", "sent", {}, {**SAME, "force": "mercenaries"}, [("actor", "fighters", "mercenaries")]),
        ("Turkey sent up to 300 fighters to Misrata and Watiya, officers said.", "sent", {}, {**SAME, "place": "Watiya"}, [("place", None, "Watiya")]),
        ("Turkey sent up to 300 fighters to Tripoli, officers said.", "sent", {}, {**SAME, "to": "Tripoli"}, [("place", "Misrata", "Tripoli")]),
        ("Turkey will send up to 300 fighters to Misrata, officers said.", "send", {"modality": "planned"}, SAME, [("modality", "actual", "planned")]),
        ("Up to 300 fighters are in Misrata for Turkey, officers said.", "are in", {"type_": "presence"}, {**SAME, "strength": "Up to 300"}, [("type", "movement (sent)", "presence (are in)")]),
        ("Turkey sent up to 300 fighters to Misrata.", "sent", {"source": None, "kind": "outlet"}, SAME, [("attribution", "officers", None)]),
        ("Turkey sent up to 300 fighters to Misrata, diplomats said.", "sent", {"source": "diplomats"}, SAME, [("attribution", "officers", "diplomats")]),
    ],
    ids=["nothing", "qualifier", "number", "number dropped", "actor", "place added", "place changed", "modality", "sent became are in", "attribution dropped", "attribution changed"],
)  # fmt: skip
def test_each_field_is_compared(
    sentence: str, trigger: str, changed: dict[str, object], parts: dict[str, str], drift: list[tuple[str, str | None, str | None]]
) -> None:  # fmt: skip
    """What changed is named by its field; what stayed is not; an addition has no before, a loss no after."""
    paper = retold(sentence)
    how = {"source": "officers", "kind": "unnamed-person", "count": UP_TO, **changed}
    told = claim(paper, trigger, **how, **parts)  # type: ignore[arg-type]
    assert drift_of(paper, told) == drift
    assert {field for field, _, _ in drift} <= set(DRIFT_FIELDS)


def test_tense_is_read_off_auxiliaries() -> None:
    """What was under way and is told as done has changed its tense."""
    wire = report("wire", "Turkey is sending fighters to Misrata, officers said.", REST, day="2020-01-06", outlet="AFP")
    paper = retold("Turkey had been sending fighters to Misrata, officers said.")
    how = {"source": "officers", "kind": "unnamed-person", "by": "Turkey", "force": "fighters", "to": "Misrata"}
    told, first = claim(paper, "sending", **how), claim(wire, "sending", **how)  # type: ignore[arg-type]
    (chain, _) = trace_chains([paper, wire], [told, first])
    assert [(found.field, found.before, found.after) for found in chain.drift] == [("tense", "present", "past")]


def test_a_denial_is_no_retelling() -> None:
    """Who denies a claim states another one, in however similar words."""
    paper = retold("Turkey sent no fighters to Misrata, officers said.")
    told = claim(paper, "sent", polarity="negative", source="officers", kind="unnamed-person", by="Turkey", force="fighters", to="Misrata")  # fmt: skip
    assert trace_chains([paper, WIRE], [told, SENT])[0].first == told.id


def test_pronouns_are_no_actors() -> None:
    """A pronoun that nobody resolved is not held against the name at the origin."""
    paper = retold("Turkey sent up to 300 of them to Misrata, officers said.")
    told = claim(paper, "sent", source="officers", kind="unnamed-person", count=UP_TO, **{**SAME, "force": "them"})  # type: ignore[arg-type]
    assert drift_of(paper, told) == [("actor", "fighters", None)]
