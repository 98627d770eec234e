"""JSONL: one report a line, `{"id", "text", "published", "url", "title"}`, only the text required."""

import gzip
import json
from collections.abc import Iterator
from typing import IO

from musterroll.collect.limits import Limits
from musterroll.collect.reading import read_lines
from musterroll.collect.refusals import refusal
from musterroll.records import Page, Refusal
from musterroll.records.errors import BrokenRecord, PageError, TooLarge

_BOM = b"\xef\xbb\xbf"


def read_records(stream: IO[bytes] | gzip.GzipFile, name: str, limits: Limits) -> Iterator[Page | Refusal]:
    """Yield a page a line, named `name:LINE`; a broken line gives a refusal and the rest is read."""
    for number, line in read_lines(stream, limits.page_bytes):
        where = f"{name}:{number}"
        if line is not None and not line.strip():
            continue
        try:
            yield _page(line, where, limits)
        except PageError as error:
            yield refusal(where, error)


def _page(line: bytes | None, name: str, limits: Limits) -> Page:
    if line is None:
        raise TooLarge(f"a line of more than {limits.page_bytes:,} bytes")
    record = _parse(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise BrokenRecord('a record needs a "text" of characters')
    url = record.get("url")
    return Page(
        body=text.encode("utf-8", errors="surrogatepass"),
        name=name,
        media_type="record",
        url=url if isinstance(url, str) and url else None,
        given=tuple(_given(record)),
    )


def _parse(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.removeprefix(_BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BrokenRecord(f"the line is not UTF-8 (byte {error.start})") from error
    except ValueError as error:
        raise BrokenRecord(f"the line is not JSON: {error}") from error
    except RecursionError as error:
        raise BrokenRecord("the line is nested too deeply") from error
    if not isinstance(record, dict):
        raise BrokenRecord("the line is not a JSON object")
    return record


def _given(record: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What the record says of itself, in plain values; its lists (sentences, claims) are not the page's to keep."""
    for key, value in record.items():
        if key not in ("text", "url") and isinstance(value, str | int | float) and not isinstance(value, bool):
            yield key, str(value)
