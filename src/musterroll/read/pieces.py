"""From sentences to the word pieces that the networks take.

A sentence becomes Pieces; pass 1 packs the pieces of neighbouring sentences into Windows; pass 2 takes one sentence
with one trigger marked and the end of what stands before it. Training and reading share this file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from musterroll.records import TYPES, Span

CLS, SEP, PAD = 101, 102, 0
OPEN_MARKS = {name: 1 + number for number, name in enumerate(TYPES)}
CLOSE_MARK = 1 + len(TYPES)
MARKS = CLOSE_MARK
LOWER, TITLE, UPPER = 0, 1, 2
SENTENCE_PIECES = 150
WINDOW_PIECES = 192
OVERLAP_PIECES = 48
CONTEXT_PIECES = 36
CONTEXT_SENTENCES = 2
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which the tokenizer cannot take


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a stretch of text; `words` are spans in the report, `firsts` index each word's first piece."""

    ids: tuple[int, ...]
    case: tuple[int, ...]
    firsts: tuple[int, ...]
    words: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def cut(self, first: int, past: int) -> "Pieces":
        """Return the pieces of the words `first` up to, not including, `past`."""
        start = self.firsts[first] if first < len(self.firsts) else len(self.ids)
        end = self.firsts[past] if past < len(self.firsts) else len(self.ids)
        firsts = tuple(at - start for at in self.firsts[first:past])
        return Pieces(self.ids[start:end], self.case[start:end], firsts, self.words[first:past])


@dataclass(frozen=True)
class Row:
    """One input of a network: piece ids, their case, and for each word that is asked about its piece and its span."""

    ids: tuple[int, ...]
    case: tuple[int, ...]
    asked: tuple[int, ...]
    words: tuple[Span, ...]
    mark: int = 0


def letter_case(word: str) -> int:
    """Return LOWER, TITLE or UPPER for a word; digits and marks count as LOWER."""
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def split_pieces(tokenizer: Tokenizer, text: str, span: Span) -> Pieces:
    """Cut the characters of `text` in `span` into word pieces."""
    readable = LONE_SURROGATE.sub("\ufffd", text[span.start : span.end])
    encoded = tokenizer.encode(readable, add_special_tokens=False)
    firsts: list[int] = []
    words: list[Span] = []
    case: list[int] = []
    before: int | None = None
    for at, (word, (start, end)) in enumerate(zip(encoded.word_ids, encoded.offsets, strict=True)):
        if word != before:
            firsts.append(at)
            words.append(Span(span.start + start, span.start + end))
            before = word
        else:
            words[-1] = Span(words[-1].start, span.start + end)
        case.append(letter_case(text[words[-1].start : words[-1].end]))
    return Pieces(tuple(encoded.ids), tuple(case), tuple(firsts), tuple(words))


def short_stretches(pieces: Pieces) -> Iterator[Pieces]:
    """Yield the pieces whole, or in stretches of at most SENTENCE_PIECES where a sentence is very long."""
    first = 0
    while first < len(pieces.words):
        past = first + 1
        while past < len(pieces.words) and pieces.cut(first, past + 1).__len__() <= SENTENCE_PIECES:
            past += 1
        yield pieces if first == 0 and past == len(pieces.words) else pieces.cut(first, past)
        first = past


def tail(pieces: Pieces, room: int) -> Pieces:
    """Return the last whole words of `pieces` that fit into `room` pieces."""
    first = next((n for n, at in enumerate(pieces.firsts) if len(pieces) - at <= room), len(pieces.words))
    return pieces.cut(first, len(pieces.words))


