"""The tables, by matter: evidence, links, acts, what is derived, and the ledger's own state."""

from musterroll.ledger.models.acts import AuditRow, JudgementRow, NoticeRow, RelationRow, StandingRow
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
from musterroll.ledger.models.lineage import BucketRow, ChangeRow, ImprintRow, SaidRow, TouchRow
from musterroll.ledger.models.links import LinkingRow, LinkRow
from musterroll.ledger.models.log import LogRow
from musterroll.ledger.models.passing import PassingRow
from musterroll.ledger.models.state import EditionRow, PackRow
from musterroll.ledger.models.submissions import (
    SenderRow,
    SubmissionCountRow,
    SubmissionEventRow,
    SubmissionRow,
    SubmissionStandRow,
)

__all__ = [
    "AuditRow",
    "BucketRow",
    "CaseContactRow",
    "CaseCountRow",
    "CaseEventRow",
    "CaseJudgementRow",
    "CaseRow",
    "CaseStandRow",
    "ChainRow",
    "ChangeRow",
    "ClaimRow",
    "EditionRow",
    "FindingClaimRow",
    "FindingRow",
    "HoldingClaimRow",
    "HoldingRow",
    "ImprintRow",
    "JudgementRow",
    "KinRow",
    "LinkRow",
    "LinkingRow",
    "LogRow",
    "NoticeRow",
    "PackRow",
    "PageRow",
    "PassingRow",
    "RefusalRow",
    "RelationRow",
    "ReportRow",
    "SaidRow",
    "SenderRow",
    "SentenceRow",
    "StandingRow",
    "SubmissionCountRow",
    "SubmissionEventRow",
    "SubmissionRow",
    "SubmissionStandRow",
    "TouchRow",
]
