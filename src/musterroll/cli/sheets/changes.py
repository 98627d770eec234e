"""What an act did: the judgement, and every finding and holding that it changed, before → after."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from musterroll.actions import Done
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.finding import Sentences
from musterroll.cli.sheets.wording import change_words, changed_words, judgement_words, plural, quote_words, short
from musterroll.ledger import Seen, noticed
from musterroll.pipeline.forms import judgement_form, notice_form
from musterroll.records import Evidence, Holding, Notice

COLUMNS = ("judgement", "deed", "subject", "by", "at", "why", "changed", "id", "before", "after")
DERIVED = ("finding", "holding")


def document_of(done: Done) -> Document:
    """Return an act and what it changed in all three forms."""
    return Document(
        lines=lambda: lines_of(done),
        form=lambda: {
            "judgement": judgement_form(done.judgement),
            "notices": [notice_form(notice) for notice in done.notices],
        },
        columns=COLUMNS,
        rows=lambda: (cells_of(done, notice) for notice in done.notices),
    )


def lines_of(done: Done) -> Iterator[Text]:
    """Yield the act, then each finding and holding that it changed, before → after."""
    yield Text(judgement_words(done.judgement), style="bold")
    changed = [notice for notice in done.notices if notice.subject_kind in DERIVED]
    yield Text(counted(changed) if changed else "no finding and no holding changed", style="dim")
    for notice in changed:
        yield from notice_lines(notice)


def counted(notices: Sequence[Notice]) -> str:
    """Return "2 findings, 1 holding changed"."""
    kinds = [notice.subject_kind for notice in notices]
    return ", ".join(plural(kinds.count(kind), kind) for kind in DERIVED if kind in kinds) + " changed"


def notice_lines(notice: Notice) -> Iterator[Text]:
    """Yield what changed, as it was and as it is."""
    (before, after), changed = change_words(notice), changed_words(notice)
    yield Text(f"{notice.subject_kind} {short(notice.subject)}{f': {changed}' if changed else ''}")
    yield Text(f"  before  {before}", style="dim")
    yield Text(f"  after → {after}")
    yield from evidence_lines(notice)


def evidence_lines(notice: Notice) -> Iterator[Text]:
    """Yield the sentences that a commitment lost (−) and won (+)."""
    before, after = (evidence_of(seen) for seen in noticed(notice))
    lost, won = {each.claim for each in before}, {each.claim for each in after}
    sentences = Sentences()
    for sign, evidence, claims in (("−", before, lost - won), ("+", after, won - lost)):
        for each in evidence:
            if each.claim in claims:
                yield Text(f"    {sign} {each.stance}: {quote_words(*sentences.of(each.claim))}", style="dim")


def evidence_of(seen: Seen | None) -> tuple[Evidence, ...]:
    """Return the evidence on one side of a notice: that which the other side has not, where there are two."""
    return seen.record.evidence if seen and isinstance(seen.record, Holding) else ()


def cells_of(done: Done, notice: Notice) -> list[object]:
    """Return a notice's cells in the order of COLUMNS."""
    said = done.judgement
    changed = (notice.subject_kind, notice.subject, *change_words(notice))
    return [said.id, said.deed, said.subject, said.by, said.at, said.why, *changed]
