"""Nouns and adjectives as cues: "his claim that ...", "a plan to ...", "is confident that ...", "afraid of losing"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc, Token

from . import cues
from .cues import Cue
from .reading import Reading
from .spans import sentences, trimmed
from .speaker import phrase, subject

_SOURCES = frozenset(("by", "from", "among", "within"))
_HOLDERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_MAX_LOOK = 150
_GOVERNING = frozenset(("dobj", "pobj", "attr", "oprd"))


def read(doc: Doc) -> Iterator[Reading]:
    """Readings of the nouns and adjectives of the tables that have a content."""
    nouns, adjectives = cues.table("nouns"), cues.table("adjectives")
    for token in chain.from_iterable(sentences(doc)):
        if token.pos_ in ("NOUN", "PROPN"):
            cue = nouns.get(token.lemma_.lower())
            reading = _of(token, cue, _holder(token)) if cue is not None else None
        elif token.dep_ in ("acomp", "ROOT", "conj", "advcl", "xcomp", "ccomp", "relcl", "amod", "attr"):
            cue = adjectives.get(token.lower_)
            reading = _of(token, cue, _feeler(token)) if cue is not None else None
        else:
            continue
        if reading is not None:
            yield reading


def _of(word: Token, cue: Cue, who: Token | None) -> Reading | None:
    content = _content(word, cue)
    if content is None or (who is None and content[0] != "that") or (who is not None and who.lower_ in ("it", "there")):
        return None
    frame, first, last = content
    piece = trimmed(word.doc, first, last)
    if piece is None:
        return None
    span = phrase(who) if who is not None else None
    return Reading((piece,), who, span, (word.idx, word.idx + len(word)), frame, cue.kind, word.i)


def _content(word: Token, cue: Cue) -> tuple[str, int, int] | None:
    for child in word.rights:
        first, last = child.left_edge.i, child.right_edge.i
        that = word.doc[first].lower_ == "that" and word.doc[first].dep_ == "mark"
        if child.dep_ in ("acl", "ccomp", "relcl") and that:
            if cue.takes("that"):
                return "that", first, last
        elif child.dep_ == "ccomp" and word.pos_ == "ADJ" and cue.takes("that"):
            return "that", first, last
        elif child.dep_ in ("acl", "xcomp") and any(c.tag_ == "TO" for c in child.lefts):
            if cue.takes("to") and last - first > 1:
                return "to", first, last
        elif child.dep_ == "prep" and cue.takes(child.lower_):
            for thing in child.rights:
                inside = word.doc[thing.left_edge.i : min(thing.right_edge.i, thing.left_edge.i + _MAX_LOOK) + 1]
                if thing.dep_ == "pcomp" or (thing.dep_ == "pobj" and any(t.pos_ == "VERB" for t in inside)):
                    return "object", thing.left_edge.i, thing.right_edge.i
    return None


def _holder(noun: Token) -> Token | None:
    """Whose claim or plan it is: the possessor, "by" and "from" whom, or who makes, has or voices it."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _SOURCES:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    name = next((c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ in _HOLDERS), None)
    if name is not None:
        return name
    head = noun.head
    if noun.dep_ in _GOVERNING and head.pos_ == "VERB" and head.lemma_.lower() in cues.bearers():
        return subject(head)
    return None


def _feeler(adjective: Token) -> Token | None:
    """Who is confident or afraid: the subject of the verb "to be" above it."""
    if adjective.dep_ == "amod":
        return None
    holder = adjective.head if adjective.dep_ == "acomp" else adjective
    own = next((c for c in holder.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own or subject(adjective)
