"""Weekdays and weekends: "Friday", "last Wednesday", "Sunday night", "Monday last week", "the weekend"."""

from __future__ import annotations

from dateline.times import moments, values
from dateline.times.context import Context, Reading, Reference, relative
from dateline.times.rules import Match, Rule


def weekday(c: Context, m: Match) -> Reading | None:
    """A weekday, with a part of the day or without."""
    if not _is_weekday(c, m):
        return None
    which = m["which"] or ""
    if which.startswith("then") and c.last:
        return _dated(m, _from(c.then("day"), m["weekday"], which))
    direction = {"last": "last", "then-last": "last", "next": "next", "then-next": "next"}.get(which)
    return _dated(m, c.weekday(m["weekday"], direction))


def weekday_of_week(c: Context, m: Match) -> Reading | None:
    """As in "Monday last week": the day of the week before that of now."""
    ref = c.now
    if ref.moment is None:
        return _dated(m, ref)
    weeks = {"last": -1, "next": 1}.get(m["which"], 0)
    days = m["weekday"] - ref.moment.weekday + 7 * weeks
    return _dated(m, Reference(moments.shifted(ref.moment, days, "day"), "day", ref.basis))


def weekend(c: Context, m: Match) -> Reading:
    """As in "the weekend": the one to come when the verb is in the future, else the last one."""
    ref = c.now
    if "which" in m:
        return relative(ref, {"last": -1, "next": 1}.get(m["which"], 0), "weekend", m["part"] or None)
    back = 0 if ref.moment is None or ref.moment.weekday >= 6 or c.tense == "future" else -1
    return relative(ref, back, "weekend", m["part"] or m["part_of"] or None)


def beside_weekday(c: Context, m: Match) -> Reading | None:
    """As in "the day before last Tuesday", "the day after Friday"."""
    if not _is_weekday(c, m):
        return None
    ref = c.weekday(m["weekday"], {"last": "last", "next": "next"}.get(m["which"] or ""))
    return relative(ref, -1 if "before" in m.words().lower() else 1, "day")


def nth_of_month(c: Context, m: Match) -> Reading | None:
    """As in "the fourth Thursday of November", "the last Monday in May 2013"."""
    if not (m.words("weekday")[0].isupper() and m.words("month")[0].isupper()):
        return None
    ref = Reference(moments.checked(m["year"]), "year", "explicit") if "year" in m else c.year_of(m["month"])
    if ref.moment is None:
        return Reading("DATE", values.month(None, m["month"]), basis="none")
    nth = moments.nth_weekday(ref.moment.year, m["month"], m["weekday"], m["ordinal"] or -1)
    return Reading("DATE", values.day(nth), basis=ref.basis) if nth else None


def _from(ref: Reference, number: int, which: str) -> Reference:
    if ref.moment is None:
        return ref
    ahead, back = (number - ref.moment.weekday) % 7, (ref.moment.weekday - number) % 7
    step = {"then-next": ahead or 7, "then-last": -(back or 7)}.get(which, ahead)
    return Reference(moments.shifted(ref.moment, step, "day"), "day", "relative-to-mention")


def _dated(m: Match, ref: Reference) -> Reading:
    value = values.day(ref.moment) if ref.moment else f"XXXX-WXX-{m['weekday']}"
    basis = ref.basis if ref.moment else "none"
    if "part_of_day" in m:
        return Reading("TIME", f"{value}T{m['part_of_day']}", m["part"] or None, basis)
    return Reading("DATE", value, m["part"] or None, basis)


def _is_weekday(c: Context, m: Match) -> bool:
    """Not the "Sun" or "sat" of other sentences: short forms need their point, all need a capital."""
    word = m.words("weekday")
    return word[0].isupper() and (len(word) > 5 or word.endswith(".") or ("which" in m and len(word) > 3))


RULES = (
    Rule("weekday", "[<part>~][<which> ]<weekday>[['s] <part-of-day>]", weekday),
    Rule("part of a weekday", "(<part-of>|earlier|later) <weekday>", weekday),
    Rule("late on a weekday", "<part> on <weekday>", weekday),
    Rule("weekday of a week", "<weekday> [of ]<which> week", weekday_of_week),
    Rule("day beside a weekday", "[the ]day (before|after) [<which> ]<weekday>", beside_weekday),
    Rule("nth weekday of a month", "the (<ordinal>|last) <weekday> (in|of) <month>[[,] <year>]", nth_of_month),
    Rule("this weekend", "[(<part> |later |earlier )]<which> weekend", weekend),
    Rule("the weekend", "[(<part> |<part-of> )]the weekend", weekend),
)
