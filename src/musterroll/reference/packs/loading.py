"""Packs from folders: every error of a pack is found before one PackError says them all."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from musterroll.records import PackError
from musterroll.reference.packs.cells import ID, Faults, Row, read_text
from musterroll.reference.packs.commitments import read_commitments
from musterroll.reference.packs.duties import ABOUT_WORDS, WORD
from musterroll.reference.packs.records import Actor, Commitment, Pack, Packs
from musterroll.reference.packs.tables import read_actors, read_outlets, read_sites

FILES = (
    "pack.yaml", "actors.csv", "sponsors.csv", "sites.csv", "outlets.csv", "commitments.csv", "reservations.csv",
    "words.yaml",
)  # fmt: skip
PACK_KEYS = ("id", "title", "about", "needs", "licence")
CUE_KINDS = ("say", "deny", "accuse", "confirm", "promise", "demand")


def shipped_packs() -> Path:
    """Return the folder of the packs that come with the program."""
    return Path(str(files("musterroll.reference"))) / "data" / "packs"


def load_packs(*folders: str | Path) -> Packs:
    """Load packs in a row, each after those it needs; a bare name ("libya") is a pack that comes with the program.

    Raises PackError with every error of the first pack that does not hold.
    """
    found: dict[str, Pack] = {}
    for folder in folders:
        for pack in with_needs(folder_of(folder), ()):
            found.setdefault(pack.id, pack)
    return Packs(tuple(found.values()))


def folder_of(name: str | Path) -> Path:
    """Return a pack's folder: a path, or a name among the packs that come with the program."""
    shipped = shipped_packs() / name
    return shipped if isinstance(name, str) and ID.fullmatch(name) and shipped.is_dir() else Path(name)


def with_needs(folder: Path, waiting: tuple[str, ...]) -> Iterator[Pack]:
    """Yield the packs that a pack needs, then the pack."""
    pack = check_pack(folder)
    for need in pack.needs:
        if need not in waiting:
            yield from with_needs(need_of(folder, need), (*waiting, pack.id))
    yield pack


def need_of(folder: Path, need: str) -> Path:
    """Return the folder of a needed pack: beside the pack that needs it, or one that comes with the program."""
    beside = folder.parent / need
    return beside if beside.is_dir() else shipped_packs() / need


def check_pack(folder: str | Path) -> Pack:
    """Read the pack in a folder. Raises PackError: every error, one a line, each with its file and line."""
    folder = folder_of(folder)
    faults = Faults()
    if not folder.is_dir():
        raise PackError(f"{folder}: no such folder")
    head = read_head(folder, faults)
    actors = read_actors(folder, faults)
    commitments = read_commitments(folder, faults)
    cues, hedges = read_words(folder, faults)
    pack = Pack(
        id=head["id"],
        title=head["title"],
        needs=tuple(head["needs"]),
        actors=tuple(actor for _, actor in actors),
        sites=tuple(read_sites(folder, faults)),
        outlets=tuple(read_outlets(folder, faults)),
        commitments=tuple(commitment for _, commitment in commitments),
        cues=cues,
        hedges=hedges,
    )
    check_references(pack, folder, actors, commitments, faults)
    check_files(folder, faults)
    if faults.lines:
        raise PackError("\n".join(f"{folder}/{line}" for line in faults.lines))
    return pack


def check_files(folder: Path, faults: Faults) -> None:
    """Note files that a pack does not have: a table misspelt would otherwise be left out in silence."""
    for path in sorted(folder.iterdir()):
        if path.suffix in (".csv", ".yaml", ".yml") and path.name not in FILES:
            faults.add(path.name, f"a pack has no such file (it has {', '.join(FILES)})")


def read_yaml(path: Path, faults: Faults) -> tuple[dict[str, Any], dict[str, int]]:
    """Return a YAML file's mapping and the line of each of its keys; empty and an error where it is none."""
    text = read_text(path, faults)
    if text is None:
        return {}, {}
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        faults.add(f"{path.name}{line}", f"not YAML: {' '.join(str(getattr(error, 'problem', None) or error).split())}")
        return {}, {}
    if not isinstance(node, yaml.MappingNode) or not isinstance(content, dict):
        faults.add(f"{path.name}:1", "not a mapping of keys to values")
        return {}, {}
    return content, {str(key.value): key.start_mark.line + 1 for key, _ in node.value}


