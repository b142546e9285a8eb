"""Recognition: which spots are places, by a logistic model over readable features; of overlapping ones one stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.language import Parse
from dateline.names import Name
from dateline.places import lexicon
from dateline.places.linear import probability
from dateline.places.spots import PLACE_LABELS, Spot, is_capital

Features = dict[str, float]
_AREAS = frozenset(("country", "admin1"))


@dataclass(frozen=True)
class Facts:
    """What the whole article tells about a word."""

    spots: list[Spot]
    person_parts: frozenset[str]
    """Words inside names of people that have more than one word."""
    place_names: Counter[str]
    """How often a piece of text is a whole name that the model takes for a place."""
    other_names: Counter[str]
    lower: frozenset[str]
    """Words that the article also has in lower case."""
    areas: frozenset[int]
    """Tokens at which a state, province or country begins."""
    before: dict[int, Spot]
    """For each token after a spot, the longest spot that ends there."""


def facts(parse: Parse, names: tuple[Name, ...], spots: list[Spot]) -> Facts:
    """Look through the article once."""
    people: set[str] = set()
    place_names: Counter[str] = Counter()
    other_names: Counter[str] = Counter()
    for spot in spots:
        if spot.name is not None and spot.whole:
            (place_names if spot.name.label in PLACE_LABELS else other_names)[spot.text.casefold()] += 1
    for name in names:
        words = parse.article.text[name.start : name.end].casefold().split() if name.label == "PERSON" else []
        if len(words) > 1:
            people.update(words)
    before: dict[int, Spot] = {}
    for spot in spots:
        if spot.end not in before or before[spot.end].start > spot.start:
            before[spot.end] = spot
    return Facts(
        spots,
        frozenset(people),
        place_names,
        other_names,
        frozenset(t.lower_ for t in parse.doc if t.is_lower),
        frozenset(s.start for s in spots if s.entries and s.entries[0].kind in _AREAS),
        before,
    )


def features(doc: Doc, spot: Spot, known: Facts) -> Features:
    """All that the model weighs, each a number between 0 and about 1."""
    found: Features = {}
    found |= _of_name(spot)
    found |= _of_gazetteer(spot)
    found |= _of_words(doc, spot)
    found |= _of_neighbours(doc, spot, known)
    found |= _of_article(spot, known)
    return found


def _of_name(spot: Spot) -> Features:
    if spot.name is None:
        return {"no-name": 1}
    label = spot.name.label
    if spot.whole:
        return {f"is-{label}": 1}
    found: Features = {f"in-{label}": 1}
    at = "first" if spot.start == spot.name_start else "last" if spot.end == spot.name_end else "middle"
    group = "place" if label in PLACE_LABELS else label if label in ("ORG", "PERSON") else "other"
    found[f"{at}-of-{group}"] = 1
    if spot.name.known:
        found[f"{at}-of-known"] = 1
    if spot.entries and at == "first" and group == "ORG":
        found[f"head-{spot.entries[0].kind}"] = 1  # the "Canada" of an agency, against the town of a company's name
    return found


def _of_gazetteer(spot: Spot) -> Features:
    if not spot.entries or spot.lent:
        return {"unlisted": 1, "lent": float(spot.lent)}
    best = spot.entries[0]
    group = best.kind if best.alias_kind != "demonym" else "demonym"
    found: Features = {f"gaz-{group}": 1, "weight": best.weight / 10, "many": min(len(spot.entries), 20) / 20}
    found[f"named-{best.alias_kind}"] = 1
    label = spot.name.label if spot.name is not None else "none"
    if group in ("city", "postal"):
        found[f"city-{label}-{'whole' if spot.whole else 'part'}"] = 1
        found[f"city-weight-{label}"] = best.weight / 10
    elif group in ("country", "admin1", "demonym"):
        found[f"area-{label}-{'whole' if spot.whole else 'part'}"] = 1
    return found


def _of_words(doc: Doc, spot: Spot) -> Features:
    last, count = doc[spot.end - 1], spot.end - spot.start
    found: Features = {f"pos-{last.pos_}": 1, f"length-{min(count, 4)}": 1}
    letters = spot.text.replace(".", "")
    if letters.isupper():
        found["capitals" if len(letters) > 3 else "acronym"] = 1
    kinds = lexicon.kinds_of(last.text) if count > 1 else frozenset()
    for kind in kinds:
        found[f"ends-{kind}"] = 1
        if not spot.entries or spot.lent:
            found[f"ends-{kind}-unlisted"] = 1
    for kind in lexicon.kinds_of(doc[spot.start].text) if count > 1 else ():
        found[f"begins-{kind}"] = 1
    if count == 1 and lexicon.kinds_of(last.text):
        found["kind-word"] = 1
    if spot.named != spot.text and not spot.lent:
        found["listed-kind"] = 1
    if last.dep_ in ("compound", "pobj", "nsubj", "amod", "appos", "poss", "npadvmod", "conj", "dobj"):
        found[f"dep-{last.dep_}"] = 1
    return found


def _of_neighbours(doc: Doc, spot: Spot, known: Facts) -> Features:
    found: Features = {}
    previous = doc[spot.start - 1] if spot.start else None
    following = doc[spot.end] if spot.end < len(doc) else None
    outside = spot.name is None or spot.whole
    if previous is None or previous.is_space or previous.is_sent_end or doc[spot.start].is_sent_start:
        found["first-word"] = 1
    elif is_capital(previous.text) and not previous.is_stop:
        found["after-capital" if outside or previous.i < spot.name_start else "after-capital-inside"] = 1
    if previous is not None:
        for kind in lexicon.kinds_of(previous.text):
            found[f"after-{kind}"] = 1
        if previous.text == "-" and not previous.whitespace_:
            found["after-hyphen"] = 1
        if previous.text == "," and spot.start - 1 in known.before:
            found["after-comma-place"] = 1
    if following is not None and not following.is_space:
        if is_capital(following.text):
            found["before-capital" if outside else "before-capital-inside"] = 1
        for kind in lexicon.kinds_of(following.text):
            found[f"before-{kind}"] = 1
        if following.text == "," and spot.end + 1 in known.areas:
            found["before-area"] = 1
        if following.text in ("-", "'s", "(", "--", "—", "–", ":"):
            found[f"before{following.text}"] = 1
    return found


def _of_article(spot: Spot, known: Facts) -> Features:
    found: Features = {}
    text = spot.text.casefold()
    if spot.end - spot.start == 1 and text in known.person_parts:
        found["part-of-person"] = 1
    places, others = known.place_names[text], known.other_names[text]
    if places + others:
        found["called-place"] = places / (places + others)
        found["called-other"] = others / (places + others)
    if text in known.lower:
        found["also-lower"] = 1
    return found


def looked_at(
    parse: Parse, names: tuple[Name, ...], spots: list[Spot], weights: Mapping[str, float], least: float
) -> list[tuple[Spot, float]]:
    """The spots that are places with the probability `least` or more, none overlapping, in the order of the text."""
    known = facts(parse, names, spots)
    scored = [(spot, probability(features(parse.doc, spot, known), weights)) for spot in spots]
    return without_overlap([pair for pair in scored if pair[1] >= least])


def without_overlap(scored: list[tuple[Spot, float]]) -> list[tuple[Spot, float]]:
    """Of overlapping spots, the likeliest; the longer where two are as likely."""
    taken: set[int] = set()
    kept = []
    for spot, share in sorted(scored, key=lambda pair: (-pair[1], pair[0].start - pair[0].end, pair[0].start)):
        tokens = range(spot.start, spot.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append((spot, share))
    return sorted(kept, key=lambda pair: pair[0].start)
