"""The page that describes the API, made from its own description (OpenAPI) and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll.desk.out.api.door import api
from musterroll.desk.out.site import whole

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """A field of a question or an answer: its name, what it may hold, what it means."""

    name: str
    holds: str
    words: str = ""


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked: its address, in a line, in words, what it takes and what it gives."""

    path: str
    summary: str
    words: str
    tag: str
    takes: tuple[Field, ...]
    gives: str | None


@dataclass(frozen=True)
class Shape:
    """A record that the API gives."""

    name: str
    words: str
    fields: tuple[Field, ...]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    described = api.get_openapi_schema(path_prefix="/api/v1/")
    context = {
        "operations": operations_of(described),
        "shapes": shapes_of(described),
        "version": described["info"]["version"],
        "example": whole(request, "/api/v1/findings?measure=stock&limit=2"),
    }
    return render(request, "desk/out/api.html", context)


def operations_of(described: Schema) -> tuple[Operation, ...]:
    """Return what can be asked."""
    return tuple(operation_of(path, each["get"]) for path, each in described["paths"].items() if "get" in each)


def operation_of(path: str, each: Schema) -> Operation:
    """Return one operation."""
    answers = each["responses"].get(200) or each["responses"]["200"]
    content = next(iter(answers["content"].values()))
    return Operation(
        path,
        each["summary"],
        each.get("description", ""),
        each["tags"][0],
        tuple(field_of(one["name"], one["schema"], one.get("description", "")) for one in each["parameters"]),
        content["schema"].get("$ref", "").rpartition("/")[2] or None,
    )


def shapes_of(described: Schema) -> tuple[Shape, ...]:
    """Return the records that the API gives."""
    held = described["components"]["schemas"]
    return tuple(shape_of(name, held[name]) for name in sorted(held) if not name.endswith("Asked"))


def shape_of(name: str, schema: Schema) -> Shape:
    """Return one record."""
    fields = tuple(field_of(key, value) for key, value in schema.get("properties", {}).items())
    return Shape(name, schema.get("description", ""), fields)


def field_of(name: str, schema: Schema, words: str = "") -> Field:
    """Return one field."""
    return Field(name, kind_of(schema), words or schema.get("description", ""))


def kind_of(schema: Schema) -> str:
    """Return what a field holds: "string or null", "list of Origin", "one of stock, flow"."""
    if "anyOf" in schema:
        return " or ".join(kind_of(each) for each in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    return str(schema.get("const", schema.get("type", "anything")))
