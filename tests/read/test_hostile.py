"""Whatever a report holds, reading it gives claims with spans inside it, or none."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.records import MODALITIES, POLARITIES, ROLES, SOURCE_KINDS, TYPES, Page, PageError

WORDS = st.sampled_from(
    "the army rebels killed 300 soldiers in Goma on Monday and fled to Syria , . “ ” ( ) said its men were paid $5 \n\n "
    "\u202bجيش 🪖 a\u0301 \ud800 \x00 dozens of up to since March they withdrew".split(" ")
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_claims_that_fit_it(text: str) -> None:
    """Types, roles and kinds are the guide's; every span is inside the text and every part in its sentence."""
    page = Page(text.encode("utf-8", "surrogatepass"), "x", "record", given=(("published", "2024-05-05"),))
    try:
        report = extract_report(page)
    except PageError:
        return
    for claim in read_claims(report):
        sentence = report.sentences[claim.sentence]
        assert claim.type in TYPES and claim.polarity in POLARITIES and claim.modality in MODALITIES
        assert claim.attribution.kind in SOURCE_KINDS
        assert sentence.start <= claim.trigger.start < claim.trigger.end <= sentence.end
        assert claim.parts, "a claim with no part is no claim"
        for part in claim.parts:
            assert part.role in ROLES
            assert sentence.start <= part.span.start < part.span.end <= sentence.end
        for span in (claim.attribution.source, claim.attribution.cue, claim.attribution.relay):
            assert span is None or 0 <= span.start < span.end <= len(report.text)


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_reading_is_the_same_alone_and_among_others(text: str) -> None:
    """A report's claims do not depend on what was read before it."""
    page = Page(text.encode("utf-8", "surrogatepass"), "x", "record")
    other = Page(b"Rebels killed four soldiers near Goma on Monday.", "y", "record")
    try:
        report = extract_report(page)
    except PageError:
        return
    first = read_claims(report)
    read_claims(extract_report(other))
    assert read_claims(report) == first
