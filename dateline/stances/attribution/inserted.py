"""A cue's clause put into or after its own content: "The plan, she said, has failed", "It rained, he said"."""

from __future__ import annotations

from spacy.tokens import Token

from .reading import Offsets
from .spans import trimmed
from .speaker import is_passive

_DASHES = frozenset(("-", "--", "–", "—", "―"))
_NOMINAL = frozenset(("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "PART"))
_MAX_TAIL = 14


def around(verb: Token, who: Token | None, bounds: tuple[int, int]) -> tuple[Offsets, ...]:
    """The content on both sides of the clause of `verb` and its subject; () when that clause is not put into it.

    `bounds` are the first token of the sentence and the one after its last.
    """
    doc, (start, end) = verb.doc, bounds
    who = inverted(verb, end) or beside(verb, start, who) or who
    if who is None or not start <= who.i < end or is_passive(verb) or verb.dep_ in ("acl", "relcl", "amod"):
        return ()
    left = _left(verb, who, start)
    if left > start and doc[left - 1].lower_ == "as":
        left -= 1
        if left == start:
            return _after_comma(verb, who, end)
    if left <= start + 1 or not _parts(doc[left - 1]):
        return ()
    right = _right(verb, who, end)
    if right is None:
        return ()
    before = trimmed(doc, start, left - 2)
    if right >= end:
        return (before,) if before and _says_before(verb, left) else ()
    if right > max(verb.i, who.right_edge.i if who.i > verb.i else verb.i) + 4 and not _says_before(verb, left):
        return ()
    further = doc[right + 1] if right + 1 < end else None
    if further is not None and further.tag_ == "VBG" and further.dep_ == "advcl":
        return (before,) if before else ()  # "..., she said, pointing at the map"
    after = trimmed(doc, right + 1, end - 1)
    return tuple(p for p in (before, after) if p)


def beside(verb: Token, start: int, who: Token | None) -> Token | None:
    """The noun between comma and verb in ", the mayor said", where the parser takes a subject before the comma."""
    doc, last = verb.doc, verb.i - 1
    while last > start and doc[last].pos_ in ("AUX", "ADV"):
        last -= 1
    first = last
    while first > start and verb.i - first <= _MAX_TAIL and doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    if doc[last].pos_ not in ("PROPN", "NOUN", "PRON") or first <= start or doc[first - 1].lower_ not in (",", "as"):
        return None
    return doc[last] if who is not None and who.i < first and who.head == verb else None


def inverted(verb: Token, end: int) -> Token | None:
    """The noun phrase between verb and comma in ", said the mayor,", where the parser takes another subject."""
    doc, first = verb.doc, verb.i + 1
    if verb.tag_ not in ("VBD", "VBZ") or verb.i == 0 or not _parts(doc[verb.i - 1]) or first >= end:
        return None
    if doc[first].pos_ not in ("PROPN", "NOUN", "DET") or any(c.dep_ in ("nsubj", "dobj") for c in verb.rights):
        return None
    stop = next((t.i for t in doc[first : min(end, first + _MAX_TAIL)] if _parts(t)), None)
    if stop is None or any(t.pos_ in ("VERB", "AUX") for t in doc[first:stop]):
        return None
    return doc[first:stop].root


def _after_comma(verb: Token, who: Token, end: int) -> tuple[Offsets, ...]:
    """The content of "As she said, it is late", which follows the comma."""
    right = _right(verb, who, end)
    piece = trimmed(verb.doc, right + 1, end - 1) if right is not None and right < end else None
    return (piece,) if piece else ()


def _left(verb: Token, who: Token, start: int) -> int:
    """First token of the clause: of the subject's phrase, or of the verb's auxiliaries."""
    if who.i > verb.i:
        return min([verb.i, *(c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod"))])
    first = max(who.left_edge.i, start)
    while who.head != verb and first > start and who.doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    return first


def _right(verb: Token, who: Token, end: int) -> int | None:
    """The break after the clause, or the end of the sentence; None when a clause follows with no break."""
    doc = verb.doc
    at = max(verb.i, who.i) + 1
    depth = 0
    while at < end and at - verb.i <= _MAX_TAIL:
        token = doc[at]
        depth += (token.text == "(") - (token.text == ")")
        if _parts(token) and depth <= 0 and not _apposed(token, who):
            return at
        if token.text in (":", ";") or token.is_quote or token.dep_ == "mark" or token.dep_ in ("nsubj", "nsubjpass"):
            return None
        at += 1
    return end if at >= end or doc[min(at, len(doc) - 1)].is_sent_start else None


def _parts(token: Token) -> bool:
    """Whether a comma or a dash, not a hyphen, parts a sentence here."""
    if token.text == ",":
        return True
    return token.text in _DASHES and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _apposed(comma: Token, who: Token) -> bool:
    """Whether a comma stands inside the subject's phrase after the verb: "said Ms Jones, the mayor, on Monday"."""
    return who.i < comma.i < who.right_edge.i


def _says_before(verb: Token, left: int) -> bool:
    """Whether a clause stands before it, not an adjunct ("After that, he said ...")."""
    if any(c.dep_ == "ccomp" and c.i < left for c in verb.children):
        return True
    return verb.dep_ == "parataxis" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and verb.head.i < left)
