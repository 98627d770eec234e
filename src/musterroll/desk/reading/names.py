"""Kinds, stages and bases in words, for pages and charts."""

from functools import lru_cache

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from musterroll.desk.maps.layers import layers
from musterroll.reference.countries import countries

SHOWN = (
    "country_name",
    "grade_meaning",
    "kind_name",
    "stage_name",
    "basis_name",
    "kin_name",
    "precision_name",
    "deed_name",
    "duty_name",
)


def country_name(code: str) -> str:
    """Return a country's name for its code of two letters, in Arabic where the base map has it; else the code."""
    return names_of_countries((get_language() or "").startswith("ar")).get(code.upper(), code)


@lru_cache(maxsize=2)
def names_of_countries(arabic: bool) -> dict[str, str]:
    """Return the names of countries by their codes."""
    said = {name.en: name.ar for name in layers().names if name.ar} if arabic else {}
    return {one.iso2: next((said[name] for name in (one.name, *one.aliases) if name in said), one.name)
            for one in countries()}  # fmt: skip


def kind_name(kind: str | None) -> str:
    """Return what an actor, an outlet or a site is."""
    return {
        "state": _("state"), "government": _("government"), "state-force": _("state force"),
        "armed-group": _("armed group"), "private-military-company": _("private military company"),
        "international-body": _("international body"), "peacekeepers": _("peacekeepers"), "monitor": _("monitor"),
        "person": _("person"), "company": _("company"), "aggregate": _("several forces together"),
        "outlet": _("outlet"), "agency": _("news agency"), "air-base": _("air base"), "airport": _("airport"),
        "naval-base": _("naval base"), "helicopter-base": _("helicopter base"), "garrison": _("garrison"),
        "camp": _("camp"), "oil-field-base": _("base at an oil field"), "port": _("port"), "crossing": _("crossing"),
    }.get(kind or "", _("in words only"))  # fmt: skip


def stage_name(stage: str | None) -> str:
    """Return how well a departure is known."""
    return {
        "announced": _("announced"), "reported": _("reported"), "confirmed": _("confirmed"), "verified": _("verified"),
    }.get(stage or "", "")  # fmt: skip


def basis_name(basis: str | None) -> str:
    """Return how a report's day is known."""
    return {
        "stated": _("stated by the record itself"), "json-ld": _("from the data in the page"),
        "meta": _("stated in the page's head"), "time": _("printed on the page"),
        "dateline": _("from the dateline of the text"), "url": _("from the address of the page"),
        "text": _("from the words of the page"), "inferred": _("inferred from the page as a whole: a guess"),
    }.get(basis or "", _("the page does not tell"))  # fmt: skip


def kin_name(kind: str) -> str:
    """Return what a report is to an earlier one."""
    return {
        "copy": _("copy"), "rewrite": _("rewrite"), "same statement": _("quotes the same statement"),
    }.get(kind, kind)  # fmt: skip


def precision_name(precision: int | None) -> str:
    """Return how exactly a place is known (ACLED's geo_precision)."""
    return {
        1: pgettext("precision", "exact: a town or a site"),
        2: pgettext("precision", "about: a county, or near a town"),
        3: pgettext("precision", "wide: a province, a country or more"),
    }.get(precision or 0, pgettext("precision", "no point on the map"))  # fmt: skip


def deed_name(deed: str) -> str:
    """Return an editor's deed, done."""
    return {
        "confirm": _("confirmed"), "mend": _("mended"), "reject": _("rejected"), "reopen": _("reopened"),
        "retract": _("retracted"), "restore": _("restored"), "merge": _("merged"), "part": _("parted again"),
    }.get(deed, deed)  # fmt: skip


def duty_name(duty: str) -> str:
    """Return what a commitment asks, in a word or two."""
    return {
        "withdraw-foreign-forces": _("foreign forces leave"), "send-home": _("send them home"),
        "no-arrivals": _("nobody new comes"), "no-new-recruitment": _("no new recruitment"),
        "no-arms-supply": _("no arms in"), "no-arms-export": _("no arms out"), "stop-training": _("training stops"),
        "pull-back-from-front": _("back from the front"), "cease-fire": _("fighting stops"),
        "no-combat": _("no part in combat"), "field-force": _("a force of its own in the field"),
    }.get(duty, duty.replace("-", " "))  # fmt: skip


def grade_meaning(grade: str) -> str:
    """Return what a grade says of a finding, in a sentence."""
    return {
        "single-origin": _("It goes back to one source, as far as the reports show, however many pages tell it."),
        "several-origins": _("Sources that did not have it from one another say so."),
        "contested": _("Somebody says otherwise or denies it."),
        "denied": _("The reports only deny it."),
        "admitted": _("The side that it is about, or who sponsors it, says so itself."),
        "retracted": _("The reports that it rested on were withdrawn."),
    }[grade]
