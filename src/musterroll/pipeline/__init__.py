"""Pipeline: the rooms in a row; holds logic of no room."""

from musterroll.pipeline.derivation import derive, rederive
from musterroll.pipeline.forms import claim_form, report_form
from musterroll.pipeline.guard import Bounds
from musterroll.pipeline.importing import Entry, Known, import_sources, keep, read_apart
from musterroll.pipeline.relinking import use_packs
from musterroll.pipeline.row import Reading, read_sources

__all__ = [
    "Bounds",
    "Entry",
    "Known",
    "Reading",
    "claim_form",
    "derive",
    "import_sources",
    "keep",
    "read_apart",
    "read_sources",
    "rederive",
    "report_form",
    "use_packs",
]
