"""What pages say to machines is schema.org's: each type, each property on a type that has it, each value of its kind."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.test import Client

from musterroll import ledger
from tests.desk.out.conftest import Corrected

THING = {"@context", "@type", "@id", "name", "url", "mainEntityOfPage"}
WORK = THING | {
    "about", "author", "correction", "creativeWorkStatus", "dateModified", "datePublished", "headline", "inLanguage",
    "mentions", "publisher", "sourceOrganization", "spatialCoverage", "temporalCoverage", "text",
}  # fmt: skip
BODY = THING | {
    "actionableFeedbackPolicy", "contactPoint", "correctionsPolicy", "ethicsPolicy", "masthead",
    "ownershipFundingInfo", "unnamedSourcesPolicy", "verificationFactCheckingPolicy",
}  # fmt: skip
PROPERTIES = {
    "NewsMediaOrganization": BODY, "Organization": THING, "Person": THING, "Place": THING,
    "ContactPoint": THING | {"contactType", "email"}, "WebPage": WORK, "NewsArticle": WORK, "OpinionNewsArticle": WORK,
    "Claim": WORK | {"appearance", "firstAppearance"}, "CorrectionComment": WORK,
}  # fmt: skip
KINDS = {
    "author": {"Person", "Organization"}, "publisher": {"Organization", "NewsMediaOrganization"},
    "sourceOrganization": {"Organization"}, "appearance": {"NewsArticle", "OpinionNewsArticle"},
    "firstAppearance": {"NewsArticle", "OpinionNewsArticle"}, "correction": {"CorrectionComment"},
    "mainEntityOfPage": {"WebPage"}, "mentions": {"Claim"}, "about": {"Organization"}, "spatialCoverage": {"Place"}, "contactPoint": {"ContactPoint"},
}  # fmt: skip
ADDRESSES = {"@id", "url", "mainEntityOfPage"} | {name for name in BODY if name.endswith("Policy")}
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?:/\d{4}(?:-\d\d){0,2})?")


def data_of(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """Yield the blocks of data of a page."""
    page = client.get(address).content.decode()
    yield from map(json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S))


def faults(thing: dict[str, Any]) -> Iterator[str]:
    """Yield what of a thing, and of those in it, the vocabulary does not know."""
    if set(thing) == {"@id"}:
        return
    kind = thing.get("@type", "")
    yield from (f"{kind}.{name}" for name in set(thing) - PROPERTIES.get(kind, set()))
    for name, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            yield from faults_of(name, one)


def faults_of(name: str, value: object) -> Iterator[str]:
    """Yield what is wrong with one value of a property."""
    if isinstance(value, dict):
        if "@type" in value and value["@type"] not in KINDS.get(name, ()):
            yield f"{name}: {value['@type']}"
        yield from faults(value)
    elif not isinstance(value, str) or not value:
        yield f"{name}: {value!r}"
    elif (name in ADDRESSES and not re.match(r"https?://[^\s<>]+\Z", value)) or (
        name in ("datePublished", "dateModified", "temporalCoverage") and not DAY.fullmatch(value)
    ):
        yield f"{name}: {value}"


def test_every_page_speaks_the_vocabulary(client: Client, corrected: Corrected) -> None:
    """No block of any kind of page has a type, a property or a kind of value that schema.org does not have there."""
    pages = ["/", "/findings/", "/policies/corrections/", "/corrections/"]
    for line in ledger.claims(limit=25):
        pages += [f"/claims/{line.id}/", f"/reports/{line.report.id}/"]
    pages += [f"/findings/{one.id}/" for one in ledger.findings(limit=15)]
    pages += [f"/claims/{corrected.mended_claim}/", *(f"/findings/{one}/" for one in corrected.gone)]
    met = set()
    for page in pages:
        for block in data_of(client, page):
            assert list(faults(block)) == [], page
            met.add(block["@type"])
    assert met == {"NewsMediaOrganization", "Claim", "NewsArticle", "WebPage"}


def test_the_vocabulary_is_minded() -> None:
    """A type, a property, a kind of value, an address and a day that do not hold are each noticed."""
    bad = ({"@type": "ClaimReview"}, {"@type": "Claim", "rating": "x"}, {"@type": "Claim", "author": {"@type": "Place"}},
           {"@type": "Claim", "url": "javascript:x"}, {"@type": "NewsArticle", "datePublished": "soon"})  # fmt: skip
    assert all(list(faults(one)) for one in bad)
