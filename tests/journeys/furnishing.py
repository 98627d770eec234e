"""A ledger with something to see on every page: sample reports, editors, cases, and what was decided."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, User

from musterroll import actions, ledger
from musterroll.desk.installation import secret_key
from musterroll.desk.intake.about import about_of
from musterroll.desk.opinion.manuscripts import of_typed
from musterroll.ledger import ClaimFilter, FindingFilter
from musterroll.records import CaseDraft, Finding, Person, Proposal, SubmissionDraft

PASSWORD = "a-very-long-word-for-journeys"
FORCE, PLACE, OUTLET = "wagner-group", "geonames:2215636", "libyan-express"
CLAUSE = "ly-ceasefire-2020-foreign-forces"
EDITOR = Person("editor", frozenset({"editor"}))


@dataclass(frozen=True)
class Furnished:
    """The ledger's path and, for each view that takes them, the arguments of a page that has much to show."""

    path: Path
    shown: dict[str, tuple[str, ...]]


def furnish(path: Path) -> Furnished:
    """Add to a ledger of the sample reports what else there is to see, and let go of it."""
    ledger.open_ledger(path)
    appoint()
    shown = most_to_show() | open_case() | decided_case() | to_be_judged() | submissions()
    ledger.close_ledger()
    return Furnished(path, shown)


def appoint() -> None:
    """Make an account for an editor."""
    user = User.objects.create_user("editor", password=PASSWORD)
    user.groups.add(Group.objects.get_or_create(name="editor")[0])


def most_to_show() -> dict[str, tuple[str, ...]]:
    """Return the ids of the things with most to show: the finding that most reports tell, the chain with most drift."""
    found = ledger.findings(FindingFilter(), limit=1_000).rows
    finding = max((one for one in found if one.min is not None), key=told)
    lines = ledger.claims(ClaimFilter(finding=finding.id), limit=200).rows
    chains = [ledger.chain(line.id) for line in lines]
    chain = max((one for one in chains if one), key=lambda one: (len(one.drift), len(one.links), one.claim))
    line = next(line for line in lines if line.id == chain.claim)
    ids = {"finding": finding.id, "claim": chain.claim, "chain": chain.claim, "report": line.report.id}
    ids |= {"editor-report": line.report.id, "editor-related": line.report.id, "outlet": OUTLET}
    ids |= {"force": FORCE, "editor-actor": FORCE, "place": PLACE, "commitment": CLAUSE}
    return {view: (id,) for view, id in ids.items()}


def told(finding: Finding) -> tuple[int, int, str]:
    """Order findings by how often they are told."""
    return len(finding.reports), len(finding.denials), finding.id


def to_be_judged() -> dict[str, tuple[str, ...]]:
    """Return claims whose figures can be mended, and a report with the finding that rests on it alone."""
    found = [one for one in ledger.findings(FindingFilter(measure="stock"), limit=500).rows if one.min and one.min > 7]
    alone = [one for one in found if len(one.claims) == len(one.reports) == 1]
    retractable, counted, other = alone[:3]
    counts = {"counted": counted.claims, "counted without scripts": other.claims}
    return counts | {"retractable": (*retractable.reports, retractable.id)}


def open_case() -> dict[str, tuple[str, ...]]:
    """File a case that waits, with every field filled in."""
    line = ledger.claims(ClaimFilter(), limit=3).rows[2]
    filed = actions.submit_case(
        CaseDraft(about_of(f"claim:{line.id}"), "number", "It says one, not two.", "One.", "open", harm=True),
        key=secret_key(),
    )
    number = filed.case.number
    actions.comment_case(number, by=EDITOR, why="I have written to the outlet.")
    links = {f"case-{wish}": (number, ledger.secret_of(wish, number, secret_key())) for wish in ("confirm", "stop")}
    return links | {"case": (number, filed.secret), "editor-case": (number,), "editor-claim": (line.id,)}


def decided_case() -> dict[str, tuple[str, ...]]:
    """File a case and mend the claim that it is about, so that the log has a correction."""
    line = next(one for one in ledger.claims(ClaimFilter(), limit=300).rows if one.claim.claim.strength)
    draft = CaseDraft(about_of(f"claim:{line.id}"), "number", "The figure is not in the report.", "7", "decided")
    number = actions.submit_case(draft, key=secret_key()).case.number
    mend = Proposal("mend", "claim", (line.id,), (("min", "7"), ("max", "7")))
    actions.decide_case(
        number, "adjusted", by=EDITOR, why="The report says so.", wrong="Another figure.", right="7", proposal=mend
    )
    return {"correction": (number,)}


def submissions() -> dict[str, tuple[str, ...]]:
    """Hand in two op-eds: one that is published, one that waits for its author to change it."""
    view, waiting = (hand_in(title) for title in ("What a count is worth (invented)", "Not yet (invented)"))
    actions.claim_submission(view[0], by=EDITOR)
    actions.accept_submission(view[0], by=EDITOR)
    actions.publish_submission(view[0], by=EDITOR)
    actions.ask_changes(waiting[0], by=EDITOR, why="Name your source.")
    secrets = ((wish, ledger.secret_of(wish, waiting[0], secret_key())) for wish in ("confirm", "stop"))
    links = {f"submission-{wish}": (waiting[0], secret) for wish, secret in secrets}
    return {"opinion": view[:1], "submission": waiting, "editor-submission": waiting[:1], **links}


def hand_in(title: str) -> tuple[str, str]:
    """Hand in an invented op-ed; return its number and the secret of its link."""
    text = of_typed(title, "A figure without its source is *no figure*.\n\n# So\n\nAsk who counted.")
    draft = SubmissionDraft("opinion", text, "An invented author", "none", title, about="Invented.")
    handed = actions.hand_in(draft, key=secret_key())
    return handed.submission.number, handed.secret
