"""Sources in their order: which are files, which addresses, which standard input."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from musterroll.collect.files import files_named, read_file, read_stream
from musterroll.collect.limits import Limits
from musterroll.collect.reading import mapped
from musterroll.collect.refusals import refusal
from musterroll.records import Page, Refusal
from musterroll.records.errors import PageError

_DEFAULT = Limits()


def collect_pages(
    sources: Iterable[str],
    *,
    limits: Limits = _DEFAULT,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Page | Refusal]:
    """Yield the pages of all sources, in their order; what gives no page gives a Refusal and the run goes on.

    A source is a file (HTML, text, markdown, JSONL; gzip by its bytes), a directory (walked in sorted order), a
    pattern, `-` for standard input, or an http(s) URL, which is fetched politely and only from a public address
    unless `allow_private`.
    """
    fetch = _fetcher(limits, allow_private)
    for source in sources:
        try:
            yield from _pages_of(source, limits, fetch, stdin)
        except PageError as error:
            yield refusal(source, error)


def _fetcher(limits: Limits, allow_private: bool) -> Callable[[str], Page]:
    """One fetcher for a run, made when it is first needed: urllib3 is loaded only where there is something to fetch."""
    remembered: list[Any] = []

    def fetch(url: str) -> Page:
        from musterroll.collect.fetch import Sites, fetch_page

        if not remembered:
            remembered.append(Sites())
        return fetch_page(url, limits, allow_private=allow_private, sites=remembered[0])

    return fetch


def _pages_of(
    source: str, limits: Limits, fetch: Callable[[str], Page], stdin: BinaryIO | None
) -> Iterator[Page | Refusal]:
    if source == "-":
        with mapped("-"):
            yield from read_stream(stdin or sys.stdin.buffer, "-", None, limits)
    elif "://" in source[:12]:
        yield fetch(source)
    else:
        for path in files_named(source):
            yield from read_file(path, limits)
