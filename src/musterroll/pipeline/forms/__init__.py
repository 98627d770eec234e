"""Records as JSON: the stable keys of everything that is written for machines (`docs/formats.md`).

Each form takes a record and gives a dict of plain values: text, numbers, lists, dicts and None for what is unknown.
Keys are never renamed or removed; new ones may come.
"""

from musterroll.pipeline.forms.cells import safe_cell
from musterroll.pipeline.forms.findings import chain_form, finding_form, named_form
from musterroll.pipeline.forms.holdings import commitment_form, holding_form
from musterroll.pipeline.forms.judgements import actor_form, judgement_form, notice_form
from musterroll.pipeline.forms.links import claim_line_form, link_form, linked_claim_form
from musterroll.pipeline.forms.reports import claim_form, days_form, report_facts, report_form, span_form

__all__ = [
    "actor_form",
    "chain_form",
    "claim_form",
    "claim_line_form",
    "commitment_form",
    "days_form",
    "finding_form",
    "holding_form",
    "judgement_form",
    "link_form",
    "linked_claim_form",
    "named_form",
    "notice_form",
    "report_facts",
    "report_form",
    "safe_cell",
    "span_form",
]
