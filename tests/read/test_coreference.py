"""Short forms are resolved to earlier words of the same report, or not at all."""

import pytest

from musterroll.read.coreference import is_short, resolve_claims
from musterroll.records import Attribution, Block, Claim, Part, Report, Span

TEXT = (
    "Syrian soldiers in the pay of Damascus are leaving Homs for Libya. "
    "Their officers have not paid them, two sources said. "
    "The same sources said that the soldiers liked the oil rich nation. "
    "The Wagner Group denied it, and the group said that its men were fleeing their country."
)


def at(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """Return the span of the nth place of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def report_of(text: str = TEXT) -> Report:
    """Make a report of one paragraph; every full stop ends a sentence."""
    sentences, start = [], 0
    for sentence in text.split(". "):
        sentences.append(Span(start, start + len(sentence)))
        start += len(sentence) + 2
    return Report("p", "x", text, (Block("paragraph", Span(0, len(text))),), tuple(sentences), "en")


def claim_of(sentence: int, *parts: tuple[str, Span], source: Span | None = None) -> Claim:
    """Make a claim with parts and perhaps a source."""
    speech = Attribution("unnamed-person", source) if source else Attribution("outlet")
    made = tuple(Part(role, span) for role, span in parts)
    return Claim("r", "pay", made[0].span, sentence, made, "positive", "actual", speech, "x")


def resolved(*claims: Claim) -> dict[str, str | None]:
    """Return what each part and source of the claims was resolved to."""
    found: dict[str, str | None] = {}
    for claim in resolve_claims(report_of(), claims):
        found |= {part.span.of(TEXT): part.resolved for part in claim.parts}
        if claim.attribution.source:
            found[claim.attribution.source.of(TEXT)] = claim.attribution.resolved
    return found


SUBJECT = claim_of(0, ("force", at("Syrian soldiers")), ("by", at("Damascus")), ("from", at("Homs")))


def test_a_plural_pronoun_means_what_the_sentence_before_is_about() -> None:
    """ "them" means the soldiers, who open the sentence before, and not Damascus."""
    assert resolved(SUBJECT, claim_of(1, ("force", at("them"))))["them"] == "Syrian soldiers"


def test_the_same_sources_are_the_sources_before() -> None:
    """ "same sources" means the speaker, never the force."""
    first = claim_of(1, ("force", at("them")), source=at("two sources"))
    again = claim_of(2, ("force", at("soldiers", 2)), source=at("same sources"))
    found = resolved(SUBJECT, first, again)
    assert found["same sources"] == "two sources"
    assert found["soldiers"] == "Syrian soldiers"


def test_a_nation_is_the_last_country_named() -> None:
    """ "the oil rich nation" means Libya."""
    assert resolved(claim_of(2, ("place", at("oil rich nation"))))["oil rich nation"] == "Libya"


def test_their_country_needs_a_demonym_in_its_sentence() -> None:
    """With no demonym in the sentence, whose country it is stays unsaid."""
    assert resolved(claim_of(3, ("from", at("their country"))))["their country"] is None


def test_the_group_is_the_named_body() -> None:
    """ "the group" means the body named in its sentence; without "the" nothing is resolved."""
    named = claim_of(3, ("by", at("Wagner Group")))
    assert resolved(named, claim_of(3, ("by", at("group"))))["group"] == "Wagner Group"


def test_nothing_before_means_nothing() -> None:
    """A pronoun that opens a report stays unresolved."""
    assert resolved(claim_of(0, ("force", at("Syrian soldiers"))))["Syrian soldiers"] is None
    assert resolved(claim_of(1, ("force", at("them"))))["them"] is None


@pytest.mark.parametrize("words", ["they", "its", "the group"[4:], "oil rich nation", "same sources", "soldiers"])
def test_short_forms_are_known(words: str) -> None:
    """These words can stand for something named before."""
    assert is_short(words)


@pytest.mark.parametrize("words", ["Syrian soldiers", "Wagner Group", "Libya", "coalition led by a former affiliate"])
def test_names_are_no_short_forms(words: str) -> None:
    """Words that name somebody are not resolved."""
    assert not is_short(words)
