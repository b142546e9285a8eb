"""Role: whether a mention is literal (something is or happens there) or associative (a people, a government).

The distinction is that of GeoWebNews (Gritta, Pilehvar, Collier 2020), by a logistic model over readable features.
"""

from __future__ import annotations

from spacy.tokens import Doc

from dateline.places import lexicon
from dateline.places.spots import PLACE_LABELS, Spot, is_capital

_PREPOSITIONS = frozenset(
    ("in", "at", "from", "to", "of", "by", "with", "against", "between", "near", "for", "on", "into", "across")
)
_DASHES = frozenset(("-", "--", "—", "–", "(", ":"))


def features(doc: Doc, spot: Spot) -> dict[str, float]:
    """All that the model weighs; the model's answer is the probability that the mention is literal."""
    found = _of_name(spot)
    root = doc[spot.start : spot.end].root
    found[f"dep-{root.dep_}"] = 1
    found[f"pos-{root.pos_}"] = 1
    head = root.head
    if head.i != root.i:
        found[f"head-{head.pos_}"] = 1
        found[f"{root.dep_}-of-{head.pos_}"] = 1
        for kind in lexicon.kinds_of(head.text):
            found[f"head-{kind}"] = 1
        if head.pos_ == "ADP" and head.lower_ in _PREPOSITIONS:
            found[f"under-{head.lower_}"] = 1
            found[f"prep-of-{head.head.pos_}"] = 1
    return found | _of_neighbours(doc, spot)


def _of_name(spot: Spot) -> dict[str, float]:
    found: dict[str, float] = {}
    if spot.name is None:
        found["no-name"] = 1
    elif spot.whole:
        found[f"is-{spot.name.label}"] = 1
    else:
        found[f"in-{'place' if spot.name.label in PLACE_LABELS else spot.name.label}"] = 1
    if spot.entries:
        best = spot.entries[0]
        found["demonym" if best.alias_kind == "demonym" else f"kind-{best.kind}"] = 1
    else:
        found["unlisted"] = 1
    return found


def _of_neighbours(doc: Doc, spot: Spot) -> dict[str, float]:
    found: dict[str, float] = {}
    if spot.end < len(doc):
        following = doc[spot.end]
        found[f"before-{following.pos_}"] = 1
        if following.pos_ == "PROPN" and is_capital(following.text):
            found["before-name"] = 1
        if following.text in _DASHES:
            found["before-dash"] = 1
        for kind in lexicon.kinds_of(following.text):
            found[f"before-{kind}"] = 1
    if spot.start:
        previous = doc[spot.start - 1]
        for kind in lexicon.kinds_of(previous.text):
            found[f"after-{kind}"] = 1
        if previous.lower_ in _PREPOSITIONS:
            found[f"after-{previous.lower_}"] = 1
    return found
