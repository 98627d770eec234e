"""What every act on a thread shares: the step, the audit line, and what they leave of who sent it in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.records import ActRefused, Person, Step

File = TypeVar("File")
Event = TypeVar("Event", bound=Step)
SENDERS = frozenset({"reader", "reviewer", "editor", "admin"})


@dataclass(frozen=True)
class Steps(Generic[File, Event]):
    """The steps of one kind of thread: who sends it in, the record of a step, and what appends it."""

    sender: Person
    event: Callable[..., Event]
    add: Callable[[Event], File]

    def step(self, act: Act, number: str, by: Person, words: str, at: str | None = None, **brings: object) -> File:
        """Append a step to a thread with its audit line, both or neither; return the thread as it is then.

        `brings` is what the step has beside its words (a proposal, a manuscript). Raises ActRefused where `by` is
        nobody or may not, where there are no words, or where the step cannot be done now; NotInLedger for no such
        thread.
        """
        permit(act, by, words)
        then = moment(at)
        event = self.event_of(act, number, by, words, then, **brings)
        with ledger.one_step():
            file = self.add(event)
            ledger.audit(by.name.strip(), act.name, number, words.strip(), then)
        return file

    def event_of(self, act: Act, number: str, by: Person, words: str, at: str, **brings: object) -> Event:
        """Return the step that an act leaves; what the sender does is by nobody in particular."""
        name = "" if by == self.sender else by.name.strip()
        return self.event(number, act.deed, at, name, words.strip(), **brings)

    def only_sender(self, act: Act, by: Person) -> None:
        """Raise ActRefused where somebody else does what the sender alone does."""
        if by != self.sender:
            raise ActRefused(f"{act.words}: only its author does, by the secret link")


def follow_link(act: Act, number: str, token: str, key: str, by: Person, do: Callable[[str], None]) -> None:
    """Do what the link in a mail stands for, with its audit line; raises ActRefused where its token does not hold."""
    permit(act, by, "followed the link")
    if not ledger.fits(token, act.deed, number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        do(number)
        ledger.audit(by.name, act.name, number, "followed the link")
