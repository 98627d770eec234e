"""From gold reports to rows of pieces with the tags that a network should give."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from musterroll.read.labels import ROLE_TAGS, SPEAKER_TAGS, TRIGGER_TAGS
from musterroll.read.pieces import Pieces, Row, mark_in_report, pack_windows, split_pieces
from musterroll.records import MODALITIES, POLARITIES, SOURCE_KINDS, Claim, Span
from musterroll.training.corpus import GoldReport

IGNORED = -100


@dataclass(frozen=True)
class TriggerExample:
    """A window with one trigger tag for each asked word."""

    row: Row
    tags: tuple[int, ...]


@dataclass(frozen=True)
class ClaimExample:
    """A marked sentence with its role and speaker tags and its classes."""

    row: Row
    roles: tuple[int, ...]
    speakers: tuple[int, ...]
    polarity: int
    modality: int
    kind: int


def tag_words(words: Sequence[Span], named: Iterable[tuple[str, Span]], tags: Sequence[str]) -> list[int]:
    """Return a BIO tag a word for spans with names; where spans overlap, the first given keeps its words."""
    row = [0] * len(words)
    for name, span in named:
        hit = [n for n, word in enumerate(words) if word.start < span.end and span.start < word.end]
        if not hit or any(row[n] for n in hit):
            continue
        row[hit[0]] = tags.index(f"B-{name}")
        for n in hit[1:]:
            row[n] = tags.index(f"I-{name}")
    return row


def report_pieces(tokenizer: Tokenizer, report: GoldReport) -> list[Pieces]:
    """Cut every sentence of a report into pieces."""
    return [split_pieces(tokenizer, report.text, span) for span in report.sentences]


def trigger_examples(pieces: Sequence[Pieces], claims: Sequence[Claim], room: int) -> list[TriggerExample]:
    """Make pass 1's examples of one report, packed into windows of at most `room` pieces."""
    named = [(claim.type, claim.trigger) for claim in claims]
    return [TriggerExample(row, tuple(tag_words(row.words, named, TRIGGER_TAGS))) for row in pack_windows(pieces, room)]


def claim_example(pieces: Sequence[Pieces], claim: Claim) -> ClaimExample:
    """Make pass 2's example of one gold claim."""
    row = mark_in_report(pieces, claim.sentence, claim.trigger, claim.type)
    parts = sorted(((part.role, part.span) for part in claim.parts), key=lambda item: item[1].start - item[1].end)
    speech = claim.attribution
    spoken = [(name, span) for name in ("source", "cue", "relay") if (span := getattr(speech, name))]
    inside = Span(pieces[claim.sentence].words[0].start, pieces[claim.sentence].words[-1].end)
    roles = tag_words(row.words, parts, ROLE_TAGS)
    return ClaimExample(
        row=row,
        roles=tuple(
            tag if inside.start <= word.start < inside.end else IGNORED
            for tag, word in zip(roles, row.words, strict=True)
        ),
        speakers=tuple(tag_words(row.words, spoken, SPEAKER_TAGS)),
        polarity=POLARITIES.index(claim.polarity),
        modality=MODALITIES.index(claim.modality),
        kind=SOURCE_KINDS.index(speech.kind),
    )
