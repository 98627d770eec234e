"""Armed words: which words name an armed force, and which only speak of arms."""

import pytest

from musterroll.reference import armed_words
from musterroll.reference.packs import load_packs

ARMED = ("armed-group", "private-military-company", "state-force")


def kinds(text: str) -> list[tuple[str, str]]:
    """Return (kind, words) of the armed words of a text."""
    return [(word.kind, word.words) for word in armed_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The soldiers left.", [("force", "soldiers")]),
        ("A fighter jet fired rockets.", [("force", "fighter jet"), ("war", "rockets")]),
        ("Al-Shabaab's gunmen", [("force", "al-shabaab"), ("war", "gunmen")]),
        ("Chadian forces crossed", [("force", "chadian forces")]),
        ("Market forces did, and forces of nature", []),
        ("the SDF and the sdf", [("force", "sdf")]),
        ("The army’s tanks", [("force", "army"), ("war", "tanks")]),
        ("Her charm disarms and her warmth is genuine", []),
    ],
)
def test_armed_words_are_whole_words_and_names(text: str, found: list[tuple[str, str]]) -> None:
    """Whole words and whole names are found, the longest first; initials in capitals; a demonym before "forces"."""
    assert kinds(text) == found


def test_every_armed_group_of_the_world_pack_is_known() -> None:
    """The name of an armed group, company or army that the pack of the world has holds a word that names a force."""
    actors = load_packs("world").actors.values()
    unknown = [a.name for a in actors if a.kind in ARMED and not any(w.kind == "force" for w in armed_words(a.name))]
    assert unknown == []
