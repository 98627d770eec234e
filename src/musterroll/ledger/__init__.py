"""Ledger: one database of evidence, judgements and what follows from them.

Takes what the other rooms make and what people judge; gives what holds now and every step behind it; never overwrites
or deletes evidence. `open_ledger` comes first. Its functions are loaded when they are first asked for, for Django must
be set up before: a desk with settings of its own names the app `musterroll.ledger` in them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from musterroll.ledger.addresses import database_settings, is_address
from musterroll.ledger.case_filters import CaseFilter, CorrectionFilter, Filed, Reached
from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.every import every
from musterroll.ledger.filters import (
    ORDERS,
    ActorLine,
    AuditLine,
    Caused,
    ClaimFilter,
    ClaimLine,
    Counted,
    Cursor,
    Facets,
    FindingFilter,
    Hit,
    HostLine,
    OriginLine,
    PlaceLine,
    ReportFilter,
    ReportLine,
    Slice,
)
from musterroll.ledger.noticing import Seen, noticed
from musterroll.ledger.overlay import Standing, standing_of
from musterroll.ledger.scope import Changed, Derived, PageFacts, ReportRead, Scope
from musterroll.ledger.submission_filters import Handed, SubmissionFilter

if TYPE_CHECKING:
    from musterroll.ledger.auditing import audit, audit_lines, audit_slice
    from musterroll.ledger.casework import (
        add_case_event,
        case_by_secret,
        case_file,
        cases,
        cases_received,
        check_case_event,
        count_cases,
        file_case,
        rehearsal,
    )
    from musterroll.ledger.contacts import (
        confirm_contact,
        confirm_sender,
        contact_of,
        purge_contacts,
        purge_senders,
        sender_of,
        stop_contact,
        stop_sender,
    )
    from musterroll.ledger.correction_log import correction, corrections
    from musterroll.ledger.derived import put_derived
    from musterroll.ledger.evidence import add_reading, add_readings, add_refusal, has_page, has_report
    from musterroll.ledger.handed_in import (
        add_submission_event,
        check_submission_event,
        count_submissions,
        file_submission,
        submission_by_secret,
        submission_file,
        submissions,
        submissions_received,
    )
    from musterroll.ledger.judging import judge, judgements, judgements_on, notices, standing_judgement
    from musterroll.ledger.linking import relink
    from musterroll.ledger.mended import values_before, values_of
    from musterroll.ledger.now import many_records, standing
    from musterroll.ledger.on_hold import holds, lately_held
    from musterroll.ledger.op_eds import opinion, opinions
    from musterroll.ledger.opening import Opened, close_ledger, ledger_version, open_ledger
    from musterroll.ledger.passing import count_on, forget, forget_passed, remember, remember_first, remembered
    from musterroll.ledger.queries.actors import actors, counts
    from musterroll.ledger.queries.changes import change_mark
    from musterroll.ledger.queries.claims import claim, claim_lines, claim_read, claims, claims_taken_back
    from musterroll.ledger.queries.facets import caused, days_told, facets, latest_day
    from musterroll.ledger.queries.findings import (
        chain,
        chains,
        finding,
        findings,
        findings_of,
        findings_on,
        holding,
        holdings,
        kin,
    )
    from musterroll.ledger.queries.ids import ids_after, ids_beginning
    from musterroll.ledger.queries.marks import (
        findings_gone,
        judged,
        judgements_by_id,
        last_changes,
        lately_changed,
        notices_slice,
    )
    from musterroll.ledger.queries.outlets import chains_in, hosts, on_the_word_of, origins, published
    from musterroll.ledger.queries.places import place, places
    from musterroll.ledger.queries.reach import (
        buckets_of,
        claims_in,
        claims_naming,
        claims_of,
        claims_touching,
        lineage,
        reports_of,
        said_in_claims,
        said_with,
        touched_by,
    )
    from musterroll.ledger.queries.reports import (
        refusals_of,
        report,
        report_line,
        report_lines,
        report_status,
        reports,
    )
    from musterroll.ledger.queries.words import search
    from musterroll.ledger.relating import add_relation, related_to, relation_between, relations
    from musterroll.ledger.seals import fits, secret_of
    from musterroll.ledger.state import changed, is_stale, mark_stale, one_reading, one_step, packs, put_packs

PLACES = {
    "auditing": ("audit", "audit_lines", "audit_slice"),
    "casework": (
        "add_case_event",
        "case_by_secret",
        "case_file",
        "cases",
        "cases_received",
        "check_case_event",
        "count_cases",
        "file_case",
        "rehearsal",
    ),
    "contacts": (
        "confirm_contact",
        "confirm_sender",
        "contact_of",
        "purge_contacts",
        "purge_senders",
        "sender_of",
        "stop_contact",
        "stop_sender",
    ),
    "correction_log": ("correction", "corrections"),
    "derived": ("put_derived",),
    "evidence": ("add_reading", "add_readings", "add_refusal", "has_page", "has_report"),
    "handed_in": (
        "add_submission_event",
        "check_submission_event",
        "count_submissions",
        "file_submission",
        "submission_by_secret",
        "submission_file",
        "submissions",
        "submissions_received",
    ),
    "judging": ("judge", "judgements", "judgements_on", "notices", "standing_judgement"),
    "linking": ("relink",),
    "mended": ("values_before", "values_of"),
    "now": ("many_records", "standing"),
    "op_eds": ("opinion", "opinions"),
    "on_hold": ("holds", "lately_held"),
    "opening": ("Opened", "close_ledger", "ledger_version", "open_ledger"),
    "passing": ("count_on", "forget", "forget_passed", "remember", "remember_first", "remembered"),
    "queries.actors": ("actors", "counts"),
    "queries.changes": ("change_mark",),
    "queries.claims": ("claim", "claim_lines", "claim_read", "claims", "claims_taken_back"),
    "queries.facets": ("caused", "days_told", "facets", "latest_day"),
    "queries.findings": (
        "chain",
        "chains",
        "finding",
        "findings",
        "findings_of",
        "findings_on",
        "holding",
        "holdings",
        "kin",
    ),
    "queries.ids": ("ids_after", "ids_beginning"),
    "queries.marks": ("findings_gone", "judged", "judgements_by_id", "last_changes", "lately_changed", "notices_slice"),
    "queries.outlets": ("chains_in", "hosts", "on_the_word_of", "origins", "published"),
    "queries.places": ("place", "places"),
    "queries.reach": (
        "buckets_of",
        "claims_in",
        "claims_naming",
        "claims_of",
        "claims_touching",
        "lineage",
        "reports_of",
        "said_in_claims",
        "said_with",
        "touched_by",
    ),
    "queries.reports": ("refusals_of", "report", "report_line", "report_lines", "report_status", "reports"),
    "queries.words": ("search",),
    "relating": ("add_relation", "related_to", "relation_between", "relations"),
    "seals": ("fits", "secret_of"),
    "state": ("changed", "is_stale", "mark_stale", "one_reading", "one_step", "packs", "put_packs"),
}
PLACE_OF = {name: place for place, names in PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a function when it is first asked for, after setting Django up if nothing has."""
    if name not in PLACE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from musterroll.ledger.preparing import prepare

    prepare()
    found = getattr(import_module(f"{__name__}.{PLACE_OF[name]}"), name)
    globals()[name] = found
    return found


