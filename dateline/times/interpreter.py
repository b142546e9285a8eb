"""From matches to readings, in the order of the text: each reading may lean on those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.records import TimeExpression
from dateline.times import edtf, moments
from dateline.times.combine import joined
from dateline.times.context import Context, Reading, Reference, TenseReader
from dateline.times.matcher import matches
from dateline.times.narrative import is_aside, is_narrative, resumed
from dateline.times.patterns import RULES
from dateline.times.rules import Match
from dateline.times.tense import from_text

_BEFORE_CHRIST = re.compile(r"BC\d{2,4}")


def read_text(text: str, published: date | None, tense_of: TenseReader | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a text. Without `tense_of`, tense is told by the words beside an expression."""
    now = moments.of(published) if published else None
    context = Context(text, now, is_narrative(text, now), tense_of or from_text(text))
    readings = joined(text, list(_readings(context)))
    return tuple(_record(f"t{i}", text, reading) for i, reading in enumerate(readings, 1))


def _readings(context: Context) -> Iterator[Reading]:
    position = 0
    for candidates in matches(context.text, RULES):
        if candidates[0].start < position:
            continue
        for match in candidates:
            context = resumed(context, match.start)
            read = match.rule.read(context.at(match.start, match.end), match)
            if not read:
                continue
            for reading in read if isinstance(read, list) else [read]:
                placed = _placed(reading, match)
                context = _after(context, placed)
                yield placed
            position = match.end
            break


def _placed(reading: Reading, match: Match) -> Reading:
    start = match.start if reading.start is None else reading.start
    end = match.end if reading.end is None else reading.end
    return replace(reading, start=start, end=end)


def _after(context: Context, reading: Reading) -> Context:
    """The context that the next expression is read in."""
    if not reading.carries or reading.type not in ("DATE", "TIME"):
        return context
    there = edtf.interval(reading.value)
    if there is None:
        return context
    last = Reference(there.first, there.grain, "relative-to-mention", reading.end or -1)
    last_day = last if there.grain in ("day", "part of day", "minute") else context.last_day
    if not context.narrative:
        return replace(context, last=last, last_day=last_day)
    era = context.era if reading.basis != "explicit" else None
    if _BEFORE_CHRIST.match(reading.value):
        era = there.first.year
    if is_aside(context, reading, there):
        return replace(context, last=last, era=era, thread=context.thread or context.last, aside=reading.end)
    return replace(context, last=last, last_day=last_day, era=era, thread=None, aside=None)


def _record(name: str, text: str, reading: Reading) -> TimeExpression:
    assert reading.start is not None and reading.end is not None
    there = _interval(reading)
    unsure = reading.unsure
    return TimeExpression(
        id=name,
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod or None,
        edtf=(there.edtf + "?" if unsure and "/" not in there.edtf else there.edtf) if there else None,
        earliest=there.earliest if there else None,
        latest=there.latest if there else None,
        grain=_grain(reading, there) if there else None,
        basis=reading.basis if there else "none",
        unsure=unsure,
    )


_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


def _grain(reading: Reading, there: edtf.Interval) -> str:
    """The unit that the reading is said in, whatever days it is anchored to."""
    if reading.type == "DURATION":
        return _UNITS.get(reading.value[-1:], there.grain)
    own = edtf.interval(reading.value)
    return own.grain if own else there.grain


def _interval(reading: Reading) -> edtf.Interval | None:
    if reading.begin and reading.finish:
        begin, finish = edtf.interval(reading.begin), edtf.interval(reading.finish)
        return edtf.spanning(begin, finish) if begin and finish else None
    return edtf.interval(reading.value, reading.mod) if reading.type in ("DATE", "TIME") else None
