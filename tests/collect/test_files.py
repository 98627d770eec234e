"""Files, directories, patterns, standard input and JSONL."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.collect import Limits, collect_pages
from musterroll.records import Page, Refusal


def codes(found: list[Page | Refusal]) -> list[str]:
    return [x.code if isinstance(x, Refusal) else x.media_type for x in found]


def collect(*sources: str | Path, **options: object) -> list[Page | Refusal]:
    return list(collect_pages([str(s) for s in sources], **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.xhtml", "html"),
        ("a.txt", "text"),
        ("a.md", "text"),
        ("a.b.html", "html"),
    ],
)
def test_a_suffix_says_the_form(tmp_path: Path, name: str, form: str) -> None:
    """Each known suffix gives a page of its form, bytes untouched."""
    (tmp_path / name).write_bytes(b"some \xff bytes")
    [page] = collect(tmp_path / name)
    assert isinstance(page, Page)
    assert (page.media_type, page.body, page.name) == (form, b"some \xff bytes", str(tmp_path / name))


def test_gzip_is_unpacked_by_its_bytes(tmp_path: Path) -> None:
    """A compressed page is unpacked whatever its name says."""
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>one"))
    (tmp_path / "b.html").write_bytes(gzip.compress(b"<p>two"))
    (tmp_path / "c.html.gz").write_bytes(b"<p>three")
    assert [p.body for p in collect(tmp_path) if isinstance(p, Page)] == [b"<p>one", b"<p>two", b"<p>three"]


def test_a_directory_is_walked_in_order_without_hidden_or_unknown_files(tmp_path: Path) -> None:
    """Known suffixes are taken in sorted order, however deep; hidden files and folders are left out."""
    for name in ("b/z.txt", "b/a.html", "a.md", ".hidden.txt", ".git/x.txt", "b/photo.jpg", "notes"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [Path(p.name).relative_to(tmp_path).as_posix() for p in collect(tmp_path)] == ["a.md", "b/a.html", "b/z.txt"]


def test_a_pattern_is_opened_and_one_without_a_match_is_refused(tmp_path: Path) -> None:
    """Globs work where the shell has not opened them, `**` too."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "one.txt").write_text("1")
    (tmp_path / "two.txt").write_text("2")
    assert codes(collect(f"{tmp_path}/**/*.txt")) == ["text", "text"]
    assert codes(collect(f"{tmp_path}/*.html")) == ["not-found"]


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    """A file that exists is taken by its name, brackets and all."""
    (tmp_path / "report[1].txt").write_text("x")
    assert codes(collect(tmp_path / "report[1].txt")) == ["text"]


def test_what_cannot_be_read_is_refused_and_the_run_goes_on(tmp_path: Path) -> None:
    """A missing file, an empty directory and broken compression each give a named refusal, in their place."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.html.gz").write_bytes(gzip.compress(bytes(range(256)))[:-12])
    (tmp_path / "torn.txt.gz").write_bytes(b"\x1f\x8b\x08 no gzip")
    (tmp_path / "good.txt").write_text("x")
    found = collect(*(tmp_path / n for n in ("none.html", "empty", "broken.html.gz", "torn.txt.gz", "good.txt")))
    assert codes(found) == ["not-found", "not-found", "unreadable", "unreadable", "text"]
    assert all(r.reason and "\n" not in r.reason for r in found if isinstance(r, Refusal))


def test_a_name_with_a_nul_is_refused() -> None:
    """A path that no file system knows is refused like any other."""
    assert codes(collect("a\x00b.txt")) in (["unreadable"], ["not-found"])


def test_a_large_page_and_a_gzip_bomb_are_too_large(tmp_path: Path) -> None:
    """The limit counts bytes after decompression, and reading stops there."""
    (tmp_path / "big.html").write_bytes(b"x" * 2001)
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b"\0" * 30_000_000))
    (tmp_path / "fits.html").write_bytes(b"x" * 2000)
    found = collect(
        tmp_path / "big.html", tmp_path / "bomb.html.gz", tmp_path / "fits.html", limits=Limits(page_bytes=2000)
    )
    assert codes(found) == ["too-large", "too-large", "html"]


def test_fifty_megabytes_are_too_large_by_default(tmp_path: Path) -> None:
    """A 50 MB page is refused under the default limits."""
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(50_000_000)
    assert codes(collect(tmp_path / "huge.html")) == ["too-large"]


def test_records_are_read_line_by_line_and_a_broken_one_is_named(tmp_path: Path) -> None:
    """Each line gives a page named file:LINE; a broken line is refused under that name and the rest is read."""
    lines = [
        b'{"id": "r1", "text": "One.", "published": "2021-06-09", "url": "https://x.example/1", "title": "T", "n": 3,'
        b' "sentences": [[0, 4]]}',
        b"{broken",
        b"",
        b'["no", "object"]',
        b'{"id": "r2"}',
        b'{"text": "caf\xe9"}',
        b'{"text": "lone \\ud800 surrogate"}',
        b'{"text": "a NUL \\u0000", "id": null}',
        b"[" * 100_000,
    ]
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
    found = collect(path)
    assert [x.name.rpartition(":")[2] for x in found] == ["1", "2", "4", "5", "6", "7", "8", "9"]
    assert codes(found) == ["record", *["broken-record"] * 4, "record", "record", "broken-record"]
    first, surrogate = found[0], found[5]
    assert isinstance(first, Page) and isinstance(surrogate, Page)
    assert (first.body, first.url, first.stated("id"), first.stated("title"), first.stated("n")) == (
        b"One.", "https://x.example/1", "r1", "T", "3",
    )  # fmt: skip
    assert first.stated("sentences") is None
    assert surrogate.body.decode("utf-8", "surrogatepass") == "lone \ud800 surrogate"


def test_an_endless_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """A record over the limit is skipped to its end, not read into memory."""
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "ok"}\n'))
    assert codes(collect(path, limits=Limits(page_bytes=1000))) == ["too-large", "record"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<!DOCTYPE html><p>x", ["html"]),
        (b"\xef\xbb\xbf  <html><p>x", ["html"]),
        (b"Plain words.", ["text"]),
        (b'{"text": "one"}\n{"text": "two"}\n', ["record", "record"]),
        (b"", ["text"]),
    ],
)
def test_standard_input_is_sniffed(body: bytes, expected: list[str]) -> None:
    """`-` reads standard input and finds out its form."""
    assert codes(collect("-", stdin=io.BytesIO(body))) == expected


@given(texts=st.lists(st.text(max_size=50), min_size=1, max_size=8))
def test_every_text_survives_the_way_through_jsonl(texts: list[str]) -> None:
    """What JSON can carry comes out character for character."""
    body = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    pages = collect("-", stdin=io.BytesIO(body))
    assert [p.body.decode("utf-8", "surrogatepass") for p in pages if isinstance(p, Page)] == texts


@given(body=st.binary(max_size=200))
def test_any_bytes_on_standard_input_are_survived(body: bytes) -> None:
    """No bytes raise from collect_pages."""
    assert all(isinstance(x, Page | Refusal) for x in collect("-", stdin=io.BytesIO(body)))
