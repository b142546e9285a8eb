"""Keys of names: what two spellings of one place name have in common, and the forms that only capitals may match."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME = 120
"""Longest name in code points that can have a key; no place name in use is longer."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "þ": "th", "ð": "d", "ə": "a"}
)
_APOSTROPHES = re.compile("['’‘‛′`´ʼʻʾʿʹ\"“”]")
_NOT_WORD = re.compile(r"[\W_]+")
_DOTS = re.compile(r"[.\s]+")
# The shorter of two usual spellings stands for both; only where another word follows or precedes it.
_FIRST = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "port": "port", "n": "north", "s": "south"}
_FIRST |= {"e": "east", "w": "west"}
_INSIDE = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LAST = {"co": "county", "cty": "county", "twp": "township", "mtn": "mountain", "mtns": "mountains", "is": "islands"}


def plain(text: str) -> str:
    """The text in lower case, without diacritics and apostrophes: "Al Mawşil" gives "al mawsil"."""
    folded = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return _APOSTROPHES.sub("", "".join(c for c in folded if not unicodedata.combining(c)))


def key(name: str) -> str:
    """The key that names are stored and looked up under; "" for what cannot be a name.

    Case, diacritics, apostrophes, hyphens, full stops, a leading "the" and the usual short forms (St., Mt., Ft.,
    N., Co.) make no difference: key("St. Paul") == key("Saint Paul"), key("U.S.") == key("US").
    """
    if len(name) > MAX_NAME:
        return ""
    text = plain(name).replace("&", " and ")
    words = _NOT_WORD.sub(" ", text).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and all(len(w) == 1 for w in words):
        return "".join(words)
    if len(words) > 1:
        words = [_FIRST.get(words[0], words[0]), *(_INSIDE.get(w, w) for w in words[1:-1]), words[-1]]
        words[-1] = _LAST.get(words[-1], words[-1])
    return " ".join(words)


def form_of(name: str) -> str:
    """The form a short name must be met in, or "" where case does not matter.

    Names of up to three letters ("US", "Ely", "N.M.") are too like words to be met in small letters.
    """
    bare = _DOTS.sub("", name)
    return bare if len(bare) <= 3 else ""


def fits(form: str, text: str) -> bool:
    """Whether `text` meets the form of a stored name.

    "NM" is met by "NM" and "N.M."; "Ky" also by "KY" in a headline; a form with its full stop ("Mass.") only by a
    text with it.
    """
    if not form:
        return True
    if form.endswith("."):
        return text[:1].isupper() and text.casefold() == form.casefold()
    bare = _DOTS.sub("", text)
    return bare == form or (not form.isupper() and bare == form.upper())


_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_GENERIC = re.compile(
    r"^(?:the )?(?:greater |downtown |(?:city|town|village|state|province|county|district) of )", re.I
)
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|ad|an|az|el)[- ]", re.I)


def variants(name: str) -> tuple[str, ...]:
    """The name, then what else to try when nobody bears it: no possessive, no "city of", no or another article."""
    tried = [name]
    for pattern in (_POSSESSIVE, _GENERIC, _ARTICLE):
        shorter = pattern.sub("", tried[-1]).strip()
        if shorter and shorter != tried[-1] and len(key(shorter)) > 3:
            tried.append(shorter)
    return tuple(tried)
