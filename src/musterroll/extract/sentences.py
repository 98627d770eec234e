"""Sentences: nupunkt's spans, corrected for military and diplomatic abbreviations and for quotation marks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

from musterroll.records import Block, Span
from musterroll.reference import abbreviations

_LONGEST_WORD = 40
_ENDLESS = 2000  # characters without a space: nupunkt's time grows with the square of such a stretch
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# What follows a stop and still belongs to its sentence: closing marks, and the note marks of reference works.
_AFTER_STOP = re.compile(r"(?:\s?[”’»)\]]+|\s?[\"'](?=\s|\Z)|\s?\[\d{1,3}\]|[\"']{1,3}(?=\s|\Z))+")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘]+\Z")
_INITIAL = re.compile(r"\A(?:[A-Z]\.)+\Z")
_NUMBERED = frozenset(("No.", "Nos.", "Art.", "Res.", "para.", "paras.", "p.", "pp.", "fig.", "vol.", "c.", "ca."))
# A stop after a plain small word, before a capital or a figure: nupunkt takes "west." or "me." for abbreviations.
_PLAIN_STOP = re.compile(
    r"(?<![\w.’'-])(?P<word>[a-zß-ÿ]{2,})[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\])*(?P<gap>\s+)(?=[\"'“‘«(\[]{0,2}[A-ZÀ-Þ0-9])"
)


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Return the sentences of a report as spans of its text, in order, none across a block or a line's end."""
    spans: list[Span] = []
    for block in blocks:
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            spans.extend(_in_line(text, line.start(), line.end()))
    return tuple(spans)


def _in_line(text: str, start: int, end: int) -> list[Span]:
    line = text[start:end]
    if not line.strip():
        return []
    cuts = _joined(line, _cuts(line))
    edges = [0, *cuts, len(line)]
    trimmed = (_trim(line, a, b) for a, b in pairwise(edges))
    return [Span(start + a, start + b) for a, b in trimmed if a < b]


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    import nupunkt  # loads its model: not before there is something to split

    return nupunkt.load("default")


def _cuts(line: str) -> list[int]:
    """Where a sentence begins within a line, closing marks counted to the sentence before."""
    if not re.search(r"[.!?…。]", line[:-1]):
        return []
    cuts = {found.end("gap") for found in _PLAIN_STOP.finditer(line) if f"{found['word']}." not in _stops()}
    if len(line) > _ENDLESS and max(map(len, line.split())) > _ENDLESS:
        return sorted(cuts - {0, len(line)})
    for start, _ in _tokenizer().span_tokenize(line):
        closing = _AFTER_STOP.match(line, _before_space(line, start)) if start else None
        cuts.add(_skip_space(line, closing.end() if closing else start))
    return sorted(cuts - {0, len(line)})


def _before_space(line: str, end: int) -> int:
    while end > 0 and line[end - 1].isspace():
        end -= 1
    return end


def _skip_space(line: str, start: int) -> int:
    while start < len(line) and line[start].isspace():
        start += 1
    return start


def _joined(line: str, cuts: list[int]) -> list[int]:
    return [cut for cut in cuts if not _after_abbreviation(line, cut)]


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    return frozenset(f"{word}." for word in abbreviations())


def _after_abbreviation(line: str, cut: int) -> bool:
    """Whether the stop before a cut ends an abbreviation and no sentence."""
    end = _before_space(line, cut)
    found = _LAST_WORD.search(line[max(0, end - _LONGEST_WORD) : end])
    if found is None:
        return False
    word, rest = found[0], line[cut : cut + 1]
    if word in _NUMBERED:
        return rest.isdigit()
    if word in ("a.m.", "p.m.", "U.S.", "U.N.", "U.K.", "Jr.", "Sr.", "Inc.", "Corp.", "Ltd.", "Co."):
        return not rest.isupper()
    return word in _stops() or bool(_INITIAL.match(word))


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end
