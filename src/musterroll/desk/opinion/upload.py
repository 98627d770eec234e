"""Uploads: held in memory alone, and cut off where they are too large, so that what was typed beside them stays."""

from collections.abc import Mapping
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from musterroll.desk.opinion.manuscripts import MOST_BYTES

MOST_SENT = 10_000_000


class Capped(FileUploadHandler):
    """Keeps one file of at most MOST_BYTES; a larger one is read past and left out, and the request says so."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: Mapping[str, str],  # noqa: N803
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Refuse at once what is far too large to read past."""
        if content_length > MOST_SENT:
            raise RequestDataTooBig("the request is larger than any form")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.parts: list[bytes] = []
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or leave the file out."""
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.parts.clear()
            self.request.META[TOO_LARGE] = "1"  # type: ignore[union-attr]
            raise SkipFile
        self.parts.append(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Give the whole file."""
        return SimpleUploadedFile(self.file_name or "file", b"".join(self.parts)) if self.size else None


TOO_LARGE = "musterroll.upload_too_large"


def was_too_large(request: HttpRequest) -> bool:
    """Say whether a file was left out because it was too large."""
    return TOO_LARGE in request.META
