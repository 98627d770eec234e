"""Publishers: who stands behind a host or a name, as the packs and the reports have it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from musterroll import ledger
from musterroll.desk.reading.kept import kept
from musterroll.ledger import ActorLine, HostLine
from musterroll.reference.packs import Actor, PackOutlet, Packs


@dataclass(frozen=True)
class Publisher:
    """An outlet, an agency or a source.

    `id` is the pack's, else the name on its reports, else its host. `hosts` and `names` are what its reports are found
    by. `outlet` and `actor` are what the packs say of it. `reports` counts what it published, `claims` the claims that
    name it or stand on its word.
    """

    id: str
    name: str
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    outlet: PackOutlet | None = None
    actor: Actor | None = None
    reports: int = 0
    first: str | None = None
    last: str | None = None
    claims: int = 0

    @property
    def kind(self) -> str | None:
        """What it is: "outlet", "agency" or an actor's kind; "outlet" where it has published."""
        known = self.outlet or self.actor
        return known.kind if known else "outlet" if self.reports else None

    @property
    def country(self) -> str | None:
        """Its country, ISO 3166, where the packs know it."""
        known = self.outlet or self.actor
        return known.country if known else None

    @property
    def interest(self) -> str | None:
        """Who owns it or whom it favours, in the pack's words."""
        return self.outlet.interest if self.outlet else None


def publishers() -> tuple[Publisher, ...]:
    """Return every outlet and agency that has published or is named, those with most reports first."""
    return kept("publishers", all_publishers)


def all_publishers() -> tuple[Publisher, ...]:
    """Return the publishers as the ledger now has them."""
    packs = ledger.packs()
    rows: dict[str, list[HostLine]] = defaultdict(list)
    for row in ledger.hosts():
        rows[identity(row, packs)].append(row)
    named = {line.id: line for line in kept("actors", ledger.actors) if line.kind in ("outlet", "agency")}
    made = [publisher(number, rows.get(number, ()), named.get(number), packs) for number in {*rows, *named}]
    return tuple(sorted(made, key=lambda one: (-one.reports, -one.claims, one.name.casefold(), one.id)))


def identity(row: HostLine, packs: Packs) -> str:
    """Return what an outlet is known by: the pack's id for its host or name, else its name, else its host."""
    known = packs.outlets_by_host.get(row.host) or packs.outlets_by_host.get(row.host.removeprefix("www."))
    if known is None and row.outlet:
        known = by_name(packs).get(row.outlet.casefold())
    return known.id if known else row.outlet or row.host


def by_name(packs: Packs) -> dict[str, PackOutlet]:
    """Return the outlets and agencies of the packs by every name that one alone bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for outlet in packs.outlets.values():
        for name in (outlet.name, *outlet.names, *outlet.arabic):
            bearers[name.casefold()].add(outlet.id)
    return {name: packs.outlets[next(iter(ids))] for name, ids in bearers.items() if len(ids) == 1}


def publisher(number: str, rows: Iterable[HostLine], line: ActorLine | None, packs: Packs) -> Publisher:
    """Return one publisher with its counts."""
    held, outlet = list(rows), packs.outlets.get(number)
    names = tuple(dict.fromkeys(row.outlet for row in held if row.outlet))
    hosts = tuple(dict.fromkeys((*(row.host for row in held if row.host), *(outlet.hosts if outlet else ()))))
    return Publisher(
        id=number,
        name=outlet.name if outlet else next(iter(names), number),
        hosts=hosts,
        names=names,
        outlet=outlet,
        reports=sum(row.reports for row in held),
        first=min((row.first for row in held if row.first), default=None),
        last=max((row.last for row in held if row.last), default=None),
        claims=line.claims if line else 0,
    )


def found(number: str) -> Publisher | None:
    """Return who an address names: a publisher by its id, host or name, else an actor as a source, else an origin."""
    for one in publishers():
        if number == one.id or number in one.hosts or number in one.names:
            return one
    packs = ledger.packs()
    outlet = packs.outlets.get(number) or by_name(packs).get(number.casefold())
    if outlet:
        return next((one for one in publishers() if one.id == outlet.id), publisher(outlet.id, (), None, packs))
    return source(number, packs)


def source(number: str, packs: Packs) -> Publisher | None:
    """Return a source that publishes nothing: an actor of the packs by id or name, or a name that chains go back to."""
    actor = packs.actors.get(number) or next(
        (one for one in packs.actors.values() if number.casefold() == one.name.casefold()), None
    )
    if actor:
        claims = next((line.claims for line in kept("actors", ledger.actors) if line.id == actor.id), 0)
        return Publisher(actor.id, actor.name, actor=actor, claims=claims)
    told = ledger.on_the_word_of(number, number, 1)
    return replace(Publisher(number, number), claims=len(told)) if told else None
