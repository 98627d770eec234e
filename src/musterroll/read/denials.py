"""Denials that the networks miss: "denied that rebels were near the town", "dismissed reports that they were there".

What somebody denies is a claim, negative. The networks know that mostly; two forms are mended here by rule: a bare "to
be" before a place in what is denied, which pass 1 passes over, and reports that are denied, whose content pass 2 takes
for true.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from musterroll.read.triggers import Trigger
from musterroll.records import Claim, Report, Span

DENY = r"den(?:y|ies|ied|ying)"
BARE = re.compile(
    rf"\b{DENY}\b(?: that)?(?: [\w’'-]+){{1,8}}? (?P<be>is|are|was|were)(?= (?:in|at|near|inside|on|outside)\b)"
)
REPORTS = re.compile(
    rf"\b(?:{DENY}|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing))"
    r"(?: [\w’'-]+){0,3} (?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?) that\b"
)
CLAUSE = re.compile(r"[.;:\n]|, (?:and|but|while|although|which|who)\b| (?:and|but) (?:said|says|added|that)\b")
SCORE = 0.5  # no network gave it one


def with_denied(report: Report, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers with those of denied presences that are none yet, in text order."""
    return sorted([*triggers, *denied_presences(report, triggers)], key=lambda one: one.span)


def denied_presences(report: Report, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield a trigger for each bare "to be" in what a sentence denies, where no other trigger stands in that."""
    for number, sentence in enumerate(report.sentences):
        for found in BARE.finditer(report.text, sentence.start, sentence.end):
            if not any(found.start() <= one.span.start < found.end() for one in triggers):
                yield Trigger("presence", Span(*found.span("be")), number, SCORE)


def with_polarity(report: Report, claim: Claim) -> Claim:
    """Return a claim as negative where it is the first thing told in reports that its sentence denies."""
    sentence = report.sentences[claim.sentence]
    for found in REPORTS.finditer(report.text, sentence.start, claim.trigger.start):
        if not CLAUSE.search(report.text, found.end(), claim.trigger.start):
            return replace(claim, polarity="negative")
    return claim
