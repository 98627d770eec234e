"""On whose word: source, cue and relay from pass 2's tags, and the kind of source that agrees with them."""

import numpy as np

from musterroll.read.decoding import best_spans, log_softmax
from musterroll.read.labels import SPEAKERS
from musterroll.read.networks import ClaimLogits
from musterroll.read.parts import close_bracket
from musterroll.read.pieces import Row
from musterroll.records import SOURCE_KINDS, Attribution, Span

SPANLESS = ("outlet", "unnamed")


def read_attribution(text: str, row: Row, logits: ClaimLogits) -> Attribution:
    """Return the attribution of one marked claim.

    Where the kind head and the source tags disagree, the likelier of the two wins: a source span with a named or
    unnamed kind, or none with "outlet" or "unnamed".
    """
    spans = best_spans(logits.speakers, SPEAKERS)
    best = {name: found for found in sorted(spans, key=lambda span: span[3]) for name in (found[0],)}
    likely = np.exp(log_softmax(logits.kind))
    spanless = float(sum(likely[SOURCE_KINDS.index(kind)] for kind in SPANLESS))
    source = best.get("source")
    if source and source[3] < spanless:
        source = None
    kinds = [kind for kind in SOURCE_KINDS if (kind in SPANLESS) == (source is None)]
    kind = max(kinds, key=lambda name: likely[SOURCE_KINDS.index(name)])
    if kind == "outlet":
        return Attribution(kind)
    cue, relay = words(text, row, best.get("cue")), words(text, row, best.get("relay"))
    return Attribution(kind, words(text, row, source), cue, relay)


def words(text: str, row: Row, found: tuple[str, int, int, float] | None) -> Span | None:
    """Return the report's span of a run of words of the row, without a bracket that stays open."""
    return close_bracket(text, Span(row.words[found[1]].start, row.words[found[2] - 1].end)) if found else None
