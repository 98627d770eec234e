"""The records that the rooms hand to each other.

Takes nothing; gives frozen dataclasses; never imports anything of ours.
"""

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
    ModelError,
    MusterrollError,
    OverLimit,
    PackError,
    PageError,
    UnreadLanguage,
    UsageError,
)
from musterroll.records.identity import content_id
from musterroll.records.page import Page, Refusal
from musterroll.records.report import Block, Moment, Report, Span

__all__ = [
    "MODALITIES",
    "POLARITIES",
    "ROLES",
    "SOURCE_KINDS",
    "TYPES",
    "Amount",
    "Attribution",
    "Block",
    "Claim",
    "CorpusError",
    "DayInterval",
    "ModelError",
    "Moment",
    "MusterrollError",
    "OverLimit",
    "PackError",
    "Page",
    "PageError",
    "Part",
    "Quantity",
    "Refusal",
    "Report",
    "Span",
    "UnreadLanguage",
    "UsageError",
    "content_id",
]
