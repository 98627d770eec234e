"""Findings, claims and days in words, as a reader of the table sees them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from urllib.parse import urlsplit

from musterroll.ledger import ClaimLine, Seen, noticed
from musterroll.records import (
    DayInterval,
    Finding,
    Holding,
    Judgement,
    LinkedClaim,
    Named,
    Notice,
    Origin,
    Report,
)

SHOWN_ID = 10
NAMED = 3
GRADE_WORDS = {
    "single-origin": "single origin",
    "several-origins": "several origins",
    "contested": "contested",
    "denied": "denied",
    "admitted": "admitted by the party",
    "retracted": "retracted",
}
DEED_WORDS = {
    "confirm": "confirmed", "mend": "corrected", "reject": "rejected", "reopen": "reopened", "retract": "retracted",
    "restore": "restored", "merge": "merged", "part": "parted",
}  # fmt: skip
WHERE = {"movement": "to", "supply": "to", "withdrawal": "from"}
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(text: str | None) -> str:
    """Return text on one line without control characters, which a page could use to move the cursor."""
    return " ".join(CONTROLS.sub(" ", text or "").split())


def short(record_id: str) -> str:
    """Return the head of a hash, enough to call the record by; other ids whole."""
    return record_id[:SHOWN_ID] if re.fullmatch(r"[0-9a-f]{24}", record_id) else record_id


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return "1 copy" or "2 copies"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def joined(parts: Iterable[str | None]) -> str:
    """Return what there is, with dots between."""
    return " · ".join(part for part in parts if part)


def day_words(day: str | None) -> str:
    """Return "2020-05-06" as "6 May 2020"."""
    if not day:
        return "no date"
    known = date.fromisoformat(day)
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


def month_words(period: str) -> str:
    """Return "2020-05" as "May 2020"."""
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def days_words(days: DayInterval | None) -> str:
    """Return when a claim holds: a day, from one day to another, or an open end."""
    if not days or not (days.first or days.last):
        return "no date"
    if days.first == days.last:
        return day_words(days.first)
    if not days.first:
        return f"until {day_words(days.last)}"
    return f"{day_words(days.first)} – {day_words(days.last)}" if days.last else f"since {day_words(days.first)}"


def figure_words(low: int | None, high: int | None, qualifier: str | None = None) -> str:
    """Return bounds as "300", "about 300", "at least 35", "up to 20,000" or "800–1,200"; "" where there is none."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    figure = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{qualifier} {figure}" if low == high and qualifier in ("about", "at least", "up to") else figure


def named_words(named: Named | None, unknown: str = "") -> str:
    """Return a name, with the country that people come from where only that is known."""
    return plain(named.name) if named else unknown


def matter_words(finding: Finding) -> str:
    """Return who does what where: "Wagner Group · presence in Libya · for the LNA"."""
    where = f" {WHERE.get(finding.type, 'in')} {named_words(finding.place)}" if finding.place else ""
    side = f"for {named_words(finding.side)}" if finding.side else None
    return joined([named_words(finding.force, "force not named"), f"{finding.type}{where}", side])


def origins_words(origins: Iterable[Origin]) -> str:
    """Return how many origins there are, the first of them by name, and how many are unknown; "" for none."""
    listed = tuple(origins)
    names = [origin.name for origin in listed if origin.name]
    unknown = len(listed) - len(names)
    more = ", …" if len(names) > NAMED else ""
    known = f"{plural(len(names), 'origin')} ({plain(', '.join(names[:NAMED]))}{more})" if names else None
    return ", ".join(filter(None, (known, f"{unknown} of unknown origin" if unknown else None)))


def told_words(finding: Finding) -> str:
    """Return on how many origins, reports, copies and denials a finding rests: "1 origin (…), 10 reports, 9 copies"."""
    counts = {"reports": len(finding.reports), "copies": len(finding.copies), "denials": len(finding.denials)}
    return ", ".join(filter(None, (origins_words(finding.origins), counts_words(counts))))


def counts_words(counts: Mapping[str, int]) -> str:
    """Return "10 reports, 9 copies": of reports, copies and denials those that there are."""
    named = (("reports", "report"), ("copies", "copy"), ("denials", "denial"))
    return ", ".join(plural(counts[many], one, many) for many, one in named if counts[many])


def finding_words(finding: Finding) -> str:
    """Return a finding on one line."""
    return line_words(finding, told_words(finding))


def line_words(finding: Finding, told: str) -> str:
    """Return a finding on one line, with on what it rests in words."""
    return joined(
        (
            matter_words(finding),
            finding.measure if finding.measure != "none" else None,
            figure_words(finding.min, finding.max, finding.qualifier),
            month_words(finding.matter.period) if finding.matter.period else "no date",
            told,
            GRADE_WORDS.get(finding.grade, finding.grade),
        )
    )


def role_words(linked: LinkedClaim, *roles: str) -> str:
    """Return who or where the parts in some roles are: the names they lead to, else the report's words."""
    links = [link.name or link.words for link in linked.links if link.role in roles]
    return plain("; ".join(dict.fromkeys(links)))


