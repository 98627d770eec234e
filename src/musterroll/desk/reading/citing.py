"""How to cite a thing of the ledger: a line of text and BibTeX, with the day it was looked at."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from musterroll.desk import wording
from musterroll.desk.installation import public_url

SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\^{}"} | {
    char: f"\\{char}" for char in "&%$#_{}"
}


@dataclass(frozen=True)
class Citation:
    """A citation as text and as BibTeX; `address` is the thing's own, for ever."""

    address: str
    text: str
    bibtex: str


def cite(request: HttpRequest, key: str, title: str, today: date | None = None) -> Citation:
    """Return the citation of the page that is asked for; `key` names it in a bibliography."""
    address, day = absolute(request, request.path), (today or date.today()).isoformat()
    words = {"title": title, "day": wording.day(day), "address": address}
    text = _("“%(title)s”, Musterroll, as of %(day)s, %(address)s") % words
    fields = {"title": tex(title), "howpublished": "Musterroll", "url": address, "urldate": day}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return Citation(address, text, f"@misc{{{key},\n{lines}}}")


def absolute(request: HttpRequest, path: str) -> str:
    """Return an address with its host: the one that the public knows, else the one that was asked."""
    public = public_url().rstrip("/")
    return f"{public}{path}" if public else request.build_absolute_uri(path)


def tex(words: str) -> str:
    """Return words as TeX has them."""
    return "".join(SPECIAL.get(char, char) for char in words)
