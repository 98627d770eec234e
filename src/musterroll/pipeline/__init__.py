"""Pipeline: the rooms in a row; holds logic of no room."""

from musterroll.pipeline.forms import claim_form, report_form
from musterroll.pipeline.guard import Bounds
from musterroll.pipeline.row import Reading, read_sources

__all__ = ["Bounds", "Reading", "claim_form", "read_sources", "report_form"]
