"""Every record goes through JSON and comes back as it was."""

import json
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll import records
from musterroll.ledger import PageFacts, decoded, encoded
from musterroll.records import Claim, LedgerError, Lineage, Page
from musterroll.reference.packs import Pack
from tests.ledger.invented import a_reading

NUMBERS = {int: st.integers(), float: st.floats(allow_nan=False, allow_infinity=False), bool: st.booleans()}
TEXT = st.text(st.characters(exclude_categories=()), max_size=5)
KINDS = [getattr(records, name) for name in records.__all__]
KINDS = [kind for kind in KINDS if is_dataclass(kind) and kind not in (Page, Lineage)] + [Pack, PageFacts]


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return every value of a type hint."""
    if hint is str:
        return TEXT
    if hint in NUMBERS:
        return NUMBERS[hint]
    if hint is type(None):
        return st.none()
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(any_of, get_args(hint)))
    if get_origin(hint) is frozenset:
        return st.frozensets(any_of(get_args(hint)[0]), max_size=3)
    if get_origin(hint) is tuple:
        of = get_args(hint)
        return st.lists(any_of(of[0]), max_size=2).map(tuple) if of[1:] == (...,) else st.tuples(*map(any_of, of))
    hints = get_type_hints(hint)
    names = [field.name for field in fields(hint)] if is_dataclass(hint) else list(hint._fields)
    return st.builds(hint, **{name: any_of(hints[name]) for name in names})


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_every_record_survives(kind: Any, data: st.DataObject) -> None:
    """A record of any kind and content is equal to what its text gives, and the text stays the same."""
    record = data.draw(any_of(kind))
    text = encoded(record)
    assert decoded(kind, text) == record
    assert encoded(decoded(kind, text)) == text
    assert text.isascii()


def test_an_id_that_was_asked_for_is_not_written() -> None:
    """The text of a record does not depend on what was asked of it before."""
    claim = a_reading(1).claims[0]
    fresh = encoded(replace(claim))
    assert claim.id
    assert encoded(claim) == fresh


def test_a_field_that_came_later_takes_its_default() -> None:
    """The text of a record from before a field was added can still be read."""
    claim = a_reading(1).claims[0]
    form = json.loads(encoded(claim))
    del form["score"], form["given_id"]
    assert decoded(Claim, json.dumps(form)) == replace(claim, score=1.0)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"report": 1}', "null", '{"kind": "x", "colour": "red"}'])
def test_text_that_holds_something_else_is_refused(text: str) -> None:
    """What is no such record is a LedgerError and never half a record."""
    with pytest.raises(LedgerError, match="Claim"):
        decoded(Claim, text)


def test_a_type_without_one_reading_is_refused() -> None:
    """A choice between two records has no JSON form: it is refused before anything is written with it."""
    from musterroll.ledger.codec import _part

    with pytest.raises(TypeError, match="no JSON form"):
        _part(Claim | Page)
    with pytest.raises(TypeError, match="no JSON form"):
        _part(bytes)
