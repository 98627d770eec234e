"""A limit of time and memory round every page."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from musterroll.pipeline.crew import crewed
from musterroll.pipeline.guard import Bounds, Guard
from musterroll.records import Page, Refusal
from musterroll.records.errors import LoginWall, OverLimit, Unreadable


def spin() -> None:
    while True:
        pass


def swell_slowly() -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def recurse() -> None:
    recurse()


def fail(error: Exception) -> None:
    raise error


ORDERS: dict[str, Callable[[], object]] = {
    "sleep": lambda: time.sleep(30),
    "spin": spin,
    "swell": lambda: bytearray(3_000_000_000),
    "swell slowly": swell_slowly,
    "die": lambda: os._exit(9),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "recurse": recurse,
    "wall": lambda: fail(LoginWall("asks for a login")),
    "fail": lambda: fail(KeyError("a mistake of ours")),
}


def work(order: str) -> tuple[str, int]:
    """Do what a test orders, in the child process."""
    ORDERS.get(order, lambda: None)()
    return order, os.getpid()


@pytest.fixture
def guard() -> Iterator[Guard[str, tuple[str, int]]]:
    with Guard(work, Bounds(seconds=2.0)) as guard:
        yield guard


def test_the_child_is_kept_between_pages(guard: Guard[str, tuple[str, int]]) -> None:
    """Work is done in another process, the same for every page."""
    answers = [guard(str(i)) for i in range(5)]
    assert [word for word, _ in answers] == list("01234")
    assert {pid for _, pid in answers} != {os.getpid()} and len({pid for _, pid in answers}) == 1


@pytest.mark.parametrize("order", ["sleep", "spin", "swell", "swell slowly", "die", "kill", "recurse"])
def test_what_goes_over_its_limit_is_stopped_and_the_next_page_read(
    guard: Guard[str, tuple[str, int]], order: str
) -> None:
    """Time, memory, depth and death of the child each give OverLimit; a fresh child reads the next page."""
    started = time.monotonic()
    with pytest.raises(OverLimit) as over:
        guard(order)
    assert str(over.value)
    assert time.monotonic() - started < 15
    assert guard("next")[0] == "next"


def test_a_named_error_comes_back_as_itself(guard: Guard[str, tuple[str, int]]) -> None:
    """What the work raises by name is raised by name, and the child lives on."""
    _, child = guard("a")
    with pytest.raises(LoginWall, match="asks for a login"):
        guard("wall")
    assert guard("b")[1] == child


def test_a_mistake_of_ours_is_unreadable_and_no_crash(guard: Guard[str, tuple[str, int]]) -> None:
    """An error from outside the tree is named after the page, with its kind in words."""
    with pytest.raises(Unreadable, match="KeyError"):
        guard("fail")


def test_a_child_that_died_while_idle_is_replaced(guard: Guard[str, tuple[str, int]]) -> None:
    """A child killed between two pages costs nothing but a new one."""
    _, child = guard("a")
    os.kill(child, signal.SIGKILL)
    time.sleep(0.1)
    assert guard("b")[1] != child


def read(page: Page) -> str:
    """Read a page as a test orders."""
    return work(page.body.decode())[0]


def test_a_run_goes_on_over_what_gives_nothing() -> None:
    """Refusals pass through, errors become refusals under the page's name, in their order."""
    pages = [Page(order.encode(), order, "text") for order in ("one", "die", "wall", "two")]
    given = [pages[0], Refusal("lost", "not-found", "no such file"), *pages[1:]]
    found = list(crewed(read, given, Bounds(seconds=2), workers=1))
    shown = [x if isinstance(x, str) else (x.name, x.code) for x in found]
    assert shown == ["one", ("lost", "not-found"), ("die", "over-limit"), ("wall", "login-wall"), "two"]


def test_closing_ends_the_child() -> None:
    """No process is left when the guard is closed."""
    guard = Guard(work, Bounds(seconds=1))
    _, child = guard("a")
    guard.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="elsewhere Python spawns children, and then asks every script for its main clause itself",
)
def test_a_script_needs_no_main_clause() -> None:
    """A guard works from top-level code, and from code given on the command line."""
    code = (
        "from musterroll.pipeline.guard import Guard\n"
        "guard = Guard(lambda text: text.upper())\n"
        "print(guard('it works'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "IT WORKS\n"