def read_head(folder: Path, faults: Faults) -> dict[str, Any]:
    """Read `pack.yaml`: id, title, needs."""
    content, lines = read_yaml(folder / "pack.yaml", faults)
    for key in content:
        if key not in PACK_KEYS:
            faults.add(f"pack.yaml:{lines.get(str(key), 1)}", f"unknown key {key!r}")
    for key in ("id", "title"):
        if content and not isinstance(content.get(key), str):
            faults.add(f"pack.yaml:{lines.get(key, 1)}", f"{key} is missing or not text")
    if isinstance(content.get("id"), str) and not ID.fullmatch(content["id"]):
        faults.add(f"pack.yaml:{lines['id']}", f"id {content['id']!r} is not an id")
    needs = strings(content.get("needs", []), f"pack.yaml:{lines.get('needs', 1)}", "needs", faults)
    for need in needs:
        if not need_of(folder, need).is_dir():
            faults.add(f"pack.yaml:{lines.get('needs', 1)}", f"needs {need!r}, which is not there")
    return {"id": str(content.get("id")), "title": str(content.get("title")), "needs": needs}


def read_words(folder: Path, faults: Faults) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """Read `words.yaml`: cue words by what they do, and hedges."""
    if not (folder / "words.yaml").exists():
        return (), ()
    content, lines = read_yaml(folder / "words.yaml", faults)
    for key in content:
        if key not in ("cues", "hedges"):
            faults.add(f"words.yaml:{lines.get(str(key), 1)}", f"unknown key {key!r}")
    where = f"words.yaml:{lines.get('cues', 1)}"
    cues = content.get("cues", {})
    if not isinstance(cues, dict):
        faults.add(where, "cues is not a mapping of kinds to lists")
        cues = {}
    for kind in cues:
        if kind not in CUE_KINDS:
            faults.add(where, f"cue kind {kind!r} is none of {', '.join(CUE_KINDS)}")
    listed = tuple((str(kind), strings(words, where, f"cues.{kind}", faults)) for kind, words in cues.items())
    return listed, strings(content.get("hedges", []), f"words.yaml:{lines.get('hedges', 1)}", "hedges", faults)


def strings(value: Any, where: str, key: str, faults: Faults) -> tuple[str, ...]:
    """Return a list of text; note what is none."""
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        faults.add(where, f"{key} is not a list of words")
        return ()
    return tuple(value)


def check_references(
    pack: Pack,
    folder: Path,
    actors: Sequence[tuple[Row, Actor]],
    commitments: Sequence[tuple[Row, Commitment]],
    faults: Faults,
) -> None:
    """Note sponsors and parties of commitments that are no actor of this pack or its needs, and names shared by two."""
    known = {actor.id for actor in pack.actors} | ids_needed(folder, pack.needs, {folder.resolve()})
    for row, actor in actors:
        for sponsor in actor.sponsors:
            if sponsor.actor and sponsor.actor not in known:
                row.wrong(f"sponsor {sponsor.actor!r} (sponsors.csv) is no actor of this pack or of those it needs")
    for row, commitment in commitments:
        for column, party in parties(commitment):
            if party not in known:
                row.wrong(f"{column} {party!r} is no actor of this pack or of those it needs")
    check_names(actors)


def parties(commitment: Commitment) -> Iterator[tuple[str, str]]:
    """Yield every actor that a commitment names, with the column that names it."""
    yield from (("bound", party) for party in commitment.bound)
    yield from (("about", who) for who in commitment.about if who not in ABOUT_WORDS and not who.startswith(WORD))
    yield from (("verifiers", party) for party in commitment.verifiers)
    yield from (("who (reservations.csv)", stated.who) for stated in commitment.reservations)


def check_names(actors: Sequence[tuple[Row, Actor]]) -> None:
    """Note two actors of one pack with the same name; their aliases may meet, which makes them `unsure`."""
    seen: dict[str, str] = {}
    for row, actor in actors:
        first = seen.setdefault(actor.name.casefold(), actor.id)
        if first != actor.id:
            row.wrong(f"name {actor.name!r} is that of {first!r} already")


def ids_needed(folder: Path, needs: Sequence[str], seen: set[Path]) -> set[str]:
    """Return the ids of all actors of the packs that a pack needs, and of those that they need."""
    found: set[str] = set()
    for home in (need_of(folder, need) for need in needs):
        if home.is_dir() and home.resolve() not in seen:
            seen.add(home.resolve())
            elsewhere = Faults()
            found |= {actor.id for _, actor in read_actors(home, elsewhere)}
            found |= ids_needed(home, read_head(home, elsewhere)["needs"], seen)
    return found
