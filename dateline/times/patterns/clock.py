"""Times of the day: "10:35 a.m.", "18:00 UTC", "0735 GMT", "noon", "five o'clock", "4 in the morning".

A clock time takes the day last named in its paragraph; `combine.py` joins it to a day that stands beside it.
"""

from __future__ import annotations

import re

from dateline.times import values
from dateline.times.context import Context, Reading
from dateline.times.rules import Match, Rule

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock(c: Context, m: Match) -> Reading | None:
    """Hours and minutes in figures or words."""
    hour, minute = _hour_and_minute(m)
    if hour is None or hour > 24 or minute > 59:
        return None
    if "am_pm" in m:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if m["am_pm"] == "p" else 0)
    elif m["part_of_day"] in ("AF", "EV") or (m["part_of_day"] == "NI" and hour > 4):
        hour = hour % 12 + 12
    return _on_the_day(c, f"{hour:02d}:{minute:02d}" + (m["zone"] if m["zone"] == "Z" else ""))


def part_of(c: Context, m: Match) -> Reading:
    """As in "the night of", "the early morning hours of": stands only with the day that follows it."""
    return Reading("TIME", f"T{m['part_of_day'] or 'MO'}", m["part"] or None, "none", carries=False)


def named(c: Context, m: Match) -> Reading | None:
    """Noon and midnight; not "high noon"."""
    if c.before().endswith("high "):
        return None
    return _on_the_day(c, _NAMED[m.words().split()[-1].lower()])


def _hour_and_minute(m: Match) -> tuple[int | None, int]:
    if "clock" in m:
        hour, minute = re.split(r"[:.]", m["clock"])[:2]
        if "." in m["clock"] and not {"am_pm", "zone"} & m.spans.keys():
            return None, 0
        return int(hour), int(minute)
    if "small_year" in m:
        figures = m.words("small_year")
        return (int(figures[:2]), int(figures[2:])) if len(figures) == 4 else (None, 0)
    return m["hour"], 0


def _on_the_day(c: Context, time: str) -> Reading:
    ref = c.last_day or c.writing
    if not c.narrative and "\n" in c.text[max(ref.end, 0) : c.start]:
        ref = c.writing  # another paragraph: the day of the news again
    day = values.day(ref.moment) if ref.moment else "XXXX-XX-XX"
    return Reading("TIME", f"{day}T{time}", basis=ref.basis, carries=False)


RULES = (
    Rule("small hours of", "the (early|small|predawn|pre-dawn) hours of", part_of),
    Rule("part of day of", "[(early|late) in ][(early|late) on ]the [<part> ]<part-of-day>[ hours] of", part_of),
    Rule("hour am/pm", "(<clock>|<hour>)[ ]<am-pm>[ <zone>]", clock),
    Rule("24-hour clock", "<clock>[ hours][ <zone>]", clock),
    Rule("four figures and zone", "<small-year> <zone>", clock),
    Rule("o'clock", "<hour> o'clock[ (in the|at) <part-of-day>]", clock),
    Rule("hour in the part of day", "(<clock>|<hour>) (in the|at) <part-of-day>", clock),
    Rule("noon", "[12 |twelve ](noon|midday|midnight)", named),
)
