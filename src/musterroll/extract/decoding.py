"""From bytes to characters: which encoding a page is written in, and which bytes are no text at all."""

import codecs
import re

from musterroll.records import Page
from musterroll.records.errors import EmptyPage, NotText

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"{\\rtf", "an RTF file"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"SQLite format 3\x00", "a database"),
    (b"wOFF", "a font"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x00"))
# Browsers read these labels as their Windows superset (WHATWG encoding standard).
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_SUSPECT = _CONTROLS + b"\x00\x0e\x1b\x7f"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decode_page(page: Page) -> str:
    """Return the characters of a page, free of NULs, controls and lone surrogates (each becomes U+FFFD).

    The encoding is the byte order mark's, else the server's, the page's own, UTF-8, or the likeliest.
    Raises EmptyPage where nothing but white space is left, NotText where the bytes are of another kind.
    """
    if not page.body.strip(b"\x00 \t\r\n\f"):
        raise EmptyPage("no bytes, or nothing but white space")
    _refuse_other_kinds(page.body)
    text = _decode(page.body, page.charset)
    if len(page.body.translate(None, _SUSPECT)) < len(page.body):
        text = _UNPRINTABLE.sub("\ufffd", text)
    if not text.replace("\ufffd", " ").replace("\ufeff", " ").strip():
        raise EmptyPage("nothing but white space")
    return text.removeprefix("\ufeff")


def _refuse_other_kinds(body: bytes) -> None:
    head = body[:4096]
    for magic, kind in _MAGIC:
        if head.lstrip(b" \t\r\n").startswith(magic) or head.startswith(magic):
            raise NotText(f"the bytes are {kind}")
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise NotText("the bytes are a media file")
    if head[4:8] == b"ftyp":
        raise NotText("the bytes are a media file")
    if not _has_bom(head) and _looks_binary(head):
        raise NotText("the bytes are binary")


def _has_bom(head: bytes) -> bool:
    return any(head.startswith(bom) for bom, _ in _BOMS)


def _looks_binary(head: bytes) -> bool:
    if _wide_guess(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > len(head) * 0.05 or head.count(0) > len(head) * 0.3


def _wide_guess(head: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a NUL in nearly every second byte, always on the same side."""
    half = len(head) // 2
    if half < 8:
        return None
    if head[1::2].count(0) > half * 0.7 and head[::2].count(0) < half * 0.05:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return None


def _decode(body: bytes, stated: str | None) -> str:
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body.decode(name, errors="replace")
    wide = _wide_guess(body[:4096])
    if wide:
        return body.decode(wide, errors="replace")
    return _decode_narrow(body, [stated, _written_in(body)])


def _decode_narrow(body: bytes, named: list[str | None]) -> str:
    for name in [*(_known(label) for label in named), "utf-8"]:
        if name is not None:
            try:
                return body.decode(name)
            except (UnicodeDecodeError, ValueError):
                continue
    return _decode_mixed(body) or _decode_unnamed(body)


def _written_in(body: bytes) -> str | None:
    found = _XML_ENCODING.match(body[:400]) or _META_CHARSET.search(body[:8192])
    return found[1].decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    try:
        name = codecs.lookup((label or "").strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if not codecs.lookup(name)._is_text_encoding or name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")):
        return None  # what we read as single bytes cannot be wide; such a label is a known mistake
    return _SUPERSETS.get(name, name)


_STRAY = re.compile(rb"[\x80-\xff]+")


def _decode_mixed(body: bytes) -> str | None:
    """UTF-8 with some bytes of another encoding pasted in: keep the one, read the rest as Windows-1252."""
    text = body.decode("utf-8", errors="surrogateescape")
    strays = sum("\udc80" <= c <= "\udcff" for c in text)
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if strays * 4 > high:
        return None
    return re.sub("[\udc80-\udcff]+", _as_windows, text)


def _as_windows(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace")


def _decode_unnamed(body: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    visible = re.sub(rb"<[^<>]*>|\s+", b" ", body[:200_000])
    lines = [m[0] for m in re.finditer(rb"[^\n]{0,40}[\x80-\xff][^\n]{0,40}", visible)][:200]
    best = from_bytes(b"\n".join(lines)).best() if lines else None
    return body.decode(best.encoding if best else "cp1252", errors="replace")
