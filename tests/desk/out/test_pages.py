"""Pages and files of the site as a whole: policies, addresses for crawlers, and the headers of every kind of page."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client, RequestFactory

from musterroll import ledger
from musterroll.desk.headers import ALWAYS
from musterroll.desk.out import crawlers
from musterroll.desk.out.policies import POLICIES
from musterroll.desk.out.site import permanent, permanents
from musterroll.ledger import FindingFilter, ReportFilter, every
from tests.desk.out.conftest import body

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
KEPT = "public, max-age=60"
HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"
# Of each kind of page: its media type, and how long it may be kept (None: nothing is said).
ANEW = "no-cache"  # kept by a reader, and asked for again each time
SNAPSHOT = {
    "/": (200, HTML, ANEW),
    "/ar/": (200, HTML, ANEW),
    "/findings/": (200, HTML, ANEW),
    "/findings/{finding}/": (200, HTML, ANEW),
    "/findings/?format=csv": (200, "text/csv; charset=utf-8", None),
    "/claims/{claim}/": (200, HTML, ANEW),
    "/chains/{claim}/": (200, HTML, ANEW),
    "/findings/nothing/": (404, HTML, None),
    "/nowhere/": (404, HTML, None),
    "/corrections/": (200, HTML, ANEW),
    "/corrections/new/": (200, HTML, "no-store"),
    "/feeds/": (200, HTML, ANEW),
    "/feeds/findings.atom": (200, "application/atom+xml; charset=utf-8", KEPT),
    "/feeds/corrections.rss": (200, "application/rss+xml; charset=utf-8", KEPT),
    "/feeds/opinions.json": (200, "application/feed+json; charset=utf-8", KEPT),
    "/exports/": (200, HTML, ANEW),
    "/exports/findings.csv": (200, "text/csv; charset=utf-8", KEPT),
    "/exports/claims.jsonl": (200, "application/jsonl; charset=utf-8", KEPT),
    "/exports/places.geojson": (200, "application/geo+json; charset=utf-8", KEPT),
    "/exports/datapackage.json": (200, "application/json", KEPT),
    "/exports/claims.csv-metadata.json": (200, "application/csvm+json; charset=utf-8", KEPT),
    "/api-docs/": (200, HTML, ANEW),
    "/api/v1/findings": (200, JSON, KEPT),
    "/api/v1/findings/nothing": (404, "application/problem+json; charset=utf-8", None),
    "/policies/": (200, HTML, ANEW),
    "/policies/privacy/": (200, HTML, ANEW),
    "/policies/nothing/": (404, HTML, None),
    "/sitemap.xml": (200, "application/xml; charset=utf-8", KEPT),
    "/sitemap/findings.xml": (200, "application/xml; charset=utf-8", KEPT),
    "/robots.txt": (200, "text/plain; charset=utf-8", ANEW),
    "/.well-known/security.txt": (200, "text/plain; charset=utf-8", ANEW),
    "/accounts/login/": (200, HTML, "no-store"),
}


@pytest.mark.parametrize("page", SNAPSHOT)
def test_headers_are_those_of_the_snapshot(client: Client, page: str) -> None:
    """Every kind of page has the status, the media type and the headers of safety that are written down here."""
    finding = ledger.findings(limit=1).rows[0]
    answer = client.get(page.format(finding=finding.id, claim=finding.claims[0]))
    status, media, kept = SNAPSHOT[page]
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, media)
    cached = answer.headers.get("Cache-Control")
    assert kept in (cached or "") if kept == "no-store" else cached == kept
    crossing = {"Cross-Origin-Resource-Policy": "cross-origin"} if page.startswith("/api/") else {}
    assert {name: answer.headers.get(name) for name in ALWAYS} == {**ALWAYS, **crossing}
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["", "/ar"])
def test_every_policy_can_be_read_in_each_language(client: Client, language: str) -> None:
    """The list names each policy, and each has a page that names the others."""
    shown = body(client, f"{language}/policies/")
    for policy in POLICIES:
        address = f"{language}/policies/{policy.name}/"
        assert f'href="{address}"' in shown and "<h1>" in body(client, address)


def test_policies_name_who_answers(client: Client, settings: Any) -> None:
    """The contact, the publisher and the funding of the settings stand on the policies; without them it is said so."""
    assert "has named nobody" in body(client, "/policies/corrections/")
    settings.CONTACT_NAME, settings.CONTACT_EMAIL = "The desk <1>", "desk@roll.example"
    settings.PUBLISHER, settings.FUNDING = "The Roll", "Readers pay for it."
    corrections, ownership = (body(client, f"/policies/{name}/?anew") for name in ("corrections", "ownership"))
    assert "The desk &lt;1&gt;" in corrections and "mailto:desk@roll.example" in corrections
    assert "The Roll" in ownership and "Readers pay for it." in ownership


def test_every_page_leads_to_the_feeds_and_the_api(client: Client) -> None:
    """The head of each page has the feeds and the description of the API for programs to discover."""
    for address in ("/", "/findings/", "/policies/privacy/", "/ar/findings/"):
        shown = body(client, address)
        start = "/ar/" if address.startswith("/ar") else "/"
        for name in ("findings", "corrections", "opinions"):
            assert f'href="{start}feeds/{name}.atom"' in shown and f'href="{start}feeds/{name}.json"' in shown
        assert 'rel="service-desc"' in shown


def test_the_site_map_has_every_finding_and_report_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that the index names hold the address of each finding and report, and of each policy, once."""
    monkeypatch.setattr(crawlers, "MOST", 50)
    index = ElementTree.fromstring(body(client, "/sitemap.xml"))
    pages = [loc.text or "" for loc in index.iter(f"{SITEMAP}loc")]
    assert len(pages) > 8 and len(pages) == len(set(pages))
    found: list[str] = []
    for page in pages:
        root = ElementTree.fromstring(body(client, page.removeprefix("http://testserver")))
        assert root.tag == f"{SITEMAP}urlset" and len(root) <= (
            50 if "findings" in page or "reports" in page else 50_000
        )
        found += [loc.text or "" for loc in root.iter(f"{SITEMAP}loc")]
    assert len(found) == len(set(found))
    findings = {f"http://testserver/findings/{one.id}/" for one in every(ledger.findings, FindingFilter())}
    reports = {line.id for line in every(ledger.reports, ReportFilter())}
    policies = {f"http://testserver/policies/{policy.name}/" for policy in POLICIES}
    assert findings | policies <= set(found)
    assert reports <= {address.rstrip("/").rpartition("/")[2] for address in found}


