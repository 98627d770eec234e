"""Who is who, and how many claims and findings name them."""

from collections.abc import Iterator, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import plain, plural
from musterroll.ledger import ActorLine
from musterroll.pipeline.forms import actor_form
from musterroll.reference.packs import Actor

COLUMNS = ("id", "name", "kind", "country", "side", "claims", "findings", "merged_into")


def document_of(everyone: bool) -> Document:
    """Return the actors that a claim names or that were merged, or everyone, in all three forms."""
    known, lines = ledger.packs().actors, everyone_of(ledger.packs().actors)
    shown = [line for line in lines if everyone or line.claims or line.into]
    return Document(
        lines=lambda: lines_of(shown, known, len(lines) - len(shown)),
        form=lambda: [actor_form(line, known.get(line.id)) for line in shown],
        columns=COLUMNS,
        rows=lambda: ([actor_form(line, known.get(line.id))[column] for column in COLUMNS] for line in shown),
    )


def everyone_of(known: Mapping[str, Actor]) -> tuple[ActorLine, ...]:
    """Return the actors that the ledger names, then those of the packs that it does not."""
    named = tuple(ledger.actors())
    seen = {line.id for line in named}
    return (*named, *(ActorLine(one.id, one.name, one.kind, 0, 0) for one in known.values() if one.id not in seen))


def lines_of(shown: Sequence[ActorLine], known: Mapping[str, Actor], left: int) -> Iterator[RenderableType]:
    """Yield a table of actors, the most named first, and how many were left out."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("id", "name", "kind", "country", "claims", "findings", "stands for it"):
        table.add_column(column, justify="right" if column in ("claims", "findings") else "left", overflow="fold")
    for line in sorted(shown, key=lambda line: (-line.claims, -line.findings, line.id)):
        actor = known.get(line.id)
        country = (actor.country if actor else None) or ""
        words = (line.id, plain(line.name), line.kind or "", country, f"{line.claims:,}", f"{line.findings:,}")
        table.add_row(*map(Text, words), Text(line.into or ""))
    yield table
    more = f", {left:,} more that no claim names (--all)" if left else ""
    yield Text(plural(len(shown), "actor") + more, style="dim")
