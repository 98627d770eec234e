"""Structured data: the shapes of schema.org, no rating of truth, nothing that can act on a page."""

import json
import re
from typing import Any

import pytest
from django.test import Client, RequestFactory

from musterroll import ledger
from musterroll.desk.out.linked_data import claim_data, finding_data, opinion_data, organisation, report_data, script_of
from musterroll.ledger import ClaimFilter
from musterroll.records import Manuscript, Opinion
from tests.desk.out.conftest import Corrected, body

REQUEST = RequestFactory().get("/")
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & ' \""


def blocks_of(client: Client, address: str) -> list[dict[str, Any]]:
    """Return the data blocks of a page."""
    return [json.loads(found) for found in BLOCK.findall(body(client, address))]


def test_an_organisation_names_its_policies_by_addresses_that_are_there(client: Client, settings: Any) -> None:
    """Every policy that the organisation names has a page, and the contact of the settings is its contact."""
    settings.CONTACT_EMAIL, settings.CONTACT_NAME = "desk@roll.example", "The desk"
    made = organisation(REQUEST)
    names = (
        "correctionsPolicy",
        "actionableFeedbackPolicy",
        "unnamedSourcesPolicy",
        "ownershipFundingInfo",
        "masthead",
    )
    for name in names:
        address, _, part = made[name].removeprefix("http://testserver").partition("#")
        assert (f'id="{part}"' if part else "<h1>") in body(client, address)
    assert made["@type"] == "NewsMediaOrganization"
    assert made["contactPoint"]["email"] == "desk@roll.example"


def test_a_report_is_its_publishers_article_with_our_corrections(corrected: Corrected) -> None:
    """A report gives headline, day, publisher and a correction comment for each judgement on it; unknowns are silent."""
    report = ledger.report(corrected.retracted_report)
    made = report_data(REQUEST, report)
    assert made["@type"] in ("NewsArticle", "OpinionNewsArticle") and made["headline"] == report.title
    assert made["datePublished"].startswith(report.published.day if report.published else "?")
    (comment,) = made["correction"]
    assert comment["@type"] == "CorrectionComment" and comment["text"] and comment["datePublished"]
    assert None not in made.values() and "" not in made.values()


def test_a_claim_says_who_where_and_where_first(corrected: Corrected) -> None:
    """A claim has its sentence, its author, its appearance and the first one; a copy's first is that of its origin."""
    chained = next(
        chain for line in ledger.every(ledger.claims, ClaimFilter())
        if (chain := ledger.chain(line.id)).first != chain.claim
    )  # fmt: skip
    line, first = ledger.claim_lines([chained.claim, chained.first])
    made = claim_data(REQUEST, line, first)
    assert made["@type"] == "Claim" and made["text"] == " ".join(line.words.split()) and made["author"]["name"]
    assert made["appearance"]["url"] == line.report.url and made["firstAppearance"]["url"] == first.report.url
    mended = ledger.claim_lines([corrected.mended_claim])[0]
    assert claim_data(REQUEST, mended)["correction"][0]["text"] == "misread (invented) → min: 77, max: 77"


def test_an_opinion_is_an_opinion(corrected: Corrected) -> None:
    """An op-ed of this site is an OpinionNewsArticle by its author, published by the organisation."""
    text = Manuscript("An invented view", "<p>Words.</p>", "Words.")
    made = opinion_data(REQUEST, Opinion("o1", text, "A. Writer", "none", "2021-03-27T10:00:00+00:00"))
    assert made["@type"] == "OpinionNewsArticle" and made["author"] == {"@type": "Person", "name": "A. Writer"}
    assert made["publisher"]["@id"] == organisation(REQUEST)["@id"] and "dateModified" not in made


def test_a_finding_mentions_its_claims_and_says_when_it_is_gone(client: Client, corrected: Corrected) -> None:
    """A finding's data has a claim for each line that the page shows; one that is gone says "retracted"."""
    finding = ledger.findings(limit=1).rows[0]
    lines = ledger.claim_lines(finding.claims)
    assert [one["@id"].split("/")[-2] for one in finding_data(REQUEST, finding, lines)["mentions"]] == list(
        finding.claims
    )
    gone = ledger.finding(next(iter(corrected.gone)))
    made = finding_data(REQUEST, gone, ())
    assert made["creativeWorkStatus"] == "retracted" and made["correction"]


def test_pages_carry_their_data_and_no_rating(client: Client) -> None:
    """The pages of a finding and a claim carry the organisation and the thing; nowhere stands a rating of truth."""
    finding = next(one for one in ledger.findings(limit=50) if one.min_claims)
    pages = {f"/findings/{finding.id}/": "WebPage", f"/claims/{finding.claims[0]}/": "Claim"}
    for address, kind in pages.items():
        made = blocks_of(client, address)
        assert [one["@type"] for one in made] == ["NewsMediaOrganization", kind]
        assert all(one["@context"] == "https://schema.org" for one in made)
        assert not re.search("ClaimReview|reviewRating|truthRating", json.dumps(made))


@pytest.mark.parametrize("words", [HOSTILE, "\ud800", "<!--<script>"])
def test_no_word_ends_the_block(words: str) -> None:
    """Whatever a headline says, the block holds one script element and gives the headline back."""
    made = str(script_of({"@type": "Thing", "name": words}))
    inside = made.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not re.search("[<>&\u2028\u2029]", inside)
    assert json.loads(inside)["name"] == words.encode("utf-8", "replace").decode()
