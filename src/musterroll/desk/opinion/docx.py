"""Word files (.docx): looked through before they are opened, and refused where there is more in them than text."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from xml.parsers import expat

import mammoth
from django.utils.translation import gettext_lazy as _

from musterroll.records import UploadRefused

MOST_PARTS, MOST_BYTES, MOST_ELEMENTS, DEEPEST = 300, 8_000_000, 60_000, 100
READ = re.compile(r"\.(?:xml|rels)\Z", re.I)
MACROS = re.compile(r"vba|macro", re.I)
OBJECTS = re.compile(
    r"(?:^|/)(?:embeddings|activex|oleobject|externallinks|customui)(?:/|\d|\.)|\.(?:bin|exe|dll|js|vbs|ole|docm|dotm)\Z",
    re.I,
)
NO_WORD = _("This is no Word file that can be read. Save it anew as .docx, or send the text.")
TOO_MUCH = _("This Word file holds far more than it seems to: it is not opened. Send the text itself.")
WITH_MACROS = _("This Word file holds macros. Save it as .docx without macros.")
WITH_OBJECTS = _("This Word file holds embedded objects. Take them out: only text is taken.")
FROM_ELSEWHERE = _("This Word file loads something from elsewhere (a template or an object). Only text is taken.")
LOCKED = _("This Word file has a password. Save it without one.")


def html_of(body: bytes) -> str:
    """Return a Word file's text as HTML, not cleaned yet. Raises UploadRefused."""
    seen = looked_through(body)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(seen), convert_image=mammoth.images.img_element(no_picture), include_embedded_style_map=False
        )
    except Exception as error:  # a reader of files made by anybody: whatever it stumbles over, the file is no good
        raise UploadRefused(NO_WORD) from error
    return str(made.value)


def no_picture(image: object) -> dict[str, str]:
    """Leave a picture's bytes unread."""
    return {}


def looked_through(body: bytes) -> bytes:
    """Return a .docx with the parts alone that were looked through: any other name may be what its contents refer to.

    Raises UploadRefused where a file is no .docx, or holds macros, objects, references elsewhere or a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            check_names(archive.infolist())
            return packed(checked_parts(archive))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UploadRefused(NO_WORD) from error


def check_names(parts: list[zipfile.ZipInfo]) -> None:
    """Raise UploadRefused for what the list of parts alone gives away."""
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES or len(set(names)) < len(names):
        raise UploadRefused(TOO_MUCH)
    if any(part.flag_bits & 1 for part in parts):
        raise UploadRefused(LOCKED)
    if any(MACROS.search(name) for name in names):
        raise UploadRefused(WITH_MACROS)
    if any(OBJECTS.search(name) for name in names):
        raise UploadRefused(WITH_OBJECTS)
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise UploadRefused(_("This is an archive, and no Word file. Send the text itself."))


def checked_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that are read, by name; raises UploadRefused for what they hold."""
    look = Look()
    for part in archive.infolist():
        if READ.search(part.filename):
            xml = archive.read(part)
            look.through(xml)
            yield part.filename, xml


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return parts as an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, xml in parts:
            archive.writestr(name, xml)
    return made.getvalue()


class Look:
    """Goes through XML: no definitions (they can grow without end), no great depth, nothing from elsewhere."""

    def __init__(self) -> None:
        self.depth = self.elements = 0

    def through(self, xml: bytes) -> None:
        """Look through one part; raises UploadRefused."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        self.depth = 0
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise UploadRefused(NO_WORD) from error

    def doctype(self, *_: object) -> None:
        """Refuse a part with definitions of its own."""
        raise UploadRefused(TOO_MUCH)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element, and look at where it refers to."""
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise UploadRefused(TOO_MUCH)
        for why in faults(name.rpartition(":")[2], attributes):
            raise UploadRefused(why)

    def end(self, name: str) -> None:
        """Leave an element."""
        self.depth -= 1


def faults(name: str, attributes: dict[str, str]) -> Iterator[object]:
    """Yield why an element is not taken."""
    if name == "Relationship" and attributes.get("TargetMode") == "External":
        if not attributes.get("Type", "").endswith("/hyperlink"):
            yield FROM_ELSEWHERE
    elif name in ("Override", "Default") and MACROS.search(attributes.get("ContentType", "")):
        yield WITH_MACROS
    elif name in ("OLEObject", "control"):
        yield WITH_OBJECTS
    elif name == "altChunk":
        yield FROM_ELSEWHERE
