"""Invented reports, claims and findings: nothing in them is real."""

from collections.abc import Sequence

from musterroll.ledger import Derived, PageFacts, ReportRead
from musterroll.records import (
    Attribution,
    Block,
    Chain,
    ChainLink,
    Claim,
    DayInterval,
    Evidence,
    Finding,
    Holding,
    Judgement,
    Kinship,
    Link,
    LinkedClaim,
    Matter,
    Moment,
    Named,
    Origin,
    Part,
    Quantity,
    Report,
    Span,
)
from musterroll.reference.packs import Actor, Pack, PackOutlet, Packs

FORCES = {"grey-column": "Grey Column", "blue-guard": "Blue Guard", "grey-col": "Grey Col"}
PACKS = Packs(
    (
        Pack(
            "invented",
            "An invented war",
            actors=tuple(Actor(number, name, "armed-group", (name,)) for number, name in FORCES.items()),
            outlets=(PackOutlet("the-post", "The Post", "outlet", hosts=("post.example",)),),
        ),
    )
)


def a_reading(number: int, claims: int = 2, force: str = "grey-column", day: str | None = None) -> ReportRead:
    """Return an invented report, its page, and claims, one a sentence, each linked to a force."""
    day = day or f"2021-03-{1 + number % 28:02d}"
    words = [
        f"The {FORCES[force]} has {100 * number + place} fighters at Newtown, an aide said." for place in range(claims)
    ]
    text = " ".join(words)
    spans, start = [], 0
    for sentence in words:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    page = PageFacts(f"page-{number:06d}", f"{number}.html", f"https://post.example/{number}", "html")
    report = Report(
        page.id, "x1", text, (Block("paragraph", Span(0, len(text))),), tuple(spans), "en",
        title=f"Invented report {number}", published=Moment(day, "meta"), url=page.url, outlet="The Post",
    )  # fmt: skip
    read = tuple(a_claim(report, place, 100 * number + place, force) for place in range(claims))
    return ReportRead(page, report, read, tuple(linked(one, force, day) for one in read))


def a_claim(report: Report, place: int, many: int, force: str) -> Claim:
    """Return the claim of one sentence."""
    start = report.sentences[place].start
    name = Span(start + 4, start + 4 + len(FORCES[force]))
    trigger = Span(name.end + 1, name.end + 4)
    return Claim(
        report.id, "presence", trigger, place, (Part("force", name),), "positive", "actual",
        Attribution("unnamed-person", Span(report.sentences[place].end - 13, report.sentences[place].end - 6)), "r1",
        Quantity(many, many), time=None, score=0.75,
    )  # fmt: skip


def linked(claim: Claim, force: str, day: str) -> LinkedClaim:
    """Return the claim with its force and source linked."""
    span = claim.spans("force")[0]
    links = (
        Link("force", span, FORCES[force], "actor", "linked", "its name", force, FORCES[force]),
        Link("source", claim.attribution.source, "an aide", "actor", "unknown", "no pack knows the words"),
    )
    return LinkedClaim(claim, links, DayInterval(None, day), 3, 3)


def a_finding(claims: Sequence[LinkedClaim], force: str = "grey-column", period: str = "2021-03") -> Finding:
    """Return a finding on claims with figures, as a simple rule would weigh them."""
    matter = Matter("presence", force, None, None, "stock", period)
    low = min(claims, key=lambda one: (one.claim.strength.min, one.id))  # type: ignore[union-attr]
    high = max(claims, key=lambda one: (one.claim.strength.max, one.id))  # type: ignore[union-attr]
    days = sorted(one.days.last for one in claims)  # type: ignore[union-attr,type-var]
    ids = tuple(sorted(one.id for one in claims))
    origin = Origin("an aide", "unnamed", ids, days[0])
    return Finding(
        matter, Named(force, FORCES[force]), None, None, DayInterval(days[0], days[-1]),
        low.claim.strength.min, high.claim.strength.max, "between",  # type: ignore[union-attr]
        (low.id,), (high.id,), days[0], days[-1], ids,
        tuple(sorted({one.claim.report for one in claims})), (), (origin,), (), (), "single-origin", ("one origin",),
    )  # fmt: skip


def derived_from(claims: Sequence[LinkedClaim], kin: Sequence[Kinship] = ()) -> Derived:
    """Return what a simple rule derives: a finding a force, a holding on all, a chain a claim."""
    by_force: dict[str, list[LinkedClaim]] = {}
    for one in claims:
        by_force.setdefault(str(next(link.id for link in one.links if link.role == "force")), []).append(one)
    chains = [Chain(one.id, (ChainLink("The Post", "outlet", one.claim.report),), "an aide", one.id) for one in claims]
    findings = [a_finding(of, force) for force, of in sorted(by_force.items())]
    evidence = tuple(Evidence(one.id, one.days.last if one.days else None, "against", "it is there") for one in claims)
    return Derived(chains, kin, findings, [Holding("the-clause", "2020-10-23", "2021-01-23", evidence)])


def a_judgement(deed: str, subject: str, what: tuple[tuple[str, str], ...] = (), why: str = "seen") -> Judgement:
    """Return a judgement by an invented editor."""
    kinds = {"retract": "report", "restore": "report", "merge": "actor", "part": "actor"}
    return Judgement(deed, kinds.get(deed, "claim"), subject, "an editor", "2021-04-01T12:00:00+00:00", why, what)
