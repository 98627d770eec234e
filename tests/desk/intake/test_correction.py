"""The form of a correction: what it is about, what it refuses, and that no word is lost."""

from django.test import Client

from musterroll import ledger
from tests.desk.case_fixtures import a_line, sent


def test_the_form_quotes_the_sentence_and_the_figure(reader: Client) -> None:
    """A form opened from a claim shows the sentence and the figure that it is about."""
    line = a_line()
    page = reader.get("/corrections/new/", {"about": f"claim:{line.id}"}).content.decode()
    assert line.words in page
    assert str(line.claim.claim.strength.min) in page


def test_a_correction_becomes_a_case_with_a_secret_link(reader: Client) -> None:
    """What a reader sends is filed under a number, and its link shows it without an account."""
    number, address = sent(reader, f"claim:{a_line().id}", right="100")
    page = reader.get(f"{address}?new=1")
    assert page.status_code == 200
    assert number in page.content.decode()
    assert ledger.case_file(number).case.right == "100"
