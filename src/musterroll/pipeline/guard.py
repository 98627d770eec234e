"""A limit of time and memory round every page: the work is done in a child process that can be stopped.

The child is kept warm between pages and replaced when it dies or is stopped. On Linux it is forked: no
`if __name__ == "__main__"` is needed in a script, and modules that are loaded already cost nothing again. Start a
guard before threads and before a neural session: neither survives a fork.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

from musterroll.records.errors import MusterrollError, OverLimit, Unreadable

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Bounds:
    """What one page may cost: wall-clock seconds, and bytes of memory above what the idle child holds."""

    seconds: float = 20.0
    memory_bytes: int = 1_500_000_000


class Guard(Generic[Given, Made]):
    """A callable that does `work` in a child process within bounds.

    Calling it returns what `work` returns or raises the MusterrollError that `work` raised; OverLimit where time or
    memory ran out or the child died; Unreadable where `work` failed in a way that it should not. It is a context
    manager; `close` ends the child.
    """

    def __init__(self, work: Callable[[Given], Made], bounds: Bounds | None = None) -> None:
        self._work = work
        self._bounds = bounds or Bounds()
        self._child: _Child | None = _Child(work, self._bounds.memory_bytes)

    def __call__(self, given: Given) -> Made:
        """Do the work on one thing."""
        try:
            kind, outcome = self._ask(given)
        except (EOFError, OSError) as error:
            self.close()
            raise OverLimit("the process that read the page died (memory, most likely)") from error
        except BaseException:  # an interrupt leaves an answer under way that must not reach the next page
            self.close()
            raise
        if kind == "made":
            return outcome  # type: ignore[no-any-return]
        if isinstance(outcome, OverLimit):
            self.close()  # a heap that was once full stays torn: take a fresh child
        raise outcome

    def _ask(self, given: Given) -> tuple[str, Any]:
        if self._child is None or not self._child.alive:
            self.close()
            self._child = _Child(self._work, self._bounds.memory_bytes)
        self._child.pipe.send(given)
        if not self._child.pipe.poll(self._bounds.seconds):
            self.close()
            raise OverLimit(f"not done within {self._bounds.seconds:g} seconds")
        answer: tuple[str, Any] = self._child.pipe.recv()
        return answer

    def close(self) -> None:
        """End the child; the next call starts another."""
        if self._child is not None:
            self._child.stop()
            self._child = None

    def __enter__(self) -> "Guard[Given, Made]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Child:
    """The child process and our end of the pipe to it."""

    def __init__(self, work: Callable[[Any], Any], memory_bytes: int) -> None:
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.pipe, theirs = context.Pipe()
        inherited = self.pipe if sys.platform == "linux" else None
        self._process = context.Process(target=_serve, args=(work, theirs, inherited, memory_bytes), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return bool(self._process.is_alive())

    def stop(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join(5)


def _serve(work: Callable[[Any], Any], pipe: Connection, inherited: Connection | None, memory_bytes: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt ends
    if inherited is not None:
        inherited.close()  # so that the pipe ends with the parent
    _bound_memory(memory_bytes)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_outcome(work, pipe.recv()))


def _outcome(work: Callable[[Any], Any], given: Any) -> tuple[str, Any]:
    try:
        return "made", work(given)
    except MusterrollError as error:
        return "raised", error.with_traceback(None)
    except MemoryError:
        return "raised", OverLimit("more memory than one page is allowed")
    except RecursionError:
        return "raised", OverLimit("nested too deeply")
    except Exception as error:
        return "raised", Unreadable(f"the page could not be worked on: {type(error).__name__}: {error}")


def _bound_memory(memory_bytes: int) -> None:
    """Cap the child's address space at what it holds now and the bytes allowed, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = held + memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))
