"""Entries of feeds: a finding, a correction or an opinion in a title, a summary and when it changed.

What was corrected or retracted stays, says so in its title, and has the moment of the correction as its `updated`. So
does what is held while it is checked, from when the hold begins, and again when it ends.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk import wording
from musterroll.desk.elsewhere import TURNED
from musterroll.desk.headings import grade_name, heading, measure_name, says_who
from musterroll.desk.intake.held import held_lately, held_now, held_of, held_under
from musterroll.desk.intake.words import CLASSES
from musterroll.desk.marks import Mark
from musterroll.desk.out.site import moment_of, permanent
from musterroll.desk.out.told import Mended, corrections_of_opinions
from musterroll.ledger import FindingFilter, Seen, noticed
from musterroll.records import Correction, Finding, Hold, Judgement, Notice, NotInLedger, Opinion

LENGTH = 50
LOOKED_AT = 400  # findings that judgements changed last, among which those of one force or place are looked for
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNDATED = "1970-01-01"

Changed = dict[str, tuple[Notice, Judgement]]


@dataclass(frozen=True)
class Entry:
    """One entry. `address` is permanent and its id; `status` is "standing", "corrected" or "retracted".

    `held` is what holds it now, itself or what it leans on.
    """

    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    status: str
    tags: tuple[str, ...] = ()
    author: str | None = None
    held: tuple[Hold, ...] = ()

    @property
    def pub_status(self) -> str:
        """The status in the word of news agencies."""
        return Mark(self.status, self.held).pub_status


def finding_entries(request: HttpRequest, force: str | None = None, place: str | None = None) -> list[Entry]:
    """Return the findings last reported or last changed, of all, of a force or of a place (ids), the newest first."""
    found = {one.id: one for one in ledger.findings(FindingFilter(force=force, place=place), limit=LENGTH)}
    changed, holds = ledger.lately_changed("finding", LOOKED_AT if force or place else LENGTH), held_lately()
    held = (one for one in ledger.findings_of(leaning_on(holds)) if is_of(one, force, place))
    for one in (*those_of(changed, force, place), *held):
        found.setdefault(one.id, one)
    changes = ledger.last_changes(found)
    return newest(finding_entry(request, one, changes, held_under(one, holds)) for one in found.values())


def leaning_on(holds: Iterable[Hold]) -> frozenset[str]:
    """Return the ids of the findings that are held, or that lean on a claim or a report that is, or was."""
    ids = {kind: [one.id for one in holds if one.kind == kind] for kind in ("finding", "claim", "report")}
    claims = (*ids["claim"], *ledger.claims_of(ids["report"]))
    return frozenset((*ids["finding"], *ledger.findings_on(claims)))


def those_of(numbers: Iterable[str], force: str | None, place: str | None) -> Iterable[Finding]:
    """Yield findings by their ids, also those that are gone, where they are of the force and the place."""
    for number in numbers:
        try:
            one = ledger.finding(number)
        except NotInLedger:
            continue
        if is_of(one, force, place):
            yield one


def is_of(finding: Finding, force: str | None, place: str | None) -> bool:
    """Say whether a finding is of a force and a place (ids), where they are asked for."""
    return force in (None, finding.matter.force) and place in (None, finding.place.id if finding.place else None)


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Return the newest entries, the last changed first."""
    return sorted(entries, key=lambda entry: (-entry.updated.timestamp(), entry.address))[:LENGTH]


def finding_entry(request: HttpRequest, finding: Finding, changes: Changed, holds: tuple[Hold, ...] = ()) -> Entry:
    """Return the entry of a finding; `holds` are those on it, ended or not."""
    published = moment_of(finding.last or UNDATED) or datetime.min
    notice, judgement = changes.get(finding.id, (None, None))
    changed = moment_of(judgement.at) if judgement else None
    status = "retracted" if finding.grade == "retracted" else "corrected" if changed else "standing"
    change = change_words(notice, judgement) if notice and judgement else ""
    title = f"{heading(finding)}, {wording.month(finding.matter.period)}{figure_after(finding)}"
    entry = Entry(
        permanent(request, "finding", finding.id),
        clean(status_words(status) + title),
        clean(" ".join(words for words in (summary_of(finding), change) if words)),
        published,
        max(published, changed) if changed else published,
        status,
        tuple(clean(named.name) for named in (finding.force, finding.side, finding.place) if named),
    )
    return with_holds(entry, holds)


def with_holds(entry: Entry, holds: tuple[Hold, ...]) -> Entry:
    """Return an entry that says that it is held, or was; it is as new as the hold's beginning or end."""
    if not holds:
        return entry
    now = tuple(one for one in holds if one.until is None)
    last = max(holds, key=lambda one: one.turned)
    moments = [moment for one in holds if (moment := moment_of(one.turned))]
    return replace(
        entry,
        title=(_("Held while it is checked: ") if now else "") + entry.title,
        summary=clean(f"{entry.summary} {' '.join(hold_words(one) for one in (now or (last,)))}"),
        updated=max(entry.updated, *moments),
        held=now,
    )


