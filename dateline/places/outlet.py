"""Where the outlet is: places in the address or the name of the source, a hint for what local names mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from dateline.places import lexicon
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.records import Article

# Country codes that are used as ordinary top-level domains by anybody.
_VANITY = frozenset(("co", "io", "tv", "me", "ai", "fm", "cc", "ws", "ly", "to", "gg", "eu", "su", "la", "am"))
_GENERIC = frozenset(("com", "org", "net", "info", "biz", "co", "gov", "edu", "ac", "www", "news", "m", "mobile"))
_SHORTEST, _LONGEST = 4, 30


def country(article: Article) -> str | None:
    """ISO 3166-1 alpha-2 of the country that the address's top-level domain stands for."""
    last = _host(article).rpartition(".")[2]
    if len(last) != 2 or last in _VANITY:
        return None
    return "GB" if last == "uk" else last.upper()


def places(article: Article, gazetteer: Gazetteer) -> tuple[str, tuple[Entry, ...]] | None:
    """The part of the outlet's name that is a place's name, and the places that bear it."""
    for text in _tried(article):
        entries = tuple(e for e in gazetteer.lookup(text) if e.alias_kind in ("official", "short", "abbreviation"))
        if entries:
            return text, entries
    return None


def _host(article: Article) -> str:
    try:
        return (urlsplit(article.url or "").hostname or "").lower()
    except ValueError:
        return ""


def _tried(article: Article) -> Iterator[str]:
    """Names to look up, the likeliest first."""
    if article.source:
        words = article.source[:100].split()
        kept = [w for w in words if lexicon.bare(w) not in lexicon.outlet_words()]
        if kept and len(kept) < len(words):
            yield " ".join(kept)
    labels = [label for label in _host(article).split(".")[:-1] if label not in _GENERIC]
    for label in labels[-1:]:
        whole = [part for part in re.split(r"[-\d]+", label) if part and part not in lexicon.outlet_words()]
        for part in whole:
            yield from _names_in(part[:_LONGEST])


def _names_in(word: str) -> Iterator[str]:
    """ "houstonchronicle" gives "Houston"; "losangelestimes" also "Los Angeles"."""
    rest = _stripped(word)
    if len(rest) == 2 and rest != word:
        yield rest.upper()
    for piece in dict.fromkeys((rest, *rest.split("and"))):
        if len(piece) >= _SHORTEST:
            yield piece.title()
            for k in range(3, len(piece) - 3):
                yield f"{piece[:k]} {piece[k:]}".title()


def _stripped(word: str) -> str:
    """The word without words for newspapers at its ends, as long as something remains."""
    changed = True
    while changed:
        changed = False
        for known in sorted(lexicon.outlet_words(), key=len, reverse=True):
            if len(known) > 2 and len(word) - len(known) >= 2:
                if word.endswith(known):
                    word, changed = word[: -len(known)], True
                elif word.startswith(known):
                    word, changed = word[len(known) :], True
    return word
