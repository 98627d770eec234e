"""How numbers, days and grades are put into words, the same on every page. Digits stay Latin in every language."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

Given = ParamSpec("Given")
Made = TypeVar("Made")


def in_each_language(words: Callable[Given, Made]) -> Callable[Given, Made]:
    """Have a function of words look each up once a language; catalogues stay as they are in a process."""

    @lru_cache(maxsize=4_000)
    def said(language: str | None, *of: Given.args, **named: Given.kwargs) -> Made:
        return words(*of, **named)

    @wraps(words)
    def here(*of: Given.args, **named: Given.kwargs) -> Made:
        return said(translation.get_language(), *of, **named)  # type: ignore[arg-type]  # words take plain values

    return here


def number(value: int | float | None) -> str:
    """Return 20000 as "20,000", None as an en dash."""
    return "–" if value is None else f"{value:,}"


@in_each_language
def bounds(low: int | None, high: int | None, qualifier: str | None = None) -> Markup:
    """Return a range for people: "800–1,200", "at least 35", "up to 20,000", "about 300"; kept left to right.

    A range that stands for a word has the word: "hundreds (200–999)".
    """
    if low is None and high is None:
        return Markup("<bdi>–</bdi>")
    if low is not None and high is not None and low != high:
        span = Markup("<bdi dir=ltr>{}–{}</bdi>").format(number(low), number(high))
        word = vague(low, high)
        return Markup("{} ({})").format(word, span) if word else span
    value = number(low if low is not None else high)
    word = {"at least": _("at least"), "up to": _("up to"), "about": _("about")}.get(qualifier or "", "")
    if high is None:
        word = word or _("at least")
    elif low is None:
        word = word or _("up to")
    figure = Markup("<bdi dir=ltr>{}</bdi>").format(value)
    return Markup("{} {}").format(word, figure) if word else figure


@in_each_language
def vague(low: int, high: int) -> str:
    """Return the word that a range is the reading of (as musterroll.read.strength has it), "" for any other range."""
    return {
        (200, 999): _("hundreds"), (300, 999): _("several hundred"), (2_000, 9_999): _("thousands"),
        (3_000, 9_999): _("several thousand"), (20_000, 99_999): _("tens of thousands"),
        (200_000, 999_999): _("hundreds of thousands"), (24, 99): _("dozens"), (36, 99): _("several dozen"),
        (40, 99): _("scores"),
    }.get((low, high), "")  # fmt: skip


@in_each_language
def bounds_text(low: int | None, high: int | None, qualifier: str | None = None) -> str:
    """Return the same as plain words."""
    return bounds(low, high, qualifier).striptags()


@in_each_language
def day(value: str | None) -> str:
    """Return "2021-03-27" as "27 March 2021", "2021-03" as "March 2021"; None as "date unknown"."""
    if not value:
        return _("date unknown")
    pieces = [int(piece) for piece in value.split("-")]
    if len(pieces) == 3:
        then = date(*pieces)
        return f"{then.day} {MONTHS[then.month]} {then.year}"
    return f"{MONTHS[pieces[1]]} {pieces[0]}" if len(pieces) == 2 else str(pieces[0])


@in_each_language
def month(value: str | None) -> str:
    """Return "2021-03-27" as "Mar 2021"."""
    if not value:
        return _("no date")
    pieces = value.split("-")
    name = str(MONTHS_3[int(pieces[1])]).capitalize() if len(pieces) > 1 else ""
    return f"{name} {pieces[0]}".strip()


def quoted(text: str) -> Markup:
    """Return a quotation in the marks of the reader's language, in its own direction."""
    left, right = ("«", "»") if translation.get_language_bidi() else ("“", "”")
    return Markup("{}<q>{}</q>{}").format(left, escape(text), right)


def capital(words: str) -> str:
    """Return words with their first letter large, as at the start of a sentence."""
    return words[:1].upper() + words[1:]
