"""What comes from elsewhere and is shown here: addresses lead to the web alone, and no letters turn the page round."""

import re
from urllib.parse import urlsplit

from jinja2 import Template

SCHEMES = ("http", "https")
NO_ADDRESS = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
# Marks that run what follows the other way, to the end of a line: in a name they would turn the words beside it.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TURNED = re.compile(f"[{TURNING}]")
TYPED_OR_TURNED = re.compile(rf"(<textarea\b[^>]*>.*?</textarea>|<input\b[^>]*>)|[{TURNING}]", re.S)


def web_address(url: str | None) -> str | None:
    """Return an address if a browser that opens it asks the web; None for any other, "javascript:" and "file:" too."""
    if not url or NO_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in SCHEMES and parts.netloc else None


def straightened(page: str) -> str:
    """Return a page without marks that turn its direction; what somebody typed stays in its field as it is."""
    if not any(mark in page for mark in TURNING):  # far faster than a pattern, and true of nearly every page
        return page
    return TYPED_OR_TURNED.sub(lambda found: found[1] or "", page)


class Straight(Template):
    """A template whose pages run as the language says, whatever names they hold."""

    def render(self, *args: object, **kwargs: object) -> str:
        """Return the page."""
        return straightened(super().render(*args, **kwargs))
