"""Spans of content and of cues: from tokens to offsets in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from .quotes import Quotation, nearby
from .reading import Offsets

_EDGE = frozenset(",.;:-–—()[]…")
_MAX_CUE = 4
MAX_SENTENCE = 1000
_DOUBLE = frozenset('"“”„«»')
_MOSTLY = 0.6
_COLON = 4


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences that can be read; one of more than MAX_SENTENCE tokens is a list or noise."""
    return (s for s in doc.sents if s.end - s.start <= MAX_SENTENCE)


def pieces_of(doc: Doc, first: int, last: int, cue: Token, who: Token | None) -> tuple[Offsets, ...]:
    """The content from token `first` to `last`, in pieces where the cue and its subject `who` stand inside it."""
    if not first <= cue.i <= last:
        return tuple(p for p in (trimmed(doc, first, last),) if p)
    auxiliaries = [c.i for c in cue.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    own = [min([cue.i, *auxiliaries]), cue.i]
    if cue.dep_ == "parataxis":
        own = [cue.left_edge.i, cue.right_edge.i]
    elif who is not None and who.head == cue:
        own = [min(own[0], who.left_edge.i), max(cue.i, who.right_edge.i)]
    left, right = trimmed(doc, first, own[0] - 1), trimmed(doc, own[1] + 1, last)
    return tuple(p for p in (left, right) if p)


def trimmed(doc: Doc, first: int, last: int) -> Offsets | None:
    """Offsets of the tokens without white space and punctuation at their ends; None when nothing is left."""
    while first <= last and (doc[first].is_space or doc[first].text in _EDGE):
        first += 1
    while last >= first and (doc[last].is_space or doc[last].text in _EDGE):
        last -= 1
    return (doc[first].idx, doc[last].idx + len(doc[last])) if first <= last else None


def whole_quotations(pieces: Iterable[Offsets], quotations: Sequence[Quotation], text: str) -> tuple[Offsets, ...]:
    """Pieces that cut a quotation in two, widened to all of it; pieces well inside a quotation stay.

    A quotation that follows a piece after a colon belongs to it: 'said he had one aim: "to win."'.
    """
    widened: list[Offsets] = []
    for start, end in pieces:
        edges = {*nearby(quotations, start, start + 1), *nearby(quotations, end - 1, end)}
        for quotation in sorted(edges, key=lambda q: q.start):
            inside = quotation.start < start and end <= quotation.end
            if not inside or end - start >= _MOSTLY * (quotation.end - quotation.start):
                start, end = min(start, quotation.start), max(end, quotation.end)
        for quotation in nearby(quotations, end, end + _COLON):
            if quotation.start >= end and text[end : quotation.start].strip() == ":":
                end = quotation.end
        start, end = _without_lone_marks(start, end, quotations, text)
        if widened and start < widened[-1][1]:
            start = widened.pop()[0]
        widened.append((start, end))
    return tuple(widened)


def _without_lone_marks(start: int, end: int, quotations: Sequence[Quotation], text: str) -> Offsets:
    """A piece without a double mark at its edge that no quotation has there."""
    if text[start] in _DOUBLE and not nearby(quotations, start, start + 1) and end - start > 1:
        start += 1
    if text[end - 1] in _DOUBLE and not nearby(quotations, end - 1, end) and end - start > 1:
        end -= 1
    return start, end


def cue_span(verb: Token, lemma: str) -> Offsets:
    """Offsets of the cue: the verb with its auxiliaries before it and its particle and preposition after it."""
    doc = verb.doc
    first = verb.i
    while (
        first > 0
        and verb.i - first < _MAX_CUE
        and doc[first - 1].head == verb
        and doc[first - 1].dep_ in ("aux", "auxpass", "neg")
        and doc[first - 1].tag_ != "TO"
    ):
        first -= 1
    last = verb.i
    for word in lemma.split()[1:]:
        if last + 1 < len(doc) and doc[last + 1].lower_ == word:
            last += 1
    return doc[first].idx, doc[last].idx + len(doc[last])
