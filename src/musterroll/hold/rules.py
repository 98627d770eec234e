"""The rules: which claims are evidence under which duty. One row a rule; the duties stand in the packs."""

import re
from dataclasses import dataclass
from functools import cache

from musterroll.reference.packs import Commitment

TRAINING = re.compile(r"\b(?:train|instruct|drill|coach)\w*", re.I)
BREACH = re.compile(r"\b(?:violat|breach|broke|break|infring)\w*", re.I)
KEPT = re.compile(r"\b(?:h[eo]ld|kept|keep|observ|respect|uph[eo]ld)\w*", re.I)


@dataclass(frozen=True)
class Rule:
    """One kind of evidence.

    A claim of one of `types` with this `polarity`, which plays out the given `way` (see `theatre.py`) and says what
    holds or happened, has this `stance` from the day `after` ("start", "due" or "deadline", see `days.py`) on. `who`
    are the roles that say whom it is about, `words` must stand in its trigger or force where given, and `says` is the
    rule in words.
    """

    kind: str
    types: tuple[str, ...]
    polarity: str
    way: str
    after: str
    stance: str
    says: str
    who: tuple[str, ...] = ("force", "by")
    words: re.Pattern[str] | None = None

    @property
    def planned(self) -> str:
        """The rule in words where a claim tells of a plan."""
        return f"announced, not done: {self.says}"

    @property
    def lasts(self) -> bool:
        """Whether it is about something that lasts, and so holds on the day on which it is told."""
        return "presence" in self.types or self.polarity == "negative" or self.types == ("pay",)


PRESENCE = Rule(
    "presence", ("presence",), "positive", "in", "deadline", "against", "forces that should be gone are there"
)
ARRIVAL = Rule(
    "arrival", ("movement",), "positive", "into", "start", "against", "forces came in after the commitment was made"
)
RECRUITMENT = Rule(
    "recruitment", ("recruitment",), "positive", "toward", "start", "against", "people are recruited for it anew"
)
NO_DEPARTURE = Rule(
    "no-departure", ("withdrawal",), "negative", "stay", "due", "against", "a withdrawal is said not to happen"
)
DEPARTURE = Rule("departure", ("withdrawal", "movement"), "positive", "out", "start", "for", "forces left")
NO_PRESENCE = Rule("no-presence", ("presence",), "negative", "in", "start", "for", "a denial: forces are not there")
NO_ARRIVAL = Rule("no-arrival", ("movement",), "negative", "into", "start", "for", "a denial: none came in")
NO_RECRUITMENT = Rule(
    "no-recruitment", ("recruitment",), "negative", "toward", "start", "for", "a denial: none are recruited"
)
PAY = Rule("pay", ("pay",), "positive", "toward", "start", "against", "fighters are paid for it")
SUPPLY = Rule("supply", ("supply",), "positive", "import", "start", "against", "arms came in", ("by",))
NO_SUPPLY = Rule("no-supply", ("supply",), "negative", "import", "start", "for", "a denial: no arms came in", ("by",))
ARMS_OUT = Rule("arms-out", ("supply",), "positive", "export", "start", "against", "arms went out", ("by",))
NO_ARMS_OUT = Rule("no-arms-out", ("supply",), "negative", "export", "start", "for", "a denial: none went out", ("by",))
TRAINS = Rule(
    "training", ("support", "presence", "movement"), "positive", "in", "start", "against", "training goes on",
    ("by", "force"), TRAINING,
)  # fmt: skip
NO_TRAINING = Rule(
    "no-training", ("support",), "negative", "in", "start", "for", "training is said to have stopped",
    ("by", "force"), TRAINING,
)  # fmt: skip
TRAINERS_OUT = Rule(
    "departure", ("withdrawal", "movement"), "positive", "out", "start", "for", "trainers left", words=TRAINING
)
AT_FRONT = Rule("presence", ("presence",), "positive", "open", "deadline", "against", "units are still at the front")
TO_FRONT = Rule("arrival", ("movement",), "positive", "into", "start", "against", "units went to the front")
FROM_FRONT = Rule("departure", ("withdrawal", "movement"), "positive", "out", "start", "for", "units left the front")
OFF_FRONT = Rule("no-presence", ("presence",), "negative", "in", "start", "for", "a denial: no units at the front")
FIGHTING = Rule("fighting", ("clash",), "positive", "in", "start", "against", "fighting goes on", ("by", "force"))
OWN_FIGHTING = Rule("fighting", ("clash",), "positive", "in", "start", "against", "they fight themselves", ("by",))
NO_FIGHTING = Rule("no-fighting", ("clash",), "negative", "in", "start", "for", "no fighting", ("by", "force"))
BROKEN = Rule(
    "breach",
    ("truce",),
    "positive",
    "in",
    "start",
    "against",
    "the truce is said to be broken",
    ("force", "by"),
    BREACH,
)
HOLDS = Rule(
    "truce-kept", ("truce",), "positive", "in", "start", "for", "the truce is said to hold", ("force", "by"), KEPT
)
DEPLOYED = Rule("deployed", ("presence", "movement"), "positive", "in", "start", "for", "the force is in place")
NOT_DEPLOYED = Rule(
    "not-deployed", ("presence", "movement"), "negative", "in", "deadline", "against", "the force is not in place"
)
RECALLED = Rule("recalled", ("withdrawal",), "positive", "out", "start", "against", "the force left again")

RULES: dict[str, tuple[Rule, ...]] = {
    "withdraw-foreign-forces": (
        PRESENCE, ARRIVAL, RECRUITMENT, NO_DEPARTURE, DEPARTURE, NO_PRESENCE, NO_ARRIVAL, NO_RECRUITMENT,
    ),
    "send-home": (NO_DEPARTURE, DEPARTURE),
    "no-arrivals": (ARRIVAL, NO_ARRIVAL),
    "no-new-recruitment": (RECRUITMENT, PAY, NO_RECRUITMENT),
    "no-arms-supply": (SUPPLY, NO_SUPPLY),
    "no-arms-export": (ARMS_OUT, NO_ARMS_OUT),
    "stop-training": (TRAINS, NO_TRAINING, TRAINERS_OUT),
    "pull-back-from-front": (AT_FRONT, TO_FRONT, FIGHTING, FROM_FRONT, NO_DEPARTURE, OFF_FRONT),
    "cease-fire": (FIGHTING, BROKEN, NO_FIGHTING, HOLDS),
    "no-combat": (OWN_FIGHTING, NO_FIGHTING),
    "field-force": (DEPLOYED, NOT_DEPLOYED, RECALLED),
}  # fmt: skip

DEPARTURES = (DEPARTURE, FROM_FRONT, TRAINERS_OUT)


def rules_of(commitment: Commitment, type_: str) -> tuple[Rule, ...]:
    """Return the rules under the duties of a commitment for one type of claim, each once."""
    return rules_under(commitment.duties, type_)


@cache
def rules_under(duties: tuple[str, ...], type_: str) -> tuple[Rule, ...]:
    """Return the rules under some duties for one type of claim."""
    rules = dict.fromkeys(rule for duty in duties for rule in RULES[duty])
    return tuple(rule for rule in rules if type_ in rule.types)
