"""TIMEX3 values: written from a day and a unit, or from a number and a unit."""

from __future__ import annotations

from dateline.times.moments import Moment, iso_week

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_CODE = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "season": "SE", "year": "Y"}
_CLOCK_CODE = {"second": "S", "minute": "M", "hour": "H"}
_IN_OTHER = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}


def year(number: int | None) -> str:
    """As in "2014", "BC0044" for the astronomical year -43, "XXXX" for None."""
    if number is None:
        return "XXXX"
    return f"{number:04d}" if number > 0 else f"BC{1 - number:04d}"


def day(moment: Moment) -> str:
    """As in "2014-06-14"."""
    return f"{year(moment.year)}-{moment.month:02d}-{moment.day:02d}"


def month(number: int | None, of_year: int) -> str:
    """As in "2014-06", "XXXX-06"."""
    return f"{year(number)}-{of_year:02d}"


def season(number: int | None, code: str) -> str:
    """As in "2014-SU"; a winter bears the year in which its December lies."""
    return f"{year(number)}-{code}"


def decade(first_year: int) -> str:
    """As in "198", "BC047" for the years from first_year to first_year + 9 (the 470s BC begin in -478)."""
    return f"{first_year // 10:03d}" if first_year > 0 else f"BC{(1 - first_year) // 10:03d}"


def century(number: int, before_christ: bool = False) -> str:
    """As in "19" for the 20th century, "BC04" for the 5th century BC."""
    return f"{'BC' if before_christ else ''}{number - 1:02d}"


def at(unit: str, moment: Moment | None) -> str:
    """The value of the unit that holds the day: its day, week, month ...; with X where the day is unknown."""
    if moment is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    if unit in ("week", "fortnight", "weekend"):
        of_year, number = iso_week(moment)
        return f"{year(of_year)}-W{number:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return month(moment.year, moment.month)
    if unit == "quarter":
        return f"{year(moment.year)}-Q{moment.quarter}"
    if unit == "year":
        return year(moment.year)
    if unit == "decade":
        return decade(moment.year)
    if unit == "century":
        return f"{moment.year // 100:02d}" if moment.year > 0 else f"BC{-moment.year // 100:02d}"
    return day(moment)


def duration(number: float | int | str, unit: str) -> str:
    """As in "P3D", "PT2H", "PXY" for an unknown number; decades, centuries and fortnights in the unit below."""
    if unit in _IN_OTHER:
        times, unit = _IN_OTHER[unit]
        number = number if isinstance(number, str) else number * times
    if isinstance(number, float) and number == int(number):
        number = int(number)
    if unit in _CLOCK_CODE:
        if isinstance(number, float) and unit != "second" and number % 1 == 0.5:
            smaller = {"hour": "M", "minute": "S"}[unit]
            return f"PT{int(number)}{_CLOCK_CODE[unit]}30{smaller}" if number >= 1 else f"PT30{smaller}"
        return f"PT{number}{_CLOCK_CODE[unit]}"
    return f"P{number}{_CODE[unit]}"
