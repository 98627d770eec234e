"""Bytes off a disk or a pipe: opened, unpacked and bounded."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from musterroll.records.errors import NotFound, TooLarge, Unreadable

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO | gzip.GzipFile]:
    """Open a file, unpacking gzip by its first bytes (not by its name).

    Raises NotFound or Unreadable, also for what goes wrong while the block reads.
    """
    with mapped(str(path)), path.open("rb") as raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        yield gzip.GzipFile(fileobj=raw) if packed else raw


@contextmanager
def mapped(name: str) -> Iterator[None]:
    """Turn what a file system or an archive raises into our own errors."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound(f"no such file: {name}") from error
    except IsADirectoryError as error:
        raise Unreadable(f"is a directory: {name}") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable(f"its compression is broken: {error}") from error
    except (OSError, ValueError) as error:
        raise Unreadable(getattr(error, "strerror", None) or str(error)) from error


def read_whole(stream: IO[bytes] | gzip.GzipFile, limit: int) -> bytes:
    """Return all bytes of a stream; raises TooLarge as soon as there are more than `limit`."""
    chunks: list[bytes] = []
    left = limit
    while chunk := stream.read(min(_CHUNK, left + 1)):
        left -= len(chunk)
        if left < 0:
            raise TooLarge(f"more than {limit:,} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def read_lines(stream: IO[bytes] | gzip.GzipFile, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line's number and its bytes; None for a line longer than `limit`, whose rest is skipped."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line
