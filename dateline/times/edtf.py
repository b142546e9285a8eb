"""What a TIMEX3 value means as EDTF (ISO 8601-2) and as days: the form in which times are compared and drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.times import moments
from dateline.times.moments import Moment
from dateline.times.values import SEASON_MONTH

_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_DATE = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(.+))?)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_PART = re.compile(r"(BC)?(\d{4})-(?:([QH])(\d)|(SP|SU|FA|WI))")
_LONG = re.compile(r"(BC)?(\d{2,3})")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d)?")
_THIRDS = {"START": 0, "MID": 1, "END": 2}


@dataclass(frozen=True)
class Interval:
    """The days from first to last, the unit they were said in, and their EDTF."""

    edtf: str
    first: Moment
    last: Moment
    grain: str

    @property
    def earliest(self) -> date | None:
        """First day; None before the year 1."""
        return self.first.as_date()

    @property
    def latest(self) -> date | None:
        """Last day; None before the year 1."""
        return self.last.as_date()


def interval(value: str, mod: str | None = None) -> Interval | None:
    """The interval of an anchored value; None for durations, sets, references and values with X.

    `mod` START, MID or END narrows a month, season, year, decade or century to its third ("early October"), with `~`
    since the writer's thirds are no more exact than that; APPROX adds `~`.
    """
    found = _of_date(value) or _of_week(value) or _of_part_of_year(value) or _of_long(value)
    if found is None or mod is None:
        return found
    if mod in _THIRDS and found.grain in ("month", "season", "quarter", "half", "year", "decade", "century"):
        return _third(found, _THIRDS[mod])
    if mod == "APPROX" and "/" not in found.edtf and "T" not in found.edtf and "X" not in found.edtf:
        return Interval(found.edtf + "~", found.first, found.last, found.grain)
    return found


def spanning(first: Interval, last: Interval) -> Interval | None:
    """From the beginning of one to the end of the other; None when that end lies before that beginning."""
    if last.last < first.first:
        return None
    return _between(first.first, last.last, first.grain)


def day_text(moment: Moment) -> str:
    """As in "2014-06-14", "-0043-03-15"."""
    return f"{year_text(moment.year)}-{moment.month:02d}-{moment.day:02d}"


def year_text(year: int) -> str:
    """As in "2014", "-0043"."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _year(before: str | None, digits: str) -> int | None:
    year = 1 - int(digits) if before else int(digits)
    return None if int(digits) == 0 else year


def _between(first: Moment, last: Moment, grain: str) -> Interval:
    edtf = day_text(first) if first == last else f"{day_text(first)}/{day_text(last)}"
    return Interval(edtf, first, last, grain)


def _of_date(value: str) -> Interval | None:
    m = _DATE.fullmatch(value)
    year = _year(m[1], m[2]) if m else None
    if m is None or year is None:
        return None
    if not m[3]:
        return Interval(year_text(year), Moment(year), Moment(year, 12, 31), "year")
    first = moments.checked(year, int(m[3]), int(m[4] or 1))
    if first is None:
        return None
    if not m[4]:
        last = Moment(year, first.month, moments.days_in_month(year, first.month))
        return Interval(f"{year_text(year)}-{first.month:02d}", first, last, "month")
    clock = _CLOCK.fullmatch(m[5] or "")
    if clock and int(clock[1]) < 24:
        return Interval(f"{day_text(first)}T{clock[1]}:{clock[2]}:{clock[3] or '00'}", first, first, "minute")
    return Interval(day_text(first), first, first, "part of day" if m[5] else "day")


def _of_week(value: str) -> Interval | None:
    m = _WEEK.fullmatch(value)
    monday = moments.week_start(int(m[1]), int(m[2])) if m else None
    if m is None or monday is None or int(m[1]) == 0:
        return None
    after = {"WE": (5, 6), None: (0, 6)}.get(m[3]) or (int(m[3]) - 1, int(m[3]) - 1)
    first, last = (moments.from_ordinal(monday.ordinal + days) for days in after)
    return _between(first, last, {"WE": "weekend", None: "week"}.get(m[3], "day"))


def _of_part_of_year(value: str) -> Interval | None:
    m = _PART.fullmatch(value)
    year = _year(m[1], m[2]) if m else None
    if m is None or year is None:
        return None
    if m[5]:
        first = Moment(year, SEASON_MONTH[m[5]])
        return _months(first, 3, "season", f"{year_text(year)}-{_SEASON[m[5]]}")
    length, grain = (3, "quarter") if m[3] == "Q" else (6, "half")
    if not 1 <= int(m[4]) <= 12 // length:
        return None
    first = Moment(year, (int(m[4]) - 1) * length + 1)
    return _months(
        first, length, grain, f"{year_text(year)}-{first.month:02d}/{year_text(year)}-{first.month + length - 1:02d}"
    )


def _months(first: Moment, length: int, grain: str, edtf: str) -> Interval | None:
    after = moments.shifted(first, length, "month")
    return Interval(edtf, first, moments.from_ordinal(after.ordinal - 1), grain) if after else None


def _of_long(value: str) -> Interval | None:
    m = _LONG.fullmatch(value)
    if m is None:
        return None
    length = 10 if len(m[2]) == 3 else 100
    grain = "decade" if length == 10 else "century"
    if not m[1]:
        first = Moment(max(int(m[2]) * length, 1))
        last = Moment(int(m[2]) * length + length - 1, 12, 31)
        return Interval(m[2] + "X" * (4 - len(m[2])), first, last, grain)
    latest = 1 - max(int(m[2]) * length, 1)
    earliest = 1 - (int(m[2]) * length + length - 1)
    return Interval(f"{year_text(earliest)}/{year_text(latest)}", Moment(earliest), Moment(latest, 12, 31), grain)


def _third(whole: Interval, which: int) -> Interval:
    """The first, middle or last third, cut at whole days of a month, months of a year, years of a longer time."""
    if whole.grain in ("decade", "century"):
        years = whole.last.year - whole.first.year + 1
        first = Moment(whole.first.year + years * which // 3)
        last = Moment(whole.first.year + years * (which + 1) // 3 - 1, 12, 31)
        return Interval(f"{year_text(first.year)}~/{year_text(last.year)}~", first, last, whole.grain)
    if whole.grain == "year":
        year = whole.first.year
        first, last = (
            Moment(year, which * 4 + 1),
            Moment(year, which * 4 + 4, moments.days_in_month(year, which * 4 + 4)),
        )
        return Interval(
            f"{year_text(year)}-{first.month:02d}~/{year_text(year)}-{last.month:02d}~", first, last, whole.grain
        )
    begin, days = whole.first.ordinal, whole.last.ordinal - whole.first.ordinal + 1
    first = moments.from_ordinal(begin + days * which // 3)
    last = moments.from_ordinal(begin + days * (which + 1) // 3 - 1)
    return Interval(f"{day_text(first)}~/{day_text(last)}~", first, last, whole.grain)
