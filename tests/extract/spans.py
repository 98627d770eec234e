"""What holds of every report's spans, whatever page it came from."""

from musterroll.records import Report


def assert_spans_hold(report: Report) -> None:
    """Blocks tile the text in order; sentences lie in order within blocks; both without white space at their ends."""
    text = report.text
    assert text == "".join(text)
    position = 0
    for block in report.blocks:
        assert position <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert not text[position : block.span.start].strip()
        position = block.span.end
    assert not text[position:].strip()
    position = 0
    within = iter(report.blocks)
    block = next(within, None)
    for sentence in report.sentences:
        while block is not None and block.span.end <= sentence.start:
            block = next(within, None)
        assert position <= sentence.start < sentence.end
        assert sentence.of(text) == sentence.of(text).strip()
        assert block is not None and block.span.start <= sentence.start and sentence.end <= block.span.end
        position = sentence.end
    covered = "".join("".join(s.of(text).split()) for s in report.sentences)
    assert covered == "".join(text.split()), "every character of the text is in a sentence"
