"""Training text: authored reports in their compact form, and reports in gold form (JSONL)."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musterroll.records import Amount, Attribution, Claim, CorpusError, Part, Quantity, Span
from musterroll.training.authored import compile_authored

CHECK_SHARE = 10


@dataclass(frozen=True)
class GoldReport:
    """A report with the claims that people read from it; spans are code points of `text`."""

    id: str
    text: str
    published: str | None
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]


def sentence_of(sentences: Sequence[Span], at: int) -> int:
    """Return the index of the sentence that holds a code point; the nearest one before where none does."""
    return max((n for n, span in enumerate(sentences) if span.start <= at), default=0)


def optional_span(value: list[int] | None) -> Span | None:
    """Return a span for [start, end], None for None."""
    return Span(*value) if value else None


def gold_claim(report: str, sentences: Sequence[Span], raw: dict[str, Any]) -> Claim:
    """Turn one claim of a gold file into a record."""
    strength = raw.get("strength")
    return Claim(
        report=report,
        type=raw["type"],
        trigger=Span(*raw["trigger"]),
        sentence=sentence_of(sentences, raw["trigger"][0]),
        parts=tuple(Part(role, Span(start, end)) for role, start, end in raw["parts"]),
        polarity=raw["polarity"],
        modality=raw["modality"],
        attribution=Attribution(
            kind=raw["source_kind"],
            source=optional_span(raw["source"]),
            cue=optional_span(raw.get("cue")),
            relay=optional_span(raw.get("relay")),
        ),
        reader="gold",
        strength=Quantity(strength["min"], strength["max"], bool(strength.get("approximate"))) if strength else None,
        amount=Amount(**raw["amount"]) if raw.get("amount") else None,
    )


def gold_report(raw: dict[str, Any]) -> GoldReport:
    """Turn one line of a gold file into a record."""
    sentences = tuple(Span(*span) for span in raw["sentences"])
    claims = tuple(gold_claim(raw["id"], sentences, claim) for claim in raw["claims"])
    return GoldReport(raw["id"], raw["text"], raw.get("published"), sentences, claims)


def load_gold(path: Path) -> list[GoldReport]:
    """Read reports in gold form, one a line.

    Raises CorpusError that names every line that does not hold.
    """
    reports, errors = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            reports.append(gold_report(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            errors.append(f"{path}:{number}: {type(error).__name__}: {error}")
    if errors:
        raise CorpusError("\n".join(errors))
    return reports


def load_authored(path: Path) -> list[GoldReport]:
    """Compile a file of authored reports; raises CorpusError that names every error."""
    raw, errors = compile_authored(path)
    if errors:
        raise CorpusError("\n".join(errors))
    return [gold_report(report) for report in raw]


def is_check(report: str) -> bool:
    """Say whether a report is kept out, by its id alone, so that it stays so as the corpus grows."""
    return int(hashlib.sha256(report.encode()).hexdigest(), 16) % CHECK_SHARE == 0


def load_corpus(
    folder: Path, patterns: Sequence[str] = ("authored/*.txt", "*.jsonl")
) -> tuple[list[GoldReport], list[GoldReport]]:
    """Return (training, check) reports of a corpus folder: about one authored report in ten is kept out as a check."""
    training: list[GoldReport] = []
    check: list[GoldReport] = []
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        if path.suffix == ".jsonl":
            training += load_gold(path)
            continue
        for report in load_authored(path):
            (check if is_check(report.id) else training).append(report)
    if not training:
        raise CorpusError(f"{folder}: no reports in {', '.join(patterns)}")
    return training, check
