"""What an installation brings with it."""

import re
from importlib.metadata import requires


def test_what_lxml_gave_up_is_asked_for_by_name() -> None:
    """Reading pages leans on lxml's cleaner, which newer lxml no longer brings: without it pages lose their text."""
    names = {re.split(r"[^A-Za-z0-9-]", line)[0] for line in requires("musterroll") or () if "extra ==" not in line}
    assert "lxml-html-clean" in names
