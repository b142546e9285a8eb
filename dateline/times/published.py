"""The publication date from the text itself: a dateline ("BAGHDAD, June 15, 2014 (AP) -") or a line of its own."""

from __future__ import annotations

import re
from datetime import date

from dateline.records import PublishedBasis
from dateline.times import lexicon, moments

_DATELINE: PublishedBasis = "dateline"
_INFERRED: PublishedBasis = "inferred"
HEAD_CHARS = 600
"""A dateline stands this near to the beginning of the text."""

_MONTHS = "|".join(sorted({*lexicon.words("month"), *lexicon.words("month-short")}, key=len, reverse=True))
_DAY = rf"(?:(?P<month>{_MONTHS})\.?\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s(?P<month2>{_MONTHS})\.?)"
_NAME = r"[A-Z][\w.'’-]{1,24}(?:[\s-][A-Z][\w.'’&-]{1,24}){0,3}"
_PLACE = rf"(?:^|\n|[.)|]\s?)[^\n.()|]{{0,40}}?(?P<place>{_NAME}(?:,\s{_NAME}){{0,2}})"
_SOURCE = r"\s?(?:\((?P<source>[A-Z][^()\n]{1,40})\)|/[A-Z][\w\s]{1,30}/)"
_DASH = r"(?:[-–—:]{1,2}|_)"
DATELINE = re.compile(
    rf"{_PLACE},{{1,2}}\s(?:(?i:{_DAY}))(?:,?\s(?P<year>\d{{4}}))?(?:{_SOURCE}\s?{_DASH}?|,?\s?{_DASH}\s)"
)


_WEEKDAYS = "|".join(lexicon.words("weekday"))
_LINE = re.compile(
    r"^\W{0,3}(?:(?:first |last )?(?:published|posted|updated|date)\W{1,3}(?:on\s)?)?"
    rf"(?:(?:{_WEEKDAYS}),?\s)?{_DAY}(?:st|nd|rd|th)?\s?,?\s(?P<year>\d{{4}})"
    r"(?:\W{1,3}(?:at\s)?\d{1,2}[:.]\d\d[^\n]{0,24})?\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_CHARS = 400


def infer(text: str) -> tuple[date, PublishedBasis] | None:
    """The date of a text's dateline ("dateline"), or of a line near its beginning that is only a date ("inferred").

    None where there is neither, where the dateline names no year, or where the calendar has no such day.
    """
    for pattern, reach, basis in ((DATELINE, HEAD_CHARS, _DATELINE), (_LINE, _LINE_CHARS, _INFERRED)):
        found = pattern.search(text[:reach])
        if found and found["year"]:
            names = {**lexicon.numbers("month"), **lexicon.numbers("month-short")}
            month = names[(found["month"] or found["month2"]).lower()]
            there = moments.checked(int(found["year"]), month, int(found["day"] or found["day2"]))
            day = there.as_date() if there else None
            if day:
                return day, basis
    return None


def dateline_day(text: str) -> tuple[int, int] | None:
    """Offsets of the day in a text's dateline, with a year or without."""
    found = DATELINE.search(text[:HEAD_CHARS])
    if found is None:
        return None
    start = found.start("month") if found["month"] else found.start("day2")
    return start, max(found.end("year"), found.end("day"), found.end("month2"))
