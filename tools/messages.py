"""Keeps the Arabic catalogue in step with the desk: `update` finds new words, `compile` makes the .mo, `check` fails.

Words come from the templates and from gettext calls in the desk's code. The template domain is Django's.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

DESK = Path(__file__).parent.parent / "src" / "musterroll" / "desk"
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def catalogue_at(language: str) -> Path:
    """Return the path of a language's catalogue."""
    return DESK / "locale" / language / "LC_MESSAGES" / "django.po"


def words_in_use() -> Catalog:
    """Return every word of the desk that is to be translated."""
    found = Catalog(project="musterroll", charset="utf-8")
    for name, _line, words, comments, context in sorted(
        extract_from_dir(str(DESK), METHODS, keywords=KEYWORDS), key=lambda item: (item[0], item[1])
    ):
        found.add(words, None, [(name, 0)], auto_comments=comments, context=context)
    return found


def read(language: str) -> Catalog:
    """Return a language's catalogue, empty where there is none."""
    path = catalogue_at(language)
    if not path.exists():
        return Catalog(locale=language, domain="django", charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=language, domain="django")


def update(language: str) -> None:
    """Add new words to a catalogue, take out those that are gone."""
    catalogue = read(language)
    catalogue.update(words_in_use(), no_fuzzy_matching=True)
    path = catalogue_at(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, omit_header=False, ignore_obsolete=True, sort_output=True, include_lineno=False)
    compile_catalogue(language)


def compiled(language: str) -> bytes:
    """Return a catalogue as the bytes of a .mo file."""
    made = io.BytesIO()
    write_mo(made, read(language))
    return made.getvalue()


def compile_catalogue(language: str) -> None:
    """Write the .mo beside the .po."""
    catalogue_at(language).with_suffix(".mo").write_bytes(compiled(language))


def missing(language: str) -> list[str]:
    """Return the words in use that a catalogue does not translate."""
    catalogue = read(language)
    wanted = (message for message in words_in_use() if message.id)
    return [str(message.id) for message in wanted if not translated(catalogue, message.id, message.context)]


def translated(catalogue: Catalog, words: object, context: str | None) -> bool:
    """Say whether a catalogue has all forms of a message."""
    key = words[0] if isinstance(words, (tuple, list)) else words
    held = catalogue.get(key, context)
    forms = held.string if held and isinstance(held.string, (tuple, list)) else (held.string if held else "",)
    return all(forms)


def main(deed: str) -> int:
    """Do one deed for Arabic; `check` returns 1 where words are missing or the .mo is stale."""
    if deed == "update":
        update("ar")
    elif deed == "compile":
        compile_catalogue("ar")
    lacking = missing("ar")
    for words in lacking:
        print(f"not translated: {words}", file=sys.stderr)
    fresh = catalogue_at("ar").with_suffix(".mo").read_bytes() == compiled("ar")
    return 0 if deed != "check" or (fresh and not lacking) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
