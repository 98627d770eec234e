"""Threads: what somebody sent in, under a number of its own, and the steps that follow it.

Cases and submissions are its two kinds. What one never has (a decision, a manuscript) stands with that one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

QUEUES = ("open", "strict")


@dataclass(frozen=True)
class Contact:
    """Who sent something in, as far as they said so; `updates` is their wish to be told, `confirmed` by the link in a
    mail.

    `language` is the code of the language in which they are written to, "" where it is not known. Personal data: kept
    sealed, apart from what was sent, until some time after its thread is closed.
    """

    name: str | None = None
    email: str | None = None
    updates: bool = False
    confirmed: bool = False
    language: str = ""


NOBODY = Contact()


class Draft:
    """What a form sends: its `token`, a hash of what it says, and who sent it."""

    token: str
    contact: Contact

    @property
    def content(self) -> str:
        """A hash of what is said."""
        raise NotImplementedError


class Sent:
    """What was sent in, as it was received: its number, and when (ISO 8601 with its offset)."""

    number: str
    received: str


class Step:
    """One step of a thread: its kind, when, by whom ("" for who sent it in), and words."""

    kind: str
    at: str
    by: str
    words: str

    @property
    def number(self) -> str:
        """The thread's number."""
        raise NotImplementedError


SentIn = TypeVar("SentIn", bound=Sent)
Event = TypeVar("Event", bound=Step)
Value = TypeVar("Value")


class Thread(Generic[SentIn, Event]):
    """What was sent in, with its steps, the first step first. Where it stands follows from its steps alone.

    A kind says in `steps` which there are (the first is how it begins), in `public` which of them who sent it in sees,
    and in `anew` with which it begins anew, so that nobody has it.
    """

    events: tuple[Event, ...]

    steps: ClassVar[tuple[str, ...]]
    public: ClassVar[tuple[str, ...]]
    anew: ClassVar[tuple[str, ...]]

    @property
    def sent(self) -> SentIn:
        """What was sent in, as it was received."""
        raise NotImplementedError

    @property
    def number(self) -> str:
        """Its number."""
        return self.sent.number

    @property
    def open_events(self) -> tuple[Event, ...]:
        """The steps since it last began."""
        starts = [place for place, event in enumerate(self.events) if event.kind in self.anew]
        return self.events[starts[-1] if starts else 0 :]

    def last(self, *kinds: str) -> Event | None:
        """Return the last step of these kinds in this round."""
        return newest(event for event in self.open_events if event.kind in kinds)

    @property
    def claimed_by(self) -> str | None:
        """The editor who has it."""
        turn = self.last("claimed", "left")
        return turn.by if turn and turn.kind == "claimed" else None

    @property
    def public_events(self) -> tuple[Event, ...]:
        """What who sent it in may see of the thread."""
        return tuple(event for event in self.events if event.kind in self.public)


def newest(values: Iterable[Value | None]) -> Value | None:
    """Return the last that is one, None where there is none."""
    made = [value for value in values if value is not None]
    return made[-1] if made else None