def claim_words(linked: LinkedClaim) -> str:
    """Return a claim on one line: who, what, where, how many, when, on whose word."""
    claim, strength = linked.claim, linked.claim.strength
    doer, side = role_words(linked, "by"), role_words(linked, "side")
    return joined(
        (
            role_words(linked, "force") or "force not named",
            f"by {doer}" if doer else None,
            f"for {side}" if side else None,
            " ".join((claim.type, *place_words(linked))),
            figure_words(strength.min, strength.max, "about" if strength.approximate else None) if strength else None,
            days_words(linked.days),
            claim.modality if claim.modality != "actual" else None,
            "denied" if claim.polarity == "negative" else None,
            source_words(linked),
        )
    )


def place_words(linked: LinkedClaim) -> Iterator[str]:
    """Yield "in …", "from …" and "to …", as far as the claim says."""
    for role, lead in (("place", "in"), ("from", "from"), ("to", "to")):
        if words := role_words(linked, role):
            yield f"{lead} {words}"


def source_words(linked: LinkedClaim) -> str:
    """Return on whose word a claim stands, and through whom."""
    kind, relay = linked.claim.attribution.kind, role_words(linked, "relay")
    unnamed = "the outlet" if kind == "outlet" else "source not named"
    words = unnamed if kind == "outlet" else plain("; ".join(voices(linked))) or unnamed
    return f"{words} via {relay}" if relay else words


def voices(linked: LinkedClaim) -> Iterator[str]:
    """Yield the sources as the report calls them, each with the actor that it is or speaks for."""
    for link in linked.links:
        if link.role == "source":
            apart = link.name and link.name.casefold() not in link.words.casefold()
            yield f"{link.words} ({link.name})" if apart and link.words else link.name or link.words


def quote_words(linked: LinkedClaim, report: Report) -> str:
    """Return the sentence that a claim was read from, with where it stands."""
    sentence = report.sentences[linked.claim.sentence].of(report.text)
    return f"“{plain(sentence)}” — {where_words(report)} [{short(linked.id)}]"


def line_quote(line: ClaimLine) -> str:
    """Return the same for a claim of a list."""
    told = line.report
    where = f"{publisher(told.outlet, told.url, told.id)}, {day_words(told.day)}"
    return f"“{plain(line.words)}” — {where} [{short(line.id)}]"


def where_words(report: Report) -> str:
    """Return a report's outlet and day."""
    day = report.published.day if report.published else None
    return f"{publisher(report.outlet, report.url, report.id)}, {day_words(day)}"


def publisher(outlet: str | None, url: str | None, report: str) -> str:
    """Return who published a report: the outlet's name, else the host of its address, else the report's id."""
    return plain(outlet) or (urlsplit(url).hostname if url else None) or f"report {short(report)}"


def deadline_words(holding: Holding, on: date) -> str:
    """Return a commitment's deadline and how far it lies behind or ahead of a day."""
    past = holding.days_past(on)
    if past is None:
        return f"since {day_words(holding.since)}, no deadline"
    far = (
        "due that day"
        if not past
        else f"{abs(past):,} {'day' if abs(past) == 1 else 'days'} {'past' if past > 0 else 'ahead'}"
    )
    return f"deadline {day_words(holding.until)}, {far} on {day_words(on.isoformat())}"


def stances_words(holding: Holding) -> str:
    """Return how many claims speak for a commitment and how many against it."""
    stances = [evidence.stance for evidence in holding.evidence]
    return balance_words(stances.count("for"), stances.count("against"))


def balance_words(pro: int, contra: int) -> str:
    """Return how many speak for and how many against."""
    return f"for {pro} | against {contra}" if pro or contra else "no evidence"


def judgement_words(judgement: Judgement) -> str:
    """Return who did what, and why."""
    what = ", ".join(f"{field} = {value or 'unknown'}" for field, value in judgement.what)
    detail = f" ({plain(what)})" if what else ""
    deed = DEED_WORDS.get(judgement.deed, judgement.deed)
    subject = f"{judgement.subject_kind} {plain(judgement.subject)}"
    return f"{plain(judgement.by)} {deed} {subject}{detail}: {plain(judgement.why)}"


def change_words(notice: Notice) -> tuple[str, str]:
    """Return what a notice is about as it was and as it is."""
    before, after = noticed(notice)
    return seen_words(before) or "was not there", seen_words(after) or "is no more"


def changed_words(notice: Notice) -> str:
    """Return which fields of the record changed, "" where it came or went as a whole."""
    before, after = noticed(notice)
    if before is None or after is None:
        return ""
    names = (field.name for field in fields(before.record))
    return ", ".join(name for name in names if getattr(before.record, name) != getattr(after.record, name))


def seen_words(seen: Seen | None) -> str:
    """Return one side of a notice on one line, "" where there was nothing."""
    if seen is None:
        return ""
    record, counts = seen.record, seen.counts
    if isinstance(record, Holding):
        stances = balance_words(counts["for"], counts["against"])
        return joined((record.id, stances, f"rotations {counts['rotations']}"))
    known, unknown = counts["known_origins"], counts["origins"] - counts["known_origins"]
    origins = (plural(known, "origin") if known else None, f"{unknown} of unknown origin" if unknown else None)
    return line_words(record, ", ".join(filter(None, (*origins, counts_words(counts)))))
