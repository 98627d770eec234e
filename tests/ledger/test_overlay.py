"""What holds now follows from the evidence and the judgements by a table of rules."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.ledger.overlay import Known, Standing, end_of, mended, stand, standing_of
from musterroll.records import DayInterval, Judgement, LinkedClaim, Pin, Quantity
from tests.ledger.invented import FORCES, a_judgement, a_reading

READINGS = [a_reading(number) for number in range(3)]
REPORTS = [read.report for read in READINGS]
CLAIMS = [one for read in READINGS for one in read.linked]
FIRST = CLAIMS[0]
PLACES = {"geonames:1": Known("Newtown", "place", Pin(1.0, 2.0, "XA", 1))}
KNOWN = {**{number: Known(name, "actor") for number, name in FORCES.items()}, **PLACES}


def now(*acts: Judgement) -> Standing:
    """Return what holds after some acts."""
    return standing_of(REPORTS, CLAIMS, acts, KNOWN.get)


def claim_now(*acts: Judgement) -> LinkedClaim:
    """Return the first claim after some acts."""
    return next(one for one in now(*acts).claims if one.id == FIRST.id)


def mend(**what: str) -> Judgement:
    """Return a mend of the first claim."""
    return a_judgement("mend", FIRST.id, tuple((name.rstrip("_"), value) for name, value in what.items()))


def test_without_judgements_everything_holds_as_it_was_read() -> None:
    """Nothing judged, nothing changed: the very same objects, sorted by id."""
    stands = now()
    assert {id(one) for one in stands.claims} == {id(one) for one in CLAIMS}
    assert [one.id for one in stands.claims] == sorted(one.id for one in CLAIMS)
    assert [one.id for one in stands.reports] == sorted(one.id for one in REPORTS)


@pytest.mark.parametrize(
    ("deeds", "held"),
    [
        (["confirm"], ["confirm"]),
        (["mend", "mend"], ["mend", "mend"]),
        (["mend", "reopen"], []),
        (["reject", "reopen", "mend"], ["mend"]),
        (["retract", "restore"], []),
        (["retract", "restore", "retract"], ["retract"]),
        (["merge", "part"], []),
        (["reopen"], []),
    ],
)
def test_what_undoes_takes_back_all_that_was_held(deeds: Sequence[str], held: Sequence[str]) -> None:
    """Judgements of a subject add up until one takes them back."""
    acts = [replace(a_judgement(deed, "x"), subject_kind="claim") for deed in deeds]
    assert [act.deed for act in stand(acts).get(("claim", "x"), ())] == held


def test_a_retracted_report_leaves_with_its_claims() -> None:
    """After a retraction neither the report nor any of its claims holds; after its restoration all do."""
    retract = a_judgement("retract", REPORTS[0].id)
    stands = now(retract)
    assert REPORTS[0] not in stands.reports
    assert all(one.claim.report != REPORTS[0].id for one in stands.claims)
    assert now(retract, a_judgement("restore", REPORTS[0].id)) == now()


def test_a_rejected_claim_leaves_alone() -> None:
    """After a rejection its report and the other claims hold."""
    stands = now(a_judgement("reject", FIRST.id))
    assert len(stands.claims) == len(CLAIMS) - 1
    assert stands.reports == now().reports


@pytest.mark.parametrize(
    ("what", "field", "value"),
    [
        ({"type": "movement"}, "claim.type", "movement"),
        ({"polarity": "negative"}, "claim.polarity", "negative"),
        ({"modality": "planned"}, "claim.modality", "planned"),
        ({"measure": "total"}, "measure", "total"),
        ({"measure": ""}, "measure", None),
        ({"min": "7", "max": "9"}, "claim.strength", Quantity(7, 9)),
        ({"min": ""}, "claim.strength", Quantity(None, 0)),
        ({"min": "", "max": ""}, "claim.strength", None),
        ({"first_day": "2021-02-27"}, "days", DayInterval("2021-02-27", "2021-03-01")),
        ({"first_day": "2021-02-27"}, "time_precision", 2),
        ({"last_day": ""}, "days", None),
        ({"first_day": "2021-03-01"}, "time_precision", 1),
        ({"place": "geonames:1"}, "geo_precision", 1),
    ],
)
def test_a_mend_sets_its_field(what: dict[str, str], field: str, value: object) -> None:
    """Each mendable field becomes what the mend says, and the claim keeps its id."""
    made: object = claim_now(mend(**what))
    for name in field.split("."):
        made = getattr(made, name)
    assert made == value


@pytest.mark.parametrize("role", ["force", "by", "side", "place", "from_", "to", "source"])
@pytest.mark.parametrize("to", ["blue-guard", "geonames:1", ""])
def test_a_mended_role_has_one_link(role: str, to: str) -> None:
    """Who or where becomes the one that the editor names, with the packs' name, or unknown."""
    role_links = [link for link in claim_now(mend(**{role: to})).links if link.role == role.rstrip("_")]
    assert [link.id for link in role_links] == [to or None]
    assert role_links[0].verdict == ("linked" if to else "unknown")
    assert role_links[0].name == (KNOWN[to].name if to else None)


