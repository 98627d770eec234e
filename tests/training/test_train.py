"""Training runs from the corpus in the repository to files that the reader loads."""

from pathlib import Path

import pytest

from musterroll.records import CorpusError
from musterroll.training.corpus import load_corpus

torch = pytest.importorskip("torch", reason="the training extra is not installed")


def test_a_quick_training_gives_a_model_that_reads(root: Path, tmp_path: Path) -> None:
    """A few steps on a few reports end in the five files of a model, which then gives claims with spans that fit."""
    from musterroll.extract import extract_report
    from musterroll.read import read_claims
    from musterroll.records import Page
    from musterroll.training.train import Plan, train_reader

    said: list[str] = []
    train_reader(root / "training" / "corpus", tmp_path, Plan(quick=True), said.append)
    assert said[-1].startswith("reader ")
    report = extract_report(Page(b"Rebels seized Goma on Monday.", "x", "record"))
    for claim in read_claims(report, tmp_path):
        assert claim.trigger.of(report.text)


def test_the_order_of_batches_comes_from_the_seed(root: Path) -> None:
    """The same seed gives the same batches, another seed others."""
    import random

    from tokenizers import Tokenizer

    from musterroll.read.networks import MODEL_FOLDER
    from musterroll.training.loop import batches
    from musterroll.training.train import trigger_epochs

    reports, _ = load_corpus(root / "training" / "corpus", ["authored/a.txt"])
    make = trigger_epochs(Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json")), reports)

    def order(seed: int) -> list[int]:
        chance = random.Random(seed)
        return [example.row.ids[1] for batch in batches(make(chance), chance) for example in batch]

    assert order(1) == order(1) != order(2)


def test_a_corpus_without_curriculum_is_refused(tmp_path: Path) -> None:
    """A folder without curriculum.json is a named error."""
    from musterroll.training.train import load_curriculum

    with pytest.raises(CorpusError, match=r"curriculum\.json"):
        load_curriculum(tmp_path)
