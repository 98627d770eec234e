"""Search: words, facets, names, and what is no word."""

import csv
import io
import re

import pytest
from django.test import Client

from musterroll import ledger
from musterroll.desk.reading.quoting import hits_in
from musterroll.ledger import ClaimFilter


def found(client: Client, **fields: str) -> str:
    """Return a page of search."""
    response = client.get("/search/", fields)
    assert response.status_code == 200
    return response.content.decode()


def test_every_result_has_the_words_marked(client: Client) -> None:
    """Each claim that is found is quoted with the words of the query marked in it."""
    shown = found(client, q="fighters libya")
    quotes = re.findall(r"<figure class=.quote.*?</figure>", shown, re.S)
    assert len(quotes) > 2
    for quote in quotes:
        marked = {word.casefold() for word in re.findall(r'<mark class="hit">(\w+)</mark>', quote)}
        trigger = re.findall(r'<mark title="[^"]*">([^<]*)</mark>', quote)
        words = " ".join([*marked, *trigger]).casefold()
        assert "fighter" in words and "libya" in words


def test_files_hold_what_is_found(client: Client) -> None:
    """The CSV of a search has exactly the claims that the ledger finds."""
    wanted = {line.id for line in ledger.claims(ClaimFilter(words="Wagner", type="presence"), limit=1000)}
    body = b"".join(client.get("/search/", {"q": "Wagner", "type": "presence", "format": "csv"}).streaming_content)  # type: ignore[attr-defined]
    assert wanted and {row["id"] for row in csv.DictReader(io.StringIO(body.decode()))} == wanted


def test_a_name_leads_to_its_page(client: Client) -> None:
    """A force whose name has the words is offered before any sentence, in its other spellings too."""
    for words in ("wagner", "Wagner Group", "فاغنر"):
        assert "/forces/wagner-group/" in found(client, q=words)


def test_reports_are_found_by_their_title(client: Client) -> None:
    """A report is found by words of its title, with a link to its claims."""
    line = next(line for line in ledger.reports() if line.title and line.claims)
    shown = found(client, q=" ".join((line.title or "").split()[:3]), kind="reports")
    assert f"/reports/{line.id}/" in shown and f"/search/?report={line.id}" in shown


def test_the_claims_of_a_finding_are_listed(client: Client) -> None:
    """A search by a finding's id lists its claims, with no word asked."""
    finding = max(ledger.findings(limit=300), key=lambda one: len(one.claims))
    shown = found(client, finding=finding.id)
    assert all(f'id="claim-{claim}"' in shown for claim in finding.claims[:10])


@pytest.mark.parametrize("words", ["!!!", "\"'()", "—", "*", "\x00"])
def test_signs_alone_are_no_words(client: Client, words: str) -> None:
    """A query without a word is answered with a page that says so or asks for one, never with an error."""
    shown = found(client, q=words)
    assert '<figure class="quote"' not in shown


@pytest.mark.parametrize(
    "words", ['libya" OR "x', "libya AND NOT x", "NEAR(a b)", "libya*", "{a b}: c", "-libya", "x" * 3000]
)
def test_signs_of_query_languages_are_nothing_special(client: Client, words: str) -> None:
    """Operators of the full text's own language are words like others, and none is an error."""
    assert found(client, q=words)


def test_nothing_asked_shows_how_to_begin(client: Client) -> None:
    """Without a query the page offers forces to begin with, and finds nothing by itself."""
    shown = found(client)
    assert "/findings/?force=" in shown and '<figure class="quote"' not in shown


def test_what_is_typed_comes_back_escaped(client: Client) -> None:
    """A query with markup is shown as text."""
    shown = found(client, q="<script>alert(1)</script>")
    assert "<script>alert" not in shown and "&lt;script&gt;alert" in shown


def test_forms_of_a_word_are_marked_and_nothing_is_lost() -> None:
    """Plural and singular are marked for each other; the pieces together are the text; other words stay as they are."""
    text = "Fighters, a fighter and firefighters in Zuwāra."
    pieces = hits_in(text, ["fighter", "zuwara"])
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.role] == ["Fighters", "fighter", "Zuwāra"]
