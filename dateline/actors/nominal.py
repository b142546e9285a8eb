"""Mentions of actors by description: "government-backed forces", "the 22-year-old gunman", "Iraq experts"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dateline.actors.found import Found
from dateline.actors.nouns import Noun, acts, is_plural, noun_at
from dateline.actors.phrases import modifiers
from dateline.actors.scene import Scene
from dateline.known import words

_AS_MODIFIER = words("government military police opposition party parliament court armed intelligence")
"""Families that still act when they only modify a thing: "government efforts", "a rebel advance"."""
_MODIFYING = frozenset(("compound", "nmod", "npadvmod", "amod"))
_ANY = words("any no every each whatever neither either")
_STATES = words("countries nations states allies partners neighbors neighbours enemies rivals")


def by_description(scene: Scene) -> Iterator[Found]:
    """All mentions by description that are not titles of a named person, in the order of the text."""
    for token in scene.doc:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.i in scene.name_of:
            continue
        hit = noun_at(scene.doc, token.i)
        if hit is None or (token.pos_ == "ADJ" and token.dep_ in ("acomp", "advmod")):
            continue
        if token.dep_ in _MODIFYING and token.head.i > token.i:
            found = _modifier(scene, token, *hit)
        else:
            found = nominal(scene, token)
            if found and hit[0].weak and not _is_body(scene, found.equals) and not _acts(scene, token):
                found = replace(found, tentative=True) if found.definite and not found.plural else None
        if found and not _denotes_nobody(token):
            yield found


def _denotes_nobody(token: Token) -> bool:
    """ "any administration", "no official", "as a unified government": a kind of actor is meant, not an actor."""
    if is_plural(token):
        return False
    determiners = {child.lower_ for child in token.lefts if child.dep_ == "det"}
    if determiners & _ANY:
        return True
    return bool(determiners & {"a", "an"}) and token.dep_ == "pobj" and token.head.lower_ == "as"


def nominal(scene: Scene, token: Token) -> Found | None:
    """The mention whose head noun is `token`; None when its noun denotes nobody."""
    hit = noun_at(scene.doc, token.i)
    if hit is None:
        return None
    noun, core = hit
    told = modifiers(scene, token, core)
    start, end = scene.doc[told.first].idx, token.idx + len(token)
    return Found(
        start, end, token.i, "nominal", scene.text[start:end], "", None, noun, is_plural(token), told.definite,
        told.countries, told.regions, told.owner, told.words, equals=_equals(scene, token),
    )  # fmt: skip


def _modifier(scene: Scene, token: Token, noun: Noun, core: int) -> Found | None:
    """A noun that only modifies another: a body whose doing that is ("government efforts"), or that someone is of."""
    if (
        noun.family not in _AS_MODIFIER
        or noun.weak
        or (token.dep_ == "amod" and token.pos_ == "ADJ" and noun.collective)
    ):
        return None
    head = token.head
    other = noun_at(scene.doc, head.i)
    if scene.name_at(head.i) is not None and scene.name_at(head.i) is not scene.name_at(token.i):
        return None  # part of a title
    if other and other[1] <= token.i:
        return None  # a word of the noun itself: "police officer"
    if other and other[0].collective:
        return None  # "government forces" are the forces
    start, end = scene.doc[core].idx, token.idx + len(token)
    told = modifiers(scene, token, core)
    return Found(
        start, end, token.i, "nominal", scene.text[start:end], "", None, noun, is_plural(token) or not noun.collective,
        True, told.countries, told.regions, None, told.words,
    )  # fmt: skip


def _acts(scene: Scene, token: Token) -> bool:
    """Whether a noun that often denotes a thing is somebody here: it does or suffers what only somebody can."""
    dep, governor = token.dep_, token.head
    if token.tag_ == "NNS" and token.lower_ in _STATES:
        return dep in ("nsubj", "nsubjpass", "dobj") or governor.lower_ in (
            "by",
            "with",
            "to",
            "from",
            "against",
            "between",
        )
    if dep == "conj" and governor.i != token.i:
        return _acts(scene, governor)
    if dep == "nsubj":
        return governor.lemma_.lower() in acts()
    if dep == "pobj":
        return governor.lower_ == "by" and governor.dep_ == "agent"
    if dep == "poss":
        return governor.lemma_.lower().endswith(("ion", "ment", "ance", "al")) or governor.lemma_ in acts()
    return False


def _is_body(scene: Scene, token: int | None) -> bool:
    """Whether a phrase in apposition says what a named organisation is."""
    named = scene.name_at(token) if token is not None else None
    return named is not None and named.name.label == "ORG"


def _equals(scene: Scene, token: Token) -> int | None:
    """The head of the phrase that this one stands in apposition to."""
    if token.dep_ == "appos" and token.head.i != token.i and abs(token.i - token.head.i) < 14:
        return token.head.i
    return None
