"""Places that standing claims name, with their points and counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Min

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import PlaceLine
from musterroll.ledger.models import LinkRow
from musterroll.ledger.names import look_up_in
from musterroll.ledger.now import standing_claims
from musterroll.ledger.overlay import Known
from musterroll.ledger.state import packs


@at_edge
def places() -> tuple[PlaceLine, ...]:
    """Return every place that a standing claim is linked to, those with most claims first, then by name.

    A claim that names one place twice counts once for each type.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    linked = LinkRow.objects.filter(kind="place", target__gt="")
    for (place, kind), told in standing_claims(linked, "target", "type").items():
        counts[place][kind] += told
    names, look_up = names_of(counts), look_up_in(packs())
    lines = (line_of(place, names.get(place, place), counts[place], look_up(place)) for place in counts)
    return tuple(sorted(lines, key=lambda line: (-line.claims, line.name, line.id)))


def names_of(places: Iterable[str]) -> dict[str, str]:
    """Return the name that a link has for each place."""
    named = LinkRow.objects.filter(kind="place", target__in=list(places)).order_by().values_list("target")
    ones = [one for _, one in named.annotate(Min("pk"))]
    return dict(LinkRow.objects.filter(pk__in=ones).values_list("target", "name"))


@at_edge
def place(number: str) -> PlaceLine | None:
    """Return what is known of a place by its id, without counts; None where nobody knows it."""
    known = look_up_in(packs())(number)
    if known is None or known.kind != "place":
        row = LinkRow.objects.filter(kind="place", verdict="linked", target=number).first()
        return PlaceLine(number, row.name, None, 0) if row else None
    return PlaceLine(number, known.name, known.pin, 0)


def line_of(number: str, name: str, counts: Counter[str], known: Known | None) -> PlaceLine:
    """Return the line of a place."""
    by_type = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return PlaceLine(number, known.name if known else name, known.pin if known else None, counts.total(), by_type)
