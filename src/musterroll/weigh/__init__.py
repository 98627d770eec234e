"""Weigh: linked claims and their chains in, findings out.

Takes Reports, LinkedClaims, Chains and Packs; gives Findings; never adds, and never compares across kinds of number.
`as_meant` links words that no pack knows to whom an editor says that they mean.
`bucket_of` says which claims have to be weighed together: a change to one bucket leaves the others as they are.
"""

from musterroll.weigh.meanings import as_meant, said_in
from musterroll.weigh.measures import measure_of
from musterroll.weigh.weighing import bucket_of, weigh_claims

__all__ = ["as_meant", "bucket_of", "measure_of", "said_in", "weigh_claims"]
