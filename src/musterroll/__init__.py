"""Musterroll reads news of armed conflict and gives attributed claims about armed forces.

>>> report = musterroll.extract(html, url="https://example.org/story")    # doctest: +SKIP
>>> claims = musterroll.read(report)                                      # doctest: +SKIP
"""

from musterroll.front import extract, read
from musterroll.records import Claim, MusterrollError, PageError, Part, Report, Span

__all__ = ["Claim", "MusterrollError", "PageError", "Part", "Report", "Span", "extract", "read"]
