"""Duties: what a clause asks of forces, and the kinds of evidence that `hold` looks for under each.

A pack says which duties a commitment holds, whom they are about and where; no code knows a commitment by its id.
"""

NO_DUTY = "none"
DUTIES: dict[str, tuple[str, ...]] = {
    "withdraw-foreign-forces": (
        "presence", "arrival", "recruitment", "no-departure", "departure", "departure-confirmed", "departure-verified",
        "no-presence", "no-arrival", "no-recruitment",
    ),
    "send-home": ("no-departure", "departure", "departure-confirmed", "departure-verified"),
    "no-arrivals": ("arrival", "no-arrival"),
    "no-new-recruitment": ("recruitment", "pay", "no-recruitment"),
    "no-arms-supply": ("supply", "no-supply"),
    "no-arms-export": ("arms-out", "no-arms-out"),
    "stop-training": ("training", "no-training", "departure"),
    "pull-back-from-front": ("presence", "arrival", "fighting", "departure", "no-departure", "no-presence"),
    "cease-fire": ("fighting", "breach", "no-fighting", "truce-kept"),
    "no-combat": ("fighting", "no-fighting"),
    "field-force": ("deployed", "not-deployed", "recalled"),
    NO_DUTY: (),
}  # fmt: skip
ABOUT_WORDS = ("all", "foreign", "foreign-fighters", "bound", "bound-foreign")
WORD = "word:"
END_WORDS = ("deadline", "end")
