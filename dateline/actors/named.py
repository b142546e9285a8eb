"""Mentions of actors by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dateline.actors.found import Found
from dateline.actors.nominal import nominal
from dateline.actors.nouns import acts, noun_at
from dateline.actors.scene import Named, Scene
from dateline.actors.states import stands_for_government

STATE = "STATE"
_NOT_ACTORS = frozenset(("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"))
_APPOSITION_REACH = 14


def by_name(scene: Scene) -> Iterator[Found]:
    """All mentions by name, in the order of the text."""
    for named in scene.names:
        label = named.name.label
        if named.name.known in scene.table.states or named.national:
            yield from _state_or_people(scene, named)
        elif label == "PERSON":
            yield _person(scene, named)
        elif label == "ORG" or (named.name.known and label not in _NOT_ACTORS):
            if _is_people(scene, named, label):
                yield _mention(scene, named, label, plural=True)
            elif label != "NORP":
                yield _mention(scene, named, "ORG")
        elif label == "NORP":
            if _is_people(scene, named, label):
                yield _mention(scene, named, label, plural=True)
        elif label in ("GPE", "LOC", "FAC") and _place_acts(scene, named):
            yield _mention(scene, named, "PLACE" if label != "FAC" else "ORG")


def _mention(scene: Scene, named: Named, label: str, plural: bool = False, titles: tuple[Found, ...] = ()) -> Found:
    name = named.name
    before = scene.doc[named.first - 1].lower_ if named.first else ""
    return Found(
        name.start, name.end, named.head, "name", named.text, label, name.known, None, plural, before == "the",
        (named.country,) if named.country else (), titles=titles, equals=_apposed(scene, scene.doc[named.head]),
    )  # fmt: skip


def _state_or_people(scene: Scene, named: Named) -> Iterator[Found]:
    """A state that acts, or its people: "Russians", "the Saudis"."""
    if _is_people(scene, named, named.name.label):
        yield _mention(scene, named, "NORP", plural=True)
    elif stands_for_government(scene, named):
        yield _mention(scene, named, STATE)


def _is_people(scene: Scene, named: Named, label: str) -> bool:
    """Whether a demonym or the name of a community is used as a noun: "Kurds", "the Dutch", not "Kurdish"."""
    if label != "NORP":
        return False
    head = scene.doc[named.head]
    if head.dep_ in ("amod", "compound", "nmod", "npadvmod", "attr", "acomp") and head.head.i != head.i:
        return False
    return head.tag_ in ("NNS", "NNPS") or (named.text.endswith(("s", "men")) and head.pos_ in ("NOUN", "PROPN"))


def _place_acts(scene: Scene, named: Named) -> bool:
    """A town or province that decides or speaks: only as the subject of such a verb."""
    head = scene.doc[named.head]
    if head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_.lower() in acts() and head.dep_ == "nsubj"


def _person(scene: Scene, named: Named) -> Found:
    titles = tuple(_titles(scene, named))
    found = _mention(scene, named, "PERSON", titles=titles)
    if any(title.countries for title in titles):
        return found
    before = (scene.name_at(i) for i in range(named.first - 1, max(-1, _title_region(scene, named) - 1), -1))
    country = next((n.country for n in before if n is not None and n.national and n.country), None)
    return replace(found, countries=(country,)) if country else found


def _titles(scene: Scene, named: Named) -> Iterator[Found]:
    """The offices beside a person's name: before it ("Iraq security spokesman ..."), and in apposition after it."""
    doc, head = scene.doc, scene.doc[named.head]
    for i in range(named.first - 1, max(-1, _title_region(scene, named) - 1), -1):
        title = nominal(scene, doc[i]) if scene.name_at(i) is None and noun_at(doc, i) else None
        if title:
            yield title
            if title.noun and not title.noun.is_rank:
                break
    for child in head.rights:
        if child.dep_ == "appos" and child.i - head.i < _APPOSITION_REACH and scene.name_at(child.i) is None:
            for item in (child, *child.conjuncts):
                title = nominal(scene, item) if noun_at(doc, item.i) else None
                if title and not title.plural:
                    yield title
    yield from _predicated(scene, head)


def _title_region(scene: Scene, named: Named) -> int:
    """Where the words before a name that belong to it begin."""
    doc = scene.doc
    first = min((child.left_edge.i for child in doc[named.head].lefts), default=named.first)
    start = named.first
    while start > first and start > 0:
        before = doc[start - 1]
        if before.text in (",", ";", ":", "(", '"') or before.is_space or before.pos_ in ("VERB", "AUX", "SCONJ"):
            break
        start -= 1
    if start == named.first and start > 0 and noun_at(doc, start - 1) and doc[start - 1].text[:1].isupper():
        start -= 1  # the parser did not tie "Chancellor" to the name after it
    return start


def _predicated(scene: Scene, head: Token) -> Iterator[Found]:
    """ "X is the leader of Y": the office that a sentence gives to its subject."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_ != "be":
        return
    for child in verb.rights:
        if child.dep_ == "attr" and noun_at(scene.doc, child.i) and scene.name_at(child.i) is None:
            title = nominal(scene, child)
            if title and not title.plural:
                yield title


def _apposed(scene: Scene, head: Token) -> int | None:
    """The noun before a name in apposition to it: "the permanent secretary, Jane Doe"."""
    if head.dep_ != "appos" or head.head.i == head.i or head.i - head.head.i > _APPOSITION_REACH:
        return None
    governor = head.head.i
    return governor if noun_at(scene.doc, governor) or scene.name_at(governor) else None
