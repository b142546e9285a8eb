"""Noun phrases of the parse: their edges and what their modifiers tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.actors.nouns import is_plural, noun_at
from dateline.actors.scene import Named, Scene
from dateline.known import fold, words

_LEFT = words("det amod compound nummod poss nmod quantmod predet npadvmod advmod punct")
_NEVER_INSIDE = frozenset(("VB", "VBD", "VBP", "VBZ", "MD", "IN", "TO", "WDT", "WP", "WRB", "``", "''", ":", "-RRB-"))
_OWNER_PREPOSITIONS = frozenset(("of", "for", "at", "from", "with", "in"))
_DEFINITE = words("the this that these those both")
_NO_DISTINCTION = words(
    "the a an this that these those some many several two three four five other and or "
    "as well more most all any no such own"
)


@dataclass(frozen=True)
class Modifiers:
    """What stands in a phrase beside its head noun."""

    first: int
    definite: bool
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    owner: int | None
    words: tuple[str, ...]


def modifiers(scene: Scene, head: Token, core: int) -> Modifiers:
    """Reads the phrase of a head noun whose own words begin with token `core`."""
    first = _left_edge(scene, head, core)
    countries: list[str] = []
    regions: list[str] = []
    telling: list[str] = []
    owner: int | None = None
    definite = False
    for i in range(first, core):
        token = scene.doc[i]
        named = scene.name_at(i)
        definite |= token.lower_ in _DEFINITE or token.dep_ == "poss"
        if named:
            if named.name.label in ("GPE", "LOC", "FAC") or named.country:
                _place(named.country, named.national, named.text, countries, regions)
            if named.head == i and (named.name.label in ("ORG", "PERSON") or named.country is None):
                owner = i
        elif token.dep_ == "poss" or (token.dep_ == "compound" and noun_at(scene.doc, i) and not _opposed(scene, i)):
            owner = i if owner is None or token.dep_ == "poss" else owner
        if _distinguishes(token, named):
            telling.append(fold(token.text))
    if not countries and scene.doc[core].text[:1].isupper():
        _untied(scene, first, countries, regions)
    if countries and is_plural(head):
        first = _joined_countries(scene, first, countries)
    after = _complement(scene, head, countries, regions)
    return Modifiers(
        first, definite, tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(regions)),
        after if after is not None else owner, tuple(telling),
    )  # fmt: skip


def _opposed(scene: Scene, i: int) -> bool:
    """Whether "anti-" stands before a noun: "anti-government forces" are not the government's."""
    return i > 1 and scene.doc[i - 1].text == "-" and scene.doc[i - 2].lower_ == "anti"


def _distinguishes(token: Token, named: Named | None) -> bool:
    """Whether a modifier sets the actor apart from others of its noun."""
    if named is not None:
        return named.name.label == "NORP" and named.country is None
    return token.is_alpha and token.dep_ != "poss" and token.lower_ not in _NO_DISTINCTION


def _untied(scene: Scene, first: int, countries: list[str], regions: list[str]) -> None:
    """A country right before a title that the parser did not tie to it: "Iraq Prime Minister"."""
    named = scene.name_at(first - 1) if first else None
    if named and named.country and named.name.label in ("GPE", "NORP"):
        _place(named.country, named.national, named.text, countries, regions)


def _joined_countries(scene: Scene, first: int, countries: list[str]) -> int:
    """Takes in the owners joined before a phrase ("Iran's and Iraq's ministers"); returns where the phrase begins."""
    doc = scene.doc
    while first > 1 and doc[first - 1].lower_ in ("and", ","):
        last = first - 2 - (doc[first - 2].tag_ == "POS")
        named = scene.name_at(last)
        if named is None or not named.national or named.country is None or doc[first - 2].tag_ != "POS":
            break
        countries.insert(0, named.country)
        first = named.first
    return first


def _joins_alike(scene: Scene, i: int) -> bool:
    """Whether an "and" within a phrase joins two modifiers: "Sunni and Kurd", not "in Lima and ban"."""
    before, after = scene.name_at(i - 1), scene.name_at(i + 1)
    return (before is None) == (after is None) or scene.doc[i - 1].tag_ == "POS"


def _left_edge(scene: Scene, head: Token, core: int) -> int:
    first = core
    for child in head.lefts:
        if child.dep_ in _LEFT and child.i < first and not (child.is_punct and child.i < core - 1):
            first = min(first, child.left_edge.i)
    doc = head.doc
    for i in range(core - 1, first - 1, -1):
        if doc[i].tag_ in _NEVER_INSIDE or doc[i].is_space or (doc[i].tag_ == "CC" and not _joins_alike(scene, i)):
            first = i + 1
            break
    while first < core and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    return first


def _complement(scene: Scene, head: Token, countries: list[str], regions: list[str]) -> int | None:
    """Countries that follow in "of X", "in X"; returns the head of an "of", "for", "at" phrase that names a body."""
    owner = None
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in _OWNER_PREPOSITIONS:
            continue
        for item in _objects(child):
            named = scene.name_at(item.i)
            if named and named.name.label in ("GPE", "LOC", "NORP", "FAC"):
                _place(named.country, named.national, named.text, countries, regions)
            elif child.lower_ in ("of", "for", "at", "from") and (named or noun_at(scene.doc, item.i)):
                owner = item.i if owner is None else owner
                if named and named.country:
                    countries.append(named.country)
    return owner


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.rights:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts


def _place(country: str | None, national: bool, text: str, countries: list[str], regions: list[str]) -> None:
    if country:
        countries.append(country)
    if not national and text[:1].isupper():
        regions.append(text)
