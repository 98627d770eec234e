"""The public log: cases that were decided or are held, and editors' judgements without a case, the newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from musterroll.ledger.case_filters import CorrectionFilter
from musterroll.ledger.casework import files_of
from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.logged import OUTCOME_OF_DEED
from musterroll.ledger.models import (
    CaseJudgementRow,
    CaseRow,
    ClaimRow,
    FindingClaimRow,
    FindingRow,
    JudgementRow,
    LinkRow,
    LogRow,
    NoticeRow,
    ReportRow,
    SentenceRow,
)
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.records import CaseFile, Correction, Judgement, Notice, NotInLedger

GREATEST_ROW = 19  # digits


@at_edge
def corrections(
    wanted: CorrectionFilter | None = None, after: Cursor | None = None, limit: int = LIMIT
) -> Slice[Correction]:
    """Return the public log, the newest first, each entry with its judgements and what they changed.

    Of one moment, what was done last comes first. `after` is the cursor of the slice before; another is passed over.
    """
    known = after if after and after.id.isascii() and after.id.isdecimal() and len(after.id) < GREATEST_ROW else None
    return slice_of(logged(wanted or CorrectionFilter()), "at", known, limit, entries_of, "row")


@at_edge
def correction(id_: str) -> Correction:
    """Return one entry by a case's number or a judgement's id; raises NotInLedger."""
    row = LogRow.objects.filter(entry=id_).first()
    if row:
        return entries_of([row])[0]
    made = JudgementRow.objects.filter(id=id_, deed__in=OUTCOME_OF_DEED).first()
    if made is None:
        raise NotInLedger(f"no correction {id_}")
    return completed([entry_alone(decoded(Judgement, made.record))])[0]


def logged(wanted: CorrectionFilter) -> "QuerySet[LogRow]":
    """Return the rows of the log that a filter keeps."""
    kind, subject = wanted.about or (None, None)
    rows = LogRow.objects.filter(
        asked(outcome=wanted.outcome, at__gte=wanted.since, subject_kind=kind, subject=subject)
    )
    rows = rows if wanted.outcome else rows.exclude(outcome="declined")
    rows = rows.filter(at__lt=f"{wanted.until}U") if wanted.until else rows
    for condition in touching(wanted):
        in_a_case = JudgementRow.objects.filter(condition, id=OuterRef("judgement"))
        carried_out = CaseJudgementRow.objects.filter(Exists(in_a_case), case=OuterRef("entry"))
        rows = rows.filter(condition | Q(Exists(carried_out), of_case=True))
    return rows


def touching(wanted: CorrectionFilter) -> Iterator[Q]:
    """Yield the conditions of what touches the force and the report of a filter: of entries and of judgements alike."""
    if wanted.force:
        linked = LinkRow.objects.filter(Q(target=wanted.force) | Q(name__iexact=wanted.force))
        names = Q(force=wanted.force) | Q(side=wanted.force) | Q(force_name__iexact=wanted.force)
        yield one_of(
            Q(subject_kind="actor", subject=wanted.force),
            on("claim", linked.filter(claim=OuterRef("subject"))),
            on("report", linked.filter(claim__report=OuterRef("subject"))),
            on("finding", FindingRow.objects.filter(names, id=OuterRef("subject"))),
        )
    if wanted.report:
        rests = FindingClaimRow.objects.filter(finding=OuterRef("subject"), claim__report=wanted.report)
        yield one_of(
            Q(subject_kind="report", subject=wanted.report),
            on("claim", ClaimRow.objects.filter(id=OuterRef("subject"), report=wanted.report)),
            on("finding", rests),
        )


def one_of(*conditions: Q) -> Q:
    """Return the condition that one of some holds."""
    return reduce(or_, conditions)


def on(
    kind: str, rows: "QuerySet[LinkRow] | QuerySet[FindingRow] | QuerySet[ClaimRow] | QuerySet[FindingClaimRow]"
) -> Q:
    """Return the condition of subjects of a kind for which there are rows."""
    return Q(Exists(rows), subject_kind=kind)


def entries_of(rows: Sequence[LogRow]) -> tuple[Correction, ...]:
    """Return the entries of rows, in their order: as many queries for many as for one."""
    of_cases = [row.entry for row in rows if row.of_case]
    files = files_of(list(CaseRow.objects.filter(number__in=of_cases)))
    made = JudgementRow.objects.filter(id__in=[row.entry for row in rows if not row.of_case])
    known = {file.case.number: entry_of(file) for file in files}
    known |= {judgement.id: entry_alone(decoded(Judgement, judgement.record)) for judgement in made}
    return completed([known[row.entry] for row in rows])


def entry_of(file: CaseFile) -> Correction:
    """Return a case's entry, without its judgements' records."""
    decision, about, hold = file.decision, file.case.about, file.hold
    return Correction(
        id=file.case.number,
        at=file.logged_at or file.case.received,
        outcome=file.outcome or "held",
        subject_kind=about.kind,
        subject=about.id,
        wrong=decision.wrong if decision else (hold.why if hold else ""),
        right=decision.right if decision else "",
        case=file.case.number,
        title=about.sentence or about.title,
        until=file.released_at,
    )


def entry_alone(judgement: Judgement) -> Correction:
    """Return the entry of a judgement that no case led to."""
    return Correction(
        id=judgement.id,
        at=judgement.at,
        outcome=OUTCOME_OF_DEED[judgement.deed],
        subject_kind=judgement.subject_kind,
        subject=judgement.subject,
        wrong=judgement.why,
        right="",
        judgements=(judgement,),
    )


def completed(entries: list[Correction]) -> tuple[Correction, ...]:
    """Return entries with their judgements, their notices and a title each: four queries, however many they are."""
    held = judged_by([entry.case for entry in entries if entry.case])
    causes = [act.id for entry in entries for act in (*entry.judgements, *held.get(entry.id, ()))]
    changed: dict[str, list[Notice]] = {cause: [] for cause in causes}
    for row in NoticeRow.objects.filter(cause__in=causes).order_by("row"):
        changed[row.cause].append(decoded(Notice, row.record))
    titles = titles_of([entry for entry in entries if entry.title is None])
    return tuple(finished(entry, held.get(entry.id, entry.judgements), changed, titles) for entry in entries)


def judged_by(numbers: list[str]) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements of cases."""
    pairs = list(
        CaseJudgementRow.objects.filter(case_id__in=numbers).order_by("id").values_list("case_id", "judgement")
    )
    rows = JudgementRow.objects.filter(id__in=[judgement for _, judgement in pairs])
    made = {row.id: decoded(Judgement, row.record) for row in rows}
    return {
        number: tuple(made[judgement] for case, judgement in pairs if case == number and judgement in made)
        for number in {number for number, _ in pairs}
    }


def finished(
    entry: Correction, judgements: tuple[Judgement, ...], changed: dict[str, list[Notice]], titles: dict[str, str]
) -> Correction:
    """Return an entry with all that belongs to it."""
    notices = tuple(notice for judgement in judgements for notice in changed[judgement.id])
    title = entry.title or titles.get(entry.subject)
    return replace(entry, judgements=judgements, notices=notices, title=title)


def titles_of(entries: list[Correction]) -> dict[str, str]:
    """Return a title for each subject: a claim's sentence, a report's title."""
    claims = [entry.subject for entry in entries if entry.subject_kind == "claim"]
    reports = [entry.subject for entry in entries if entry.subject_kind == "report"]
    placed = {
        claim: (report, sentence)
        for claim, report, sentence in ClaimRow.objects.filter(id__in=claims).values_list("id", "report_id", "sentence")
    }
    rows = SentenceRow.objects.filter(report_id__in={report for report, _ in placed.values()})
    words = {(row.report_id, row.place): row.words for row in rows}
    found = {claim: words[where] for claim, where in placed.items() if where in words}
    titled = ReportRow.objects.filter(id__in=reports).exclude(title=None).values_list("id", "title")
    return {**found, **{report: title for report, title in titled if title}}
