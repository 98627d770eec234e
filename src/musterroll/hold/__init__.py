"""Hold: linked claims, their chains and findings in, each commitment with its evidence out.

Takes Reports, LinkedClaims, Chains, Findings and Packs; gives Holdings: what speaks for and against each commitment by
day, the stages of withdrawals, rotations, reservations, and what is missing. Never gives a verdict, and never reads
the clock: `Holding.days_past` is asked with a day. The rules are written up in `docs/hold.md`.
"""

from musterroll.hold.bearing import Bearing
from musterroll.hold.holding import bearings_of, hold_bearings, hold_findings

__all__ = ["Bearing", "bearings_of", "hold_bearings", "hold_findings"]
