"""A quotation among the words around it, which is where its verb of saying and its speaker are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from .quotes import Quotation
from .reading import Offsets

SENTENCE_END = frozenset(".?!")
MAX_CONTEXT = 45
"""Tokens looked at on either side of a quotation."""
_MARKS = "\"“”„‟«»'‘’`"


@dataclass(frozen=True)
class Context:
    """A quotation, the tokens `first` to `last` that it holds, and the rest of its sentence `before` and `after` it."""

    doc: Doc
    text: str
    quotation: Quotation
    first: int
    last: int
    before: Sequence[Token]
    after: Sequence[Token]

    @cached_property
    def inside(self) -> str:
        """The words quoted, without marks and white space at their ends."""
        return self.text[self.quotation.start : self.quotation.end].strip(_MARKS + " \n\t\u00a0")

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return len(self.inside.split())

    @property
    def is_sentence(self) -> bool:
        """Whether the quoted words begin and end as a sentence does."""
        return not self.inside[:1].islower() and self.inside[-1:] in ".?!…"


def contexts(doc: Doc, text: str, quotations: Sequence[Quotation], lines: Sequence[Offsets]) -> Iterator[Context]:
    """The context of each quotation; those that hold no token are left out. `lines` are the paragraphs."""
    starts = [t.idx for t in doc]
    quotations = [q for q in quotations if not _is_nickname(doc, *_tokens(starts, q))]
    for index, quotation in enumerate(quotations):
        first, last = _tokens(starts, quotation)
        if last < first:
            continue
        line_start, line_end = lines[quotation.paragraph]
        floor = bisect_left(starts, line_start)
        if index and quotations[index - 1].end > line_start:
            floor = bisect_left(starts, quotations[index - 1].end)
        elif floor == first and quotation.paragraph and doc[max(0, first - 4) : first].text.rstrip().endswith(":"):
            floor = bisect_left(starts, lines[quotation.paragraph - 1][0])
        end = line_end
        if index + 1 < len(quotations):
            end = min(end, quotations[index + 1].start)
        before = [t for t in doc[max(floor, first - MAX_CONTEXT) : first] if not t.is_space]
        after = [t for t in doc[last + 1 : min(bisect_left(starts, end), last + 1 + MAX_CONTEXT)] if not t.is_space]
        yield Context(
            doc,
            text,
            quotation,
            first,
            last,
            _last_sentence(before),
            _first_sentence(after),
        )


def _tokens(starts: Sequence[int], quotation: Quotation) -> tuple[int, int]:
    return bisect_left(starts, quotation.start), bisect_left(starts, quotation.end) - 1


def _is_nickname(doc: Doc, first: int, last: int) -> bool:
    """Whether the marks stand inside a name: 'Maria "Mia" Lopez'."""
    inside = 0 < first <= last < len(doc) - 1 and last - first <= 4
    return inside and doc[first - 1].pos_ == "PROPN" and doc[last + 1].pos_ == "PROPN"


def _last_sentence(tokens: Sequence[Token]) -> Sequence[Token]:
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].text in SENTENCE_END:
            return tokens[index + 1 :]
    return tokens


def _first_sentence(tokens: Sequence[Token]) -> Sequence[Token]:
    for index, token in enumerate(tokens):
        if token.text in SENTENCE_END:
            return tokens[:index]
    return tokens
