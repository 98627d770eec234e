"""Charts: records in, SVG out, each with the table it was drawn from.

Time runs from left to right in every language, and so do the pictures; their words keep their own direction.
"""

from musterroll.desk.charts.ceilings import ceilings
from musterroll.desk.charts.evidence import evidence_by_day
from musterroll.desk.charts.flows import flows_bars
from musterroll.desk.charts.lengths import lengths
from musterroll.desk.charts.marks import (
    Bracket,
    Chart,
    Column,
    Deadline,
    Event,
    Flow,
    Held,
    Leg,
    Point,
    Stage,
    Week,
)
from musterroll.desk.charts.route import route
from musterroll.desk.charts.sparkline import sparkline
from musterroll.desk.charts.stock import stock_band
from musterroll.desk.charts.timeline import timeline
from musterroll.desk.charts.totals import totals_steps

__all__ = [
    "Bracket",
    "Chart",
    "Column",
    "Deadline",
    "Event",
    "Flow",
    "Held",
    "Leg",
    "Point",
    "Stage",
    "Week",
    "ceilings",
    "evidence_by_day",
    "flows_bars",
    "lengths",
    "route",
    "sparkline",
    "stock_band",
    "timeline",
    "totals_steps",
]
