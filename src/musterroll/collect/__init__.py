"""Collect: paths and URLs in, pages out.

Takes file paths, directories, globs, standard input, JSONL records and http(s) URLs; gives Page (or Refusal, with the
reason); never parses an article. It is the only room with network.
"""

from musterroll.collect.limits import Limits
from musterroll.collect.sources import collect_pages

__all__ = ["Limits", "collect_pages"]
