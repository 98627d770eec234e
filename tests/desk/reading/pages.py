"""What tests of the public pages share: an answer as text, and the addresses of lists."""

from typing import Any

from django.test import Client


def body(response: Any) -> str:
    """Return an answer's text, streamed or not; the test fails where it is no answer."""
    assert response.status_code == 200, response.status_code
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode()


def page(client: Client, address: str, **fields: str) -> str:
    """Return the page at an address."""
    return body(client.get(address, fields))
