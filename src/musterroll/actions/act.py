"""What every act shares: who may do it, its deed, its audit line. Nothing else here or in an act's file writes.

An act's file says in one call of `perform` what it does; permission, deed and audit line are in that one place, so
that no act can leave one out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from musterroll import ledger, pipeline
from musterroll.records import ActRefused, Judgement, Notice, Person

REVIEWERS = frozenset({"reviewer", "editor", "admin"})
EDITORS = frozenset({"editor", "admin"})


@dataclass(frozen=True)
class Act:
    """An act: its name, the deed that the ledger keeps, what kind of thing it is done to, and the roles that may."""

    name: str
    deed: str
    subject_kind: str
    roles: frozenset[str]

    @property
    def words(self) -> str:
        """The act in words: "retract report"."""
        return self.name.replace("_", " ")


@dataclass(frozen=True)
class Done:
    """What an act did: the judgement that it left, and a notice for each finding and holding that it changed."""

    judgement: Judgement
    notices: tuple[Notice, ...]


def perform(
    act: Act, subject: str, by: Person, why: str, at: str | None = None, what: Mapping[str, str] | None = None
) -> Done:
    """Do an act on the open ledger and derive anew what leaned on its subject.

    `at` is when it is done (ISO 8601 with its offset), now in UTC where it is None. Raises ActRefused where `by` is
    nobody or may not, where there is no `why`, or where the deed cannot be done (twice, say); NotInLedger where
    there is no such subject. All of it is one step: an act that is refused or cut off leaves nothing behind.
    """
    permit(act, by, why)
    with ledger.one_step():
        if ledger.is_stale():
            pipeline.rederive()  # so that the notices name what this act changed, and nothing else
        judgement = judgement_of(act, subject, by, why, moment(at), what or {})
        ledger.judge(judgement)
        ledger.audit(judgement.by, act.name, subject, judgement.id, judgement.at)
        return Done(judgement, pipeline.rederive(judgement))


def permit(act: Act, by: Person, why: str) -> None:
    """Raise ActRefused where nobody asks, where their roles do not allow it, or where no reason is given."""
    if by.nobody:
        raise ActRefused(f"{act.words}: by nobody; say who does it (--by WHO, or MUSTERROLL_BY)")
    if not by.roles & act.roles:
        raise ActRefused(f"{act.words}: {by.name} may not; it takes the role {alternatives(act.roles)}")
    if not why.strip():
        raise ActRefused(f"{act.words}: no reason given; say why")


def alternatives(roles: frozenset[str]) -> str:
    """Return roles as "admin, editor or reviewer"."""
    *others, last = sorted(roles)
    return f"{', '.join(others)} or {last}" if others else last


def moment(at: str | None) -> str:
    """Return when an act is done; raises ActRefused where `at` is no time with an offset."""
    if at is None:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        given = datetime.fromisoformat(at)
    except ValueError:
        given = None
    if given is None or given.tzinfo is None:
        raise ActRefused(f"{at!r} is no time with an offset (2026-03-01T12:00:00+00:00)")
    return at


def judgement_of(act: Act, subject: str, by: Person, why: str, at: str, what: Mapping[str, str]) -> Judgement:
    """Return the judgement that an act leaves; it supersedes the one that stands, if any."""
    standing = ledger.standing_judgement(subject)
    return Judgement(
        deed=act.deed,
        subject_kind=act.subject_kind,
        subject=subject,
        by=by.name.strip(),
        at=at,
        why=why.strip(),
        what=tuple(what.items()),
        before=standing.id if standing else None,
    )
