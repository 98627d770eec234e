"""The way of recruits: where they are recruited, by what route, to where, and what is offered and owed to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from musterroll.desk.charts import Leg, Stage
from musterroll.desk.environment import address
from musterroll.desk.reading.money import amount_words
from musterroll.ledger import ClaimLine
from musterroll.records import Link
from musterroll.weigh.qualifiers import qualifier_of

TYPES = ("recruitment", "movement", "pay")


@dataclass(frozen=True)
class Stop:
    """A place that claims name at one stage of the way."""

    kind: str
    place: str
    name: str
    line: ClaimLine

    @property
    def id(self) -> str:
        """What the stop is known by."""
        return f"{self.kind} {self.place}"


def stops_of(lines: Iterable[ClaimLine]) -> Iterator[Stop]:
    """Yield every place on the way, as each claim names it.

    A claim of recruitment names where people are recruited ("place", "from") and where to; one of movement where they
    leave from and where they go.
    """
    for line in lines:
        kind = line.claim.claim.type
        if kind not in ("recruitment", "movement") or line.claim.claim.polarity == "negative":
            continue
        for link in line.claim.links:
            if stage := stage_of(kind, link):
                yield Stop(stage, link.id or "", link.name or "", line)


def stage_of(kind: str, link: Link) -> str | None:
    """Return the stage at which a place of a claim stands, None for what is no place or not known."""
    if link.verdict != "linked" or link.kind != "place":
        return None
    return {
        ("recruitment", "place"): "recruitment", ("recruitment", "from"): "recruitment",
        ("recruitment", "to"): "destination", ("movement", "from"): "route", ("movement", "to"): "destination",
    }.get((kind, link.role))  # fmt: skip


def stages_of(lines: Sequence[ClaimLine]) -> list[Stage]:
    """Return the stops of the way, each with how many claims name it and what is offered there."""
    named: dict[str, list[Stop]] = defaultdict(list)
    for stop in stops_of(lines):
        named[stop.id].append(stop)
    pay = pay_by_place(lines)
    ordered = sorted(named.values(), key=lambda stops: (-len(stops), stops[0].name))
    return [
        stage_from(stops, pay.get(stops[0].place, ()) if stops[0].kind == "recruitment" else ()) for stops in ordered
    ]


def stage_from(stops: Sequence[Stop], pay: Sequence[str]) -> Stage:
    """Return one stop, with the figure of its newest claim that has one."""
    counted = [stop.line for stop in stops if stop.line.claim.claim.strength]
    count = counted[0].claim.claim.strength if counted else None
    told = ngettext("%(n)s claim", "%(n)s claims", len(stops)) % {"n": len(stops)}
    first = stops[0]
    return Stage(
        first.id, first.kind, first.name, address("claim", (counted or [first.line])[0].id),
        count.min if count else None, count.max if count else None, qualifier_of(count) if count else None,
        (told, *pay[:2]),
    )  # fmt: skip


def pay_by_place(lines: Iterable[ClaimLine]) -> dict[str, list[str]]:
    """Return what is offered or owed, by the places that claims of pay name."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.claim.claim.type == "pay" and line.claim.claim.amount:
            for link in line.claim.links:
                if link.kind == "place" and link.id:
                    found[link.id].append(f"{pay_name(line)}: {amount_words(line.claim.claim.amount)}")
    return found


def pay_name(line: ClaimLine) -> str:
    """Return whether pay is said to be offered, given or owed."""
    claim = line.claim.claim
    if claim.polarity == "negative":
        return _("owed or withheld")
    return _("offered") if claim.modality != "actual" else _("said to be paid")


def legs_of(lines: Iterable[ClaimLine], stages: Sequence[Stage]) -> list[Leg]:
    """Return the ways that claims name both ends of, one for each pair of stops: that of the first claim."""
    known = {stage.id for stage in stages}
    found: dict[tuple[str, str], Leg] = {}
    for line in lines:
        stops = [stop for stop in stops_of([line]) if stop.id in known]
        starts = [stop for stop in stops if stop.kind != "destination"]
        for start in starts:
            for end in (stop for stop in stops if stop.kind == "destination" and stop.place != start.place):
                found.setdefault((start.id, end.id), leg_of(start, end))
    return list(found.values())


def leg_of(start: Stop, end: Stop) -> Leg:
    """Return the way from one stop to another, with the figure of its claim."""
    count = start.line.claim.claim.strength
    figure = (count.min, count.max, qualifier_of(count)) if count else (None, None, None)
    return Leg(start.id, end.id, address("claim", start.line.id), *figure)
