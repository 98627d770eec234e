"""The how-to's example is run as it stands."""

import re
from pathlib import Path

from musterroll.reference.packs import check_pack, load_packs

BLOCK = re.compile(r"`sahel/([\w.]+)`[^`]*?(?:`[^`\n]+`[^`]*?)*\n```(?:csv|yaml)\n(.*?)```", re.S)


def written(root: Path, folder: Path) -> Path:
    """Write the files of the how-to into a folder, each from the first block after its name."""
    text = (root / "docs" / "howto" / "a-pack-for-another-war.md").read_text(encoding="utf-8")
    pack = folder / "sahel"
    pack.mkdir()
    for name, content in BLOCK.findall(text):
        (pack / name).write_text(content, encoding="utf-8")
    return pack


def test_the_pack_of_the_how_to_holds(root: Path, tmp_path: Path) -> None:
    """All eight files of the example are there, and the pack holds."""
    folder = written(root, tmp_path)
    pack = check_pack(folder)
    assert {path.name for path in folder.iterdir()} == {
        "pack.yaml", "actors.csv", "sponsors.csv", "sites.csv", "outlets.csv", "commitments.csv",
        "reservations.csv", "words.yaml",
    }  # fmt: skip
    assert pack.counts() == {
        "actors": 4, "sites": 2, "outlets and agencies": 2, "commitments": 2, "cue and hedge words": 7,
    }  # fmt: skip
    assert pack.commitments[0].unverified and pack.commitments[0].bound_words == ("signatory movements",)
    assert [kind.kind for kind in pack.commitments[0].evidence_against] == ["fighting", "breach", None]


def test_it_adds_to_the_world(root: Path, tmp_path: Path) -> None:
    """An actor that both packs know keeps the world's names and gets the pack's names, side and sponsors."""
    packs = load_packs(written(root, tmp_path))
    forces = packs.actors["malian-armed-forces"]
    assert {"Malian army", "FAMa"} <= set(forces.names) and forces.side == "bamako"
    assert [sponsor.until for sponsor in packs.actors["wagner-group"].sponsors] == [None, "2025-06"]
