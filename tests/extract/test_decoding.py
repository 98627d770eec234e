"""From bytes to characters."""

import pytest

from musterroll.extract.decoding import decode_page
from musterroll.records import Page
from musterroll.records.errors import EmptyPage, NotText


def decoded(body: bytes, charset: str | None = None) -> str:
    return decode_page(Page(body, "x", "html", charset=charset))


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Café".encode(), None, "Café"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "latin-1", "Café"),
        ("Café".encode("utf-16"), None, "Café"),
        ("Café and more words".encode("utf-16-le"), None, "Café and more words"),
        ("Café and more words".encode("utf-16-be"), "utf-8", "Café and more words"),
        (b"Caf\xe9", "iso-8859-1", "Café"),
        (b"\x93Caf\xe9\x94", "iso-8859-1", "“Café”"),
        (b"\x93Caf\xe9\x94", "ascii", "“Café”"),
        ("قصر تميرة".encode("cp1256"), "windows-1256", "قصر تميرة"),
        ("Кафе".encode("koi8-r"), "koi8-r", "Кафе"),
        (b'<meta charset="windows-1251">' + "Кафе".encode("cp1251"), None, '<meta charset="windows-1251">Кафе'),
        (b'<?xml version="1.0" encoding="iso-8859-15"?>\xa4', None, '<?xml version="1.0" encoding="iso-8859-15"?>€'),
        (
            b'<meta http-equiv="x" content="text/html; charset=gb2312">' + "镕".encode("gbk"),
            None,
            '<meta http-equiv="x" content="text/html; charset=gb2312">镕',
        ),
        ("Café".encode(), "utf-16", "Café"),
        ("Café".encode(), "no-such-charset", "Café"),
        ("Café".encode(), "hex", "Café"),
        ("Café, naïve façade ".encode() * 3 + b"caf\xe9", None, "Café, naïve façade " * 3 + "café"),
        (b"one two three four five six\x00seven\x01\x7f", None, "one two three four five six\ufffdseven\ufffd\ufffd"),
    ],
)
def test_the_encoding_is_found(body: bytes, charset: str | None, text: str) -> None:
    """Mark, server, page, UTF-8, guess, in that order; a label that does not fit is passed over."""
    assert decoded(body, charset) == text


def test_lone_surrogates_are_replaced() -> None:
    """Surrogates written as UTF-8 do not reach the text."""
    text = decoded("The garrison received fuel, é, é, é, é. ".encode() * 3 + b"\xed\xa0\x80")
    assert not any("\ud800" <= c <= "\udfff" for c in text)
    text.encode("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.4",
        b"\n\n%PDF-1.4",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a..",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"\x7fELF\x02",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00\x00\x00\x18ftypmp42",
        bytes(range(256)) * 4,
        b"\xd0\xcf\x11\xe0\xa1",
        b"{\\rtf1 x",
    ],
)
def test_other_kinds_are_no_text(body: bytes) -> None:
    """PDF, pictures, archives, programs and other binary bytes are refused by name."""
    with pytest.raises(NotText):
        decoded(body)


@pytest.mark.parametrize("body", [b"", b" \r\n\t", b"\x00\x00", b"\xef\xbb\xbf \n", b"\xff\xfe", "\u00a0".encode()])
def test_nothing_is_empty(body: bytes) -> None:
    """No bytes, white space and bare marks are an empty page."""
    with pytest.raises(EmptyPage):
        decoded(body)
