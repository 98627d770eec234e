"""What a sentence without a day tells: news, or how things came to be as they are.

An arrival or a departure without a day may lie before a commitment. It counts on the report's day where it is that
report's news: it goes on, or is told in the main clause in the past tense, or in the perfect where it opens the report
or says "since the ceasefire". It is background in a relative clause ("whom Turkey sent"), as a participle ("sent by
Turkey"), in the perfect further down, and wherever a sum over all time is told ("so far"; "has sent 5,000" counts all
who were ever sent). Read off English words, as tense is elsewhere.
"""

import re

from musterroll.records import Claim, Report

AFTER_RELATIVE = re.compile(r"\b(?:who|whom|which|that)\b(?: [^\s,]+){0,3} ?$", re.I)
PERFECT = re.compile(r"\b(?:has|have|had)\b(?: [^\s,]+){0,3} ?$", re.I)
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?: \w+)? ?$", re.I)
SUM = re.compile(r"\b(?:so far|to date|until now|altogether|in total|in all|tally|the (?:total|number) of)\b", re.I)
SINCE = re.compile(
    r"\bsince (?:then\b|(?:\S+ ){0,4}?(?:ceasefire|truce|agreement|accord|deal|resolution|signing)\b)", re.I
)


def is_news(claim: Claim, report: Report | None, sums: bool) -> bool:
    """Say whether a claim without a day is its report's news; not known to be where the report is not in hand.

    `sums` says that a figure in the perfect counts all over time, as it does of those who came, not of those who left.
    """
    if report is None or not 0 <= claim.sentence < len(report.sentences):
        return False
    sentence = report.sentences[claim.sentence]
    whole, before = sentence.of(report.text), report.text[sentence.start : claim.trigger.start]
    participle = report.text[claim.trigger.end : claim.trigger.end + 4] == " by " and not PASSIVE.search(before)
    if AFTER_RELATIVE.search(before) or participle or SUM.search(whole):
        return False
    if not PERFECT.search(before) or SINCE.search(whole):
        return True
    return claim.sentence == 0 and not (sums and claim.strength)