def test_mends_add_up_and_the_latest_counts() -> None:
    """Two mends of two fields both hold; of one field the later."""
    made = claim_now(mend(type="movement", min="5"), mend(min="6"))
    assert (made.claim.type, made.claim.strength) == ("movement", Quantity(6, 0))


def test_a_mended_claim_keeps_its_words() -> None:
    """The link that an editor sets says which words it is about."""
    link = next(one for one in claim_now(mend(force="blue-guard")).links if one.role == "force")
    assert link.words == "Grey Column"
    assert link.span == FIRST.links[0].span


def test_a_merged_actor_is_the_one_it_was_merged_into() -> None:
    """Links to a merged actor lead on, over a row of merges, and back when it is parted."""
    first = a_judgement("merge", "grey-column", (("into", "grey-col"),))
    second = a_judgement("merge", "grey-col", (("into", "blue-guard"),))
    link = next(one for one in claim_now(first, second).links if one.role == "force")
    assert (link.id, link.name) == ("blue-guard", "Blue Guard")
    assert claim_now(first, a_judgement("part", "grey-column")) == FIRST


def test_a_circle_of_merges_ends() -> None:
    """Even merges in a circle, which are refused, would end."""
    assert end_of("a", {"a": "b", "b": "a"}) == "b"


ACTS = st.lists(
    st.sampled_from(
        [
            *(a_judgement(deed, report.id) for deed in ("retract", "restore") for report in REPORTS),
            *(a_judgement(deed, one.id) for deed in ("confirm", "reject", "reopen") for one in CLAIMS[:3]),
            mend(min="3"),
            mend(force=""),
            a_judgement("merge", "grey-column", (("into", "blue-guard"),)),
            a_judgement("part", "grey-column"),
        ]
    ),
    max_size=8,
)


@settings(deadline=None)
@given(ACTS, st.sampled_from(REPORTS), st.randoms(use_true_random=False))
def test_retracting_equals_never_having_read(acts: list[Judgement], report: object, dice: object) -> None:
    """After any acts, retracting a report gives what the other reports alone give; the order of evidence is nothing."""
    gone = report.id  # type: ignore[attr-defined]
    reports, claims = REPORTS[:], CLAIMS[:]
    dice.shuffle(reports), dice.shuffle(claims)  # type: ignore[attr-defined]
    after = standing_of(reports, claims, [*acts, a_judgement("retract", gone)], KNOWN.get)
    others = [one for one in CLAIMS if one.claim.report != gone]
    assert after == standing_of([one for one in REPORTS if one.id != gone], others, acts, KNOWN.get)


@settings(deadline=None)
@given(ACTS, st.sampled_from(REPORTS))
def test_restoring_gives_back(acts: list[Judgement], report: object) -> None:
    """After any acts that leave a report standing, retracting and restoring it changes nothing."""
    gone = report.id  # type: ignore[attr-defined]
    acts = [act for act in acts if act.subject != gone]
    assert now(*acts, a_judgement("retract", gone), a_judgement("restore", gone)) == now(*acts)


def test_nothing_to_mend_is_nothing_changed() -> None:
    """A claim without mends is the very same object."""
    assert mended(FIRST, {}, KNOWN.get) is FIRST
