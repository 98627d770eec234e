"""Records as canonical JSON text, and back, by their type hints alone.

A frozen dataclass becomes an object with its fields in their order, a tuple a list, None null; ids, which follow from
the fields, are not written; a set of words is a sorted list. Text is ASCII, so that any string a page can hold survives
any database.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from musterroll.records import LedgerError

Record = TypeVar("Record")
Decode = Callable[[Any], Any]
PLAIN = (str, int, float, bool, type(None))


def encoded(record: object) -> str:
    """Return a record (a frozen dataclass, or a tuple of plain values) as JSON text; equal records give equal text."""
    return _ENCODER.encode(record)


def decoded(kind: type[Record], text: str) -> Record:
    """Return the record of a kind that `text` holds; raises LedgerError where it holds something else."""
    try:
        return cast(Record, _quick(cast(Any, kind)).decode(text))
    except msgspec.MsgspecError:
        return _carefully(kind, text)


def _carefully(kind: type[Record], text: str) -> Record:
    """The same for text that msgspec has no reading of (half a surrogate pair), or that no record has."""
    try:
        made: Record = _decoder(cast(Any, kind))(json.loads(text))
    except (TypeError, ValueError, AttributeError) as error:
        raise LedgerError(f"a {kind.__name__} of the ledger cannot be read: {error}") from error
    return made


@cache
def _quick(kind: Any) -> msgspec.json.Decoder[Any]:
    """Return msgspec's decoder of a kind, many times as quick as our own."""
    return msgspec.json.Decoder(kind)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _form(record: Any) -> Any:
    """Return the fields of a dataclass without what it has cached beside them; a set as a sorted list."""
    if isinstance(record, frozenset):
        return sorted(record)
    kind: Any = type(record)
    return {name: getattr(record, name) for name in _names(kind)}


_ENCODER = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"), default=_form)


@cache
def _decoder(hint: Any) -> Decode:
    """Return what makes a value of a type hint from its JSON."""
    return _part(hint) or _same


@cache
def _part(hint: Any) -> Decode | None:
    """The same, None where the JSON is the value already."""
    if hint in PLAIN or hint is Any:
        return None
    if is_dataclass(hint):
        return _of_dataclass(hint)
    if get_origin(hint) is frozenset and get_args(hint) == (str,):
        return frozenset
    if get_origin(hint) is tuple:
        return _of_tuple(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return _of_union(get_args(hint))
    if hasattr(hint, "_make"):
        return hint._make  # type: ignore[no-any-return]
    raise TypeError(f"no JSON form for {hint}")


def _same(form: Any) -> Any:
    return form


def _of_dataclass(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    parts = [(name, made) for name in _names(kind) if (made := _part(hints[name]))]

    def decode(form: dict[str, Any]) -> Any:
        for name, made in parts:
            value = form.get(name)
            if value is not None:
                form[name] = made(value)
        return kind(**form)

    return decode


def _of_tuple(of: tuple[Any, ...]) -> Decode:
    if len(of) == 2 and of[1] is Ellipsis:
        made = _part(of[0])
        return tuple if made is None else lambda form: tuple(map(made, form))
    parts = [_decoder(hint) for hint in of]
    return lambda form: tuple([made(value) for made, value in zip(parts, form, strict=True)])


def _of_union(of: tuple[Any, ...]) -> Decode | None:
    """Only "X | None" and unions of plain values have one reading."""
    parts = [hint for hint in of if hint is not type(None)]
    if len(parts) > 1 and any(_part(hint) for hint in parts):
        raise TypeError(f"no JSON form for a choice of {parts}")
    made = _part(parts[0])
    return made and (lambda form: None if form is None else made(form))
