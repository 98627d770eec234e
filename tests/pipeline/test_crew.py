"""Several workers side by side give what one gives."""

import os
import time

import pytest

from musterroll.pipeline.crew import crewed
from musterroll.pipeline.guard import Bounds
from musterroll.records import LoginWall, Page, Refusal

BOUNDS = Bounds(seconds=1.0)


def page(name: str) -> Page:
    return Page(name.encode(), name, "text")


def work(given: Page) -> str:
    """Take longest over the first pages; refuse, hang or die where the name says so."""
    if given.name.startswith("wall"):
        raise LoginWall("asks for a login")
    if given.name.startswith("hang"):
        time.sleep(20)
    if given.name.startswith("die"):
        os._exit(3)
    time.sleep(0.05 if given.name == "0" else 0.0)
    return given.name


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_outcomes_come_in_the_order_of_the_pages(workers: int) -> None:
    """However many workers, the first page's outcome is the first, even where it took longest."""
    names = [str(n) for n in range(20)]
    assert list(crewed(work, map(page, names), BOUNDS, workers)) == names


def test_a_bad_page_costs_only_itself() -> None:
    """Pages that are refused, hang or kill their worker give their refusals in place; all others are done."""
    given = [page("0"), page("wall"), Refusal("x", "not-found", "no such file"), page("hang"), page("die"), page("1")]
    found = list(crewed(work, given, BOUNDS, 2))
    assert [one.code if isinstance(one, Refusal) else one for one in found] == [
        "0", "login-wall", "not-found", "over-limit", "over-limit", "1",
    ]  # fmt: skip


def test_pages_are_taken_as_they_are_needed() -> None:
    """Of an endless row of pages only a few are held."""
    taken = []

    def endless():  # type: ignore[no-untyped-def]
        while True:
            taken.append(1)
            yield page("0")

    outcomes = crewed(work, endless(), BOUNDS, 2)
    assert next(outcomes) == "0"
    outcomes.close()
    assert len(taken) < 20
