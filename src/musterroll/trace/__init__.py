"""Trace: reports and their claims in, who had each claim from whom out.

Takes Reports and Claims; gives Chains: copies, rewrites, source and relay and agency and outlet, and what drifted on
the way; never merges independent reports of one claim, and never guesses an origin.

`trace_chains` traces a set of reports. `retrace` goes on from a Lineage, which a ledger keeps, when reports come or
go: it traces again what they can reach and no more, and the outcome is exactly that of tracing the set afresh.
"""

from musterroll.trace.retracing import Fetch, Retraced, retrace, trace_chains

__all__ = ["Fetch", "Retraced", "retrace", "trace_chains"]
