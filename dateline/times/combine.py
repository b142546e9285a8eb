"""A time of day and the day beside it are one expression: "10 a.m. on Friday", "the night of May 13"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.times.context import Reading

_JOINT = re.compile(r"\s?,?\s{0,2}(?:on |at |at about |of )?", re.IGNORECASE)
_DAY = re.compile(r"(?:BC)?[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)")
_IN_OTHER_ZONE = re.compile(r"\s?\(\)")
"""What stands around "(0735 GMT)" after the local time."""
_LONGEST_JOINT = 12


def joined(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with neighbours joined; all must have `start` and `end`, in the text's order.

    A part of a day that waits for its day ("the night of") and finds none is dropped.
    """
    out: list[Reading] = []
    for reading in readings:
        pair = _pair(text, out[-1], reading) if out else None
        if pair:
            out[-1] = pair
        else:
            out.append(reading)
    return [reading for reading in out if not reading.value.startswith("T")]


def _pair(text: str, a: Reading, b: Reading) -> Reading | None:
    assert a.end is not None and b.start is not None
    assert b.end is not None
    if _is_time(a) and _is_time(b) and _IN_OTHER_ZONE.fullmatch(text[a.end : b.start] + text[b.end : b.end + 1]):
        return replace(a, end=b.end + 1)
    if b.start - a.end > _LONGEST_JOINT or not _JOINT.fullmatch(text[a.end : b.start]):
        return None
    time, day = (a, b) if _is_time(a) else (b, a)
    if not _is_time(time) or not (day.type == "DATE" and _DAY.fullmatch(day.value)):
        return None
    value = day.value + time.value[time.value.index("T") :]
    return replace(day, type="TIME", value=value, start=a.start, end=b.end)


def _is_time(reading: Reading) -> bool:
    return reading.type == "TIME" and (":" in reading.value or reading.value.startswith("T"))
