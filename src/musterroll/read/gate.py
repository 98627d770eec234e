"""The gate: a claim is about an armed force, so something in it or in its report must be about armed forces.

The networks were trained on reports of war and take other reports for such: a car is supplied, a swimmer beaten. The
gate looks at words alone (`reference/data/armed_words.csv`), so that everybody can see why a claim did not pass.
Figures, and what else was tried: `docs/decisions/0006-a-gate-of-words.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from musterroll.records import Claim, Report
from musterroll.reference import armed_words

DENSE = 8 / 1000  # armed words in all words; the thinnest newspaper report of war that was measured has twice that
DIFFERENT = 3  # so many different words of arms and fighting speak of war where no force is named
LIKELY = 0.7
NEARLY_SURE = 0.97


@dataclass(frozen=True)
class Passed:
    """The claims of a report that passed, in text order; how many did not; whether the report is about armed forces."""

    claims: tuple[Claim, ...]
    left_out: int
    about: bool

    @property
    def reason(self) -> str | None:
        """What was left out and why, in words; None where there is nothing to say."""
        if self.about or (self.claims and not self.left_out):
            return None
        total = self.left_out + len(self.claims)
        counted = f"{self.left_out} of {total} claims left out" if total else "no claims"
        return f"not about armed forces: {counted}"


def pass_gate(report: Report, claims: Sequence[Claim]) -> Passed:
    """Return which claims of a report pass.

    All do where the report is about armed forces. Where it only has an armed word or two, those do whose own sentence
    has one, or of which the reader is nearly sure; where it has none, none does.
    """
    if is_about_forces(report):
        return Passed(tuple(claims), 0, True)
    named = any(armed_words(whole_text(report)))
    kept = tuple(claim for claim in claims if named and shows_force(report, claim))
    return Passed(kept, len(claims) - len(kept), False)


def whole_text(report: Report) -> str:
    """Return title and text."""
    return f"{report.title or ''}\n{report.text}"


def is_about_forces(report: Report) -> bool:
    """Say whether a report is dense with armed words, and one of them names a force or they are of several kinds."""
    text = whole_text(report)
    found = armed_words(text)
    telling = any(word.kind == "force" for word in found) or len({word.words for word in found}) >= DIFFERENT
    return telling and len(found) >= DENSE * len(text.split())


def shows_force(report: Report, claim: Claim) -> bool:
    """Say whether a claim is about an armed force by itself."""
    sentence = report.sentences[claim.sentence].of(report.text)
    return claim.score >= NEARLY_SURE or (claim.score >= LIKELY and any(armed_words(sentence)))
