"""Ids come from content alone."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.records import Attribution, Claim, Page, Part, Span, content_id


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.booleans())))
def test_the_same_content_has_the_same_id(content: list[str | int | None]) -> None:
    """An id is 24 hex digits that depend on nothing but the content."""
    assert content_id(content) == content_id(list(content))
    assert len(content_id(content)) == 24


def test_a_page_is_known_by_its_bytes_and_address() -> None:
    """Two pages are one where bytes and address agree, whatever the user called them."""
    here = Page(b"x", "a.html", "html", url="https://a.example/")
    assert here.id == Page(b"x", "b.html", "html", url="https://a.example/").id
    assert here.id != Page(b"x", "a.html", "html", url="https://b.example/").id
    assert here.id != Page(b"y", "a.html", "html", url="https://a.example/").id


def test_a_claim_is_known_by_report_type_trigger_and_reader() -> None:
    """Another reader version gives another id; other parts do not."""
    claim = Claim("r", "clash", Span(0, 3), 0, (), "positive", "actual", Attribution("outlet"), "1")
    other = Claim(
        "r", "clash", Span(0, 3), 0, (Part("by", Span(4, 5)),), "positive", "actual", Attribution("outlet"), "1"
    )
    newer = Claim("r", "clash", Span(0, 3), 0, (), "positive", "actual", Attribution("outlet"), "2")
    assert claim.id == other.id != newer.id


def test_records_are_frozen() -> None:
    """Nobody changes a record in place."""
    with pytest.raises(FrozenInstanceError):
        Part("by", Span(0, 1)).role = "force"  # type: ignore[misc]
