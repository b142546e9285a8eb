"""Is a text news of its day, or a story that carries its own dates? And where does a story stand?"""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.times.context import Context, Reading
from dateline.times.edtf import Interval
from dateline.times.moments import Moment

_YEAR = re.compile(r"(?<![\w$£€.,#/-])(?:1[0-9]|20)\d\d(?![\w%]|[.,:/]\d)")
_BEFORE_CHRIST = re.compile(r"\b\d{1,4}\s?B\.?C\b")
_OF_THE_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight"
    r"|(?:last|this|next) (?:week|month))\b",
    re.IGNORECASE,
)
_FEWEST_YEARS = 8
_YEARS_A_DAY_WORD = 8


def is_narrative(text: str, published: Moment | None) -> bool:
    """True when years long past outnumber the words that news counts its days with, several to one."""
    newest = published.year - 1 if published else 10_000
    ancient = sum(1 for _ in _BEFORE_CHRIST.finditer(text))
    past = 2 * ancient + sum(1 for m in _YEAR.finditer(text) if int(m[0]) < newest)
    return past >= _FEWEST_YEARS and past >= _YEARS_A_DAY_WORD * sum(1 for _ in _OF_THE_DAY.finditer(text))


_SENTENCE_END = re.compile(r"[.?!][\"'”’)]?\s|\n")
_FRONTED = re.compile(
    r"(?:^|[.?!][\"'”’)]?\s{1,3}|\n\s{0,3})"
    r"(?:(?:In|By|During|Since|Until|From|Throughout|After|Around|As of) (?:the )?)?$"
)
_FURTHEST_STEP = 8
_LONGEST_ASIDE = 400


def is_aside(context: Context, reading: Reading, there: Interval) -> bool:
    """Whether a year is only looked at from afar: a bare year that turns back or leaps far ahead, inside a sentence.

    A story moves where a sentence begins with the year ("In 1941, ..."), or where a month or day is named.
    """
    stood = context.thread or context.last
    if there.grain not in ("year", "decade", "century") or stood is None or stood.moment is None:
        return False
    assert reading.start is not None
    leap = there.first.year - stood.moment.year
    if abs(leap) <= 25 and _FRONTED.search(context.text[max(0, reading.start - 24) : reading.start]):
        return False
    return leap < 0 or leap > _FURTHEST_STEP


def resumed(context: Context, position: int) -> Context:
    """The context with the story's thread taken up again, once the sentence of an aside has ended."""
    if context.aside is None:
        return context
    if position < context.aside + _LONGEST_ASIDE and not _SENTENCE_END.search(context.text, context.aside, position):
        return context
    return replace(context, last=context.thread, thread=None, aside=None)
