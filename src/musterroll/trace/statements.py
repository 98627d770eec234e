"""Statements: a claim with its report, in the words that claims are compared by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from musterroll.records import Claim, DayInterval, Report, Span
from musterroll.trace.names import PRONOUNS, folded
from musterroll.trace.shingles import words_of

ACTORS = ("force", "by", "side")
PLACES = ("place", "from", "to")
# What may become of one another when a sentence is retold: people sent are people there.
TURNS = frozenset((
    frozenset(("movement", "presence")), frozenset(("movement", "recruitment")), frozenset(("movement", "withdrawal")),
    frozenset(("presence", "recruitment")), frozenset(("movement", "support")), frozenset(("movement", "supply")),
))  # fmt: skip
_STOPS = frozenset((
    "the", "a", "an", "of", "and", "in", "to", "on", "at", "for", "by", "from", "with", "that", "said", "was", "were",
    "is", "are", "has", "have", "had", "as", "it", "its", "their", "they", "who", "which", "be", "been",
))  # fmt: skip
_STEM = 5
_ANYBODY = frozenset((
    "men", "women", "peopl", "force", "troop", "soldi", "fight", "army", "milit", "merce", "rebel", "perso", "membe",
    "recru", "offic", "gunme", "group", "comba", "forei", "gover",
))  # fmt: skip
HINT = 0.2  # of two sentences' words in common: where actors and places are not named alike, they need as much
RETOLD = 0.35  # of two sentences' words in common: one is the other, retold
SAME = 0.5  # from here on two claims of related reports are one claim, retold


@dataclass(frozen=True)
class Statement:
    """A claim and the report that it stands in; `place` is the report's place in the row."""

    claim: Claim
    report: Report
    place: int

    def words(self, span: Span | None) -> str | None:
        """Return the characters of a span, on one line."""
        return " ".join(span.of(self.report.text).split()) if span else None

    @property
    def sentence(self) -> Span:
        """The sentence that the trigger stands in."""
        spans = self.report.sentences
        return spans[self.claim.sentence] if self.claim.sentence < len(spans) else self.claim.trigger

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the sentence's words that carry meaning."""
        return stems_of([self.sentence.of(self.report.text)])

    @cached_property
    def deed(self) -> frozenset[str]:
        """The stems of the trigger's words."""
        return stems_of([self.trigger])

    @cached_property
    def actors(self) -> frozenset[str]:
        """The stems of the names of who acts, and on whom."""
        return stems_of(self.fillers(ACTORS))

    @cached_property
    def places(self) -> frozenset[str]:
        """The stems of the names of places."""
        return stems_of(self.fillers(PLACES))

    @cached_property
    def figures(self) -> frozenset[int]:
        """The bounds of the claim's strength that are known."""
        return figures(self.claim)

    @property
    def trigger(self) -> str:
        """The trigger's words."""
        return self.words(self.claim.trigger) or ""

    @property
    def source(self) -> str | None:
        """On whose word: the name a short form stands for, else the words themselves."""
        speech = self.claim.attribution
        return speech.resolved or self.words(speech.source)

    @property
    def relay(self) -> str | None:
        """Through whom, in the report's words."""
        return self.words(self.claim.attribution.relay)

    def fillers(self, roles: Sequence[str]) -> dict[str, str]:
        """Return the fillers of some roles: what each is compared by, and its words; pronouns fill nothing."""
        parts = [part for part in self.claim.parts if part.role in roles]
        found = {folded(part.resolved or part.span.of(self.report.text)): self.words(part.span) or "" for part in parts}
        return {key: words for key, words in found.items() if key and key not in PRONOUNS}


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that carry meaning: the first five letters."""
    words = (word for text in texts for word in words_of(text))
    return frozenset(word[:_STEM] for word in words if word not in _STOPS and word != "s")  # the s of "Russia's"


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of the smaller set that the other holds too; 0 where either is empty."""
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def wording(first: Statement, second: Statement) -> float:
    """Return how alike the sentences of two statements are: the Jaccard of their stems (0 to 1)."""
    return len(first.stems & second.stems) / max(1, len(first.stems | second.stems))


def likeness(first: Statement, second: Statement) -> float:
    """Return how likely two claims of related reports are one claim retold (0 to 1).

    Two types that nothing turns into one another, a claim and its denial, and two that share neither an actor nor a
    place nor their wording, are never one. A place, or "fighters", is too little for two types ("sent", "present").
    """
    types = {first.claim.type, second.claim.type}
    if first.claim.polarity != second.claim.polarity or (len(types) > 1 and types not in TURNS):
        return 0.0
    same = (wording(first, second), overlap(first.actors, second.actors), overlap(first.places, second.places))
    named = bool((first.actors & second.actors) - _ANYBODY) or (len(types) == 1 and any(same[1:]))
    if same[0] < HINT and not named:
        return 0.0
    score = 0.3 if len(types) == 1 else 0.15
    score += 0.15 * overlap(first.deed, second.deed)
    return score + 0.4 * same[0] + 0.25 * same[1] + 0.15 * same[2] + 0.2 * _same_numbers(first, second)


def _same_numbers(first: Statement, second: Statement) -> float:
    one, other = first.figures, second.figures
    return 0.0 if not one or not other else 1.0 if one & other else -0.5


def _apart(first: Statement, second: Statement) -> bool:
    """Whether two claims are of different days, or differ in their figures and in their wording too."""
    one, other = first.claim.time, second.claim.time
    if one and other and (_ends_before(one, other) or _ends_before(other, one)):
        return True
    numbers = first.figures, second.figures
    return all(numbers) and not numbers[0] & numbers[1] and wording(first, second) < RETOLD


def _ends_before(one: DayInterval, other: DayInterval) -> bool:
    return bool(one.last and other.first and one.last < other.first)


def figures(claim: Claim) -> frozenset[int]:
    """Return the bounds of a claim's strength that are known."""
    strength = claim.strength
    return frozenset(bound for bound in (strength.min, strength.max) if bound is not None) if strength else frozenset()


def agree(first: Statement, second: Statement) -> bool:
    """Whether two claims are one without what they are credited to: in wording, or in figure, actors and places."""
    alike = wording(first, second) >= RETOLD or _same_matter(first, second)
    return alike and counterpart(first, [second]) is not None


def _same_matter(first: Statement, second: Statement) -> bool:
    if not first.figures & second.figures:
        return False
    if first.places and second.places and not first.places & second.places:
        return False
    return bool((first.actors & second.actors) - _ANYBODY or first.places & second.places)


def counterpart(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """Return the claim that a statement retells among the claims of an earlier report, or None."""
    likely = (other for other in others if not _apart(statement, other))
    scored = [(likeness(statement, other), -other.claim.trigger.start, other) for other in likely]
    best = max(scored, key=lambda found: found[:2], default=None)
    return best[2] if best and best[0] >= SAME else None
