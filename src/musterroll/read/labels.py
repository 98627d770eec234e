"""The tag sets of the reader's two networks, in the order of their output columns."""

from musterroll.records import ROLES, TYPES

OUTSIDE = 0
SPEAKERS = ("source", "cue", "relay")


def begin_inside(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the BIO tags of `names`: "O", then "B-x" and "I-x" for each, so that B is odd and I is even."""
    return ("O", *(f"{mark}-{name}" for name in names for mark in "BI"))


TRIGGER_TAGS = begin_inside(TYPES)
ROLE_TAGS = begin_inside(ROLES)
SPEAKER_TAGS = begin_inside(SPEAKERS)


def tag_spans(tags: list[int], names: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return (name, first, past last) for each B…I run of a row of tags over words."""
    spans: list[tuple[str, int, int]] = []
    for at, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        name = names[(tag - 1) // 2]
        if tag % 2 == 0 and spans and spans[-1][0] == name and spans[-1][2] == at:
            spans[-1] = (name, spans[-1][1], at + 1)
        else:
            spans.append((name, at, at + 1))
    return spans
