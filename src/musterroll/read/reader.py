"""The reader: two passes over a report's sentences, then the small grammars."""

from collections.abc import Sequence
from pathlib import Path

from musterroll.read.attribution import read_attribution
from musterroll.read.coreference import resolve_claims
from musterroll.read.counted import with_counts
from musterroll.read.decoding import class_of
from musterroll.read.denials import with_denied, with_polarity
from musterroll.read.gate import pass_gate
from musterroll.read.money import normalise_amount
from musterroll.read.networks import MODEL_FOLDER, ClaimLogits, Networks, load_networks
from musterroll.read.parts import read_parts
from musterroll.read.persons import with_roles
from musterroll.read.pieces import Row, mark_in_report, split_pieces
from musterroll.read.strength import normalise_strength
from musterroll.read.times import normalise_time
from musterroll.read.triggers import Trigger, find_triggers
from musterroll.records import MODALITIES, POLARITIES, Claim, Part, Quantity, Report, Span


def read_claims(
    report: Report, model: Path = MODEL_FOLDER, threads: int | None = None, gated: bool = True
) -> list[Claim]:
    """Read the claims of a report, in text order, on `threads` threads (None: MUSTERROLL_THREADS, or every core).

    Those that are not about armed forces are left out (`read/gate.py`), unless it is not `gated`. Source:
    `docs/claims.md`. Raises ModelError where the model cannot be loaded; a report in which nothing is a claim gives an
    empty list.
    """
    networks = load_networks(model, threads)
    sentences = [split_pieces(networks.tokenizer, report.text, span) for span in report.sentences]
    triggers = with_denied(report, find_triggers(networks, sentences))
    rows = [mark_in_report(sentences, found.sentence, found.span, found.type) for found in triggers]
    described = networks.describe(rows)
    claims = [
        claim
        for trigger, row, logits in zip(triggers, rows, described, strict=True)
        if (claim := build_claim(report, networks, trigger, row, logits)).parts
    ]
    resolved = resolve_claims(report, sorted(claims, key=lambda claim: claim.trigger))
    found = [with_roles(report, with_polarity(report, claim)) for claim in resolved]
    return list(pass_gate(report, found).claims) if gated else found


def build_claim(report: Report, networks: Networks, trigger: Trigger, row: Row, logits: ClaimLogits) -> Claim:
    """Put one claim together from pass 2's logits and the grammars."""
    sentence = report.sentences[trigger.sentence]
    parts = read_parts(report.text, row, logits, sentence, trigger.span)
    parts = with_counts(report.text, trigger.type, parts, sentence)
    return Claim(
        report=report.id,
        type=trigger.type,
        trigger=trigger.span,
        sentence=trigger.sentence,
        parts=parts,
        polarity=class_of(logits.polarity, POLARITIES),
        modality=class_of(logits.modality, MODALITIES),
        attribution=read_attribution(report.text, row, logits),
        reader=networks.version,
        strength=first_figure(report.text, parts),
        amount=normalise_amount(words) if (words := first_words(report.text, parts, "amount")) else None,
        time=normalise_time(words, report.published.day if report.published else None)
        if (words := first_words(report.text, parts, "time"))
        else None,
        score=round(trigger.score, 4),
    )


def first_figure(text: str, parts: Sequence[Part]) -> Quantity | None:
    """Return the bounds of the first strength that states a figure; "altogether" and "a maximum of" alone do not."""
    figures = (normalise_strength(part.span.of(text)) for part in parts if part.role == "strength")
    return next((figure for figure in figures if figure), None)


def first_words(text: str, parts: Sequence[Part], role: str) -> str | None:
    """Return the words of the first part in a role."""
    span: Span | None = next((part.span for part in parts if part.role == role), None)
    return span.of(text) if span else None
