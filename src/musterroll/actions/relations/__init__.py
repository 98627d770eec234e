"""Acts on relations: which reports editors hold to belong together. Nothing is derived from it."""

from musterroll.actions.relations.confirm_related import confirm_related
from musterroll.actions.relations.take_back_related import take_back_related

__all__ = ["confirm_related", "take_back_related"]
