"""How weighing grows with the claims: `python benchmarks/weigh_growth.py [--claims 200000]`.

Invented claims about 60 forces at 40 places over four years, a fifth of them copies, a twentieth denials, half with a
number. Prints seconds of processor time and claims a second on one thread for a quarter, half and all of them, the
number of findings and buckets, how long the largest bucket takes alone (what a retraction costs), and peak memory.
"""

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from musterroll.records import (
    Attribution,
    Chain,
    ChainLink,
    Claim,
    Link,
    LinkedClaim,
    Moment,
    Part,
    Pin,
    Quantity,
    Report,
    Span,
)
from musterroll.reference.packs import Actor, Packs, load_packs
from musterroll.weigh import bucket_of, weigh_claims

TEXT = "The monitor said that the state has sent the fighters to the country so far."
TYPES = ("presence", "movement", "withdrawal", "recruitment", "support", "clash", "toll", "pay")
PLACE = {"movement": "to", "recruitment": "to", "withdrawal": "from"}
PLACES = [
    (f"geonames:{n}", "Libya" if n == 0 else f"Town {n}", "LY" if n < 20 else "SY", 3 if n in (0, 20) else 1)
    for n in range(40)
]
SOURCES = ("Syrian Observatory for Human Rights", "Ahmed al-Mismari", "Turkey", "UN Panel of Experts", "AFP", None)
FIGURES = (None, None, None, (300, 300), (800, 1200), (None, 2000), (5000, None), (200, 999))

Thing = TypeVar("Thing")
Made = tuple[list[Report], list[LinkedClaim], list[Chain]]


def make(count: int, packs: Packs, seed: int) -> Made:
    """Return invented reports with one claim each, their links and chains."""
    dice = random.Random(seed)
    armed = ("armed-group", "state-force", "private-military-company", "aggregate")
    forces = [actor for actor in packs.actors.values() if actor.kind in armed][-60:]
    made: Made = ([], [], [])
    for number in range(count):
        one = claim_of(number, forces, dice)
        model = dice.choice(made[2]) if made[2] and dice.random() < 0.2 else None
        made[0].append(report_of(number, dice))
        made[1].append(one)
        made[2].append(chain_of(number, one.id, model, dice))
    return made


def report_of(number: int, dice: random.Random) -> Report:
    """Return a report of one sentence."""
    day = (date(2019, 1, 1) + timedelta(days=dice.randrange(1460))).isoformat()
    moment = Moment(day, "stated")
    return Report("page", "1", TEXT, (), (Span(0, len(TEXT)),), "en", given_id=f"r{number}", published=moment)


def common(things: Sequence[Thing], dice: random.Random) -> Thing:
    """Return one of some things, the first the most often, as a few forces and places fill the news."""
    return things[int(len(things) * dice.random() ** 3)]


def claim_of(number: int, forces: list[Actor], dice: random.Random) -> LinkedClaim:
    """Return a claim about one force at one place."""
    type_, force, place = dice.choice(TYPES), common(forces, dice), common(PLACES, dice)
    bounds, span = dice.choice(FIGURES), Span(0, 3)
    links = [
        Link("force", span, force.name, "actor", "linked", "invented", force.id, force.name)
        if dice.random() < 0.7
        else Link("force", span, "Syrian fighters", "actor", "unknown", "invented", origin="SY"),
        Link(
            PLACE.get(type_, "place"), span, place[1], "place", "linked", "invented", place[0], place[1],
            pin=Pin(0, 0, place[2], place[3]),
        ),
    ]  # fmt: skip
    claim = Claim(
        f"r{number}", type_, Span(40, 44), 0, tuple(Part(link.role, span) for link in links),
        "negative" if dice.random() < 0.05 else "positive", "actual", Attribution("named-body", span), "bench",
        strength=Quantity(*bounds) if bounds else None,
    )  # fmt: skip
    return LinkedClaim(claim, tuple(links), None, 1, 3)


def chain_of(number: int, claim: str, model: Chain | None, dice: random.Random) -> Chain:
    """Return a chain of its own, or one that goes back to another claim."""
    link = (ChainLink("An outlet", "outlet", f"r{number}"),)
    if model:
        return Chain(claim, link, model.origin, model.first, model.reason)
    origin = dice.choice(SOURCES)
    return Chain(claim, link, origin, claim, None if origin else "origin unknown: invented")


def timed(made: Made, claims: list[LinkedClaim], packs: Packs) -> tuple[float, int]:
    """Return the processor seconds that weighing takes, and how many findings it gives."""
    start = time.process_time()
    found = weigh_claims(made[0], claims, made[2], packs)
    return time.process_time() - start, len(found)


def largest_bucket(made: Made, packs: Packs) -> tuple[int, list[LinkedClaim]]:
    """Return how many buckets there are, and the claims of the largest."""
    keys = [bucket_of(claim, report, chain, packs) for report, claim, chain in zip(*made, strict=True)]
    counts = Counter(keys)
    top = counts.most_common(1)[0][0]
    return len(counts), [claim for claim, key in zip(made[1], keys, strict=True) if key == top]


def main() -> None:
    """Weigh a quarter, half and all of the claims, and the largest bucket alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    packs = load_packs("libya")
    made = make(arguments.claims, packs, arguments.seed)
    for part in (4, 2, 1):
        size = len(made[1]) // part
        head: Made = (made[0][:size], made[1][:size], made[2][:size])
        seconds, found = timed(head, head[1], packs)
        print(f"{size:>9,} claims: {seconds:6.1f} s, {size / seconds:9,.0f} claims/s, {found:,} findings")
    buckets, claims = largest_bucket(made, packs)
    seconds, _ = timed(made, claims, packs)
    print(f"{buckets} buckets; the largest ({len(claims):,} claims) alone: {seconds:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
