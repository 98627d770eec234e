"""What people said beside the evidence, in order, and what it changed."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.changes import DERIVED, notice_lines
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import change_words, judgement_words
from musterroll.pipeline.forms import judgement_form, notice_form
from musterroll.records import Judgement, Notice

COLUMNS = (
    "kind", "id", "at", "by", "deed", "subject_kind", "subject", "why", "what", "before", "after", "cause",
)  # fmt: skip


def document_of(subject: str | None = None) -> Document:
    """Return all judgements and notices, or those on one subject, in all three forms."""
    judgements, notices = ledger.judgements(subject), ledger.notices(subject)
    return Document(
        lines=lambda: lines_of(judgements, notices),
        form=lambda: {
            "judgements": [judgement_form(judgement) for judgement in judgements],
            "notices": [notice_form(notice) for notice in notices],
        },
        columns=COLUMNS,
        rows=lambda: rows_of(judgements, notices),
    )


def lines_of(judgements: Sequence[Judgement], notices: Sequence[Notice]) -> Iterator[Text]:
    """Yield each judgement, and under it what it changed; then what judgements on other things changed here."""
    if not judgements and not notices:
        yield Text("no judgement", style="dim")
    told = [notice for notice in notices if notice.subject_kind in DERIVED]
    for judgement in judgements:
        yield Text(f"{judgement.at}  {judgement_words(judgement)}", style="bold")
        for notice in (each for each in told if each.cause == judgement.id):
            yield from notice_lines(notice)
    known = {judgement.id for judgement in judgements}
    for notice in (each for each in told if each.cause not in known):
        yield Text(f"by judgement {notice.cause}", style="dim")
        yield from notice_lines(notice)


def rows_of(judgements: Sequence[Judgement], notices: Sequence[Notice]) -> Iterator[list[object]]:
    """Yield a row for each judgement, then one for each notice."""
    for each in judgements:
        what = "; ".join(f"{field}={value}" for field, value in each.what)
        acted = (each.at, each.by, each.deed, each.subject_kind, each.subject, each.why, what)
        yield ["judgement", each.id, *acted, each.before, "", ""]
    for notice in notices:
        before, after = change_words(notice)
        changed = ("", "", "", notice.subject_kind, notice.subject, "", "")
        yield ["notice", notice.id, *changed, before, after, notice.cause]