def hold_words(hold: Hold) -> str:
    """Return since when, or from when to when, something is or was held, and why."""
    days = {"since": wording.day(hold.since[:10]), "until": wording.day((hold.until or "")[:10]), "why": hold.why}
    if hold.until is None:
        return _("Held since %(since)s while it is checked. Reason: %(why)s") % days
    return _("It was held from %(since)s to %(until)s while it was checked.") % days


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
    return wording.bounds_text(finding.min, finding.max, finding.qualifier)


def summary_of(finding: Finding) -> str:
    """Return who says so, how it is attested, and the reminder that this is no verdict."""
    who, grade = wording.capital(says_who(finding)), grade_name(finding.grade)
    return _("%(who)s. Grade: %(grade)s. What sources are reported to have said, not what is true.") % {
        "who": who, "grade": grade,
    }  # fmt: skip


def change_words(notice: Notice, judgement: Judgement) -> str:
    """Return what a judgement changed: "Correction of 5 May 2021: at least 35 → 20–35. Reason: …"."""
    before, after = noticed(notice)
    was, now = figure_seen(before), figure_seen(after)
    figures = f"{was or _('no figure')} → {now or _('no figure')}" if was != now else _("what it rests on changed")
    fields = {"day": wording.day(judgement.at[:10]), "change": figures, "why": judgement.why}
    return _("Correction of %(day)s: %(change)s. Reason: %(why)s") % fields


def figure_seen(seen: Seen | None) -> str:
    """Return the figure of a finding that a notice tells of, "" where it has none."""
    return figure_of(seen.record) if seen and isinstance(seen.record, Finding) else ""


def correction_entries(request: HttpRequest) -> list[Entry]:
    """Return the public log of corrections, the newest first."""
    holds: dict[str | None, Hold] = {one.case: one for one in held_now()}
    return newest(correction_entry(request, one, holds) for one in ledger.corrections(limit=LENGTH))


def correction_entry(request: HttpRequest, correction: Correction, holds: Mapping[str | None, Hold]) -> Entry:
    """Return the entry of a correction; `holds` are those that last, by case."""
    moment, holding = moment_of(correction.at) or datetime.min, correction.outcome == "held"
    words = _("held no more") if correction.until else str(CLASSES[correction.outcome]).lower()
    said = _("Why it was held: %s") if correction.until else _("Why it is held: %s") if holding else _("Was wrong: %s")
    parts = [said % correction.wrong] if correction.wrong else []
    parts += [_("Is right: %s") % correction.right] if correction.right else []
    title = correction.title or f"{correction.subject_kind} {correction.subject}"
    return Entry(
        permanent(request, "correction", correction.id),
        clean(_("Correction (%(class)s): %(title)s") % {"class": words, "title": title}),
        clean(" ".join(parts)),
        moment,
        moment_of(correction.until) or moment,
        "standing" if holding else "corrected",
        (correction.outcome,),
        held=(holds[correction.case],) if correction.case in holds else (),
    )


def opinion_entries(request: HttpRequest) -> list[Entry]:
    """Return what was published under Opinion, the newest first; what was withdrawn stays and says so."""
    holds, corrected = held_lately(), corrections_of_opinions()
    return newest(
        opinion_entry(request, one, corrected.get(one.id, ()), held_of(holds, opinion=[one.id]))
        for one in ledger.opinions(limit=LENGTH)
    )


def opinion_entry(
    request: HttpRequest, opinion: Opinion, corrected: tuple[Mended, ...] = (), holds: tuple[Hold, ...] = ()
) -> Entry:
    """Return the entry of an opinion, with the words of its last change.

    `corrected` are the corrections that cases led to, `holds` the holds on it, ended or not.
    """
    published = moment_of(opinion.published) or datetime.min
    changes = (*corrected, *(Mended(one.words, "", one.at) for one in (*opinion.revisions, opinion.withdrawn) if one))
    last = sorted(changes, key=lambda one: one.at)[-1] if changes else None
    status = "retracted" if opinion.withdrawn else "corrected" if changes else "standing"
    entry = Entry(
        permanent(request, "opinion", opinion.id),
        clean(status_words(status) + _("Opinion: %s") % opinion.title),
        clean(" ".join((_("The views are the author's own."), *([mended_words(last)] if last else [])))),
        published,
        max(published, (moment_of(last.at) if last else None) or published),
        status,
        author=clean(opinion.byline),
    )
    return with_holds(entry, holds)


def mended_words(one: Mended) -> str:
    """Return the editors' words on a change: "Correction of 5 May 2021: 40 → 35"."""
    change = " → ".join(words for words in (one.wrong, one.right) if words)
    return _("Correction of %(day)s: %(change)s") % {"day": wording.day(one.at[:10]), "change": change}


def clean(text: str) -> str:
    """Return text without what XML cannot hold, and without marks that would turn what a reader shows beside it."""
    return TURNED.sub("", NOT_XML.sub("\ufffd", text))
