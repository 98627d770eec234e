"""One finding, one claim, one chain: what a correction did to them is said on each."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from musterroll import actions, ledger
from musterroll.ledger import FindingFilter
from musterroll.records import Finding, Person

EDITOR = Person("an editor", frozenset({"editor"}))
WHY = "The wire has another figure (invented for a test)"


def page(client: Client, address: str) -> str:
    """Return a page as text."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def counted() -> Finding:
    """Return a finding with a figure and several claims."""
    return next(one for one in ledger.findings(limit=300) if one.min is not None and len(one.claims) > 2)


def test_a_mended_claim_shows_on_finding_claim_and_log(client: Client) -> None:
    """After a correction the finding has a bar with the old figure and the new, the claim its history; no names."""
    finding = counted()
    claim = finding.min_claims[0]
    actions.correct_claim(claim, {"min": "7"}, by=EDITOR, why=WHY)
    shown, said = page(client, f"/findings/{finding.id}/"), page(client, f"/claims/{claim}/")
    assert WHY in shown and "<del>" in shown and '<a class="mark corrected"' in shown
    assert WHY in said and "<ins><bdi>7</bdi></ins>" in said
    assert EDITOR.name not in re.sub(r"<nav.*?</nav>|<footer class=.foot.*?</footer>", "", shown + said, flags=re.S)


def test_a_retracted_finding_stays_at_its_address(client: Client) -> None:
    """A finding all of whose reports were retracted opens, struck through, with the reason and what it said."""
    finding = next(one for one in ledger.findings(limit=300) if len(one.reports) == 1 and one.min and not one.denials)
    actions.retract_report(finding.reports[0], by=EDITOR, why=WHY)
    shown = page(client, f"/findings/{finding.id}/")
    assert "lead-figure struck" in shown and WHY in shown
    assert WHY in page(client, f"/claims/{finding.claims[0]}/")


def test_a_finding_has_each_origin_as_a_family(client: Client) -> None:
    """Each origin has a panel with its interest and its first claim; each contradiction has its reason."""
    finding = max(ledger.findings(limit=300), key=lambda one: len(one.origins) + len(one.contradictions))
    shown = page(client, f"/findings/{finding.id}/")
    assert shown.count('class="panel family"') == len(finding.origins)
    for one in finding.contradictions:
        assert one.why in shown.replace("&#39;", "'").replace("&#34;", '"')


def test_no_id_stands_twice_on_a_page(client: Client) -> None:
    """Anchors are unique on every finding's page."""
    for finding in ledger.findings(limit=60):
        ids = re.findall(r' id="([^"]+)"', page(client, f"/findings/{finding.id}/"))
        assert len(ids) == len(set(ids)), finding.id


def test_nothing_is_inline(client: Client) -> None:
    """No page has a style of its own or a script in it: the policy would refuse both."""
    finding = counted()
    for address in ("/", "/findings/", f"/findings/{finding.id}/", f"/claims/{finding.claims[0]}/", "/search/?q=libya"):
        shown = page(client, address)
        assert not re.search(r"\sstyle=|<style|<script>|\son\w+=", shown), address


def test_a_finding_as_json_has_its_sentences(client: Client) -> None:
    """Every claim that a bound rests on comes with its words and the address of its report."""
    finding = counted()
    form = client.get(f"/findings/{finding.id}/", {"format": "json"}).json()
    for claim in (*finding.min_claims, *finding.max_claims):
        assert form["sentences"][claim]["words"] and form["sentences"][claim]["report"] in finding.reports


def test_a_claim_shows_every_link_with_its_reason(client: Client) -> None:
    """Each link of a claim is shown with why it leads where it leads, or that nobody knows."""
    for line in ledger.claims(limit=40):
        shown = page(client, f"/claims/{line.id}/").replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
        for link in line.claim.links:
            assert link.reason in shown


def test_a_chain_shows_each_step_and_each_change(client: Client) -> None:
    """Every link of a chain and every drift stands on its page."""
    drifted = [chain for line in ledger.claims(limit=400) for chain in ledger.chains([line.id]) if chain.drift]
    assert drifted
    for chain in drifted[:10]:
        shown = page(client, f"/chains/{chain.claim}/")
        assert shown.count('<p class="who">') == len(chain.links)
        assert shown.count('<span class="mark against">changed</span>') == len(chain.drift)


def test_every_thing_can_be_corrected_and_cited(client: Client) -> None:
    """Finding and claim offer the correction form with the exact thing, and a citation with their own address."""
    finding = counted()
    for kind, number in (("finding", finding.id), ("claim", finding.claims[0])):
        shown = page(client, f"/{kind}s/{number}/")
        assert f"about={kind}%3A{number}" in shown and f"http://testserver/{kind}s/{number}/" in shown
        assert "@misc{" in shown


@pytest.mark.parametrize("kind", ["findings", "claims"])
def test_an_item_asks_the_ledger_few_questions(client: Client, kind: str) -> None:
    """However many claims a finding has, its page takes at most 25 queries, a claim's at most as many."""
    finding = max(ledger.findings(FindingFilter(), limit=300), key=lambda one: len(one.claims))
    number = finding.id if kind == "findings" else finding.claims[0]
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/{kind}/{number}/")
    assert len(asked) <= 25
