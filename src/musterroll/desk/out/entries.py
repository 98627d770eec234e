"""Entries of feeds: a finding, a correction or an opinion in a title, a summary and when it changed.

What was corrected or retracted stays, says so in its title, and has the moment of the correction as its `updated`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk import wording
from musterroll.desk.elsewhere import TURNED
from musterroll.desk.headings import grade_name, heading, measure_name, says_who
from musterroll.desk.intake.words import CLASSES
from musterroll.desk.out.site import moment_of, permanent
from musterroll.ledger import FindingFilter
from musterroll.pipeline.forms import noticed
from musterroll.records import Correction, Finding, Judgement, Notice, NotInLedger, Opinion

LENGTH = 50
LOOKED_AT = 400  # findings that judgements changed last, among which those of one force or place are looked for
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNDATED = "1970-01-01"

Changed = dict[str, tuple[Notice, Judgement]]


@dataclass(frozen=True)
class Entry:
    """One entry. `address` is permanent and its id; `status` is "standing", "corrected" or "retracted"."""

    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    status: str
    tags: tuple[str, ...] = ()
    author: str | None = None


def finding_entries(request: HttpRequest, force: str | None = None, place: str | None = None) -> list[Entry]:
    """Return the findings last reported or last changed, of all, of a force or of a place (ids), the newest first."""
    found = {one.id: one for one in ledger.findings(FindingFilter(force=force, place=place), limit=LENGTH)}
    changed = ledger.lately_changed("finding", LOOKED_AT if force or place else LENGTH)
    for one in those_of(changed, force, place):
        found.setdefault(one.id, one)
    changes = ledger.last_changes(found)
    return newest(finding_entry(request, one, changes) for one in found.values())


def those_of(numbers: Iterable[str], force: str | None, place: str | None) -> Iterable[Finding]:
    """Yield findings by their ids, also those that are gone, where they are of the force and the place."""
    for number in numbers:
        try:
            one = ledger.finding(number)
        except NotInLedger:
            continue
        if force in (None, one.matter.force) and place in (None, one.place.id if one.place else None):
            yield one


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Return the newest entries, the last changed first."""
    return sorted(entries, key=lambda entry: (-entry.updated.timestamp(), entry.address))[:LENGTH]


def finding_entry(request: HttpRequest, finding: Finding, changes: Changed) -> Entry:
    """Return the entry of a finding."""
    published = moment_of(finding.last or UNDATED) or datetime.min
    notice, judgement = changes.get(finding.id, (None, None))
    changed = moment_of(judgement.at) if judgement else None
    status = "retracted" if finding.grade == "retracted" else "corrected" if changed else "standing"
    change = change_words(notice, judgement) if notice and judgement else ""
    return Entry(
        permanent(request, "finding", finding.id),
        clean(
            f"{status_words(status)}{heading(finding)}, {wording.month(finding.matter.period)}{figure_after(finding)}"
        ),
        clean(" ".join(words for words in (summary_of(finding), change) if words)),
        published,
        max(published, changed) if changed else published,
        status,
        tuple(clean(named.name) for named in (finding.force, finding.side, finding.place) if named),
    )


def status_words(status: str) -> str:
    """Return what a title begins with."""
    return {"standing": "", "corrected": _("Correction: "), "retracted": _("Correction, retracted: ")}[status]


def figure_after(finding: Finding) -> str:
    """Return ": 800–1,200 (stock)", or nothing where there is no figure."""
    figure = figure_of(finding)
    return f": {figure} ({measure_name(finding.measure)})" if figure else ""


def figure_of(finding: Finding | None) -> str:
    """Return a finding's bounds as plain words, "" where it has none."""
    if finding is None or (finding.min is None and finding.max is None):
        return ""
    return wording.bounds(finding.min, finding.max, finding.qualifier).striptags()


def summary_of(finding: Finding) -> str:
    """Return who says so, how it is attested, and the reminder that this is no verdict."""
    who, grade = wording.capital(says_who(finding)), grade_name(finding.grade)
    return _("%(who)s. Grade: %(grade)s. What sources are reported to have said, not what is true.") % {
        "who": who, "grade": grade,
    }  # fmt: skip


def change_words(notice: Notice, judgement: Judgement) -> str:
    """Return what a judgement changed: "Correction of 5 May 2021: at least 35 → 20–35. Reason: …"."""
    before, after = noticed(notice)
    was = figure_of(before) if isinstance(before, Finding) else ""
    now = figure_of(after) if isinstance(after, Finding) else ""
    figures = f"{was or _('no figure')} → {now or _('no figure')}" if was != now else _("what it rests on changed")
    fields = {"day": wording.day(judgement.at[:10]), "change": figures, "why": judgement.why}
    return _("Correction of %(day)s: %(change)s. Reason: %(why)s") % fields


def correction_entries(request: HttpRequest) -> list[Entry]:
    """Return the public log of corrections, the newest first."""
    return newest(correction_entry(request, one) for one in ledger.corrections(limit=LENGTH))


def correction_entry(request: HttpRequest, correction: Correction) -> Entry:
    """Return the entry of a correction."""
    moment = moment_of(correction.at) or datetime.min
    parts = [_("Was wrong: %s") % correction.wrong] if correction.wrong else []
    parts += [_("Is right: %s") % correction.right] if correction.right else []
    title = correction.title or f"{correction.subject_kind} {correction.subject}"
    return Entry(
        permanent(request, "correction", correction.id),
        clean(
            _("Correction (%(class)s): %(title)s") % {"class": str(CLASSES[correction.outcome]).lower(), "title": title}
        ),
        clean(" ".join(parts)),
        moment,
        moment,
        "corrected",
        (correction.outcome,),
    )


def opinion_entries(request: HttpRequest) -> list[Entry]:
    """Return what was published under Opinion, the newest first; what was withdrawn stays and says so."""
    return newest(opinion_entry(request, one) for one in ledger.opinions(limit=LENGTH))


def opinion_entry(request: HttpRequest, opinion: Opinion) -> Entry:
    """Return the entry of an opinion."""
    published = moment_of(opinion.published) or datetime.min
    status = "retracted" if opinion.withdrawn else "corrected" if opinion.revisions else "standing"
    return Entry(
        permanent(request, "opinion", opinion.id),
        clean(status_words(status) + _("Opinion: %s") % opinion.title),
        clean(_("The views are the author's own.")),
        published,
        max(published, moment_of(opinion.modified) or published),
        status,
        author=clean(opinion.byline),
    )


def clean(text: str) -> str:
    """Return text without what XML cannot hold, and without marks that would turn what a reader shows beside it."""
    return TURNED.sub("", NOT_XML.sub("\ufffd", text))
