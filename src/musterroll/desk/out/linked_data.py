"""Records as schema.org has them, for machines that read pages: JSON-LD without any rating of truth.

A finding is no `ClaimReview` and a grade no rating: what sources are reported to have said is given as `Claim`.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from markupsafe import Markup

from musterroll import ledger
from musterroll.desk import installation
from musterroll.desk.elsewhere import web_address
from musterroll.desk.headings import heading, speaker, type_name
from musterroll.desk.intake.held import held_around, held_in, held_of, held_under
from musterroll.desk.out.site import permanent, root_of
from musterroll.desk.out.told import Mended, corrections_on
from musterroll.ledger import ClaimLine
from musterroll.records import Finding, Hold, Opinion, Report

CONTEXT = "https://schema.org"
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
Data = dict[str, Any]


def script_of(data: Data) -> Markup:
    """Return JSON-LD as a data block for a page's head; nothing in it can end the block or begin a tag."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode()
    for sign, safe in UNSAFE.items():
        text = text.replace(sign, safe)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))


def without_unknown(data: Mapping[str, Any]) -> Data:
    """Return what is known: schema.org has no word for "unknown" but silence."""
    return {name: value for name, value in data.items() if value not in (None, "", [], ())}


def organisation(request: HttpRequest) -> Data:
    """Return who publishes this, with the policies that it is bound by."""
    return without_unknown(
        {
            "@type": "NewsMediaOrganization",
            "@id": f"{root_of(request)}/#organisation",
            "name": installation.publisher(),
            "url": f"{root_of(request)}/",
            "correctionsPolicy": permanent(request, "policy", "corrections"),
            "actionableFeedbackPolicy": permanent(request, "policy", "corrections") + "#tell-us",
            "unnamedSourcesPolicy": permanent(request, "policy", "unnamed-sources"),
            "verificationFactCheckingPolicy": permanent(request, "policy", "about"),
            "ethicsPolicy": permanent(request, "policy", "about"),
            "ownershipFundingInfo": permanent(request, "policy", "ownership"),
            "masthead": permanent(request, "policy", "ownership") + "#masthead",
            "contactPoint": contact(),
        }
    )


def contact() -> Data | None:
    """Return whom to write to about corrections, None where the settings do not say."""
    if not installation.contact_email():
        return None
    said = {"@type": "ContactPoint", "contactType": "corrections", "email": installation.contact_email()}
    return without_unknown({**said, "name": installation.contact_name()})


def report_data(request: HttpRequest, report: Report) -> Data:
    """Return a report as the article of its publisher, with the corrections that were made here on what was read.

    That it was retracted or is held here is said of our page on it: its publisher's own word would be another thing.
    """
    held = held_in(report.id)
    return without_unknown(
        {
            "@type": "OpinionNewsArticle" if report.opinion else "NewsArticle",
            "headline": report.title,
            "url": web_address(report.url),
            "mainEntityOfPage": page_data(
                permanent(request, "report", report.id), ledger.report_status(report.id), held
            ),
            "datePublished": report.published.instant or report.published.day if report.published else None,
            "dateModified": report.modified.instant or report.modified.day if report.modified else None,
            "inLanguage": report.language if report.language != "und" else None,
            "publisher": named("Organization", report.outlet),
            "author": [named("Person", name) for name in report.byline],
            "sourceOrganization": [named("Organization", name) for name in report.agency],
            "correction": corrections_data(corrections_on("report", report.id)),
        }
    )


def page_data(address: str, status: str, held: tuple[Hold, ...]) -> str | Data:
    """Return the page on a thing: its address, with where the thing stands here if that has to be said."""
    word = status_of(status, held)
    return {"@type": "WebPage", "@id": address, "creativeWorkStatus": word} if word else address


def status_of(status: str, held: tuple[Hold, ...]) -> str | None:
    """Return where a thing stands: "retracted", "rejected", "held"; None for what stands."""
    return status if status != "standing" else "held" if held else None


def opinion_data(request: HttpRequest, opinion: Opinion) -> Data:
    """Return an op-ed that was published here."""
    return without_unknown(
        {
            "@type": "OpinionNewsArticle",
            "headline": opinion.title,
            "url": permanent(request, "opinion", opinion.id),
            "mainEntityOfPage": permanent(request, "opinion", opinion.id),
            "datePublished": opinion.published,
            "dateModified": opinion.modified if opinion.modified != opinion.published else None,
            "author": named("Person", opinion.byline),
            "publisher": {"@id": f"{root_of(request)}/#organisation"},
            "creativeWorkStatus": status_of(
                "retracted" if opinion.withdrawn else "standing", held_of(opinion=[opinion.id])
            ),
            "correction": corrections_data(corrections_on("opinion", opinion.id)),
        }
    )


def claim_data(request: HttpRequest, line: ClaimLine, first: ClaimLine | None = None) -> Data:
    """Return a claim: its sentence, on whose word, where it stands, and where it stood first (`first`)."""
    return without_unknown(
        {
            "@type": "Claim",
            "@id": permanent(request, "claim", line.id),
            "url": permanent(request, "claim", line.id),
            "name": type_name(line.claim.claim.type),
            "text": " ".join(line.words.split()),
            "author": speaker_data(line),
            "appearance": article_of(line),
            "firstAppearance": article_of(first or line),
            "inLanguage": line.report.language if line.report.language != "und" else None,
            "creativeWorkStatus": status_of(line.status, held_around(line.claim.claim)),
            "correction": corrections_data(corrections_on("claim", line.id)),
        }
    )


def speaker_data(line: ClaimLine) -> Data | None:
    """Return on whose word a claim stands: a person, a body, or the outlet."""
    kind = line.claim.claim.attribution.kind
    if kind == "outlet":
        return named("Organization", line.report.outlet)
    return named("Person" if kind.endswith("person") else "Organization", speaker(line))


def article_of(line: ClaimLine) -> Data:
    """Return the report that a claim stands in."""
    report = line.report
    return without_unknown(
        {
            "@type": "OpinionNewsArticle" if report.opinion else "NewsArticle",
            "headline": report.title,
            "url": web_address(report.url),
            "datePublished": report.day,
            "publisher": named("Organization", report.outlet),
        }
    )


def finding_data(request: HttpRequest, finding: Finding, lines: Iterable[ClaimLine]) -> Data:
    """Return a finding as a page about claims, each with its report; `lines` are those that the page shows."""
    return without_unknown(
        {
            "@type": "WebPage",
            "@id": permanent(request, "finding", finding.id),
            "url": permanent(request, "finding", finding.id),
            "name": heading(finding),
            "creativeWorkStatus": status_of(
                "retracted" if finding.grade == "retracted" else "standing", held_under(finding)
            ),
            "temporalCoverage": finding.matter.period,
            "spatialCoverage": named("Place", finding.place.name if finding.place else None),
            "about": [named("Organization", one.name) for one in (finding.force, finding.side) if one],
            "publisher": {"@id": f"{root_of(request)}/#organisation"},
            "mentions": [claim_data(request, line) for line in lines],
            "correction": corrections_data(corrections_on("finding", finding.id)),
        }
    )


def named(kind: str, name: str | None) -> Data | None:
    """Return who or where by a name; None for nobody."""
    return {"@type": kind, "name": name} if name else None


def corrections_data(entries: Iterable[Mended]) -> list[Data]:
    """Return what was corrected as correction comments."""
    return [
        {
            "@type": "CorrectionComment",
            "text": " → ".join(words for words in (entry.wrong, entry.right) if words),
            "datePublished": entry.at,
        }
        for entry in entries
    ]
