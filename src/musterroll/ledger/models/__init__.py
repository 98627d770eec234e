"""The tables, by matter: evidence, links, acts, what is derived, and the ledger's own state."""

from musterroll.ledger.models.acts import AuditRow, JudgementRow, NoticeRow, StandingRow
from musterroll.ledger.models.cases import (
    CaseContactRow,
    CaseCountRow,
    CaseEventRow,
    CaseJudgementRow,
    CaseRow,
    CaseStandRow,
)
from musterroll.ledger.models.derived import (
    ChainRow,
    FindingClaimRow,
    FindingRow,
    HoldingClaimRow,
    HoldingRow,
    KinRow,
)
from musterroll.ledger.models.evidence import ClaimRow, PageRow, RefusalRow, ReportRow, SentenceRow
from musterroll.ledger.models.links import LinkingRow, LinkRow
from musterroll.ledger.models.state import MetaRow, PackRow

__all__ = [
    "AuditRow",
    "CaseContactRow",
    "CaseCountRow",
    "CaseEventRow",
    "CaseJudgementRow",
    "CaseRow",
    "CaseStandRow",
    "ChainRow",
    "ClaimRow",
    "FindingClaimRow",
    "FindingRow",
    "HoldingClaimRow",
    "HoldingRow",
    "JudgementRow",
    "KinRow",
    "LinkRow",
    "LinkingRow",
    "MetaRow",
    "NoticeRow",
    "PackRow",
    "PageRow",
    "RefusalRow",
    "ReportRow",
    "SentenceRow",
    "StandingRow",
]
