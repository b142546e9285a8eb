"""How far a content reaches, where the parser hangs on the cue what goes on with it ("said it was late, but ...")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from . import cues
from .speaker import is_further_saying

CLAUSE = "that"
_MAX_DEPTH = 8
_INFINITIVES = frozenset(("to", "to-object"))
_NAMING = frozenset(("predicate", "as", "object-for", "object", "gerund"))
_SUBORDINATE = frozenset(
    ("if", "unless", "until", "because", "although", "though", "whereas", "so", "when", "where", "since")
)
_ASKING = frozenset(("ask", "press", "question", "quiz", "challenge", "pressure"))
_NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"))
_TIMES = frozenset(("DATE", "TIME"))


def last_token(verb: Token, frame: str, last: int) -> int:
    """The last token of a content that the parser ends at `last`, to the right of its cue."""
    for child in verb.rights:
        if child.left_edge.i > last and child.dep_ != "punct" and _goes_on(child, verb, frame, last):
            last = child.right_edge.i
    return last


def before_further_saying(clause: Token, last: int) -> int:
    """The last token of a clause before a participle that says more: "(it was) late, adding that ..."."""
    at = clause
    for _ in range(_MAX_DEPTH):
        rightmost = [c for c in at.rights if c.right_edge.i == last and c.dep_ != "punct"]
        if not rightmost:
            return last
        at = rightmost[-1]
        if is_further_saying(at):
            return at.left_edge.i - 1
    return last


def first_token(verb: Token, frame: str, first: int) -> int:
    """The first token of a clause that the parser begins at `first`, to the right of its cue."""
    doc = verb.doc
    if frame != CLAUSE or first <= verb.i + 1:
        return first
    that = next((t.i for t in doc[verb.i + 1 : first] if t.lower_ == "that" and t.tag_ in ("IN", "WDT", "DT")), None)
    if that is not None:
        return that
    beside = doc[verb.i + 1]
    addressed = any(c.dep_ in ("dobj", "dative", "prt") for c in verb.rights if c.i < first)
    if doc[first].pos_ in ("AUX", "VERB") and doc[first].tag_ not in ("TO", "VBG", "VBN") and not addressed:
        return beside.i if beside.ent_type_ not in _TIMES else first  # its subject must stand before it
    if beside.pos_ in _NOMINAL and beside.ent_type_ not in _TIMES and not addressed:
        return beside.i
    return first


def _goes_on(child: Token, verb: Token, frame: str, last: int) -> bool:
    if child.dep_ == "conj":
        return _conjunct_goes_on(child, verb, frame)
    if child.dep_ == "advcl":
        return _adverbial_goes_on(child, frame)
    if child.dep_ in ("ccomp", "xcomp", "acl", "relcl", "appos", "oprd", "attr", "acomp", "dep"):
        return not _is_cue(child)
    if child.dep_ in ("prep", "agent", "dobj", "npadvmod"):
        return child.left_edge.i == last + 1 and not _tells_when_or_where_said(child)
    return False


def _conjunct_goes_on(conjunct: Token, verb: Token, frame: str) -> bool:
    """Whether a verb coordinated with the cue belongs to the content: by a subject, or a form unlike the cue's."""
    own = next((c for c in conjunct.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if own is not None:
        named = own.pos_ in ("NOUN", "PROPN") and conjunct.lemma_.lower() in cues.table("verbs")
        return frame == CLAUSE and not named and not _is_cue(conjunct)
    if frame in _INFINITIVES:
        return conjunct.tag_ == "VB" and verb.tag_ != "VB"
    if frame in _NAMING:
        return conjunct.tag_ == "VBG" and verb.tag_ != "VBG"
    modal = any(c.tag_ == "MD" for c in conjunct.lefts) and not any(c.tag_ == "MD" for c in verb.lefts)
    return frame == CLAUSE and modal


def _adverbial_goes_on(clause: Token, frame: str) -> bool:
    mark = next((c.lower_ for c in clause.lefts if c.dep_ in ("mark", "advmod")), "")
    if frame == CLAUSE or frame in _INFINITIVES:
        if mark in _SUBORDINATE:
            return clause.lemma_.lower() not in _ASKING
        return frame in _INFINITIVES and clause.tag_ == "VBG" and not _is_cue(clause)
    return frame in _NAMING and any(c.tag_ == "TO" for c in clause.lefts)


def _is_cue(token: Token) -> bool:
    cue = cues.table("verbs").get(token.lemma_.lower())
    return (
        cue is not None
        and cue.takes("that", "quote")
        and any(c.dep_ in ("ccomp", "xcomp", "dobj") or c.is_quote or c.text == ":" for c in token.rights)
    )


def _tells_when_or_where_said(child: Token) -> bool:
    """Whether a phrase belongs to the act of saying: "on Monday", "in a statement", "to reporters"."""
    if child.dep_ == "npadvmod":
        return True
    thing = next((c for c in child.rights if c.dep_ == "pobj"), None)
    return thing is not None and (thing.ent_type_ in _TIMES or thing.lemma_.lower() in _occasions())


@cache
def _occasions() -> Mapping[str, cues.Cue]:
    return cues.table("occasions")
