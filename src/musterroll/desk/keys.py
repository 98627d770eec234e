"""Ids in addresses: those of places and of words hold colons and spaces."""


class Key:
    """An id: anything without a slash; Django quotes and unquotes it."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        """Return the id."""
        return value

    def to_url(self, value: str) -> str:
        """Return the id for an address."""
        return value
