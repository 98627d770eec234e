"""Writing SVG as safe text: every value is escaped, nothing is inline style or script."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from markupsafe import Markup, escape

Inside = str | Markup


@dataclass(frozen=True)
class Frame:
    """The room of a picture in its own units: its size, the edges of what is plotted, the height of its letters."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    font: float = 13.0

    @property
    def narrow(self) -> bool:
        """Whether it is for a phone."""
        return self.width < 500


def tag(name: str, *inside: Inside, **attributes: object) -> Markup:
    """Return an element. `class_` writes "class", "_" in a name "-"; an attribute that is None is left out."""
    # plain strings, escaped piece by piece: Markup's own joining and formatting takes six times as long
    written = "".join(
        [f' {name_of(key)}="{escaped(value_of(value))}"' for key, value in attributes.items() if value is not None]
    )
    body = "".join([piece if isinstance(piece, Markup) else escaped(str(piece)) for piece in inside])
    return Markup(f"<{name}{written}>{body}</{name}>")


@cache
def name_of(key: str) -> str:
    """Return an attribute's name: "aria-label" of "aria_label", "class" of "class_"."""
    return key.rstrip("_").replace("_", "-")


@lru_cache(8192)
def escaped(words: str) -> str:
    """Return plain words as they stand in markup. Never give it Markup: it is equal to its own words."""
    return str(escape(words))


def value_of(value: object) -> str:
    """Return an attribute's text; numbers with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def link_to(address: str) -> str:
    """Return an address of this site unchanged; raises ValueError for any other, which would lead a reader astray."""
    if address.startswith(("?", "#")) or (address.startswith("/") and not address.startswith(("//", "/\\"))):
        return address
    raise ValueError(f"not an address of this site: {address[:80]!r}")


def anchor(address: str, words: str, *inside: Inside) -> Markup:
    """Return marks as a link that says in words what it is, on hover and to a screen reader."""
    return tag("a", tag("title", words), *inside, href=link_to(address), aria_label=words)


def text(x: float, y: float, words: str, kind: str = "", anchor_at: str | None = None) -> Markup:
    """Return words at a point; `anchor_at` is SVG's text-anchor. The words keep their own direction."""
    return tag("text", words, x=x, y=y, class_=kind or None, text_anchor=anchor_at)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """Return a line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def rect(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """Return a rectangle, never of negative size."""
    return tag("rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), class_=kind)


def path(points: Iterable[tuple[float, float]], kind: str, closed: bool = False) -> Markup:
    """Return a path through points."""
    drawn = "L".join(f"{value_of(x)} {value_of(y)}" for x, y in points)
    return tag("path", d=f"M{drawn}{'Z' if closed else ''}", class_=kind)


def picture(frame: Frame, words: str, *inside: Inside) -> Markup:
    """Return a whole picture. It runs left to right in every language, as time does."""
    return tag(
        "svg", *inside,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {value_of(frame.width)} {value_of(frame.height)}",
        class_="narrow" if frame.narrow else "wide", role="group", aria_label=words, direction="ltr",
    )  # fmt: skip


def width_of(words: str, font: float) -> float:
    """Return about how wide words are drawn, on the safe side."""
    wide = 0 if words.isascii() else sum(ord(letter) > 0x2E80 for letter in words)
    return (len(words) * 0.56 + wide * 0.44) * font


def cut(words: str, room: float, font: float) -> str:
    """Return words shortened to a width, with an ellipsis where something fell away."""
    if width_of(words, font) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", font) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def fold(words: str, room: float, font: float, most: int = 2) -> list[str]:
    """Return words in at most so many lines of a width; what does not fit is cut with an ellipsis."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and width_of(longer, font) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [cut(line, room, font) for line in lines]


def small(*marks: Markup, kind: str | None = None) -> Markup:
    """Return marks as a small picture of their own, 20 wide and 24 high, for a key; unseen by screen readers."""
    return tag(
        "svg", tag("g", *marks, class_=kind), class_="key", viewBox="0 0 20 24", aria_hidden="true", focusable="false"
    )
