"""The rules, the packs' words for them, and the page that describes them are one list."""

from pathlib import Path

from musterroll.hold.rules import RULES
from musterroll.hold.theatre import WAYS
from musterroll.reference.packs import DUTIES

STAGE_KINDS = {"departure-confirmed", "departure-verified"}


def test_every_duty_of_a_pack_has_its_rules() -> None:
    """The kinds of evidence that a pack may name under a duty are those that its rules look for."""
    assert {duty: set(kinds) - STAGE_KINDS for duty, kinds in DUTIES.items() if kinds} == {
        duty: {rule.kind for rule in rules} for duty, rules in RULES.items()
    }


def test_every_rule_plays_a_known_way() -> None:
    """No rule asks for a way that theatre does not know, and none of them is left without a rule."""
    assert {rule.way for rules in RULES.values() for rule in rules} == set(WAYS)


def test_the_page_names_every_duty_and_kind(root: Path) -> None:
    """`docs/hold.md` has each duty and each kind of evidence, and the how-to each duty."""
    page = (root / "docs" / "hold.md").read_text(encoding="utf-8")
    how_to = (root / "docs" / "howto" / "a-pack-for-another-war.md").read_text(encoding="utf-8")
    assert [duty for duty in DUTIES if f"`{duty}`" not in page or f"`{duty}`" not in how_to] == []
    assert [kind for kinds in DUTIES.values() for kind in kinds if f"`{kind}`" not in page] == []
