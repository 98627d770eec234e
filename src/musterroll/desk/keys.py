"""Ids in addresses: those of places and of words hold colons and spaces, and some a slash."""


class Key:
    """An id: anything. Django quotes and unquotes it; a slash, which no server gives back quoted, is written "~2F"."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        """Return the id."""
        return value.replace("~2F", "/").replace("~7E", "~")

    def to_url(self, value: str) -> str:
        """Return the id for an address."""
        return value.replace("~", "~7E").replace("/", "~2F")
