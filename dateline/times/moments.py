"""Days of the proleptic Gregorian calendar in any year, before Christ too, and steps between them.

`datetime.date` ends at the year 1; the calendar repeats every 400 years, so a day of any year is counted in a year
that `date` knows and moved back. Years are astronomical: 0 is 1 BC, -1 is 2 BC.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
LIMIT = 9999
"""No year beyond this one, on either side, is read as a date."""


class Moment(NamedTuple):
    """A day; for a longer period, its first day."""

    year: int
    month: int = 1
    day: int = 1

    @property
    def ordinal(self) -> int:
        """Days since 1 January of the year 1, which is 1."""
        cycles, year = divmod(self.year - 1, _CYCLE_YEARS)
        return date(year + 1, self.month, self.day).toordinal() + cycles * _CYCLE_DAYS

    @property
    def weekday(self) -> int:
        """1 Monday to 7 Sunday (ISO 8601)."""
        return (self.ordinal - 1) % 7 + 1

    @property
    def quarter(self) -> int:
        """1 to 4."""
        return (self.month - 1) // 3 + 1

    def as_date(self) -> date | None:
        """The day as a date; None when the year is not 1 to 9999."""
        return date(*self) if 1 <= self.year <= LIMIT else None


def of(day: date) -> Moment:
    """The moment of a date."""
    return Moment(day.year, day.month, day.day)


def checked(year: int, month: int = 1, day: int = 1) -> Moment | None:
    """The day, or None when the calendar has no such day (30 February)."""
    if not (abs(year) <= LIMIT and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return Moment(year, month, day)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return calendar.monthrange((year - 1) % _CYCLE_YEARS + 1, month)[1]


def from_ordinal(ordinal: int) -> Moment:
    """The day of that number; the inverse of `Moment.ordinal`."""
    cycles, rest = divmod(ordinal - 1, _CYCLE_DAYS)
    day = date.fromordinal(rest + 1)
    return Moment(day.year + cycles * _CYCLE_YEARS, day.month, day.day)


def shifted(moment: Moment, n: int, unit: str) -> Moment | None:
    """The day `n` units later (earlier when negative), at most the end of its month; None beyond LIMIT."""
    if abs(n) > 4_000_000:
        return None
    if unit in _DAYS_IN:
        later = from_ordinal(moment.ordinal + n * _DAYS_IN[unit])
        return later if abs(later.year) <= LIMIT else None
    if unit not in _MONTHS_IN:
        return moment
    year, month = divmod(moment.year * 12 + moment.month - 1 + n * _MONTHS_IN[unit], 12)
    if abs(year) > LIMIT:
        return None
    return Moment(year, month + 1, min(moment.day, days_in_month(year, month + 1)))


def nth_weekday(year: int, month: int, weekday: int, n: int) -> Moment | None:
    """The nth such weekday (1 Monday) of a month, -1 the last; None when it has no nth."""
    start = Moment(year, month, 1 if n > 0 else days_in_month(year, month))
    if n <= 0:
        return shifted(start, -((start.weekday - weekday) % 7), "day")
    found = shifted(start, (weekday - start.weekday) % 7 + 7 * (n - 1), "day")
    return found if found and found.month == month else None


def iso_week(moment: Moment) -> tuple[int, int]:
    """Year and number of its ISO week."""
    cycles, year = divmod(moment.year - 1, _CYCLE_YEARS)
    week = date(year + 1 + _CYCLE_YEARS, moment.month, moment.day).isocalendar()
    return week[0] + (cycles - 1) * _CYCLE_YEARS, week[1]


def week_start(year: int, week: int) -> Moment | None:
    """Monday of an ISO week; None when the year has no such week."""
    cycles, year_in = divmod(year - 1, _CYCLE_YEARS)
    try:
        day = date.fromisocalendar(year_in + 1 + _CYCLE_YEARS, week, 1)
    except ValueError:
        return None
    return Moment(day.year + (cycles - 1) * _CYCLE_YEARS, day.month, day.day)
