"""Appoint: somebody is given an account with a role, another role, or none any more."""

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.records import Person

ACT = Act("appoint", "appoint", "account", frozenset({"admin"}))


def appoint(name: str, role: str, *, by: Person, why: str = "appointed") -> None:
    """Write the audit line of a role given to an account ("" for none any more); whoever calls makes the account.

    Raises ActRefused where `by` is nobody or may not.
    """
    permit(ACT, by, why)
    ledger.audit(by.name.strip(), ACT.name, name, role or "no role")
