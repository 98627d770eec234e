"""The public log: cases that were decided or are held, and editors' judgements without a case, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import dropwhile, islice

from django.db.models import Q, QuerySet

from musterroll.ledger.case_filters import CorrectionFilter
from musterroll.ledger.casework import RELEASED, files_of
from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.models import (
    CaseJudgementRow,
    CaseStandRow,
    ClaimRow,
    FindingRow,
    JudgementRow,
    LinkRow,
    NoticeRow,
    ReportRow,
    SentenceRow,
)
from musterroll.ledger.moments import in_utc
from musterroll.records import CaseFile, Correction, Judgement, Notice, NotInLedger

OUTCOME_OF_DEED = {
    "mend": "corrected", "reject": "withdrawn", "retract": "withdrawn", "reopen": "corrected", "restore": "corrected",
    "merge": "corrected", "part": "corrected",
}  # fmt: skip
CHUNK = 200


@at_edge
def corrections(
    wanted: CorrectionFilter | None = None, after: Cursor | None = None, limit: int = LIMIT
) -> Slice[Correction]:
    """Return the public log, the newest first, each entry with its judgements and what they changed."""
    found: Iterator[Correction] = merge(
        *(stream(wanted or CorrectionFilter()) for stream in (of_cases, alone)), key=place, reverse=True
    )
    if after:
        found = dropwhile(lambda entry: place(entry) >= (after.key, after.id), found)
    listed = list(islice(found, limit + 1))
    more = Cursor(*place(listed[limit - 1])) if len(listed) > limit else None
    return Slice(completed(listed[:limit]), more)


@at_edge
def correction(id_: str) -> Correction:
    """Return one entry by a case's number or a judgement's id; raises NotInLedger."""
    stand = CaseStandRow.objects.filter(case_id=id_).exclude(outcome="").select_related("case").first()
    if stand:
        return completed([entry_of(files_of([stand.case])[0])])[0]
    row = JudgementRow.objects.filter(id=id_, deed__in=OUTCOME_OF_DEED).first()
    if row is None:
        raise NotInLedger(f"no correction {id_}")
    return completed([entry_alone(decoded(Judgement, row.record))])[0]


def place(entry: Correction) -> tuple[str, str]:
    """Return what the log is sorted by."""
    return (in_utc(entry.at), entry.id)


def of_cases(wanted: CorrectionFilter) -> Iterator[Correction]:
    """Yield the entries of cases, the newest first."""
    rows = CaseStandRow.objects.exclude(outcome="").select_related("case").order_by("-logged", "-case_id")
    classes = ("held", RELEASED) if wanted.outcome == "held" else (wanted.outcome,)
    rows = rows.filter(outcome__in=classes) if wanted.outcome else rows.exclude(outcome="declined")
    if wanted.since:
        rows = rows.filter(logged__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(logged__lt=f"{wanted.until}U")
    for touched in touching(wanted):
        judged = CaseJudgementRow.objects.filter(judgement__in=touched.judgements().values("id"))
        rows = rows.filter(touched.cases() | Q(case_id__in=judged.values("case_id")))
    for lot in lots(rows):
        yield from map(entry_of, files_of([row.case for row in lot]))


def alone(wanted: CorrectionFilter) -> Iterator[Correction]:
    """Yield the entries of judgements without a case, the newest first."""
    deeds = [deed for deed, outcome in OUTCOME_OF_DEED.items() if wanted.outcome in (None, outcome)]
    rows = JudgementRow.objects.filter(deed__in=deeds).exclude(id__in=CaseJudgementRow.objects.values("judgement"))
    for touched in touching(wanted):
        rows = rows.filter(id__in=touched.judgements().values("id"))
    timed = [(made_at(record), number, record) for number, record in rows.values_list("id", "record")]
    for at, _number, record in sorted(timed, reverse=True):
        if in_days(at, wanted):
            yield entry_alone(decoded(Judgement, record))


def made_at(record: str) -> str:
    """Return when a judgement was made, in UTC, from its JSON: to sort by it, none need be decoded.

    Inside a string the quotes would be escaped, so that no words of a reason can be taken for it.
    """
    return in_utc(record.partition('"at":"')[2].partition('"')[0])


def lots(rows: QuerySet) -> Iterator[list]:  # type: ignore[type-arg]
    """Yield rows in lots, so that a page of the log reads little more than it shows."""
    start = 0
    while lot := list(rows[start : start + CHUNK]):
        yield lot
        start += CHUNK


def in_days(at: str, wanted: CorrectionFilter) -> bool:
    """Say whether a moment (UTC) is of the days asked for."""
    return (not wanted.since or at[:10] >= wanted.since) and (not wanted.until or at[:10] <= wanted.until)


@dataclass(frozen=True)
class Touched:
    """What belongs to a force or a report: its claims, reports and findings, as queries."""

    claims: "QuerySet[ClaimRow] | QuerySet[LinkRow]"
    key: str
    reports: "QuerySet[ReportRow] | QuerySet[ClaimRow]"
    report_key: str
    findings: "QuerySet[FindingRow]"

    def judgements(self) -> "QuerySet[JudgementRow]":
        """Return the judgements on them."""
        on_claims = Q(subject_kind="claim", subject__in=self.claims.values(self.key))
        on_reports = Q(subject_kind="report", subject__in=self.reports.values(self.report_key))
        return JudgementRow.objects.filter(on_claims | on_reports)

    def cases(self) -> Q:
        """Return the condition of cases about them."""
        return (
            Q(case__about_kind="claim", case__about__in=self.claims.values(self.key))
            | Q(case__about_kind="report", case__about__in=self.reports.values(self.report_key))
            | Q(case__about_kind="finding", case__about__in=self.findings.values("id"))
        )


def touching(wanted: CorrectionFilter) -> Iterator[Touched]:
    """Yield what the force and the report of a filter own."""
    if wanted.force:
        links = LinkRow.objects.filter(Q(target=wanted.force) | Q(name__iexact=wanted.force))
        reports = ClaimRow.objects.filter(id__in=links.values("claim_id"))
        findings = FindingRow.objects.filter(
            Q(force=wanted.force) | Q(side=wanted.force) | Q(force_name__iexact=wanted.force)
        )
        yield Touched(links, "claim_id", reports, "report_id", findings)
    if wanted.report:
        claims = ClaimRow.objects.filter(report_id=wanted.report)
        rests = FindingRow.objects.filter(claim_rows__claim__report_id=wanted.report)
        yield Touched(claims, "id", ReportRow.objects.filter(id=wanted.report), "id", rests)


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