def pack_windows(sentences: Sequence[Pieces], room: int = WINDOW_PIECES) -> Iterator[Row]:
    """Pack sentences, in order, into rows of at most `room` pieces; each opens with the end of the one before it."""
    group: list[Pieces] = []
    before: Pieces | None = None
    size = 2
    for pieces in (stretch for sentence in sentences for stretch in short_stretches(sentence)):
        lead = 0 if before is None else min(len(before), OVERLAP_PIECES) + 1
        if group and size + lead + len(pieces) + 1 > room:
            yield join_window(before, group)
            before, group, size = group[-1], [], 2
        group.append(pieces)
        size += len(pieces) + 1
    if group:
        yield join_window(before, group)


def join_window(before: Pieces | None, group: Sequence[Pieces]) -> Row:
    """Join a context stretch (not asked about) and sentences (asked about) into one row."""
    lead = tail(before, OVERLAP_PIECES) if before is not None else None
    ids, case = [CLS], [LOWER]
    asked: list[int] = []
    words: list[Span] = []
    if lead is not None and len(lead):
        ids += [*lead.ids, SEP]
        case += [*lead.case, LOWER]
    for pieces in group:
        asked += [len(ids) + at for at in pieces.firsts]
        words += pieces.words
        ids += [*pieces.ids, SEP]
        case += [*pieces.case, LOWER]
    return Row(tuple(ids), tuple(case), tuple(asked), tuple(words))


def mark_trigger(before: Sequence[Pieces], pieces: Pieces, trigger: Span, kind: str) -> Row:
    """Make pass 2's row: the end of the sentences before, then the sentence with its trigger between marks.

    The row asks about every word, of the context too, since a source may stand in the sentence before.
    """
    hit = [n for n, word in enumerate(pieces.words) if word.start < trigger.end and trigger.start < word.end]
    first, past = hit[0], hit[-1] + 1
    pieces, shift = around(pieces, first)
    first, past = first - shift, min(past - shift, len(pieces.words))
    lead = context(before)
    ids, case = [CLS, *lead.ids, SEP], [LOWER, *lead.case, LOWER]
    asked = [1 + at for at in lead.firsts]
    mark = 0
    for n, word in enumerate(range(len(pieces.words))):
        if n == first:
            mark = len(ids)
            ids, case = [*ids, OPEN_MARKS[kind]], [*case, LOWER]
        asked.append(len(ids))
        one = pieces.cut(word, word + 1)
        ids, case = [*ids, *one.ids], [*case, *one.case]
        if n == past - 1:
            ids, case = [*ids, CLOSE_MARK], [*case, LOWER]
    return Row((*ids, SEP), (*case, LOWER), tuple(asked), (*lead.words, *pieces.words), mark)


def mark_in_report(sentences: Sequence[Pieces], number: int, trigger: Span, kind: str) -> Row:
    """Make pass 2's row of a trigger in a report's sentence of that number, the two sentences before it as context."""
    before = sentences[max(0, number - CONTEXT_SENTENCES) : number]
    return mark_trigger(before, sentences[number], trigger, kind)


def context(before: Sequence[Pieces]) -> Pieces:
    """Return the last CONTEXT_PIECES of the sentences before, as one stretch."""
    ids: list[int] = []
    case: list[int] = []
    firsts: list[int] = []
    words: list[Span] = []
    for pieces in before:
        firsts += [len(ids) + at for at in pieces.firsts]
        ids += pieces.ids
        case += pieces.case
        words += pieces.words
    return tail(Pieces(tuple(ids), tuple(case), tuple(firsts), tuple(words)), CONTEXT_PIECES)


def around(pieces: Pieces, word: int) -> tuple[Pieces, int]:
    """Cut a very long sentence to SENTENCE_PIECES around a word; return it with the number of words left out before."""
    if len(pieces) <= SENTENCE_PIECES:
        return pieces, 0
    first = word
    while first > 0 and pieces.firsts[word] - pieces.firsts[first - 1] < SENTENCE_PIECES // 2:
        first -= 1
    past = word + 1
    while past < len(pieces.words) and len(pieces.cut(first, past + 1)) <= SENTENCE_PIECES:
        past += 1
    return pieces.cut(first, past), first
