"""Labels that do not cover each other: a board on which room is taken once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from musterroll.desk.charts.svg import Frame, width_of

CELL = 40.0


class Box(NamedTuple):
    """Room in a picture: its left, top, right and bottom edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def cells(self) -> list[tuple[int, int]]:
        """Return the cells of the board that it touches."""
        rows = range(int(self.top // CELL), int(self.bottom // CELL) + 1)
        return [(column, row) for column in range(int(self.left // CELL), int(self.right // CELL) + 1) for row in rows]


class Spot(NamedTuple):
    """Where a label would stand: its words, the point of its baseline, its text-anchor."""

    words: str
    x: float
    y: float
    anchor: str

    def box(self, font: float) -> Box:
        """Return the room it takes."""
        width = width_of(self.words, font)
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return Box(left, self.y - font * 0.85, left + width, self.y + font * 0.25)


@dataclass
class Board:
    """What room of a picture is taken."""

    frame: Frame
    taken: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def take(self, box: Box) -> None:
        """Take room."""
        for cell in box.cells():
            self.taken.setdefault(cell, []).append(box)

    def free(self, box: Box) -> bool:
        """Say whether room is inside the picture's plot and not taken."""
        if box.left < self.frame.left or box.right > self.frame.width - 1:
            return False
        if box.top < 0 or box.bottom > self.frame.height:
            return False
        return not any(box.meets(other) for cell in box.cells() if cell in self.taken for other in self.taken[cell])

    def place(self, spots: Iterable[Spot], font: float) -> Spot | None:
        """Take the first spot that is free and return it, None where none is."""
        for spot in spots:
            box = spot.box(font)
            if self.free(box):
                self.take(box)
                return spot
        return None


def around(words: str, x: float, y: float, reach: float = 9.0) -> list[Spot]:
    """Return the spots about a mark: right, left, above, below."""
    return [
        Spot(words, x + reach, y + 4, "start"),
        Spot(words, x - reach, y + 4, "end"),
        Spot(words, x, y - reach - 3, "middle"),
        Spot(words, x, y + reach + 12, "middle"),
    ]
