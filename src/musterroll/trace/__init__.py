"""Trace: reports and their claims in, who had each claim from whom out.

Takes Reports and Claims; gives Chains: copies, rewrites, source and relay and agency and outlet, and what drifted on
the way; never merges independent reports of one claim, and never guesses an origin.
"""

from musterroll.trace.chains import trace_chains

__all__ = ["trace_chains"]
