"""A notice is as long as what moved, says what went and what came, and is read whichever version wrote it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll import ledger
from musterroll.ledger import Seen, encoded, noticed
from musterroll.ledger.models import NoticeRow
from musterroll.ledger.noticing import notice_of
from musterroll.records import (
    Contradiction,
    Evidence,
    Finding,
    Holding,
    Matter,
    Named,
    Notice,
    NotInLedger,
    Origin,
    Rotation,
)

FEW = settings(max_examples=60, deadline=None)
MATTER = Matter("presence", "grey-column", None, None, "stock", "2021-03")
CLAIMS = st.frozensets(st.integers(0, 12), max_size=12)


def finding(told: frozenset[int] | range, denied: frozenset[int] = frozenset(), names: int = 2) -> Finding:
    """Return an invented finding on claims, each of a report of its own, that go back to some origins."""
    claims = tuple(f"claim-{number:05}" for number in sorted(told))
    denials = tuple(f"denial-{number:05}" for number in sorted(denied))
    reports = tuple(f"report-{number:05}" for number in sorted(told))
    origins = tuple(
        Origin(f"origin {place}", "state", claims[place::names], "2021-03-01", len(claims), len(claims))
        for place in range(names)
        if claims[place::names]
    )
    against = (Contradiction("direct", claims, denials, False, "they exclude each other"),) if denials else ()
    return Finding(
        MATTER, Named("grey-column", "Grey Column"), None, None, None, len(claims), None, "at least", claims, (),
        "2021-03-01", "2021-03-09", claims, reports, reports[1:], origins, denials, against, "contested", ("words",),
    )  # fmt: skip


def holding(evidence: frozenset[int] | range) -> Holding:
    """Return an invented commitment with evidence and a rotation."""
    held = tuple(
        Evidence(f"claim-{number:05}", "2021-03-01", "against" if number % 3 else "for", "they are there")
        for number in sorted(evidence)
    )
    claims = tuple(one.claim for one in held)
    return Holding("the-clause", "2020-10-23", None, held, (Rotation(claims[::2], claims[1::2], "as many"),))


def sides(was: Finding | Holding, now: Finding | Holding) -> tuple[Seen, Seen]:
    """Return what the notice of a change says of both sides, kept and read again."""
    kind = "holding" if isinstance(was, Holding) else "finding"
    notice = notice_of("j", kind, was.id, encoded(was), encoded(now))
    before, after = noticed(ledger.decoded(Notice, encoded(notice)))
    assert before and after
    return before, after


@FEW
@given(told=CLAIMS, later=CLAIMS, denied=CLAIMS, still_denied=CLAIMS, names=st.integers(1, 3))
def test_rows_hold_what_the_other_side_has_not(
    told: frozenset[int], later: frozenset[int], denied: frozenset[int], still_denied: frozenset[int], names: int
) -> None:
    """Of a finding that changed, claims, denials, reports and copies are those that went and those that came; figure,
    grade and counts are those of the whole; the hashes tell whether anything differs."""
    was, now = finding(told, denied), finding(later, still_denied, names)
    before, after = sides(was, now)
    for seen, whole, other in ((before, was, now), (after, now, was)):
        kept = seen.record
        assert isinstance(kept, Finding)
        for name in ("claims", "denials", "reports", "copies"):
            assert set(getattr(kept, name)) == set(getattr(whole, name)) - set(getattr(other, name))
            assert seen.counts[name] == len(getattr(whole, name))
        assert (kept.matter, kept.min, kept.grade) == (whole.matter, whole.min, whole.grade)
        assert {one.name for one in kept.origins} <= {one.name for one in whole.origins}
    assert (before.hash == after.hash) == (was == now)


@FEW
@given(told=CLAIMS, later=CLAIMS)
def test_evidence_that_went_and_came_is_named(told: frozenset[int], later: frozenset[int]) -> None:
    """Of a commitment that changed, evidence is what went and what came, and for and against are counted whole."""
    was, now = holding(told), holding(later)
    before, after = sides(was, now)
    for seen, whole, other in ((before, was, now), (after, now, was)):
        assert isinstance(seen.record, Holding)
        assert set(seen.record.evidence) == set(whole.evidence) - set(other.evidence)
        stances = [one.stance for one in whole.evidence]
        assert (seen.counts["for"], seen.counts["against"]) == (stances.count("for"), stances.count("against"))


@pytest.mark.parametrize("made", [holding, finding])
def test_a_notice_is_as_long_as_what_moved(made: "type[Holding]") -> None:
    """One claim less of twenty or of four thousand makes a notice of the same length, but for the digits of counts."""
    lengths = []
    for size in (20, 4_000):
        was, now = made(range(size)), made(range(1, size))  # type: ignore[call-arg, arg-type]
        kind = "holding" if isinstance(was, Holding) else "finding"
        lengths.append(len(encoded(notice_of("j", kind, was.id, encoded(was), encoded(now)))))
    assert abs(lengths[1] - lengths[0]) < 60
    assert max(lengths) < 5_000


def test_what_moves_within_a_finding_does_not_make_its_notice_long() -> None:
    """Where all claims of a finding go back to another origin, the notice names the origins and not the claims."""
    was = finding(range(2_000), frozenset({1}), 1)
    now = replace(was, origins=(replace(was.origins[0], name="another"),), max_claims=was.claims)
    assert len(encoded(notice_of("j", "finding", was.id, encoded(was), encoded(now)))) < 3_000


def keep(subject: str, before: str | None, after: str | None, cause: str = "j") -> Notice:
    """Keep a notice in the form of the versions before: both records whole, and no word beside them."""
    notice = Notice(cause, "finding", subject, before, after)
    text = encoded(notice).replace(',"had":null,"has":null', "")
    assert "had" not in text
    NoticeRow.objects.create(id=notice.id, cause=cause, subject_kind="finding", subject=subject, record=text)
    return notice


def test_a_notice_of_the_form_before_is_read_as_ever(where: str) -> None:
    """It keeps its id and its records, its counts are those of the records, and it says the same as one of today."""
    was, now = finding(range(5)), finding(range(2))
    kept = keep(was.id, encoded(was), encoded(now))
    (read,) = ledger.notices(was.id)
    assert (read, read.id) == (kept, kept.id)
    before, after = noticed(read)
    assert before and after
    assert (before.record, after.record) == (was, now)
    today = sides(was, now)
    assert [(one.hash, one.counts) for one in (before, after)] == [(one.hash, one.counts) for one in today]


def test_a_finding_that_is_gone_opens_by_the_last_notice_that_has_it_whole(where: str) -> None:
    """It opens as the notice of its end has it, or as one of an earlier version; where parts alone are left, it is not
    in the ledger."""
    was, now = finding(range(5)), finding(range(2))
    with pytest.raises(NotInLedger):
        ledger.finding(was.id)
    for notice, expected in (
        (notice_of("j1", "finding", was.id, encoded(was), encoded(now)), None),
        (notice_of("j2", "finding", was.id, encoded(now), None), now),
        (notice_of("j3", "finding", was.id, None, encoded(was)), now),
    ):
        NoticeRow.objects.create(
            id=notice.id, cause=notice.cause, subject_kind="finding", subject=was.id, record=encoded(notice)
        )
        if expected is None:
            with pytest.raises(NotInLedger):
                ledger.finding(was.id)
        else:
            assert ledger.finding(was.id).claims == expected.claims
            assert ledger.finding(was.id).grade == "retracted"
    keep(was.id, encoded(was), encoded(now), "j4")
    assert ledger.finding(was.id).claims == was.claims
