"""Times counted from now or from the time last named: "yesterday", "last week", "two days later", "a year ago"."""

from __future__ import annotations

import re

from dateline.times import moments, values
from dateline.times.context import Context, Reading, Reference, relative
from dateline.times.rules import Match, Rule

_STEP = {"last": -1, "then-last": -1, "next": 1, "then-next": 1, "this": 0, "then": 0}
_DAY_WORD = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_HOURS = {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}


def day_word(c: Context, m: Match) -> Reading | None:
    """Today, yesterday, tomorrow, tonight; not the paper."""
    word = re.findall(r"today|yesterday|tomorrow|tonight", m.words().lower())[0]
    if word == "today" and re.search(r"[A-Z]\w+\s$", c.text[max(0, c.start - 24) : c.start]) and m.words()[0] == "T":
        return None  # "USA Today"
    if c.narrative:  # in somebody's mouth, on a day that the story may not name
        return Reading("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX", basis="none", carries=False)
    return _day(c.writing, _DAY_WORD[word], "NI" if word == "tonight" else m["part_of_day"], m["part"])


def two_days_off(c: Context, m: Match) -> Reading:
    """As in "the day before yesterday", "the day after tomorrow"."""
    return _day(c.writing, -2 if "before" in m.words().lower() else 2)


def which_unit(c: Context, m: Match) -> Reading | None:
    """As in "last week", "this month", "the following year"."""
    which, unit = m["which"], m["unit"]
    if unit in _HOURS or unit in ("season", "weekend") or m.words("unit").lower().endswith("s"):
        return None
    if (unit == "day" and which in ("last", "this")) or re.match(r"-|\s+(?:old\b|of age\b)", c.after()):
        return None
    ref = c.then(unit) if which.startswith("then") else c.now
    if unit == "week" and which == "last" and ref.moment and ref.moment.weekday == 7 and not c.narrative:
        return _week_just_ended(ref)
    return relative(ref, _STEP[which], unit, m["part"] or m["part_of"] or None)


def _week_just_ended(ref: Reference) -> Reading:
    """On a Sunday "last week" is the one that ended on Saturday; ISO counts six of its days to this Sunday's week."""
    assert ref.moment
    first, last = (moments.shifted(ref.moment, days, "day") for days in (-7, -1))
    value = values.at("week", ref.moment)
    if first is None or last is None:
        return Reading("DATE", value, basis=ref.basis)
    return Reading("DATE", value, basis=ref.basis, begin=values.day(first), finish=values.day(last))


def which_part_of_day(c: Context, m: Match) -> Reading:
    """As in "this morning", "last night", "that evening", "the next morning"."""
    which = m["which"]
    ref = c.then("day") if which.startswith("then") else c.writing
    return _day(ref, _STEP[which], m["part_of_day"], m["part"])


def neighbour_day(c: Context, m: Match) -> Reading:
    """As in "the day before", "the day after": of the day last named."""
    return _day(c.then("day"), -1 if re.search("before|previous", m.words().lower()) else 1)


def ago(c: Context, m: Match) -> Reading:
    """As in "two years ago", "a week ago Tuesday", "a few days ago"."""
    if _is_vague(m):
        return Reading("DATE", "PAST_REF", basis="none", carries=False)
    return _counted(c.now, -1, m)


def later(c: Context, m: Match) -> Reading:
    """As in "two days later", "a year earlier", "several months before": from the time last named."""
    back = re.search(r"earlier|before|previous|prior", m.words().lower())
    if _is_vague(m):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", basis="none", carries=False)
    return _counted(c.then(m["unit"]), -1 if back else 1, m)


def from_now(c: Context, m: Match) -> Reading:
    """As in "two weeks from now", "a year from today"."""
    if _is_vague(m):
        return Reading("DATE", "FUTURE_REF", basis="none", carries=False)
    return _counted(c.writing, 1, m)


