"""The desk's words in Arabic."""

import re
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s")


def test_every_word_is_translated_and_compiled(root: Path) -> None:
    """The catalogue has every word of the desk in Arabic, and the file that is read at run time is that catalogue."""
    done = subprocess.run([sys.executable, "tools/messages.py", "check"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_placeholders_are_kept(root: Path) -> None:
    """A translation has the placeholders of its original; only the forms for none, one and two may do without."""
    path = root / "src" / "musterroll" / "desk" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="ar")
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert sorted(PLACEHOLDER.findall(message.id)) == sorted(PLACEHOLDER.findall(str(message.string)))
        elif message.id:
            wanted = sorted(PLACEHOLDER.findall(message.id[1]))
            for place, form in enumerate(message.string):
                assert sorted(PLACEHOLDER.findall(form)) == wanted or (place < 3 and not PLACEHOLDER.findall(form))
