"""What may not be done to a thread, as rules that give the reason in words; each kind says which hold of which step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from musterroll.records import Step, Thread

File = TypeVar("File", bound=Thread[Any, Any])
Event = TypeVar("Event", bound=Step)
AnyThread = Thread[Any, Any]


@dataclass(frozen=True)
class ThreadLaw(Generic[File, Event]):
    """The law of one kind: its `name`; what the steps that need words are called; the rules of each step, of which the
    first that refuses speaks; and what is wrong with that which a step brings.
    """

    name: str
    wordy: Mapping[str, str]
    rules: Mapping[str, tuple[Callable[[File, Event], str | None], ...]]
    fault: Callable[[Event], str | None] = lambda event: None

    def refusal(self, file: File, event: Event) -> str | None:
        """Return why a step may not be added to a thread now, or None."""
        if event.kind not in file.steps[1:]:
            return f"no such step of a {self.name}: {event.kind}"
        if event.kind in self.wordy and not event.words.strip():
            return f"a {self.wordy[event.kind]} needs words"
        for rule in self.rules.get(event.kind, ()):
            if why := rule(file, event):
                return f"{file.number} {why}"
        return self.fault(event)


def not_yours(file: AnyThread, event: Step) -> str | None:
    """What an editor has they do not take again."""
    return "is yours already" if file.claimed_by == event.by else None


def not_anothers(file: AnyThread, event: Step) -> str | None:
    """One editor has a thread at a time: it is theirs until they leave it."""
    taken = file.claimed_by and file.claimed_by != event.by
    return f"is with {file.claimed_by}" if taken else None


def somebodys(file: AnyThread, event: Step) -> str | None:
    """Only what somebody has is left."""
    return None if file.claimed_by else "is with nobody"
