"""How well and how fast copies are found: `python benchmarks/copies.py [--texts 100000]`.

Texts are made from the authored corpus: a story is six of its sentences, drawn at random, and each story is told
five times: as it is, and four times with words left out, put in, swapped for others and sentences moved about, from
hardly at all to beyond recognition. The truth is counted apart from the code measured, with Python's sets. Prints
recall (over pairs whose true Jaccard is 0.7 or more), precision (over pairs reported: of one story), texts a second
of processor time on one thread, and peak memory.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from musterroll.trace.copies import Copy, find_copies
from musterroll.trace.shingles import words_of
from musterroll.training.authored import compile_authored

AUTHORED = Path(__file__).parents[1] / "training" / "corpus" / "authored"
TELLINGS = 5
SENTENCES = 6


def authored_sentences() -> list[str]:
    """Return every sentence of the authored corpus."""
    sheets = [sheet for path in sorted(AUTHORED.glob("*.txt")) for sheet in compile_authored(path)[0]]
    return [sheet["text"][start:end] for sheet in sheets for start, end in sheet["sentences"]]


def told_again(sentences: list[str], amount: float, vocabulary: list[str], dice: random.Random) -> str:
    """Return a story with `amount` of its words changed, and perhaps a sentence moved, cut or added."""
    told = sentences[:]
    if dice.random() < amount * 4:
        told.insert(dice.randrange(len(told)), told.pop(dice.randrange(len(told))))
    if dice.random() < amount * 2:
        told.pop(dice.randrange(len(told)))
    return " ".join(" ".join(reworded(sentence.split(), amount, vocabulary, dice)) for sentence in told)


def reworded(words: list[str], amount: float, vocabulary: list[str], dice: random.Random) -> Iterator[str]:
    """Leave out, put in or swap one word in `amount`."""
    for word in words:
        act = dice.choice(("drop", "add", "swap")) if dice.random() < amount else "keep"
        if act != "drop":
            yield dice.choice(vocabulary) if act == "swap" else word
        if act == "add":
            yield dice.choice(vocabulary)


def make_texts(count: int, seed: int) -> list[str]:
    """Return `count` texts; the five tellings of a story lie side by side."""
    dice = random.Random(seed)
    sentences = authored_sentences()
    vocabulary = sorted({word for sentence in sentences for word in sentence.split()})
    texts: list[str] = []
    while len(texts) < count:
        story = dice.sample(sentences, SENTENCES)
        texts.append(" ".join(story))
        texts.extend(
            told_again(story, dice.choice((0.01, 0.02, 0.03, 0.05, 0.1)), vocabulary, dice) for _ in range(TELLINGS - 1)
        )
    return texts[:count]


def true_jaccard(first: str, second: str) -> float:
    """Return the Jaccard of two texts over runs of three words."""
    sets = [{tuple(words[at : at + 3]) for at in range(len(words) - 2)} for words in map(words_of, (first, second))]
    return len(sets[0] & sets[1]) / max(1, len(sets[0] | sets[1]))


def true_pairs(texts: list[str], alike: float) -> set[tuple[int, int]]:
    """Return the pairs of one story whose Jaccard is `alike` or more."""
    return {
        (a, b)
        for at in range(0, len(texts), TELLINGS)
        for a, b in combinations(range(at, min(at + TELLINGS, len(texts))), 2)
        if true_jaccard(texts[a], texts[b]) >= alike
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = make_texts(options.texts, options.seed)
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started, clock = time.process_time(), time.perf_counter()
    copies = find_copies(texts)
    processor, wall = time.process_time() - started, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(texts, copies)
    print(
        f"speed        {len(texts) / processor:.0f} texts/s of processor time, {len(texts) / wall:.0f} of the clock's"
    )
    print(f"peak memory  {peak:.0f} MB ({idle:.0f} MB with the texts alone)")


def show(texts: list[str], copies: list[Copy]) -> None:
    """Print how many pairs were found, recall and precision."""
    found = {(copy.first, copy.second) for copy in copies}
    words = sum(len(text.split()) for text in texts) / max(1, len(texts))
    print(f"texts        {len(texts)} of {words:.0f} words")
    for alike in (0.7, 0.6, 0.5):
        truth = true_pairs(texts, alike)
        print(f"recall       {len(found & truth) / max(1, len(truth)):.4f} of {len(truth)} pairs at {alike} or more")
    right = sum(1 for a, b in found if a // TELLINGS == b // TELLINGS)
    print(f"precision    {right / max(1, len(found)):.4f} of {len(found)} pairs reported")


if __name__ == "__main__":
    main()
