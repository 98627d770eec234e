"""Files, directories and patterns: which names hold pages, and of which form."""

import glob
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from musterroll.collect.limits import Limits
from musterroll.collect.reading import mapped, opened, read_whole
from musterroll.collect.record_lines import read_records
from musterroll.collect.refusals import refusal
from musterroll.records import Page, Refusal
from musterroll.records.errors import NotFound, PageError

_FORMS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".html.gz": "html", ".htm.gz": "html", ".xhtml.gz": "html",
    ".txt": "text", ".md": "text", ".markdown": "text", ".txt.gz": "text", ".md.gz": "text",
    ".jsonl": "lines", ".ndjson": "lines", ".jsonl.gz": "lines", ".ndjson.gz": "lines",
}  # fmt: skip
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|meta|article|div|p\b)", re.I)
_RECORD = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"')


def form_of(name: str) -> str | None:
    """Return the form that a file name promises: "html", "text", "lines" (JSONL) or None for an unknown suffix."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    return _FORMS.get("".join(suffixes)) or (_FORMS.get(suffixes[-1]) if suffixes else None)


def sniffed_form(head: bytes) -> str:
    """Return the form that the first bytes of a page show."""
    if _MARKUP.match(head):
        return "html"
    return "lines" if _RECORD.match(head) else "text"


def files_named(source: str) -> list[Path]:
    """Return the files that a path, a directory or a pattern names, sorted; raises NotFound where there are none.

    A directory is walked; hidden files and unknown suffixes are left out. A file named itself is always taken.
    """
    path = Path(source)
    with mapped(source):
        if path.is_dir():
            return _within(path)
        if path.exists() or not glob.has_magic(source):
            return [path]
        matched = [Path(name) for name in sorted(glob.iglob(source, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern
    found = [file for name in matched for file in (_within(name) if name.is_dir() else [name])]
    if not found:
        raise NotFound(f"no file matches {source}")
    return found


def _within(folder: Path) -> list[Path]:
    names = (name for name in folder.rglob("*") if name.is_file() and form_of(name.name))
    found = sorted(name for name in names if not any(part.startswith(".") for part in name.relative_to(folder).parts))
    if not found:
        raise NotFound(f"no pages in the directory {folder}")
    return found


def read_file(path: Path, limits: Limits) -> Iterator[Page | Refusal]:
    """Yield the page of one file, or the pages of a JSONL file; a refusal where it cannot be read."""
    name = str(path)
    try:
        with opened(path) as stream:
            yield from read_stream(stream, name, form_of(path.name), limits)
    except PageError as error:
        yield refusal(name, error)


def read_stream(
    stream: IO[bytes] | gzip.GzipFile, name: str, form: str | None, limits: Limits
) -> Iterator[Page | Refusal]:
    """Yield the pages of an open stream; a form of None is found out from its first bytes."""
    if form == "lines":
        yield from read_records(stream, name, limits)
        return
    body = read_whole(stream, limits.page_bytes)
    form = form or sniffed_form(body[:1000])
    if form == "lines":
        yield from read_records(io.BytesIO(body), name, limits)
    else:
        yield Page(body, name, form)