def week_of(c: Context, m: Match) -> Reading:
    """As in "the week of March 6"."""
    ref = c.year_of(m["month"], m["day"])
    moment = moments.checked(ref.moment.year, m["month"], m["day"]) if ref.moment else None
    return Reading("DATE", values.at("week", moment), basis=ref.basis)


def weekday_ago(c: Context, m: Match) -> Reading:
    """As in "a week ago Tuesday", "a week from Friday": that weekday, n weeks further."""
    sign = -1 if "ago" in m.words().lower() else 1
    ref = c.weekday(m["weekday"], "last" if sign < 0 else "next")
    moment = moments.shifted(ref.moment, sign * int(m["number"] or 1), m["unit"]) if ref.moment else None
    return Reading("DATE", values.at("day", moment), basis=ref.basis)


def part_of_unit(c: Context, m: Match) -> Reading:
    """As in "the end of the year", "later in the month", "the middle of the century"."""
    return relative(c.now, 0, m["unit"], m["part_of"] or m["part"] or None)


def _is_vague(m: Match) -> bool:
    """As in "a few years", "weeks": no number to count by."""
    return m["some"] == "X" or not ({"number", "some"} & m.spans.keys() or re.search(r"\ban?\s", m.words().lower()))


def _counted(ref: Reference, sign: int, m: Match) -> Reading:
    number, unit = m["number"] or int(m["some"] or 1), m["unit"]
    mod = m["approx"] or None
    if unit in _HOURS:
        return relative(ref, sign * round(number * _HOURS[unit]), "day", mod)
    if number != int(number) and unit == "year":
        number, unit = number * 12, "month"
    if unit == "decade" and number == 1:
        number, unit = 10, "year"
    return relative(ref, sign * int(number), unit, mod)


def _day(ref: Reference, step: int, part_of_day: str | None = None, mod: str | None = None) -> Reading:
    reading = relative(ref, step, "day", mod or None)
    if part_of_day is None:
        return reading
    return Reading("TIME", f"{reading.value}T{part_of_day}", mod or None, reading.basis)


_COUNT = "[<approx> ](<number>[ (full|more|long|short)]|an|a|a full|<some>)"
_PART = "[(<part>~|<part-of> |earlier |later |late in |early in |later in |earlier in )]"

RULES = (
    Rule("today", "[(<part> |later |earlier )](today|yesterday|tomorrow|tonight)[['s] <part-of-day>]", day_word),
    Rule("day before yesterday", "[the ]day (before yesterday|after tomorrow)", two_days_off),
    Rule("which unit", f"{_PART}<which> <unit>", which_unit),
    Rule("which part of day", "[(<part> |later |earlier )]<which> <part-of-day>", which_part_of_day),
    Rule("early the next morning", "<part> <which> <part-of-day>", which_part_of_day),
    Rule(
        "the next day",
        "[<part> ](the next|the following|the very next|the previous|that same|the same|that) day",
        lambda c, m: _the_day(c, m),
    ),
    Rule("the day before", "the day (before|after|following)", neighbour_day),
    Rule("n units ago", f"({_COUNT} )<unit> ago", ago),
    Rule("units ago", "<units:unit> ago", ago),
    Rule(
        "n units later",
        f"({_COUNT} )<unit> (later|earlier|previously|afterward|afterwards|thereafter|beforehand|hence)",
        later,
    ),
    Rule("units later", "<units:unit> (later|earlier|previously|afterwards)", later),
    Rule("n units from now", f"({_COUNT} )<unit> from (now|today)", from_now),
    Rule("week ago weekday", "(<number>|a) <unit> (ago|from) <weekday>", weekday_ago),
    Rule("week of a day", "the week of <month> <day>", week_of),
    Rule("part of the unit", "(<part-of>|later in|early in|late in|earlier in) the <unit>", part_of_unit),
)


def _the_day(c: Context, m: Match) -> Reading:
    words = m.words().lower()
    step = 1 if re.search("next|following", words) else -1 if "previous" in words else 0
    return _day(c.then("day"), step, None, m["part"])
