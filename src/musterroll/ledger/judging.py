"""Judgements beside the evidence: appended by the law, never changed."""

from collections.abc import Iterable

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.law import faults_of, refusal_of
from musterroll.ledger.linking import refresh
from musterroll.ledger.logged import log_judgement
from musterroll.ledger.models import ClaimRow, JudgementRow, LinkRow, NoticeRow, ReportRow, SaidRow, StandingRow
from musterroll.ledger.models.links import KINDS
from musterroll.ledger.names import look_up_in
from musterroll.ledger.overlay import LINKED, Subject, into_of, merges_of, stand, way_of
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import mark_stale, once_an_edition, one_step, packs
from musterroll.records import SAID, UNDONE_BY, ActRefused, Judgement, Notice, NotInLedger


@at_edge
def judge(judgement: Judgement) -> None:
    """Append a judgement; what is derived is stale after it.

    Raises ActRefused for one by nobody, without a reason, of what cannot be mended, a second time, of what was not
    done, of an actor into itself or in a circle, or superseding (`before`) another than the one that holds; NotInLedger
    for an unknown subject. Nothing is written then.
    """
    if faults := list(faults_of(judgement)):
        raise ActRefused("; ".join(faults))
    with one_step():
        check_known(judgement)
        held = held_now(judgement.subject_kind, judgement.subject)
        if refusal := refusal_of(judgement, held, merges_now()):
            raise ActRefused(refusal)
        append(judgement)


def append(judgement: Judgement) -> None:
    """Write a judgement and what follows from it for look-ups."""
    kind, subject = judgement.subject_kind, judgement.subject
    JudgementRow.objects.create(
        id=judgement.id, deed=judgement.deed, subject_kind=kind, subject=subject, record=encoded(judgement)
    )
    StandingRow.objects.filter(subject_kind=kind, subject=subject).delete()
    if judgement.deed not in UNDONE_BY.values():
        StandingRow.objects.create(subject_kind=kind, subject=subject, deed=judgement.deed, judgement=judgement.id)
    if kind == "claim":
        refresh(subject)
    log_judgement(judgement)
    mark_stale(*reach_of(judgement))


def reach_of(judgement: Judgement) -> tuple[str, tuple[str, ...]]:
    """Return what a judgement changes: a report (its claims included), or an actor."""
    if judgement.subject_kind == "claim":
        return "report", (ClaimRow.objects.values_list("report_id", flat=True).get(id=judgement.subject),)
    if judgement.subject_kind == "actor":
        return "actor", (judgement.subject,)
    return "report", (judgement.subject,)


def check_known(judgement: Judgement) -> None:
    """Raise NotInLedger where the subject, or an actor or place that is set, is not known."""
    kind, subject = judgement.subject_kind, judgement.subject
    found = {"claim": ClaimRow.objects.filter(id=subject), "report": ReportRow.objects.filter(id=subject)}
    if kind in found and not found[kind].exists():
        raise NotInLedger(f"no {kind} {subject} in the ledger")
    actors = [subject, *dict(judgement.what).values()] if kind == "actor" else []
    if judgement.deed == "mend":
        actors = [value for name, value in judgement.what if name in LINKED and value]
    for actor in actors:
        if not (is_known(actor) or (kind == "actor" and is_said(actor))):
            raise NotInLedger(f"no actor or place {actor} in the packs or the ledger")


def is_known(actor: str) -> bool:
    """Say whether the packs, the gazetteer or a link know an id."""
    return look_up_in(packs())(actor) is not None or LinkRow.objects.filter(kind__in=KINDS, target=actor).exists()


def is_said(words: str) -> bool:
    """Say whether an id is that of words ("said:…") by which claims name somebody, or did when it was judged."""
    known = SaidRow.objects.filter(said=words).exists()
    return words.startswith(SAID) and (known or JudgementRow.objects.filter(subject=words).exists())


def held_now(kind: str, subject: str) -> tuple[Judgement, ...]:
    """Return the judgements that hold of a subject, the first first."""
    found = JudgementRow.objects.filter(subject_kind=kind, subject=subject).order_by("row")
    return stand(decoded(Judgement, record) for record in found.values_list("record", flat=True)).get(
        (kind, subject), ()
    )


@once_an_edition
def merges_now() -> dict[str, str]:
    """Return whom each merged actor is now."""
    return merges_of(held_of_actors())


def ways_now() -> list[list[str]]:
    """Return of each merged actor itself and all whom mergers lead to from it."""
    into = into_of(held_of_actors())
    return [way_of(actor, into) for actor in into]


def held_of_actors() -> dict[Subject, tuple[Judgement, ...]]:
    """Return the judgements that hold of actors."""
    found = JudgementRow.objects.filter(subject_kind="actor").order_by("row").values_list("record", flat=True)
    return stand(decoded(Judgement, record) for record in found)


@at_edge
def judgements(subject: str | None = None) -> tuple[Judgement, ...]:
    """Return the judgements of a subject (a claim's, report's or actor's id), or all, in the order they were made."""
    found = JudgementRow.objects.order_by("row")
    found = found.filter(subject=subject) if subject is not None else found
    return tuple(decoded(Judgement, record) for record in found.values_list("record", flat=True))


@at_edge
def judgements_on(subjects: Iterable[str]) -> tuple[Judgement, ...]:
    """Return the judgements of any of these subjects (ids), in the order in which they were made."""
    lots = in_lots(sorted(set(subjects)))
    rows = [row for lot in lots for row in JudgementRow.objects.filter(subject__in=lot).values_list("row", "record")]
    return tuple(decoded(Judgement, record) for _, record in sorted(rows))


@at_edge
def standing_judgement(subject: str) -> Judgement | None:
    """Return the judgement that holds of a subject: the last that was not taken back, or None."""
    row = StandingRow.objects.filter(subject=subject).first()
    return decoded(Judgement, JudgementRow.objects.get(id=row.judgement).record) if row else None


@at_edge
def notices(subject: str | None = None, cause: str | None = None) -> tuple[Notice, ...]:
    """Return what judgements changed, the first first: of a subject, by a cause (a judgement's id), or all."""
    found = NoticeRow.objects.order_by("row")
    found = found.filter(subject=subject) if subject is not None else found
    found = found.filter(cause=cause) if cause is not None else found
    return tuple(decoded(Notice, record) for record in found.values_list("record", flat=True))
