"""What a sentence without a day tells: news, or how things came to be as they are.

An arrival or a departure without a day may lie before a commitment. It counts on the report's day where it is that
report's news: it goes on, or it is told in the main clause in the past tense, or it opens the report. It is background
in a relative clause ("whom Turkey sent"), as a participle ("sent by Turkey"), in the perfect further down ("has sent"),
and wherever a sum over all time is told ("so far"). Read off English words, as tense is elsewhere.
"""

import re

from musterroll.records import Claim, Report

AFTER_RELATIVE = re.compile(r"\b(?:who|whom|which|that)\b(?: [^\s,]+){0,3} ?$", re.I)
PERFECT = re.compile(r"\b(?:has|have|had)\b(?: [^\s,]+){0,3} ?$", re.I)
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?: \w+)? ?$", re.I)
SUM = re.compile(r"\b(?:so far|to date|until now|altogether|in total|in all|tally|the (?:total|number) of)\b", re.I)
SINCE = re.compile(r"\bsince\b", re.I)


def is_news(claim: Claim, report: Report | None) -> bool:
    """Say whether a claim without a day is its report's news; not known to be where the report is not in hand."""
    if report is None or not 0 <= claim.sentence < len(report.sentences):
        return False
    sentence = report.sentences[claim.sentence]
    whole, before = sentence.of(report.text), report.text[sentence.start : claim.trigger.start]
    participle = report.text[claim.trigger.end : claim.trigger.end + 4] == " by " and not PASSIVE.search(before)
    if AFTER_RELATIVE.search(before) or participle or SUM.search(whole):
        return False
    return not PERFECT.search(before) or claim.sentence == 0 or bool(SINCE.search(whole))
