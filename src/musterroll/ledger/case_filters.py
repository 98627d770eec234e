"""What can be asked of cases and corrections, and what filing one gives."""

from dataclasses import dataclass

from musterroll.records import Case, Contact


@dataclass(frozen=True)
class CaseFilter:
    """Cases by where they stand. `state` may be "open" (all that are undecided); `overdue` is today's day."""

    state: str | None = None
    queue: str | None = None
    claimed_by: str | None = None
    outcome: str | None = None
    about_kind: str | None = None
    about: str | None = None
    part: str | None = None
    overdue: str | None = None


@dataclass(frozen=True)
class CorrectionFilter:
    """Corrections by class, the force (id or name) or report (id) they touch, and day (YYYY-MM-DD, inclusive).

    `about` is the kind and the id of the very thing that an entry is about.
    Without `outcome`, requests that were declined are left out.
    """

    outcome: str | None = None
    force: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    about: tuple[str, str] | None = None


@dataclass(frozen=True)
class Filed:
    """A case that was filed and the secret of its link; `again` says that it had been filed before."""

    case: Case
    secret: str
    again: bool = False


@dataclass(frozen=True)
class Reached:
    """Who sent a case or a submission and the secret of its link, so that a mail can lead there."""

    contact: Contact
    secret: str
