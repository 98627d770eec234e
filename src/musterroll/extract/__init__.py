"""Extract: a page in, the report on it out.

Takes Page; gives Report (title, standfirst, byline, agency credit, dates, language, paragraphs and sentences with
offsets); never drops a page in silence: what is no report raises a PageError that says why.
"""

from musterroll.extract.report import extract_report

__all__ = ["extract_report"]
