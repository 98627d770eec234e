"""The two calls that a notebook needs.

The rooms are imported here, before the package binds `extract` and `read` to these functions: a room that is imported
later would take its name back.
"""

from musterroll.extract import extract_report
from musterroll.pipeline.row import READ_LANGUAGES
from musterroll.read import read_claims
from musterroll.records import Claim, Page, Report, UnreadLanguage


def extract(html: str | bytes, url: str | None = None) -> Report:
    """Extract the report on a page of HTML.

    `html` is the page as bytes (its encoding is found out) or as text; `url` its address, which helps with dates,
    outlet and links. Returns a Report: its `text` in code points, with `blocks` and `sentences` as spans into it.
    Raises PageError, and no other error, where the page is no report: EmptyPage, NotText, NoArticle, LoginWall, …
    Source: the page alone.
    """
    body = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    charset = "utf-8" if isinstance(html, str) else None
    return extract_report(Page(body=body, name=url or "page", media_type="html", url=url, charset=charset))


def read(report: Report) -> list[Claim]:
    """Read the claims of a report, in text order.

    Each claim is one thing that one source is reported to say about an armed force; a report that is not about armed
    forces gives none. Parts are spans (code points of `report.text`), a claim's strength counts persons or units, its
    time is days. Raises UnreadLanguage where the report is in a language that the reader does not know, ModelError
    where the model cannot be loaded.
    Source: `docs/claims.md`.
    """
    if report.language not in READ_LANGUAGES:
        raise UnreadLanguage(f"not read: {report.language}")
    return read_claims(report)
