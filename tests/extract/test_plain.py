"""Plain text, saved pages and markdown."""

from datetime import date

import pytest

from musterroll.extract import extract_report
from musterroll.records import Page, Report
from tests.corpora import corpus

LONG = "The garrison at Qasr Tamira received two convoys of fuel on Monday, the command said."


def report(text: str, name: str = "x.txt") -> Report:
    return extract_report(Page(text.encode(), name, "text"), today=date(2021, 6, 30))


def test_the_saved_page_of_the_shared_examples() -> None:
    """Title, standfirst, caption and credit come apart, and the site's furniture is kept out of the text."""
    path = corpus("examples/libyan-express.txt")
    found = extract_report(Page(path.read_bytes(), path.name, "text"))
    assert found.title == "Underpaid Syrian soldiers fleeing to work for Haftar’s militias"
    assert (found.standfirst or "").startswith("Despite international calls")
    assert (found.standfirst or "").endswith("in the oil rich nation")
    [caption] = found.block_texts("caption")
    assert caption.startswith("The removal of all foreign forces") and caption.endswith("assault on Tripoli.")
    assert found.credits == ("Photo: Internet",)
    assert len(found.block_texts("paragraph")) == 7
    assert [text[:20] for text in found.standing] == [
        "The views expressed ",
        "How to submit an Op-",
        "You might also like",
        "Submit a Correction",
        "For: Underpaid Syria",
        "Your suggestion have",
        "There was an error w",
        "Libyan Express will ",
    ]
    assert found.language == "en" and not found.opinion


@pytest.mark.parametrize(
    ("text", "title", "paragraphs"),
    [
        (LONG, None, [LONG]),
        (f"{LONG} {LONG}", None, [f"{LONG} {LONG}"]),
        (f"{LONG}\n\n{LONG} It went on.", None, [LONG, f"{LONG} It went on."]),
        (f"Two convoys reach the town\n\n{LONG}", "Two convoys reach the town", [LONG]),
        (f"Two convoys reach the town\n{LONG}\n{LONG} More.", "Two convoys reach the town", [LONG, f"{LONG} More."]),
        (f"Word\n\n{LONG}", None, ["Word", LONG]),
        ("A line without any stop", None, ["A line without any stop"]),
        (f"- one thing\n- another thing\n\n{LONG}", None, ["- one thing", "- another thing", LONG]),
        (f"“Who goes there?”\n\n{LONG}", None, ["“Who goes there?”", LONG]),
        ("Two convoys arrive\n\nTwo convoys arrive\n\n" + LONG, "Two convoys arrive", [LONG]),
    ],
)
def test_a_title_is_a_short_line_without_a_stop_and_no_sentence_is_eaten(
    text: str, title: str | None, paragraphs: list[str]
) -> None:
    """What is taken for a title is a line of its own before a text; every sentence stays in a paragraph."""
    found = report(text)
    assert (found.title, list(found.block_texts("paragraph"))) == (title, paragraphs)


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    """Lines of even length that end in mid-sentence are joined; lists and verse are not."""
    wrapped = (
        "The garrison at Qasr Tamira received two convoys of fuel on\n"
        "Monday, the command said in a statement that was read out on\nlocal radio."
    )
    assert report(f"{wrapped}\n\nIt was late.").block_texts("paragraph") == (wrapped.replace("\n", " "), "It was late.")
    assert len(report("Forty lorries\nSix kitchens\nTwo ambulances of the province\n" + LONG).sentences) >= 3


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    """Headings, emphasis, links, quotations and pictures become plain blocks."""
    found = report(
        f"# Two convoys\n\nThe *garrison* at __Qasr Tamira__ [said so](https://x.example/a_b).\n\n## Later\n\n"
        f"> {LONG}\n\n"
        "![Lorries wait. Photo: AFP](a.jpg)\n\n1. One thing.\n2. Another thing.\n\n***\n\nsnake_case_name stays.\n",
        "x.md",
    )
    assert found.title == "Two convoys"
    assert found.block_texts("heading") == ("Later",)
    assert found.block_texts("caption") == ("Lorries wait.",)
    assert found.credits == ("Photo: AFP",)
    assert found.block_texts("paragraph") == (
        "The garrison at Qasr Tamira said so.",
        LONG,
        "One thing.",
        "Another thing.",
        "snake_case_name stays.",
    )


def test_the_head_of_a_text_gives_byline_and_day() -> None:
    """A byline and a date line under the title are no paragraphs."""
    found = report(f"Two convoys reach the town\nBy Amira Haddou\nPublished 9 June 2021\n\n{LONG}")
    assert found.byline == ("Amira Haddou",)
    assert found.published is not None and (found.published.day, found.published.basis) == ("2021-06-09", "text")
    assert found.text == LONG


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Monday the town was empty of every armed man who had held it since the winter, they said (SNA/FSA).",
        "The command gave the figure of 300 men, and later withdrew it without a word (Source: command).",
        "By nightfall nobody was left",
        "Related units had left by then, the command said.",
    ],
)
def test_a_paragraph_that_looks_like_a_credit_stays_a_paragraph(paragraph: str) -> None:
    """Brackets, strokes and a leading "By" do not make a caption or a byline of a sentence."""
    found = report(f"Two convoys reach the town\n\n{LONG}\n\n{paragraph}\n\n{LONG} It went on.")
    assert paragraph in found.block_texts("paragraph")
