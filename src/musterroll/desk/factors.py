"""Whether editors must have a second factor at this installation: the setting, and what holds where it is not set."""

from collections.abc import Iterable

HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})


def must_have_second_factor(said: str, behind_tls: bool, hosts: Iterable[str]) -> bool:
    """Return what MUSTERROLL_SECOND_FACTOR says ("on" or "off").

    Where it says nothing ("") it is on as soon as others can reach the desk: behind TLS, or under any name that is not
    this machine's own. Raises ValueError for another word.
    """
    if said not in ("", "on", "off"):
        raise ValueError('MUSTERROLL_SECOND_FACTOR is "on" or "off"')
    return said == "on" or (said == "" and (behind_tls or not HERE.issuperset(hosts)))
