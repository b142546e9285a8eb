"""Phrases that attribute a whole sentence: "according to", "in the view of", "in the words of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from . import cues
from .reading import Offsets, Reading
from .spans import sentences, trimmed
from .speaker import phrase

_MAX_HOPS = 12
_MIN_CHARS = 4


def read(doc: Doc) -> Iterator[Reading]:
    """Readings of the phrases of the table, each with the clause it stands in as content."""
    table, nouns = cues.table("phrases"), cues.table("minds")
    by_first = {key.split()[0]: tuple(k.split() for k in table if k.split()[0] == key.split()[0]) for key in table}
    for sentence in sentences(doc):
        for token in sentence:
            for words in by_first.get(token.lower_, ()):
                end = token.i + len(words)
                if end < len(doc) and [t.lower_ for t in doc[token.i : end]] == words:
                    reading = _of_phrase(sentence, token, end - 1, table[" ".join(words)].kind)
                    if reading is not None:
                        yield reading
                    break
            else:
                if token.dep_ == "pobj" and token.lemma_.lower() in nouns and token.head.lower_ == "in":
                    reading = _of_possessor(sentence, token)
                    if reading is not None:
                        yield reading


def _of_phrase(sentence: Span, first: Token, last: int, kind: str) -> Reading | None:
    doc = first.doc
    who = next((c for c in doc[last].rights if c.dep_ == "pobj"), None)
    who = who or next((t for t in doc[last + 1 : last + 6] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
    if who is None:
        return None
    span = phrase(who)
    right = max(last, who.right_edge.i)
    if first.i == sentence.start and all(t.is_punct or t.is_space for t in doc[right + 1 : sentence.end]):
        right = next((t.i - 1 for t in doc[who.i + 1 : right] if t.text == ","), right)  # the parser took all of it
        span = span[0], min(span[1], doc[right].idx + len(doc[right]))
    taken = _taken_subject(who, right)
    if taken is not None:
        right = taken.left_edge.i - 1
        span = span[0], doc[right - 1].idx + len(doc[right - 1])
    pieces = _clause(doc, first, first.i, right, sentence)
    if not pieces:
        return None
    return Reading(pieces, who, span, (first.idx, doc[last].idx + len(doc[last])), "that", kind, first.i)


def _taken_subject(who: Token, right: int) -> Token | None:
    """The subject of the clause, where the parser takes it for a second name of the source.

    "According to the mayor, council workers left": "council workers" stand after a comma and before the verb.
    """
    beside = next((c for c in who.rights if c.dep_ in ("appos", "conj") and c.right_edge.i == right), None)
    doc = who.doc
    if beside is None or right + 1 >= len(doc) or doc[beside.left_edge.i - 1].text != ",":
        return None
    return beside if doc[right + 1].pos_ in ("VERB", "AUX") and doc[right + 1].tag_ != "VBG" else None


def _of_possessor(sentence: Span, noun: Token) -> Reading | None:
    """A reading of "in her view" and "in the minister's words"."""
    who = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if who is None:
        return None
    doc, first = noun.doc, noun.head
    pieces = _clause(doc, first, first.i, noun.i, sentence)
    kind = cues.table("minds")[noun.lemma_.lower()].kind
    cue = (first.idx, noun.idx + len(noun))
    return Reading(pieces, who, phrase(who), cue, "that", kind, noun.i) if pieces else None


def _clause(doc: Doc, first: Token, left: int, right: int, sentence: Span) -> tuple[Offsets, ...]:
    """The clause around the phrase at tokens `left` to `right`, without the phrase.

    A phrase that ends its sentence after a comma covers all of it.
    """
    head = first.head
    for _ in range(_MAX_HOPS):
        if (head.pos_ in ("VERB", "AUX") and head.dep_ not in ("amod", "acl")) or head.head == head:
            break
        head = head.head
    start, end = head.left_edge.i, head.right_edge.i
    final = all(t.is_punct or t.is_space for t in doc[right + 1 : sentence.end])
    if head == first or not start <= left <= end or (final and left > sentence.start and doc[left - 1].text == ","):
        start, end = sentence.start, sentence.end - 1
    parts = (trimmed(doc, start, left - 1), trimmed(doc, right + 1, end))
    return tuple(p for p in parts if p and p[1] - p[0] > _MIN_CHARS)
