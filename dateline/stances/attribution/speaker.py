"""The speaker: the noun phrase that a cue belongs to, and the actor it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Token

from dateline.records import Actor

from . import cues
from .reading import Offsets

_OUTER = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis", "dep"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_FINITE = frozenset(("VBZ", "VBD", "VBP"))
_MAX_HOPS = 8
_MAX_PHRASE = 60


def subject(verb: Token) -> Token | None:
    """Head of the noun phrase that does what `verb` says, through conjunction, control and participles."""
    if is_passive(verb) and not _has_elided(verb):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    at = verb
    for _ in range(_MAX_HOPS):
        own = next((c for c in at.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            return own
        head = at.head
        if head == at:
            return _subject_before(at) if at == verb else None
        if at.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON") and at.tag_ != "VB":
            return _author(head) if at.dep_ == "acl" else head
        if at.dep_ == "xcomp" and at.tag_ == "VB":
            controlled = next((c for c in head.children if c.dep_ == "dobj"), None)
            if controlled is not None and head.lemma_.lower() in cues.controllers():
                return controlled
        if at.dep_ == "pcomp" and head.lower_ == "as":
            return next((c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if at.dep_ == "conj" and at.tag_ in _FINITE and head.tag_ == "VB":
            head = head.head  # "begs him to stay and adds that": who begs adds
        at = _reporting(at) or head
    return None


def _author(noun: Token) -> Token:
    """Who says what a text or an occasion says: "sent a letter urging ...", "spoke at a rally, calling ..."."""
    if noun.lemma_.lower() not in cues.table("occasions"):
        return noun
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in cues.bearers():
        return subject(noun.head) or noun
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and noun.head.head.pos_ == "VERB":
        return subject(noun.head.head) or noun
    return noun


def _subject_before(verb: Token) -> Token | None:
    """The subject that the parser gives to a clause inside it: "Ms Lee, asked about it, said ..."."""
    inner = (c for c in verb.lefts if c.dep_ in ("ccomp", "advcl") and not any(m.dep_ == "mark" for m in c.lefts))
    clause = next(inner, None)
    if clause is None or not any(c.dep_ == "ccomp" for c in verb.rights):
        return None
    return next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)


def _reporting(participle: Token) -> Token | None:
    """The verb of saying that "adding that ..." goes on with, where the parser hangs it on what was said."""
    if not is_further_saying(participle):
        return None
    at, reporting = participle.head, None
    for _ in range(_MAX_HOPS):
        if at.dep_ != "ccomp":
            break
        at = at.head
        cue = cues.table("verbs").get(at.lemma_.lower())
        if cue is not None and cue.kind in ("speech", "writing"):
            reporting = at
    return reporting


def is_further_saying(participle: Token) -> bool:
    """Whether a participle after a comma says more of what its sentence reports: ", adding that ..."."""
    if participle.dep_ != "advcl" or participle.tag_ != "VBG" or participle.doc[participle.left_edge.i - 1].text != ",":
        return False
    cue = cues.table("verbs").get(participle.lemma_.lower())
    return cue is not None and cue.kind in ("speech", "writing") and cue.takes("that", "quote")


def _has_elided(verb: Token) -> bool:
    """Whether what looks like a passive is "he's said", short for "he has said"."""
    aux = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    return (
        aux is not None
        and aux.lower_ in ("'s", "’s", "'d", "’d")
        and any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights)
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, auxiliary or not ("asked whether he would go, the minister ...")."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    reduced = verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl")
    return reduced and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)


def phrase(head: Token) -> Offsets:
    """Offsets of the noun phrase around its head, appositions included, relative clauses left out.

    A relative pronoun is widened to the noun it stands for.
    """
    doc = head.doc
    if head.lower_ in _RELATIVE and head.head.dep_ == "relcl" and head.head.head.i < head.i:
        noun = head.head.head
        return doc[noun.left_edge.i].idx, head.idx + len(head)
    right = head.i
    for child in head.rights:
        if child.dep_ in _OUTER or child.right_edge.i - head.i > _MAX_PHRASE:
            break
        right = child.right_edge.i if child.dep_ not in ("punct", "case") else right
    while right > head.i and doc[right].is_punct and doc[right].text != ")":
        right -= 1
    if right + 1 < len(doc) and doc[right + 1].text == ")" and any(t.text == "(" for t in doc[head.i : right]):
        right += 1
    left = max(head.left_edge.i, head.i - _MAX_PHRASE)
    while left < head.i and doc[left].is_punct:
        left += 1
    return doc[left].idx, doc[right].idx + len(doc[right])


class Speakers:
    """The actors' mentions in text order, to find the actor of a noun phrase in logarithmic time."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        found = sorted((m.start, m.end, a.id) for a in actors for m in a.mentions)
        self._starts = [start for start, _, _ in found]
        self._mentions = found
        self._longest = max((end - start for start, end, _ in found), default=0)

    def at(self, head: Token, span: Offsets) -> str | None:
        """The actor whose mention holds the head of the phrase; else the first whose mention begins in it."""
        covering = [m for m in self._near(head.idx, head.idx + len(head)) if m[0] <= head.idx < m[1]]
        if covering:
            return min(covering, key=lambda m: m[1] - m[0])[2]
        inside = [m for m in self._near(*span) if m[0] >= span[0]]
        return inside[0][2] if inside else None

    def _near(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = bisect_right(self._starts, start - self._longest - 1)
        last = bisect_right(self._starts, end - 1)
        return [m for m in self._mentions[first:last] if m[1] > start]
