"""Standing text: what a site prints under every report, known by its phrases."""

import re
from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference.tables import read_rows


@dataclass(frozen=True)
class StandingPhrase:
    """A phrase of a site's furniture.

    `kind` says of what ("disclaimer", "op-ed", "related", "newsletter", "correction", "subscription", "sharing",
    "comments", "copyright", "advertising", "support"); `place` where it stands in its block: "whole" (the block is
    nothing else), "start" (the block begins with it) or "in" (anywhere).
    """

    kind: str
    place: str
    phrase: str

    @property
    def pattern(self) -> str:
        """A regular expression for the phrase, in folded text; `*` stands for up to 60 characters."""
        body = re.escape(self.phrase).replace(r"\*", ".{1,60}?").replace(r"\ ", r"\s+")
        head = r"\A\W*" if self.place in ("whole", "start") else r"(?<!\w)"
        return head + body + (r"\W*\Z" if self.place == "whole" else r"(?!\w)")


@lru_cache(maxsize=1)
def standing_phrases() -> tuple[StandingPhrase, ...]:
    """Return every phrase that marks a block as standing text."""
    return tuple(StandingPhrase(row["kind"], row["place"], row["phrase"]) for row in read_rows("standing.csv"))
