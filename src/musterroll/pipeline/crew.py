"""Several guarded workers side by side: pages in their order, each read by whichever worker is free."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import TypeVar

from musterroll.pipeline.guard import Bounds, Guard
from musterroll.records import Page, PageError, Refusal

Made = TypeVar("Made")
AHEAD = 4


def crewed(
    work: Callable[[Page], Made], pages: Iterable[Page | Refusal], bounds: Bounds, workers: int
) -> Iterator[Made | Refusal]:
    """Do `work` on every page within bounds, `workers` pages at a time; yield outcomes in the order of the pages.

    At most AHEAD pages a worker are held at once, so that a long row of pages needs no more memory than a short one.
    The first children are forked before any thread starts.
    """
    with ExitStack() as stack:
        free: SimpleQueue[Guard[Page, Made]] = SimpleQueue()
        for _ in range(workers):
            free.put(stack.enter_context(Guard(work, bounds)))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        waiting: deque[Future[Made | Refusal]] = deque()
        for page in pages:
            waiting.append(pool.submit(_one, free, page))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _one(free: "SimpleQueue[Guard[Page, Made]]", page: Page | Refusal) -> Made | Refusal:
    """Have a free worker do one page; what gives nothing gives its Refusal."""
    if isinstance(page, Refusal):
        return page
    guard = free.get()
    try:
        return guard(page)
    except PageError as error:
        return Refusal(page.name, error.code, str(error))
    finally:
        free.put(guard)
