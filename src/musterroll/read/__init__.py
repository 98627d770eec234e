"""Read: a report in, its claims out, each part with its character span.

Takes Report; gives Claims; never adds what the report does not say, or decides what is true.
"""

from musterroll.read.reader import read_claims

__all__ = ["read_claims"]
