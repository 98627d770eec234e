"""A count beside its force becomes the claim's strength."""

import pytest

from musterroll.read.counted import with_counts
from musterroll.records import Part, Span


def counted(text: str, force: str, kind: str = "toll") -> dict[str, str]:
    """Return the parts of a claim with one force, by role."""
    start = text.index(force)
    parts = (Part("force", Span(start, start + len(force))),)
    return {part.role: part.span.of(text) for part in with_counts(text, kind, parts, Span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "force", "strength", "left"),
    [
        ("The two men were captured.", "two men", "two", "men"),
        ("Some 300 fighters left.", "fighters", "Some 300", "fighters"),
        ("At least 35 people died.", "At least 35 people", "At least 35", "people"),
        ("He sent dozens of recruits.", "recruits", "dozens of", "recruits"),
        ("It lost between 20 and 30 soldiers.", "soldiers", "between 20 and 30", "soldiers"),
        ("Up to several hundred mercenaries came.", "mercenaries", "Up to several hundred", "mercenaries"),
    ],
)
def test_a_count_next_to_its_force_is_strength(text: str, force: str, strength: str, left: str) -> None:
    """Whether it opens the force or stands before it, the count is taken out with its qualifiers."""
    assert counted(text, force) == {"strength": strength, "force": left}


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("In 2015 rebels came.", "rebels"),
        ("The army of 300 lorries fled.", "army"),
        ("A soldier fell.", "soldier"),
        ("Two, he said, soldiers fell.", "soldiers"),
    ],
)
def test_what_counts_nobody_is_left_alone(text: str, force: str) -> None:
    """Years, articles and numbers that do not touch the force give no strength."""
    assert counted(text, force) == {"force": force}


def test_a_strength_that_was_read_stays_alone() -> None:
    """Where pass 2 found a strength, the rule adds none."""
    text = "Eleven of their men were killed and more than 30 wounded."
    parts = (Part("force", Span(10, 19)), Part("strength", Span(36, 48)))
    assert with_counts(text, "toll", parts, Span(0, len(text))) == parts


def test_goods_and_truces_have_no_strength() -> None:
    """Types without a strength part are left as they are."""
    assert counted("Some 300 fighters agreed.", "fighters", "truce") == {"force": "fighters"}
