"""Weigh: linked claims and their chains in, findings out.

Takes Reports, LinkedClaims, Chains and Packs; gives Findings; never adds, and never compares across kinds of number.
`bucket_of` says which claims have to be weighed together: a change to one bucket leaves the others as they are.
"""

from musterroll.weigh.measures import measure_of
from musterroll.weigh.weighing import bucket_of, weigh_claims

__all__ = ["bucket_of", "measure_of", "weigh_claims"]
