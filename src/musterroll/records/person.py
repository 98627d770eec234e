"""A person who acts on the ledger, and what they may do there."""

from dataclasses import dataclass

PERSON_ROLES = ("reader", "reviewer", "editor", "admin")


@dataclass(frozen=True)
class Person:
    """Someone who acts: the name that judgements carry, and their roles, words of PERSON_ROLES.

    An empty name is nobody, who may do nothing. No role holds another: each act names every role that may do it.
    """

    name: str
    roles: frozenset[str] = frozenset()

    @property
    def nobody(self) -> bool:
        """Whether there is no name to answer for an act."""
        return not self.name.strip()
