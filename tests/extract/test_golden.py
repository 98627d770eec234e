"""Every golden folder gives the report, or the error, that it expects."""

import json
from pathlib import Path

import pytest

from musterroll.records.errors import PageError
from tests.extract.golden import case_folders, extract_case, fields_of

FOLDERS = case_folders()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_page_gives_what_its_folder_expects(folder: Path) -> None:
    """The report has every field that expected.json names, or the page is refused with error.json's code."""
    if (folder / "error.json").exists():
        with pytest.raises(PageError) as refused:
            extract_case(folder)
        assert refused.value.code == json.loads((folder / "error.json").read_text("utf-8"))["code"]
        assert str(refused.value)
        return
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    fields = fields_of(extract_case(folder))
    assert {name: fields[name] for name in expected} == expected


def test_there_are_many_kinds_of_page() -> None:
    """At least 25 kinds of page have a golden folder, and each holds one expectation."""
    assert len(FOLDERS) >= 25
    assert all((f / "expected.json").exists() != (f / "error.json").exists() for f in FOLDERS)
