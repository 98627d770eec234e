"""The templates' words: addresses, numbers, days and translations, for Jinja."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from jinja2 import Environment, StrictUndefined

from musterroll.desk import headings, wording
from musterroll.desk.elsewhere import Straight, web_address
from musterroll.desk.out import citing, linked_data
from musterroll.desk.reading import names, quoting

HEADINGS = (
    "heading", "force_name", "speaker", "says_who", "type_name", "measure_name", "measure_meaning", "grade_name",
    "interest_name", "role_name", "modality_name", "link_role_name", "field_name", "status_name", "sort_name",
    "source_kind_name", "exactness_name", "contradiction_name",
)  # fmt: skip
LINKED_DATA = ("organisation", "report_data", "opinion_data", "claim_data", "finding_data")
CITING = ("cite_finding", "cite_report", "cite_claim")


def environment(**options: Any) -> Environment:
    """Return the environment: autoescaped, strict about what is not there."""
    made = Environment(**{**options, "undefined": StrictUndefined}, extensions=["jinja2.ext.i18n"])
    made.template_class = Straight
    made.install_gettext_callables(  # type: ignore[attr-defined]
        wording.in_each_language(translation.gettext), translation.ngettext, newstyle=True
    )
    made.globals.update(
        url=address,
        static=static,
        language=translation.get_language,
        rtl=is_rtl,
        becomes=becomes,
        in_language=in_language,
    )
    made.globals.update({name: getattr(headings, name) for name in HEADINGS})
    made.globals.update({name: getattr(names, name) for name in names.SHOWN})
    made.globals.update(pieces_of=quoting.pieces_of, on_its_page=quoting.on_its_page, hits_in=quoting.hits_in)
    made.globals.update(web_address=web_address)
    made.globals.update(json_ld=linked_data.script_of)
    made.globals.update({name: getattr(linked_data, name) for name in LINKED_DATA})
    made.globals.update({name: getattr(citing, name) for name in CITING})
    made.filters.update(
        number=wording.number,
        bounds=wording.bounds,
        day=wording.day,
        month=wording.month,
        quoted=wording.quoted,
        capital=wording.capital,
        query=query,
        date_format=date_format,
    )
    return made


def address(view: str, *args: str, **query_fields: str | None) -> str:
    """Return the address of a view; what is not None of `query_fields` goes into its query."""
    fields = {name: value for name, value in query_fields.items() if value is not None}
    return address_in(translation.get_language(), view, args) + (f"?{urlencode(fields)}" if fields else "")


@lru_cache(maxsize=20_000)
def address_in(language: str | None, view: str, args: tuple[str, ...]) -> str:
    """Return the address of a view in the language that is on; addresses stay as they are while a process runs."""
    return reverse(view, args=args)


def query(fields: Mapping[str, object], **changes: object) -> str:
    """Return a query string of `fields` with some changed; None takes one out."""
    held = {name: value for name, value in {**fields, **changes}.items() if value not in (None, "")}
    return f"?{urlencode(held, doseq=True)}" if held else "?"


def becomes() -> str:
    """Return the arrow from what was to what is, in the direction of reading."""
    return "←" if is_rtl() else "→"


def is_rtl() -> bool:
    """Say whether the reader's language runs from right to left."""
    return translation.get_language_bidi()


def in_language(request: HttpRequest, code: str) -> str:
    """Return the address of the page that is being shown, in another language."""
    bare = request.get_full_path()
    for known, _ in settings.LANGUAGES:
        if bare == f"/{known}" or bare.startswith(f"/{known}/"):
            bare = bare[len(known) + 1 :] or "/"
    bare = f"/{bare.lstrip('/')}"  # "//name" would be another site
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"
