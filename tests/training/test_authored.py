"""The compact form of training reports compiles exactly, or says every error."""

from pathlib import Path

import pytest

from musterroll.records import CorpusError
from musterroll.training.authored import Sheet, compile_authored, locate
from musterroll.training.corpus import is_check, load_authored, load_corpus

REPORT = """@ x001 | 2020-06-10 | wire
Some 300 fighters have arrived in Tripoli since May, Syrian officials told Reuters.
The army and the rebels fought near the army base.
> 0 movement "arrived" force="fighters" strength="Some 300" to="Tripoli" time="since May" + actual source="Syrian officials"/unnamed-person cue="told" relay="Reuters" [300,300,~]
> 1 clash "fought" force="army" by="rebels" place="army#2 base" + actual outlet
"""


def written(tmp_path: Path, text: str) -> Path:
    """Write a file of authored reports."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_claim_line_compiles_to_offsets(tmp_path: Path) -> None:
    """Every span of a claim line becomes the characters it names, with its kind, cue, relay and strength."""
    (raw, *_), errors = compile_authored(written(tmp_path, REPORT.replace("army#2 base", "army base")))
    text, claim = raw["text"], raw["claims"][0]
    assert errors == []
    assert [(role, text[start:end]) for role, start, end in claim["parts"]] == [
        ("strength", "Some 300"), ("force", "fighters"), ("to", "Tripoli"), ("time", "since May"),
    ]  # fmt: skip
    assert text[slice(*claim["source"])] == "Syrian officials"
    assert text[slice(*claim["relay"])] == "Reuters"
    assert claim["strength"] == {"min": 300, "max": 300, "approximate": True}


def test_the_first_named_side_of_a_clash_is_by(tmp_path: Path) -> None:
    """In a symmetric clash roles are brought to the guide's convention, however they were written."""
    (raw, *_), _ = compile_authored(written(tmp_path, REPORT.replace("army#2 base", "army base")))
    parts = {role: raw["text"][start:end] for role, start, end in raw["claims"][1]["parts"]}
    assert (parts["by"], parts["force"]) == ("army", "rebels")


def test_a_repeated_word_is_picked_by_its_number() -> None:
    """ "army#2" is the second place of the word; a third is an error that says so."""
    sheet = Sheet("x", "2020-01-01", "wire")
    sheet.add_sentence("The army and another army.")
    assert locate(sheet, 0, "army#2") == [21, 25]
    with pytest.raises(ValueError, match="place 3"):
        locate(sheet, 0, "army#3")


def test_every_error_of_a_file_is_named(tmp_path: Path) -> None:
    """Two broken claims and a broken header give three errors in one go."""
    broken = REPORT.replace('"arrived"', '"came"').replace("clash", "quarrel") + "\nno header here\n"
    with pytest.raises(CorpusError) as caught:
        load_authored(written(tmp_path, broken))
    assert len(str(caught.value).splitlines()) == 3


def test_the_corpus_in_the_repository_compiles(root: Path) -> None:
    """Every authored report of the repository compiles, and about one in ten is kept out as a check."""
    training, check = load_corpus(root / "training" / "corpus")
    authored = [report for report in training if not report.id.startswith("r3-")]
    assert 0.07 < len(check) / (len(check) + len(authored)) < 0.13
    assert all(is_check(report.id) for report in check)
    assert not any(is_check(report.id) for report in authored)
    assert len({report.id for report in [*training, *check]}) == len(training) + len(check)
