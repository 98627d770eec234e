"""Pass 2: the parts of a marked claim, each a span in its role."""

import re

from musterroll.read.decoding import best_spans
from musterroll.read.networks import ClaimLogits
from musterroll.read.pieces import Row
from musterroll.records import ROLES, Part, Span

LEADING = re.compile(r"(?:(?:the|a|an)\s+)+(?=\w)|[\s,;:–—“”‘\"'(]+", re.I)
TRAILING = re.compile(r"[\s,;:–—“”\"]+\Z")
EMPTY = re.compile(r"(?:for|of|in|on|at|from|by|to|with|over|as|and|or|than|the|an?)\Z", re.I)  # says nothing by itself
COUNTED = re.compile(r"^a(?:n)?\s+(?:few|dozen|hundred|thousand|million|couple|handful|third|quarter|half)\b", re.I)


def trim_span(text: str, span: Span) -> Span:
    """Narrow a span past a leading article, white space and stray punctuation; "a dozen" keeps its article."""
    start, end = span
    if not COUNTED.match(text[start:end]):
        while (found := LEADING.match(text, start, end)) and found.end() < end:
            start = found.end()
    if found := TRAILING.search(text[start:end]):
        end = start + found.start()
    return close_bracket(text, Span(start, end)) if start < end else span


def close_bracket(text: str, span: Span) -> Span:
    """Take a bracket's other half along where it stands next to the span, else leave the open bracket out."""
    opened = text.rfind("(", span.start, span.end)
    if opened <= span.start or text.find(")", opened, span.end) >= 0:
        return span
    if text[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    return Span(span.start, span.start + len(text[span.start : opened].rstrip()))


def read_parts(text: str, row: Row, logits: ClaimLogits, sentence: Span, trigger: Span) -> tuple[Part, ...]:
    """Return the parts of one marked claim, in text order; parts stand in the claim's own sentence."""
    inside = [n for n, word in enumerate(row.words) if sentence.start <= word.start < sentence.end]
    if not inside:
        return ()
    offset = inside[0]
    parts = []
    for role, first, past, _ in best_spans(logits.roles[offset : inside[-1] + 1], ROLES):
        span = Span(row.words[offset + first].start, row.words[offset + past - 1].end)
        if not (span.start < trigger.end and trigger.start < span.end) and not EMPTY.match(span.of(text)):
            parts.append(Part(role, trim_span(text, span)))
    return tuple(parts)
