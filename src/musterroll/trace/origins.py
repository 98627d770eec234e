"""Origins: who first had a statement, as far as a report says; where it does not say, why not.

A source with a name of its own is the origin wherever it is quoted. Where it has none ("officials", "residents") the
origin is the medium that spoke to it: nobody else can tell its sources apart, so all that one medium has from unnamed
sources counts as one origin, never as more.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from musterroll.trace.marks import NO_OUTLET, Marks, heard_by
from musterroll.trace.names import PRONOUNS, folded, identifies, known_as, meant_by, medium_named, proper
from musterroll.trace.statements import Statement

NAMED = ("named-person", "named-body", "document")
BODIES = ("named-body", "unnamed-body")
_THE = re.compile(r"(?:\A|\W)the\b", re.I)
_OWN = re.compile(r"(?:this|our)\b|us\Z", re.I)  # "this newspaper", "our correspondent"
UNKNOWN = "origin unknown: "


class Origin(NamedTuple):
    """The origin of a statement as its own report has it.

    `who` is the source as it is known ("Syrian Observatory for Human Rights"), None where nobody is named or quoted;
    `key` what origins are compared by, None where unknown, and then `reason` says why; `own` whether the name alone
    identifies it, so that it is the same origin in whichever report it is quoted; `medium` who is said to have had it;
    `through` the medium that the claim itself names, as against one that its report credits; `note` says in words
    what the medium was concluded from, where it stands neither in the claim nor in a credit.
    """

    who: str | None
    key: str | None
    reason: str | None
    own: bool
    medium: str | None
    through: str | None = None
    note: str | None = None


def origin_of(statement: Statement, mark: Marks, short: Mapping[str, str], beside: Sequence[str]) -> Origin:
    """Return the origin that one report gives for one claim.

    `short` is what initials stand for; `beside` the other sources that the report names.
    """
    kind, source = statement.claim.attribution.kind, statement.source
    medium = medium_of(statement, mark)
    if kind == "media" and source and identifies(source):
        name = medium_named(source) or known_as(source, short)
        return Origin(name, name, None, False, name, name)
    if kind in NAMED and source and proper(source):
        name = known_as(source, short, beside)
        return Origin(name, name, None, True, medium)
    if full := body_meant(statement, beside):
        name = known_as(full, short, beside)
        return Origin(name, name, None, True, medium)
    if kind == "outlet" or not source:
        return _unsourced(statement, mark, kind, medium)
    if medium is not None:
        through = relay_of(statement)
        return Origin(source, medium, None, False, medium, through, None if through else _concluded(mark, medium))
    return Origin(source, None, UNKNOWN + _why_nobody(source), False, None)


def body_meant(statement: Statement, beside: Sequence[str]) -> str | None:
    """Return the body that its report names in full, where a claim has it as "the Observatory", "the monitor"."""
    span = statement.claim.attribution.source
    if span is None or statement.claim.attribution.kind not in BODIES:
        return None
    definite = _THE.search(statement.report.text[max(0, span.start - 5) : span.end])
    return meant_by(statement.source or "", beside) if definite else None


def _concluded(mark: Marks, medium: str) -> str | None:
    if medium in mark.credits:
        return None
    if medium in mark.cites:
        return f"the one medium that {mark.outlet} names is {medium}"
    return f"{mark.outlet} signs its report and files it from a place"


def _shared(mark: Marks) -> str:
    return " and credits " + " and ".join(sorted(mark.credits)) if mark.credits else ""


def _why_nobody(source: str) -> str:
    if folded(source) in PRONOUNS:
        return f"it is not clear who “{source}” is"
    return f"“{source}” names nobody, and the report does not say who spoke to them"


def _unsourced(statement: Statement, mark: Marks, kind: str, medium: str | None) -> Origin:
    if kind == "outlet" and medium is not None:
        return Origin(None, medium, None, False, medium)
    cue = statement.words(statement.claim.attribution.cue)
    if kind == "outlet":
        return Origin(None, None, f"{UNKNOWN}{mark.outlet} states it without a source{_shared(mark)}", False, None)
    return Origin(None, None, f"{UNKNOWN}“{cue or 'reportedly'}” names nobody", False, None)


def medium_of(statement: Statement, mark: Marks) -> str | None:
    """Return who is said to have had the statement from its source.

    The relay named, else the agency credited, else, for sources without a name, the one medium that the report names,
    else the outlet where the report is signed and filed from a place. Credits to several leave it open: None.
    """
    through, outlet = relay_of(statement), None if mark.outlet == NO_OUTLET else mark.outlet
    if through and _OWN.match(through):
        return outlet
    if through and identifies(through):
        return through
    wires = mark.credits - {mark.outlet} or mark.credits
    if wires:
        return next(iter(wires)) if len(wires) == 1 else None
    if mark.cites:
        told = statement.source is not None and len(mark.cites) == 1
        return next(iter(mark.cites)) if told else None
    signed = bool(statement.report.byline and statement.report.dateline)
    return outlet if signed else None


def relay_of(statement: Statement) -> str | None:
    """Return the medium that the claim itself names as the one in between, by its usual name."""
    relay = statement.relay
    return (medium_named(relay) or relay) if relay else heard_by(statement.source or "")


def same_origin(first: Origin, second: Origin) -> bool:
    """Whether two origins are known to be one."""
    return first.key is not None and second.key is not None and folded(first.key) == folded(second.key)
