"""When the name of a country, a capital or a seat of power stands for those who govern it."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.actors.nouns import acts, noun_at
from dateline.actors.scene import Named, Scene
from dateline.known import words

_SUBJECT = frozenset(("nsubj", "nsubjpass", "agent", "csubj"))
_OBJECT = frozenset(("dobj", "dative", "iobj"))
_PLACE_PREPOSITIONS = words(
    "in into inside within across throughout near around through outside via toward towards over at onto along beyond "
    "behind beneath above below off out up down upon"
)
_AGAINST = words("by against with between among versus")
_MOVES = words(
    "go come travel fly return arrive move head drive sail walk flee migrate immigrate emigrate trip visit journey "
    "tour way road flight return withdrawal withdraw departure depart leave deport deportation export import born live"
)
_ADDRESSES = words(
    "accuse urge warn condemn blame criticize criticise tell ask press pressure thank praise denounce sanction "
    "threaten persuade convince invite assure notify inform punish isolate rebuke implore beseech "
    "anger irk infuriate reassure"
)
"""Verbs whose object is somebody: a capital that is their object is the government there."""
_STILL = frozenset(("border", "lie", "locate", "situate"))


def stands_for_government(scene: Scene, named: Named) -> bool:
    """Whether this name of a country, people, capital or seat of power is used as of somebody who acts."""
    head = scene.doc[named.head]
    if _begins_a_title(scene, named) or (head.dep_ in _SUBJECT and _is_possessive(scene, named)):
        return False
    if named.name.label == "NORP" or head.tag_ == "JJ":
        return _modifies_a_thing(scene, named, head)
    strict = named.name.label != "FAC" and scene.table.capitals.get(named.text.casefold()) is not None
    return _acts(scene, named, head, strict) and not _follows_a_place(scene, named)


def _is_possessive(scene: Scene, named: Named) -> bool:
    """Whether a possessive mark follows: then no verb's subject, whatever the parser says."""
    return named.last + 1 < len(scene.doc) and scene.doc[named.last + 1].tag_ == "POS"


def _acts(scene: Scene, named: Named, head: Token, strict: bool) -> bool:
    dep, governor = head.dep_, head.head
    if not strict and _before_its_verb(scene, named):
        return True
    if dep in ("conj", "appos") and governor.i != head.i:
        other = scene.name_at(governor.i)
        alike = other is not None and other.national and other.head == governor.i
        return (alike or noun_at(scene.doc, governor.i) is not None) and _acts(scene, other or named, governor, strict)
    if dep in _SUBJECT:
        return governor.lemma_.lower() in acts() if strict else governor.lemma_ not in _STILL
    if dep in _OBJECT:
        verb = governor.lemma_.lower()
        return verb in _ADDRESSES if strict else verb in acts() and verb not in _MOVES
    if dep == "pobj":
        return _after_preposition(governor, strict)
    if dep in ("poss", "nmod", "compound"):
        return _modifies_a_thing(scene, named, head)
    return dep == "ROOT" and not strict and named.name.label == "FAC"


def _before_its_verb(scene: Scene, named: Named) -> bool:
    """Whether a verb of somebody's acting follows at once, which the parser may have missed: "U.S. urges Ukraine"."""
    before = scene.doc[max(0, named.first - 2) : named.first]
    if any(token.tag_ in ("IN", "TO") for token in before):
        return False  # "the crisis in Iraq has ended"
    following = scene.doc[named.last + 1 : named.last + 4]
    verb = next((t for t in following if t.pos_ not in ("AUX", "ADV")), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBD", "VBN") or verb.lemma_.lower() not in acts():
        return False
    return verb.i == named.last + 1 or following[0].tag_ in ("VBZ", "VBD", "MD")


def _after_preposition(preposition: Token, strict: bool) -> bool:
    word, governor = preposition.lower_, preposition.head
    if word in _AGAINST:
        return True
    if word in _PLACE_PREPOSITIONS or strict:
        return False
    if word in ("to", "from", "for", "on", "of", "about", "like"):
        return governor.lemma_.lower() not in _MOVES and (word != "of" or _is_nominalised_act(governor))
    return word in ("including", "toward", "than", "as")


def _is_nominalised_act(token: Token) -> bool:
    """ "the invasion of Iraq", "support of Russia": a noun made from a verb; not "the people of Vietnam"."""
    return (
        token.lemma_.lower().endswith(("ion", "ment", "ism", "ance", "al", "ort"))
        and noun_at(token.doc, token.i) is None
    )


def _modifies_a_thing(scene: Scene, named: Named, head: Token) -> bool:
    """ "Russian strikes", "U.S. help", "Iran's decision": the thing is the state's; "Russian troops" are themselves."""
    governor = head.head
    if head.dep_ not in ("amod", "compound", "poss", "nmod") or governor.i <= named.last:
        return False
    if scene.name_at(governor.i) is not None or noun_at(scene.doc, governor.i) is not None:
        return False
    return governor.pos_ in ("NOUN", "PROPN") and governor.lower_ not in _LANDSCAPE


def _begins_a_title(scene: Scene, named: Named) -> bool:
    """ "Iraq Prime Minister ...": the country only says of where the office is, however the parser tied it."""
    doc = scene.doc
    following = doc[named.last + 1 : named.last + 4]
    for token in following:
        if not token.text[:1].isupper():
            return False
        if noun_at(doc, token.i):
            return True
    return False


def _follows_a_place(scene: Scene, named: Named) -> bool:
    """ "Mosul, Iraq": the country only says where the town is."""
    if named.first < 2 or scene.doc[named.first - 1].text != ",":
        return False
    before = scene.name_at(named.first - 2)
    return before is not None and before.name.label in ("GPE", "LOC", "FAC") and not before.national


_LANDSCAPE = words(
    "city town village capital province region border coast area territory district state county north south east west "
    "countryside airport port street desert island river mountain mountains sea soil side suburb neighborhood language "
    "crisis conflict war time citizenship culture history food man"
)
