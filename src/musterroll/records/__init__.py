"""The records that the rooms hand to each other.

Takes nothing; gives frozen dataclasses; never imports anything of ours.
"""

from musterroll.records.chain import (
    DRIFT_FIELDS,
    KINDS_OF_KIN,
    LINK_ROLES,
    Chain,
    ChainLink,
    Drift,
    Imprint,
    Kinship,
    Lineage,
)
from musterroll.records.claim import (
    MODALITIES,
    POLARITIES,
    ROLES,
    SOURCE_KINDS,
    TYPES,
    Amount,
    Attribution,
    Claim,
    DayInterval,
    Part,
    Quantity,
)
from musterroll.records.errors import (
    CorpusError,
    LoginWall,
    ModelError,
    MusterrollError,
    OverLimit,
    PackError,
    PageError,
    UnreadLanguage,
    UsageError,
)
from musterroll.records.identity import content_id
from musterroll.records.link import VERDICTS, Candidate, Link, LinkedClaim, Pin
from musterroll.records.page import Page, Refusal
from musterroll.records.report import Block, Moment, Report, Span

__all__ = [
    "DRIFT_FIELDS",
    "KINDS_OF_KIN",
    "LINK_ROLES",
    "MODALITIES",
    "POLARITIES",
    "ROLES",
    "SOURCE_KINDS",
    "TYPES",
    "VERDICTS",
    "Amount",
    "Attribution",
    "Block",
    "Candidate",
    "Chain",
    "ChainLink",
    "Claim",
    "CorpusError",
    "DayInterval",
    "Drift",
    "Imprint",
    "Kinship",
    "Lineage",
    "Link",
    "LinkedClaim",
    "LoginWall",
    "ModelError",
    "Moment",
    "MusterrollError",
    "OverLimit",
    "PackError",
    "Page",
    "PageError",
    "Part",
    "Pin",
    "Quantity",
    "Refusal",
    "Report",
    "Span",
    "UnreadLanguage",
    "UsageError",
    "content_id",
]
