"""How to cite a finding, a claim or a report: in words, as BibTeX and as RIS, with its permanent address."""

import re
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from musterroll.desk import installation, wording
from musterroll.desk.headings import heading, speaker
from musterroll.desk.intake.held import held_around, held_in, held_under
from musterroll.desk.out.entries import figure_after
from musterroll.desk.out.site import permanent
from musterroll.ledger import ClaimLine
from musterroll.records import Finding, Report

TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "&": r"\&",
    "#": r"\#", "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
TEX_SIGNS = re.compile(r"[\\{}%&#$_~^]")


@dataclass(frozen=True)
class Cited:
    """What is cited: its key for BibTeX, authors, title, who published it where, the day of it and of reading it.

    `original` is the address at its publisher, None for what stands only here; `status` is said where it is not
    "standing". Days are YYYY-MM-DD.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    publisher: str
    address: str
    read: str
    day: str | None = None
    original: str | None = None
    note: str | None = None
    status: str = "standing"

    @property
    def text(self) -> str:
        """The citation in words."""
        who = ", ".join(self.authors) + ". " if self.authors else ""
        day = f", {wording.day(self.day)}" if self.day else ""
        marked = f" [{self.marked}]" if self.marked else ""
        note = f" {self.note}." if self.note else ""
        original = f" {self.original}." if self.original else ""
        read = _("Read %(day)s") % {"day": wording.day(self.read)}
        return f"{who}“{self.title}”{marked}. {self.publisher}{day}.{note}{original} {self.address} ({read})."

    @property
    def bibtex(self) -> str:
        """The citation as BibTeX."""
        fields = {
            "author": " and ".join(f"{{{tex(name)}}}" for name in self.authors or (self.publisher,)),
            "title": f"{{{tex(self.title)}}}",
            "howpublished": tex(self.publisher),
            "year": (self.day or self.read)[:4],
            "date": self.day or "",
            "url": address_of(self.address),
            "urldate": self.read,
            "note": tex("; ".join(word for word in (self.marked, self.note, self.original) if word)),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return "@misc{" + self.key + ",\n" + ",\n".join(lines) + "\n}"

    @property
    def marked(self) -> str | None:
        """The status, where it has to be said: in this register, for a publisher's own retraction is another thing."""
        words = {"retracted": _("retracted in this register"), "rejected": _("rejected in this register"),
                 "held": _("held in this register while it is checked")}  # fmt: skip
        return words.get(self.status)

    @property
    def ris(self) -> str:
        """The citation as RIS."""
        day = (self.day or "").replace("-", "/")
        rows = [
            ("TY", "NEWS" if self.original else "ELEC"),
            *(("AU", name) for name in self.authors or (self.publisher,)),
            ("TI", self.title), ("PB", self.publisher), ("DA", day), ("PY", (self.day or self.read)[:4]),
            ("UR", self.address), ("L2", self.original or ""), ("Y2", self.read.replace("-", "/")),
            ("N1", "; ".join(word for word in (self.marked, self.note) if word)), ("ER", ""),
        ]  # fmt: skip
        return "\n".join(f"{tag}  - {one_line(value)}" for tag, value in rows if value or tag == "ER")


def tex(text: str) -> str:
    """Return text with the signs of TeX written out: no brace stays, for BibTeX counts them behind a backslash too."""
    return TEX_SIGNS.sub(lambda found: TEX[found[0]], one_line(text))


def one_line(text: str) -> str:
    """Return text on one line: a citation's fields end with theirs."""
    return " ".join(text.split())


def address_of(address: str) -> str:
    """Return an address that braces cannot end."""
    return address.replace("{", "%7B").replace("}", "%7D")


def today() -> str:
    """Return the day on which the page is read, in UTC."""
    return timezone.now().date().isoformat()


def cite_finding(request: HttpRequest, finding: Finding) -> Cited:
    """Return the citation of a finding: what it says may change, so that the day of reading counts."""
    return Cited(
        f"musterroll-{finding.id}",
        (),
        f"{heading(finding)}, {wording.month(finding.matter.period)}{figure_after(finding)}",
        installation.publisher(),
        permanent(request, "finding", finding.id),
        today(),
        note=_("Finding %s, which may change as reports and corrections come") % finding.id,
        status="retracted" if finding.grade == "retracted" else "held" if held_under(finding) else "standing",
    )


def cite_report(request: HttpRequest, report: Report, status: str = "standing") -> Cited:
    """Return the citation of a report, as its publisher's."""
    return Cited(
        f"report-{re.sub('[^A-Za-z0-9]', '', report.id)}", report.byline, report.title or report.id,
        report.outlet or _("outlet not known"), permanent(request, "report", report.id), today(),
        day=report.published.day if report.published else None, original=report.url,
        status="held" if status == "standing" and held_in(report.id) else status,
    )  # fmt: skip


def cite_claim(request: HttpRequest, line: ClaimLine) -> Cited:
    """Return the citation of a claim: its sentence, on whose word, in which report."""
    report = line.report
    cited = Cited(
        f"claim-{line.id}", (), one_line(line.words), report.outlet or _("outlet not known"),
        permanent(request, "claim", line.id), today(), day=report.day, original=report.url,
        note=_("On the word of %s") % speaker(line),
    )  # fmt: skip
    held = line.status == "standing" and held_around(line.claim.claim)
    return replace(cited, status="held" if held else line.status)
