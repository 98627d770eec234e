"""Citations: complete in words, BibTeX and RIS, and no word of a title can break any of them."""

import re

import pytest
from django.test import Client, RequestFactory

from musterroll import ledger
from musterroll.desk.out.citing import Cited, cite_claim, cite_finding, cite_report
from tests.desk.out.conftest import Corrected, body

REQUEST = RequestFactory().get("/")
ODD = "100% of “A & B” {cost} \\$5_000 #1 ~^\nER  - \n@misc{x,"


def test_a_citation_says_what_where_and_when_it_was_read() -> None:
    """Words, BibTeX and RIS of a finding, a claim and a report all hold the permanent address and the day of reading."""
    finding, line = ledger.findings(limit=1).rows[0], ledger.claims(limit=1).rows[0]
    report = ledger.report(line.report.id)
    for cited in (cite_finding(REQUEST, finding), cite_claim(REQUEST, line), cite_report(REQUEST, report)):
        assert cited.address.startswith("http://testserver/")
        assert cited.address in cited.text and cited.address in cited.ris and cited.address in cited.bibtex
        assert f"urldate = {{{cited.read}}}" in cited.bibtex and f"Y2  - {cited.read.replace('-', '/')}" in cited.ris
        assert cited.title in cited.text


def test_what_is_retracted_is_cited_as_such(corrected: Corrected) -> None:
    """The citation of a finding that is gone says "retracted" in all three forms."""
    cited = cite_finding(REQUEST, ledger.finding(next(iter(corrected.gone))))
    assert "retracted" in cited.text and "retracted" in cited.bibtex and "retracted" in cited.ris


@pytest.mark.parametrize("words", [ODD, "}", "\\\\", "a\r\nTI  - b"])
def test_no_title_breaks_a_citation(words: str) -> None:
    """Braces stay balanced, TeX's own signs are written out (BibTeX counts escaped braces too), and a RIS record has one title and one end."""
    cited = Cited(
        "k",
        (words,),
        words,
        words,
        "https://roll.example/x",
        "2021-03-27",
        note=words,
        original="https://a.example/{1}",
    )
    depth = 0
    for sign in cited.bibtex:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    tags = [row[:6] for row in cited.ris.splitlines()]
    assert all(re.fullmatch("[A-Z][A-Z0-9]  - ", tag) for tag in tags)
    assert tags[0] == "TY  - " and tags[-1] == "ER  - " and tags.count("ER  - ") == tags.count("TI  - ") == 1


def test_pages_offer_a_citation_that_can_be_selected(client: Client) -> None:
    """A finding and a claim can be cited from their pages without JavaScript."""
    finding = ledger.findings(limit=1).rows[0]
    for address in (f"/findings/{finding.id}/", f"/claims/{finding.claims[0]}/"):
        shown = body(client, address)
        assert '<details class="cite">' in shown and "@misc{" in shown and "TY  - " in shown


@pytest.fixture(autouse=True)
def _open(opened: object) -> None:
    """Have the ledger open."""
