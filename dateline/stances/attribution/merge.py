"""From readings to statements: overlapping readings settled, forms told from the quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from dateline.records import Span, Statement

from .quotes import Quotation, nearby
from .reading import Offsets, Reading
from .spans import whole_quotations
from .speaker import Speakers

_BREAK = re.compile(r"\n\s*")
_NEARLY_ALL = 0.95
_MAX_GAP = 200
"""Characters of a cue's clause between two parts of one speech."""
_SAID = frozenset(("speech", "writing", "request", "commissive"))
_QUOTED = frozenset(("quote", "block", "floating"))
Form = Literal["direct", "indirect", "mixed"]


def settle(readings: Iterable[Reading], quotations: Sequence[Quotation], text: str) -> list[Reading]:
    """The readings that stand, in text order.

    One a cue, the first given; of overlapping ones the outermost; inside it only what it reports a third party to have
    said ("the ministry quoted residents as saying ..."). Floating quotations go on with, or get the speaker of, the
    statement before them.
    """
    whole = [
        replace(r, pieces=whole_quotations(r.pieces, quotations, text))
        for r in _one_a_cue(readings)
        if not _is_to_reader(r)
    ]
    kept: list[Reading] = []
    nested: list[Reading] = []
    for reading in sorted(_without_doubles(whole), key=_outermost_first):
        last = kept[-1] if kept else None
        if last is not None and last.end - reading.start > (reading.end - reading.start) / 2:
            if _reports_another(last, reading) and not (nested and reading.start < nested[-1].end):
                nested.append(reading)
            continue
        if reading.frame != "floating":
            kept.append(reading)
        elif last is not None and _goes_on(last, reading, text):
            kept[-1] = replace(last, pieces=(*last.pieces, *reading.pieces))
        elif reading.speaker is None and last is not None and _is_near(last, reading, text):
            kept.append(replace(reading, speaker=last.speaker, speaker_span=last.speaker_span))
        else:
            kept.append(reading)
    return sorted([*kept, *nested], key=lambda r: (r.start, -r.end))


def _without_doubles(readings: list[Reading]) -> list[Reading]:
    """The readings without those that are mostly one quotation with its own cue: 'scolded him: "...," she said'."""
    spoken = sorted((r for r in readings if r.frame == "quote"), key=lambda r: r.start)
    kept = []
    for reading in readings:
        first = bisect_left(spoken, reading.start, key=lambda r: r.start)
        inner = spoken[first] if first < len(spoken) and reading.frame == "that" else None
        end = inner.pieces[0][1] if inner is not None else 0
        if inner is None or end > reading.end or 2 * (end - inner.start) < reading.end - reading.start:
            kept.append(reading)
    return kept


def _outermost_first(reading: Reading) -> tuple[int, int, bool]:
    cue = reading.cue_span
    return reading.start, -reading.end, cue is not None and reading.start <= cue[0] < reading.end


def _one_a_cue(readings: Iterable[Reading]) -> list[Reading]:
    taken: dict[int, Reading] = {}
    free = []
    for reading in readings:
        if reading.verb is None:
            free.append(reading)
        else:
            taken.setdefault(reading.verb, reading)
    return [*free, *taken.values()]


def _is_to_reader(reading: Reading) -> bool:
    return reading.speaker is not None and reading.speaker.lower_ == "you" and reading.frame != "quote"


def _reports_another(outer: Reading, inner: Reading) -> bool:
    """Whether the inner words, cue and speaker are what the outer speaker reports somebody else to have said."""
    if inner.kind not in _SAID or inner.frame not in ("that", "quote") or outer.frame in _QUOTED:
        return False
    who = inner.speaker
    if who is None or inner.cue_span is None or inner.end > outer.end:
        return False
    if who.pos_ not in ("NOUN", "PROPN") and outer.frame != "as":
        return False
    if inner.verb is not None and who.doc[inner.verb].tag_ == "VB":
        return False  # "asked the court to say whether": nobody has said it
    if outer.speaker is not None and outer.speaker.lemma_.lower() == who.lemma_.lower():
        return False
    return outer.start <= inner.cue_span[0] < outer.end and outer.start <= who.idx < outer.end


def _goes_on(last: Reading, floating: Reading, text: str) -> bool:
    """Whether only the cue's clause stands between a statement and a quotation with no speaker of its own."""
    gap = text[last.end : floating.start]
    return "\n" not in gap and last.cue_span is not None and last.end <= last.cue_span[0] and len(gap) < _MAX_GAP


def _is_near(last: Reading, floating: Reading, text: str) -> bool:
    """Whether a quotation stands in the paragraph of a statement or in the next one."""
    return len(_BREAK.findall(text, last.end, floating.start)) <= 1


def statements(
    readings: Sequence[Reading], quotations: Sequence[Quotation], speakers: Speakers
) -> tuple[Statement, ...]:
    """The records, numbered in text order ("s1", "s2" ...)."""
    made = []
    for number, reading in enumerate(readings, 1):
        head, span = reading.speaker, reading.speaker_span
        made.append(
            Statement(
                id=f"s{number}",
                start=reading.start,
                end=reading.end,
                speaker=speakers.at(head, span) if head is not None and span is not None else None,
                speaker_span=_span(span),
                cue_span=_span(reading.cue_span),
                form=form(reading, quotations),
                pieces=tuple(Span(start=a, end=b) for a, b in reading.pieces) if len(reading.pieces) > 1 else (),
            )
        )
    return tuple(made)


def form(reading: Reading, quotations: Sequence[Quotation]) -> Form:
    """direct: all of the content in quotation marks; mixed: some of it; indirect: none."""
    inside = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in reading.pieces for q in nearby(quotations, a, b))
    if reading.frame == "block":
        return "direct"
    total = sum(b - a for a, b in reading.pieces)
    if inside >= _NEARLY_ALL * total:
        return "direct"
    return "mixed" if inside else "indirect"


def _span(offsets: Offsets | None) -> Span | None:
    return Span(start=offsets[0], end=offsets[1]) if offsets is not None else None
