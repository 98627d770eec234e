"""On whose word: the spans of source, cue and relay."""

import re

from musterroll.read.attribution import words
from musterroll.read.pieces import Row
from musterroll.records import Span


def test_a_source_leaves_out_a_bracket_that_stays_open() -> None:
    """“Syrian Observatory for Human Rights (SOHR) said”, cut behind the bracket, names the Observatory alone."""
    text = "the Syrian Observatory for Human Rights (SOHR) said"
    row = Row((), (), (), tuple(Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text)))
    found = words(text, row, ("source", 1, 7, 0.0))
    assert found and found.of(text) == "Syrian Observatory for Human Rights"
    assert words(text, row, None) is None
