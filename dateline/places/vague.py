"""Vague places: "north of Baghdad", "the border between Syria and Iraq", "near Mosul"; the words that make them so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc

from dateline.places import lexicon
from dateline.places.spots import Spot
from dateline.records import Span

_ARTICLES = frozenset(("the", "a", "an"))
_PAIRED = frozenset(("between", "border"))


def _modifies(doc: Doc, spot: Spot) -> bool:
    """Whether the words of relation belong to another word after the place: "north of the Iraqi capital"."""
    root = doc[spot.start : spot.end].root
    return root.dep_ in ("compound", "amod", "nmod", "poss") and root.head.i >= spot.end


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(phrase) for phrase in lexicon.relations())


def relation(doc: Doc, spots: Sequence[Spot], index: int) -> tuple[str, Span] | None:
    """How a mention's place is only the anchor of a vaguer one, and the span of the words that say so.

    The relation is one of those in relations.csv: "north of", "near", "outside", "border", "northern part" ...
    """
    if _modifies(doc, spots[index]):
        return None
    found = _before(doc, spots[index].start)
    if found is None and index and _joined(doc, spots[index - 1], spots[index]):
        paired = _before(doc, spots[index - 1].start)
        if paired is not None and paired[0] in _PAIRED:
            return paired
    return found


def _before(doc: Doc, start: int) -> tuple[str, Span] | None:
    """The longest phrase of relation that ends right before a token, an article between them left out."""
    end = start - 1 if start and doc[start - 1].lower_ in _ARTICLES else start
    words = _words(doc, end)
    for size in range(min(len(words), _longest()), 0, -1):
        phrase = tuple(word for word, _ in words[-size:])
        if phrase in lexicon.relations():
            first = words[-size][1]
            last = doc[end - 1]
            return lexicon.relations()[phrase], Span(start=doc[first].idx, end=last.idx + len(last.text))
    return None


def _words(doc: Doc, end: int) -> list[tuple[str, int]]:
    """The words before a token with their first tokens, hyphened ones as one ("north-east"), the latest last."""
    found: list[tuple[str, int]] = []
    i = end - 1
    while i >= 0 and len(found) < _longest() and not doc[i].is_space:
        first = i
        while first >= 2 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_:
            first -= 2
        found.append((doc[first : i + 1].text.lower(), first))
        i = first - 1
    return found[::-1]


def _joined(doc: Doc, left: Spot, right: Spot) -> bool:
    between = [t.lower_ for t in doc[left.end : right.start] if t.lower_ not in _ARTICLES]
    return between == ["and"]
