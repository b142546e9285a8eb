"""Named days: "Christmas Eve", "Thanksgiving", "Good Friday", "Election Day 2012"; the days are in holidays.csv."""

from __future__ import annotations

from dateline.records import Basis
from dateline.times import moments, values
from dateline.times.context import NEAR_DAYS, Context, Reading
from dateline.times.lexicon import Holiday
from dateline.times.moments import Moment
from dateline.times.rules import Match, Rule


def holiday(c: Context, m: Match) -> Reading | None:
    """The day in the year named, or in the year that fits now and the tense."""
    if not any(letter.isupper() for letter in m.words("holiday")):
        return None
    named: Holiday = m["holiday"]
    if "year" in m or named.kind == "fixed-date":
        return _on(day_in(named, m["year"] or 0), "explicit")
    ref = c.now
    if ref.moment is None:
        return Reading("DATE", "XXXX-XX-XX", basis="none")
    return _on(_near(c, ref.moment, named, m["which"] or ""), ref.basis)


def _near(c: Context, now: Moment, named: Holiday, which: str) -> Moment | None:
    """The holiday before, after or nearest to now."""
    days = [d for year in (now.year, now.year - 1, now.year + 1) if (d := day_in(named, year))]
    if not days or (c.narrative and not which):
        return days[0] if days else None
    past = [d for d in days if d.ordinal <= now.ordinal]
    ahead = [d for d in days if d.ordinal >= now.ordinal]
    nearest = min(days, key=lambda d: abs(d.ordinal - now.ordinal))
    tense = None if which else c.tense
    if which.endswith("last") or (not which and tense != "future" and nearest.ordinal - now.ordinal > NEAR_DAYS):
        return max(past, default=None)
    if which.endswith("next") or tense == "future":
        return min(ahead, default=None)
    return nearest


def day_in(named: Holiday, year: int) -> Moment | None:
    """The day of a holiday in a year; None where its rule gives none."""
    a, b, n = named.a or 0, named.b or 0, named.c or 0
    if named.kind == "fixed":
        return moments.checked(year, a, b)
    if named.kind == "fixed-date":
        return moments.checked(a, b, n)
    if named.kind == "nth":
        return moments.nth_weekday(year, a, b, n)
    if named.kind == "election":
        monday = moments.nth_weekday(year, 11, 1, 1)
        return moments.shifted(monday, 1, "day") if monday else None
    if named.kind == "easter":
        return moments.shifted(easter(year), a, "day")
    return None


def easter(year: int) -> Moment:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return Moment(year, month, day + 1)


def _on(day: Moment | None, basis: Basis) -> Reading | None:
    return Reading("DATE", values.day(day), basis=basis) if day else None


RULES = (Rule("holiday", "[<which> ]<holiday>[[,] <year>]", holiday),)
