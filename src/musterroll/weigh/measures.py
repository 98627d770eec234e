"""Measures: what kind of number a claim has: a stock, a flow, a total ever, a ceiling or plan, or none.

The words of the claim's sentence decide; an editor's word goes before them. The rules are a table in `docs/weigh.md`.
"""

import re

from musterroll.records import Claim, LinkedClaim, Quantity, Report

STOCKS = ("presence", "support", "pay", "clash")
TOTALLED = ("movement", "recruitment", "withdrawal", "toll")
SENT = ("movement", "recruitment")
_MONTH_NAMES = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"  # noqa: E501
EVER = re.compile(
    r"\b(?:so far|thus far|to date|till now|until now|up to now|by now|ever|cumulative(?:ly)?|tally|toll has"
    r"|since (?:(?:late|early|mid|the end of|last)[ -]?)?(?:19|20)\d\d"
    rf"|since (?:(?:late|early|mid)[ -]?)?(?:{_MONTH_NAMES})(?: (?:19|20)\d\d| of last year)?"
    r"|since the (?:\w+ ){0,3}?(?:start|beginning|outbreak|onset|launch|war|conflict|fighting|recruitment|ceasefire"
    r"|intervention|invasion|offensive|deployment|operation|uprising|revolution)\b|since (?:it|they|recruitment) began"
    r"|(?:has|have) now (?:been )?\w+(?:ed|en|t)\b"
    r"|(?:number|total|count|figure|sum)s? (?:of |\w+ ){0,8}?(?:has |have |had )?(?:now )?(?:risen|rose|climbed|grown"
    r"|gone up|reached|increased|passed|hit)\b"
    r"|(?:brings?|bringing|brought|raises?|raising|raised|takes?|taking|pushes|pushing) (?:the|its|their|that)"
    r" (?:\w+ )?(?:number|total|tally|count|toll)"
    r"|(?:the|its|their|puts?|put) (?:the |\w+ )?total (?:number )?(?:of (?!\d))?)",
    re.I,
)
SUMMED = re.compile(r"\b(?:in total|a total of|in all|all told|all in all|altogether|overall)\b", re.I)
PERFECT = re.compile(r"\b(?:has|have)(?: (?:already|also|reportedly|allegedly|secretly|now|been|itself)){0,2} $", re.I)
FRESH = re.compile(
    r"\b(?:new|fresh|another|additional|further|more (?:than )?(?:\w+ )?(?:fighters|men|troops|mercenaries)|extra|batch"
    r"|wave|convoy|flight|today|yesterday|overnight|this (?:week|month|morning|year)|last (?:week|month|night|year)"
    r"|(?:in|within|over|during) the (?:past|last|first|previous)|recent(?:ly)?|just|in recent|hours"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
SENDING = re.compile(
    r"^(?:sent|dispatched|deployed|transferred|flown|shipped|brought|transported|recruited|enlisted|hired|mobili[sz]ed)\b",
    re.I,
)
LOSSES = re.compile(r"\b(?:killed|dead|died|deaths?|wounded|injured|captured|lost their lives|casualties)\b", re.I)
CAPPED = re.compile(r"\bat (?:the )?(?:very )?most\b|\b(?:at|a|the) maximum\b|\bmaximum of\b", re.I)
STILL_THERE = re.compile(
    r"^[^.;]{0,60}?\b(?:remain|(?:is|are|were|was|remained|stay|stayed)(?: \w+){0,2} (?:in|on|at|inside|there))\b", re.I
)
OF_ITS_OWN = re.compile(r"\b(?:has|have|had|is|are|was|were|been|being|be|who|which|that|will|to)\W+(?:\w+\W+)?$", re.I)


def measure_of(linked: LinkedClaim, report: Report) -> str:
    """Return what kind of number a claim has, one of MEASURES."""
    claim = linked.claim
    if linked.measure is not None:
        return linked.measure
    if claim.modality != "actual" or is_ceiling(claim.strength) or is_capped(claim, report):
        return "ceiling"
    if not has_figure(claim.strength):
        return "none"
    if is_still_there(claim, report) or (claim.type in STOCKS and not counts_losses(claim, report)):
        return "stock"
    return "total" if claim.type in TOTALLED and is_total(claim, report) else "flow"


def has_figure(strength: Quantity | None) -> bool:
    """Say whether a quantity bounds a number at all."""
    return strength is not None and (strength.min is not None or strength.max is not None)


def is_ceiling(strength: Quantity | None) -> bool:
    """Say whether a quantity has an upper bound alone: "as many as", "up to", "fewer than"."""
    return strength is not None and strength.min is None and strength.max is not None


def is_capped(claim: Claim, report: Report) -> bool:
    """Say whether a range is said to be the most that there may be: "between 800 and 1,200 at most"."""
    strength = claim.strength
    ranged = strength is not None and strength.max is not None and strength.min != strength.max
    return ranged and bool(CAPPED.search(sentence_of(claim, report)))


def sentence_of(claim: Claim, report: Report) -> str:
    """Return the words of the claim's sentence; "" where the report has no such sentence."""
    known = claim.sentence < len(report.sentences)
    return report.sentences[claim.sentence].of(report.text) if known else ""


def before_trigger(claim: Claim, report: Report) -> str:
    """Return the words of the sentence before the trigger."""
    start = report.sentences[claim.sentence].start if claim.sentence < len(report.sentences) else 0
    return report.text[start : claim.trigger.start]


def is_total(claim: Claim, report: Report) -> bool:
    """Say whether a sentence counts all that ever came, went or fell."""
    text = sentence_of(claim, report)
    if EVER.search(text):
        return True
    return not is_dated(claim) and bool(SUMMED.search(text) or is_open_perfect(claim, report, text))


def counts_losses(claim: Claim, report: Report) -> bool:
    """Say whether the number of a clash is of those who fell in it, not of those who fight."""
    return claim.type == "clash" and bool(LOSSES.search(sentence_of(claim, report)))


def is_dated(claim: Claim) -> bool:
    """Say whether a claim names its own time, with a beginning and an end."""
    return claim.time is not None and claim.time.first is not None and claim.time.last is not None


def is_open_perfect(claim: Claim, report: Report, text: str) -> bool:
    """Say whether it is "has sent 5,000", with no time and no word that it is a new batch: all that were sent."""
    sending = claim.type in SENT and SENDING.match(claim.trigger.of(report.text))
    return bool(sending and PERFECT.search(before_trigger(claim, report)) and not FRESH.search(text))


def is_still_there(claim: Claim, report: Report) -> bool:
    """Say whether those who "were sent by Turkey" are said to be there: "fighters sent by Turkey were in Libya"."""
    if claim.type != "movement" or not SENDING.match(claim.trigger.of(report.text)):
        return False
    if OF_ITS_OWN.search(before_trigger(claim, report)):
        return False
    end = report.sentences[claim.sentence].end if claim.sentence < len(report.sentences) else claim.trigger.end
    after = report.text[claim.trigger.end : end]
    return after.startswith((" by ", " from ")) and bool(STILL_THERE.search(after))