__all__ = [
    "ORDERS",
    "ActorLine",
    "AuditLine",
    "CaseFilter",
    "Caused",
    "Changed",
    "ClaimFilter",
    "ClaimLine",
    "CorrectionFilter",
    "Counted",
    "Cursor",
    "Derived",
    "Facets",
    "Filed",
    "FindingFilter",
    "Handed",
    "Hit",
    "HostLine",
    "Opened",
    "OriginLine",
    "PageFacts",
    "PlaceLine",
    "Reached",
    "ReportFilter",
    "ReportLine",
    "ReportRead",
    "Scope",
    "Seen",
    "Slice",
    "Standing",
    "SubmissionFilter",
    "actors",
    "add_case_event",
    "add_reading",
    "add_readings",
    "add_refusal",
    "add_relation",
    "add_submission_event",
    "audit",
    "audit_lines",
    "audit_slice",
    "buckets_of",
    "case_by_secret",
    "case_file",
    "cases",
    "cases_received",
    "caused",
    "chain",
    "chains",
    "chains_in",
    "change_mark",
    "changed",
    "check_case_event",
    "check_submission_event",
    "claim",
    "claim_lines",
    "claim_read",
    "claims",
    "claims_in",
    "claims_naming",
    "claims_of",
    "claims_taken_back",
    "claims_touching",
    "close_ledger",
    "confirm_contact",
    "confirm_sender",
    "contact_of",
    "correction",
    "corrections",
    "count_cases",
    "count_on",
    "count_submissions",
    "counts",
    "database_settings",
    "days_told",
    "decoded",
    "encoded",
    "every",
    "facets",
    "file_case",
    "file_submission",
    "finding",
    "findings",
    "findings_gone",
    "findings_of",
    "findings_on",
    "fits",
    "forget",
    "forget_passed",
    "has_page",
    "has_report",
    "holding",
    "holdings",
    "holds",
    "hosts",
    "ids_after",
    "ids_beginning",
    "is_address",
    "is_stale",
    "judge",
    "judged",
    "judgements",
    "judgements_by_id",
    "judgements_on",
    "kin",
    "last_changes",
    "lately_changed",
    "lately_held",
    "latest_day",
    "ledger_version",
    "lineage",
    "many_records",
    "mark_stale",
    "noticed",
    "notices",
    "notices_slice",
    "on_the_word_of",
    "one_reading",
    "one_step",
    "open_ledger",
    "opinion",
    "opinions",
    "origins",
    "packs",
    "place",
    "places",
    "published",
    "purge_contacts",
    "purge_senders",
    "put_derived",
    "put_packs",
    "refusals_of",
    "rehearsal",
    "related_to",
    "relation_between",
    "relations",
    "relink",
    "remember",
    "remember_first",
    "remembered",
    "report",
    "report_line",
    "report_lines",
    "report_status",
    "reports",
    "reports_of",
    "said_in_claims",
    "said_with",
    "search",
    "secret_of",
    "sender_of",
    "standing",
    "standing_judgement",
    "standing_of",
    "stop_contact",
    "stop_sender",
    "submission_by_secret",
    "submission_file",
    "submissions",
    "submissions_received",
    "touched_by",
    "values_before",
    "values_of",
]