def test_addresses_of_many_are_those_of_each(client: Client) -> None:
    """Many addresses at once are the same as one by one, whatever stands in an id."""
    request = RequestFactory().get("/")
    ids = ["1f2e", "geonames:2215636", "said:LY/forces", "said:two words", "said:قوات", "a~b%c?d#e&f"]
    assert list(permanents(request, "force", ids)) == [permanent(request, "force", number) for number in ids]


def test_robots_may_read_all_but_forms(client: Client) -> None:
    """robots.txt closes forms, cases and accounts, opens the rest, and names the map of the site."""
    lines = body(client, "/robots.txt").splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines and "Disallow: /cases/" in lines
    assert not any(line in ("Disallow: /", "Disallow: /findings/") for line in lines)


def test_security_txt_has_what_its_rfc_requires(client: Client, settings: Any) -> None:
    """There is a contact and one day of expiry less than a year ahead (RFC 9116)."""
    settings.SECURITY_EMAIL = "security@roll.example"
    rows = [line.split(": ", 1) for line in body(client, "/.well-known/security.txt").splitlines()]
    fields = dict(rows)
    assert len(fields) == len(rows) and fields["Contact"] == "mailto:security@roll.example"
    ahead = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert 90 < ahead.days < 366


def test_addresses_are_those_of_the_setting(client: Client, settings: Any) -> None:
    """Where a public address is set, feeds, files and maps speak of it and of no other."""
    settings.PUBLIC_URL = "https://roll.example"
    for address in ("/feeds/findings.atom", "/sitemap.xml", "/exports/datapackage.json", "/robots.txt", "/api/v1/"):
        shown = body(client, address)
        assert "https://roll.example/" in shown and "testserver" not in shown
