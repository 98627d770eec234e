"""The page of promises names tests that are there."""

import ast
import re
from pathlib import Path

import pytest

NAMED = re.compile(r"`([a-z_/]*\.py)?::(test_\w+)`")


def held_by(path: Path) -> set[str]:
    """Return the names of the tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def named_on(page: str) -> list[tuple[str, str]]:
    """Return the tests that a page names, each with its file; one without a file is of the file named before it."""
    found, file = [], ""
    for said, test in NAMED.findall(page):
        file = said or file
        found.append((file, test))
    return found


@pytest.fixture
def page(root: Path) -> str:
    """The page of promises."""
    return (root / "docs" / "shown.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there(root: Path, page: str) -> None:
    """Each test on the page stands in its file, under its name."""
    held: dict[str, set[str]] = {}
    for file, test in named_on(page):
        if file not in held:
            held[file] = held_by(root / "tests" / file)
        assert test in held[file], f"{file} has no {test}"


def test_every_promise_has_a_test(page: str) -> None:
    """Each row of each table names at least one test."""
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith(("| promise", "|--"))]
    assert len(rows) > 50 and all(NAMED.search(row) for row in rows)


def test_where_it_is_built_is_there(root: Path, page: str) -> None:
    """Each file and folder that a row says a promise is built in is there."""
    rows = [row.split(" | ") for row in page.splitlines() if row.startswith("| ") and row.count(" | ") == 2]
    named = [name for row in rows for name in re.findall(r"`([\w/]+(?:\.py|/))`", row[1])]
    assert len(named) > 50
    assert [name for name in named if not (root / "src" / "musterroll" / name).exists()] == []
