"""Times that come again: "every Friday", "daily", "twice a year", "15 a year", "Mondays", "per month"."""

from __future__ import annotations

import re

from dateline.times import values
from dateline.times.context import Context, Reading
from dateline.times.rules import Match, Rule

_BY_CALENDAR = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
"""How histories are annotated: what comes back is an unnamed day, week, month or year, not a period."""


def every(c: Context, m: Match) -> Reading | None:
    """As in "every day", "every two weeks", "every other month", "each morning"."""
    if "month" in m:
        return _set(f"XXXX-{m['month']:02d}") if m.words("month")[0].isupper() else None
    if "season" in m:
        return _set(f"XXXX-{m['season']}")
    if "part_of_day" in m and "weekday" not in m:
        return _set(f"XXXX-XX-XXT{m['part_of_day']}")
    number = m["number"] or m["ordinal"] or (2 if re.search(r"\bother\b", m.words().lower()) else 1)
    return _set(values.duration(number, m["unit"]))


def weekdays(c: Context, m: Match) -> Reading | None:
    """As in "every Friday", "Mondays", "Sunday mornings"."""
    if not m.words("weekday")[0].isupper() or len(m.words("weekday")) < 6:
        return None
    return _set(f"XXXX-WXX-{m['weekday']}" + (f"T{m['part_of_day']}" if "part_of_day" in m else ""))


def frequency(c: Context, m: Match) -> Reading | None:
    """As in "daily", "annual"; refused in the names of papers and awards."""
    if re.match(r"\s+[A-Z]", c.text[m.end : m.end + 3]) and m.words()[0].isupper():
        return None
    if m.words()[0].isupper() and re.search(r"[A-Z]\w*\s$", c.text[max(0, c.start - 24) : c.start]):
        return None
    if c.narrative and m["frequency"] in _BY_CALENDAR:
        return _set(_BY_CALENDAR[m["frequency"]])
    return _set(m["frequency"])


def times_a_unit(c: Context, m: Match) -> Reading:
    """As in "twice a year", "three times per week", "a year" after an amount."""
    return _set(values.duration(1, m["unit"]))


def amount_a_unit(c: Context, m: Match) -> Reading | None:
    """As in "15 a year", "$3 million a day", "miles per hour": a unit counted by."""
    if re.search(r"\bper\b|\beach\b", m.words().lower()):
        each = values.duration(1, m["unit"])
        return None if each.startswith("PT") else _set(_BY_CALENDAR.get(each, each) if c.narrative else each)
    if re.search(
        r"(?:\d|illion|hundred|thousand|dozen|people|times|tons|barrels|dollars|percent|pounds|euros|hours|days)\s$",
        c.before(),
    ):
        return _set(values.duration(1, m["unit"]))
    return None


def _set(value: str) -> Reading:
    return Reading("SET", value, basis="none", carries=False)


RULES = (
    Rule("every", "(every|each) [(other|<number>|<ordinal>) ](<unit>|<part-of-day>|<season>|<month>)", every),
    Rule("every weekday", "(every|each) <weekday>[ <part-of-day>]", weekdays),
    Rule("weekdays", "(<weekday-plural:weekday>)[ <part-of-day>]", weekdays),
    Rule("frequency", "<frequency>", frequency),
    Rule(
        "times a unit",
        "(once|twice|<number> times|several times|<number:days> days) (a|an|per|each|every) <unit>",
        times_a_unit,
    ),
    Rule("amount a unit", "(a|an|per|each) <unit>", amount_a_unit),
)
