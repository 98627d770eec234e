"""Pass 1: which words of a report say that something happens to a force."""

from collections.abc import Sequence
from dataclasses import dataclass

from musterroll.read.decoding import best_spans
from musterroll.read.networks import Networks
from musterroll.read.pieces import Pieces, pack_windows
from musterroll.records import TYPES, Span


@dataclass(frozen=True)
class Trigger:
    """A trigger of a claim: its type, its span in the report, its sentence and the tagger's probability."""

    type: str
    span: Span
    sentence: int
    score: float


def find_triggers(networks: Networks, sentences: Sequence[Pieces]) -> list[Trigger]:
    """Return the triggers of a report's sentences, in text order."""
    rows = list(pack_windows(sentences))
    starts = {pieces.words[0].start: n for n, pieces in enumerate(sentences) if pieces.words}
    triggers, sentence = [], 0
    for row, logits in zip(rows, networks.tag_triggers(rows), strict=True):
        of_word = []
        for word in row.words:
            sentence = starts.get(word.start, sentence)
            of_word.append(sentence)
        for name, first, past, score in best_spans(logits, TYPES, networks.threshold("outside")):
            past = max(n for n in range(first, past) if of_word[n] == of_word[first]) + 1
            triggers.append(Trigger(name, Span(row.words[first].start, row.words[past - 1].end), of_word[first], score))
    return triggers
