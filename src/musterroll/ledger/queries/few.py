"""Conditions that few rows have are asked by the rows, those that many have row by row.

A list is walked along the index of its order, and what is asked is looked up for each row: quick where many rows have
it, slow where hardly one does. Where few do, their ids are taken first, and the list is made of those.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

FEW = 5000  # ids that a statement takes


def few(ids: "QuerySet[Any, Any]") -> list[Any] | None:
    """Return the values of a query of one column, None where there are more than FEW."""
    found = list(ids[: FEW + 1])
    return found if len(found) <= FEW else None


def among(rows: "QuerySet[Any]", column: str, outer: str = "pk", of: str = "id") -> "Q | Exists":
    """Return the condition that a row's `of` is in a column of `rows`, in whichever of the two ways is quicker."""
    found = few(rows.order_by().values_list(column, flat=True))
    if found is not None:
        return Q(**{f"{of}__in": found})
    return Exists(rows.filter(**{column: OuterRef(outer)}))
