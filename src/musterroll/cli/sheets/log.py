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
    """Return all judgements and notices, or those that are about one subject, in all three forms."""
    judgements, notices = on_subject(subject) if subject else (ledger.judgements(), ledger.notices())
    return Document(
        lines=lambda: lines_of(judgements, notices),
        form=lambda: {
            "judgements": [judgement_form(judgement) for judgement in judgements],
            "notices": [notice_form(notice) for notice in notices],
        },
        columns=COLUMNS,
        rows=lambda: rows_of(judgements, notices),
    )


def on_subject(subject: str) -> tuple[Sequence[Judgement], Sequence[Notice]]:
    """Return the judgements on a subject with all that they changed, and those that changed it."""
    changed = ledger.notices(subject)
    causes = {notice.cause for notice in changed}
    said = [each for each in ledger.judgements() if each.subject == subject or each.id in causes]
    told = [notice for each in said if each.subject == subject for notice in ledger.notices(cause=each.id)]
    return said, tuple(dict.fromkeys((*told, *changed)))


def lines_of(judgements: Sequence[Judgement], notices: Sequence[Notice]) -> Iterator[Text]:
    """Yield each judgement, and under it what it changed."""
    if not judgements:
        yield Text("no judgement", style="dim")
    for judgement in judgements:
        yield Text(f"{judgement.at}  {judgement_words(judgement)}", style="bold")
        for notice in notices:
            if notice.cause == judgement.id and notice.subject_kind in DERIVED:
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
