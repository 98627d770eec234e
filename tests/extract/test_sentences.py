"""Sentences."""

import json

import pytest

from musterroll.extract.sentences import split_sentences
from musterroll.records import Block, Span
from tests.corpora import corpus, fingerprint


def split(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text, [Block("paragraph", Span(0, len(text)))])]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Brig. Gen. Karim Said met Lt. Col. Azzouz.", "They talked."],
        ["He came at 9 a.m. on Jan. 14.", "Nobody met him."],
        ["They left at 9 p.m.", "The town was quiet."],
        ["U.S. forces and U.N. monitors withdrew.", "Both denied it."],
        ["Mr. Orabi lives in St. Mary Street.", "So does Dr. Toum."],
        ["Resolution No. 2510 was passed.", "Art. 5 was not."],
        ["He said no.", "She said yes."],
        ["Sgt. J. R. Holt of the 3rd Bn. was hurt.", "Cpl. Marsh was not."],
        ["“It is over,” he said.", "“Go home.”", "They went."],
        ['He said: "Go home."', "They went."],
        ["“Who counts them?” he asked.", "Nobody did."],
        ["They left (some of them on foot.)", "Others stayed."],
        ["It has changed hands four times.[3][4]", "A fifth is feared."],
        ["About 1.5 million people fled.", "Some 3.2 per cent came back."],
        ["The front moved west.", "26-year-old Salim Orabi stayed."],
        ["“They told me.”", "“Nobody told us.”"],
        ["What now?!", "Nobody knows…", "The council meets on Monday."],
        ["Maj.-Gen. Haddou and Adm. Vestergaard spoke.", "Capt. Marsh wrote it down."],
        ["The U.S. ambassador, i.e. Mr. Holt, left the U.S. on Feb. 2."],
        ["See www.command.example for the list.", "It is long."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    """Ranks, initials, months and bodies end no sentence; a closing quotation mark belongs to the one it closes."""
    assert split(" ".join(sentences)) == sentences


def test_no_sentence_crosses_a_block_or_a_line() -> None:
    """Lists without stops are split at their lines, blocks at their ends; white space is in no sentence."""
    parts = [
        ("heading", "A heading"),
        ("paragraph", "  Forty lorries \n Six kitchens.\r\nTwo ambulances"),
        ("paragraph", "The end. "),
    ]
    text = "\n\n".join(part for _, part in parts)
    starts = [text.index(part) for _, part in parts]
    blocks = [Block(kind, Span(at, at + len(part))) for at, (kind, part) in zip(starts, parts, strict=True)]
    found = [s.of(text) for s in split_sentences(text, blocks)]
    assert found == ["A heading", "Forty lorries", "Six kitchens.", "Two ambulances", "The end."]


@pytest.mark.parametrize(
    ("name", "bytes_", "floor"),
    [("news-dev.jsonl", "e3de9c3a611b", 0.99), ("re3d-press.jsonl", "6bc4a136bd65", 0.96)],
)
def test_sentences_agree_with_annotated_ones(name: str, bytes_: str, floor: float) -> None:
    """Boundary F1 on annotated reports stays above its floor (for these bytes of the corpus)."""
    path = corpus(f"corpora/claims/{name}")
    if fingerprint(path) != bytes_:
        pytest.skip("the corpus has changed: measure anew")
    right = ours = theirs = 0
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        block = Block("paragraph", Span(0, len(record["text"])))
        found = {tuple(s) for s in split_sentences(record["text"], [block])}
        gold = {tuple(s) for s in record["sentences"]}
        edges = [{(i, x) for span in spans for i, x in enumerate(span)} for spans in (found, gold)]
        right, ours, theirs = right + len(edges[0] & edges[1]), ours + len(edges[0]), theirs + len(edges[1])
    assert 2 * right / (ours + theirs) >= floor
