"""Quotation marks: which pieces of an article stand between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
# Two apostrophes stand for a double mark in some newspapers' archives, as do two grave accents in old typesetting.
_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»]|['‘’‚]")
_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘", "‘", "‚"))
_CLOSERS = frozenset(("»", "’’"))
_GERMAN = frozenset((("„", "“"), ("»", "«")))
_SINGLE = frozenset("'‘’‚")
_END = ".,!?…;:—-"
MIN_UNCLOSED = 20
"""A quotation without its closing mark counts when it is at least this many characters long."""


@dataclass(frozen=True)
class Quotation:
    """A piece between quotation marks, the marks included. `paragraph` counts the text's lines from 0;
    `closed` is False when the closing mark is missing (a speech that goes on in the next paragraph)."""

    start: int
    end: int
    paragraph: int
    closed: bool = True
    single: bool = False


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool
    sign: str


def read(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in order, not overlapping; a quotation inside another is part of it."""
    found: list[Quotation] = []
    for number, line in enumerate(_PARAGRAPH.finditer(text)):
        marks = list(_marks(text, line.start(), line.end()))
        double = list(_doubles(text, [m for m in marks if not m.single], line.end(), number))
        single = _singles(text, [m for m in marks if m.single], number)
        found += sorted([*double, *_outside(single, double)], key=lambda q: q.start)
    return tuple(found)


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each line that is not empty; `Quotation.paragraph` is an index into this."""
    return tuple((m.start(), m.end()) for m in _PARAGRAPH.finditer(text))


def nearby(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that overlap a stretch of text; `quotations` are in order and do not overlap."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    return quotations[first:last]


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for mark in _MARK.finditer(text, start, end):
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        sign = mark.group()
        single = sign in _SINGLE
        if single and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        opens = (before.isspace() or before in "([{—–-/:\"“'‘") and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        if not single and sign in _OPENERS:
            opens, closes = True, False
        elif sign in _CLOSERS:
            opens, closes = False, True
        elif sign == "”":
            opens = opens and not closes  # typed the wrong way round: ”like this”
        elif sign in "‘‚":
            closes = False
        yield _Mark(mark.start(), mark.end(), opens, closes, single, sign)


def _doubles(text: str, marks: list[_Mark], line_end: int, number: int) -> Iterator[Quotation]:
    opened: _Mark | None = None
    for mark in marks:
        if opened is None:
            if mark.opens or mark.sign == "»" or not mark.closes:
                opened = mark
        elif (opened.sign, mark.sign) in _GERMAN or mark.closes or not mark.opens:
            yield Quotation(opened.start, mark.end, number)
            opened = None
        else:
            yield from _unclosed(text, opened, mark.start, number)
            opened = mark
    if opened is not None:
        yield from _unclosed(text, opened, line_end, number)


def _unclosed(text: str, opened: _Mark, end: int, number: int) -> Iterator[Quotation]:
    end = opened.start + len(text[opened.start : end].rstrip())
    if end - opened.start >= MIN_UNCLOSED:
        yield Quotation(opened.start, end, number, closed=False)


def _singles(text: str, marks: list[_Mark], number: int) -> Iterator[Quotation]:
    """Single marks: the closing one is the first after punctuation, else the first that is no genitive's (workers')."""
    at = 0
    while at < len(marks):
        opened = marks[at]
        at += 1
        if not opened.opens or opened.closes:
            continue
        weak: int | None = None
        for index in range(at, len(marks)):
            mark = marks[index]
            if mark.opens and not mark.closes:
                break
            if not mark.closes:
                continue
            if text[mark.start - 1] in _END or text[mark.start - 1] not in "sz":
                weak = index
                break
            weak = index if weak is None else weak
        if weak is not None:
            if marks[weak].start - opened.end > 1:  # not rock 'n' roll
                yield Quotation(opened.start, marks[weak].end, number, single=True)
            at = weak + 1


def _outside(inner: Iterator[Quotation], outer: list[Quotation]) -> Iterator[Quotation]:
    index = 0
    for piece in inner:
        while index < len(outer) and outer[index].end <= piece.start:
            index += 1
        if index == len(outer) or outer[index].start >= piece.end:
            yield piece
