"""Forms as an author fills them in, and files that are hostile. Every text is invented."""

import io
import re
import zipfile
from typing import Any

from django.test import Client

from musterroll.desk.intake.tokens import new_token

WORDS = "The bridge at Newtown should be mended first.\n\nA town without a bridge is *two towns*."
REPORT = "NEWTOWN, 3 May 2021 - The Grey Column has 321 fighters at Newtown, an aide said on Monday."
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def document(inside: str) -> str:
    """Return the main part of a Word file."""
    return f'<?xml version="1.0"?><w:document {NAMES}><w:body>{inside}</w:body></w:document>'


def line(words: str) -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def linking(target: str, kind: str = "hyperlink") -> str:
    """Return the references of a document: one, to elsewhere."""
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{target}" TargetMode="External"/></Relationships>'
    )


def docx(inside: str = "", more: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """Return a Word file; `more` are further parts by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", parts.get("types", CONTENT_TYPES))
        archive.writestr("_rels/.rels", parts.get("relations", RELATIONS))
        archive.writestr("word/document.xml", parts.get("main", document(inside or line("Words of a Word file."))))
        for name, body in (more or {}).items():
            archive.writestr(name, body)
    return made.getvalue()


def filled(kind: str = "opinion", **typed: Any) -> dict[str, Any]:
    """Return a form as an author fills it in."""
    form = {
        "token": new_token(), "title": "Mend the bridge", "byline": "Nora Nobody", "interest": "I live there.",
        "text": WORDS if kind == "opinion" else REPORT, "rights": "1", "act": "send",
    }  # fmt: skip
    return {**form, **typed}


def sent(client: Client, kind: str = "opinion", **typed: Any) -> tuple[str, str]:
    """Send a submission; return its number and the address of its page."""
    answer = client.post(f"/submit/{kind}/", filled(kind, **typed))
    assert answer.status_code == 302, answer.content.decode()
    address = answer["Location"].partition("?")[0]
    return address.split("/")[2], address


def published(client: Client, editor: Client, kind: str = "opinion", **typed: Any) -> tuple[str, str]:
    """Send a submission and have it published."""
    number, address = sent(client, kind, **typed)
    for act in ("accept", "publish"):
        answer = editor.post(f"/editors/submissions/{number}/", {"act": act})
        assert answer.status_code == 302, answer.content.decode()
    return number, address


def tokens_in(page: str) -> dict[str, str]:
    """Return the hidden fields of a form."""
    return dict(re.findall(r'<input type="hidden" name="(token|kept)" value="([^"]*)">', page))
