"""The error tree is one, and its drawing is true."""

import inspect
import re

from musterroll.records import errors
from musterroll.records.errors import MusterrollError


def tree_of(error: type, depth: int = 0) -> list[tuple[int, str]]:
    """Walk the classes below an error, in the order they were written."""
    return [(depth, error.__name__)] + [pair for child in error.__subclasses__() for pair in tree_of(child, depth + 1)]


def test_the_drawing_at_the_top_of_the_file_is_the_tree() -> None:
    """Every class stands in the docstring at its own depth, and nothing else does."""
    lines = (re.match(r"^([│├└─ ]*)([A-Z]\w+)(?:\s{2}|$)", line) for line in (errors.__doc__ or "").splitlines())
    drawn = [(len(found[1]) // 4, found[2]) for found in lines if found]
    assert drawn == tree_of(MusterrollError)


def test_every_error_has_a_stable_code() -> None:
    """A code is the class name in kebab case, and no two errors share one."""
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, MusterrollError)]
    codes = [c("x").code for c in classes]
    assert errors.TooLarge("x").code == "too-large"
    assert len(set(codes)) == len(codes)
