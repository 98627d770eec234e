"""How names of places are compared: folded to plain letters, so that "Al-Jufrah", "al Jufrah" and "AL JUFRAH" meet."""

import re
import unicodedata
from functools import lru_cache

ARTICLE = re.compile(r"^(?:the|al|el|an|ar|as|ash|at|az|ad|ed) ")
SAINT = re.compile(r"\b(?:st|ste)\b(?= )")
FINAL_H = re.compile(r"(?<=\w\w)ah\b")
PLAIN = str.maketrans("øłđıæœßðþ", "oldiaosdt")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the key of a name: lower case, no accents, no marks but spaces, "St." written out, no "h" at the end."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", re.sub(r"[’'`ʿʾ.]", "", bare)).replace("_", " ")
    return FINAL_H.sub("a", SAINT.sub("saint", " ".join(words.split())))


def without_article(key: str) -> str:
    """Return a key without its leading article ("al jufrah" → "jufrah")."""
    return ARTICLE.sub("", key)
