"""Golden cases: a folder holds a page, what is known of its address, and the report (or the error) to expect.

`page.html`, `page.txt`, `page.md` or `page.bin` is the page; `page.json`, where there is one, holds `url`, `charset`
and `today`; `expected.json` holds fields of the report to compare, `error.json` the code of the error instead.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from musterroll.extract import extract_report
from musterroll.records import Page, Report

CASES = Path(__file__).parents[1] / "golden" / "extract"
_FORMS = {".html": "html", ".txt": "text", ".md": "text", ".bin": "html"}
_PLAIN = (
    "title", "byline", "agency", "dateline", "published", "modified", "language", "url", "outlet", "section",
    "opinion", "credits", "standing",
)  # fmt: skip


def case_folders() -> list[Path]:
    """Return the folders of all cases, in the order of their names."""
    return sorted(folder for folder in CASES.iterdir() if folder.is_dir())


def extract_case(folder: Path) -> Report:
    """Return the report of a case's page."""
    file = next(folder.glob("page.[!j]*"))
    stated = json.loads((folder / "page.json").read_text("utf-8")) if (folder / "page.json").exists() else {}
    page = Page(file.read_bytes(), file.name, _FORMS[file.suffix], stated.get("url"), stated.get("charset"))
    return extract_report(page, today=date.fromisoformat(stated["today"]) if "today" in stated else None)


def fields_of(report: Report) -> dict[str, Any]:
    """Return a report as plain JSON values: its fields, its blocks by kind, its sentences."""
    fields = asdict(report)
    shown = {name: json.loads(json.dumps(fields[name])) for name in _PLAIN}
    shown["standfirst"] = report.standfirst
    shown["captions"] = list(report.block_texts("caption"))
    shown["headings"] = list(report.block_texts("heading"))
    shown["paragraphs"] = list(report.block_texts("paragraph"))
    shown["sentences"] = [span.of(report.text) for span in report.sentences]
    return shown
