"""What tests of the public pages share: an answer as text, and the addresses of lists."""

from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client


def body(response: HttpResponse | StreamingHttpResponse) -> str:
    """Return an answer's text, streamed or not; the test fails where it is no answer."""
    assert response.status_code == 200, response.status_code
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode()  # type: ignore[arg-type]


def page(client: Client, address: str, **fields: str) -> str:
    """Return the page at an address."""
    return body(client.get(address, fields))
