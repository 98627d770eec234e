"""Which language a report is written in."""

import re
from functools import lru_cache
from typing import Any

UNKNOWN = "und"
_SHORTEST = 20
_LONGEST = 700
# The languages that news of armed conflict is written in. Rare ones are left out: on a short text the model
# prefers Latin to English far too often.
_PLAUSIBLE = frozenset((
    "ar", "az", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "ku", "lt", "lv", "mk", "ms", "my", "ne", "nl", "no", "pa", "pl",
    "ps", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "uz", "vi", "zh",
    "am", "ky", "tg", "tl", "ha", "yo",
))  # fmt: skip
_SCRIPTS = (
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "that", "was", "is", "for", "with", "said", "has", "were", "from", "by")
)
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(_PLAUSIBLE & set(identifier.labels)))
    return identifier


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or "und" where the text is too short to tell."""
    letters = _LETTER.findall(text[:_LONGEST])
    if len(letters) < _SHORTEST:
        return UNKNOWN
    return _by_script(letters) or _plainly_english(text[:_LONGEST]) or str(_identifier().classify(text[:_LONGEST])[0])


def _plainly_english(text: str) -> str | None:
    """English shows by its small words alone: most pages need no model, which takes a second to load."""
    words = text.casefold().split()
    return "en" if len(words) >= 25 and sum(word in _ENGLISH for word in words) > 0.15 * len(words) else None


def _by_script(letters: list[str]) -> str | None:
    """Some scripts write one language only: no model is needed, nor better."""
    joined = "".join(letters)
    return next((code for code, script in _SCRIPTS if len(script.findall(joined)) > len(letters) * 0.5), None)
