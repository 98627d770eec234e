"""Words that an editor has said the meaning of are weighed as whom they mean, and tell of nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from musterroll.records import Chain, ChainLink, Link, LinkedClaim
from musterroll.weigh import as_meant, said_in
from musterroll.weigh.forces import force_of, side_of
from tests.ledger.invented import PACKS, a_reading

READ = a_reading(1).linked[0]
CHAIN = Chain(READ.id, (ChainLink("The Post", "outlet", READ.claim.report),), None, READ.id)


def claim(*links: Link, type_: str = "presence") -> LinkedClaim:
    """Return an invented claim with these links."""
    return replace(READ, claim=replace(READ.claim, type=type_), links=links)


def words(role: str, said: str, origin: str | None = None) -> Link:
    """Return a link that leads nowhere."""
    return Link(role, None, said, "actor", "unknown", "no pack knows the words", origin=origin)


def to(role: str, actor: str, name: str) -> Link:
    """Return a link to an actor."""
    return Link(role, None, name, "actor", "linked", "its name", actor, name)


def weighed_as(one: LinkedClaim) -> tuple[str | None, str | None]:
    """Return the ids of force and side under which a claim is weighed."""
    force = force_of(one, CHAIN, PACKS, None)
    side = side_of(one, force, PACKS)
    return force.id if force else None, side.id if side else None


CASES = {
    "a name": (claim(words("force", "the 128th Brigade")), {"said:128th brigade"}),
    "force and side": (claim(words("force", "Red Guard"), words("side", "the High Council")), {"said:red guard", "said:high council"}),
    "people of a country": (claim(words("force", "Syrian fighters", "SY")), {"said:SY/fighters"}),
    "people sent": (
        claim(words("force", "fighters"), to("by", "the-state", "The State"), type_="movement"),
        {"said:fighters by the-state"},
    ),
    "sent, not named": (claim(to("by", "the-state", "The State"), type_="movement"), {"said:fighters by the-state"}),
    "who supports": (claim(words("by", "Red Guard"), words("force", "Blue Army"), type_="support"), {"said:red guard", "said:blue army"}),
    "nobody": (claim(words("force", "the fighters")), set()),
    "an actor": (claim(to("force", "grey-column", "Grey Column")), set()),
}  # fmt: skip


@given(name=st.sampled_from(sorted(CASES)), into=st.sampled_from(["blue-guard", "said:others", "said:TR/soldiers"]))
def test_a_claim_is_weighed_as_whom_its_words_mean(name: str, into: str) -> None:
    """Each id of words leads to whom it means, one at a time, and the other party of the claim stays as it was."""
    one, said = CASES[name]
    assert said_in(one, CHAIN, PACKS) == said
    for words_ in said:
        before, after = weighed_as(one), weighed_as(as_meant(one, CHAIN, PACKS, {words_: into}))
        assert after == tuple(into if party == words_ else party for party in before)


@given(name=st.sampled_from(sorted(CASES)))
def test_what_nobody_said_the_meaning_of_stays_as_it_is(name: str) -> None:
    """Without its words among those that mean somebody a claim is the same object."""
    one, _ = CASES[name]
    assert as_meant(one, CHAIN, PACKS, {"said:somebody else": "blue-guard", "said:red": "blue-guard"}) is one


def test_people_of_a_country_stay_of_it() -> None:
    """Words merged into those for people of a country are compared with what is said of that country's people."""
    one = as_meant(CASES["a name"][0], CHAIN, PACKS, {"said:128th brigade": "said:SY/fighters"})
    force = force_of(one, CHAIN, PACKS, None)
    assert force is not None
    assert (force.id, force.name, force.origin) == ("said:SY/fighters", "the 128th Brigade", "SY")
