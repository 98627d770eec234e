"""Invented reports and claims, made in a line each."""

from musterroll.records import Attribution, Claim, Moment, Part, Quantity, Report, Span


def report(
    name: str, *sentences: str, day: str | None = "2021-03-25", outlet: str | None = None, **known: object
) -> Report:
    """Return a report of some sentences."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    moment = Moment(day, "stated") if day else None
    return Report(
        name, "1", " ".join(sentences), (), tuple(spans), "en", given_id=name, published=moment,
        outlet=outlet or f"The {name.title()}", **known,  # type: ignore[arg-type]
    )  # fmt: skip


def claim(
    of: Report, trigger: str, type_: str = "movement", source: str | None = None, kind: str = "outlet", relay: str | None = None,
    count: Quantity | None = None, modality: str = "actual", polarity: str = "positive", sentence: int = 0, **parts: str,
) -> Claim:  # fmt: skip
    """Return a claim on the first place of its words in the report; `from_` is the role "from"."""

    def span(words: str) -> Span:
        start = of.text.index(words, of.sentences[sentence].start)
        return Span(start, start + len(words))

    return Claim(
        report=of.id, type=type_, trigger=span(trigger), sentence=sentence,
        parts=tuple(Part(role.rstrip("_"), span(words)) for role, words in parts.items()),
        polarity=polarity, modality=modality, reader="test", strength=count,
        attribution=Attribution(kind, span(source) if source else None, None, span(relay) if relay else None),
    )  # fmt: skip
