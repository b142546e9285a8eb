"""The days of a date that a reader writes: a day, a month, a year, or an interval of these, in EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_HOW = "Write a date as 2014-06-14, 2014-06 or 2014; two of them with / between for from and to."


def days_of(edtf: str) -> tuple[date, date]:
    """First and last day. Raises ValueError, with a message fit for the reader, for anything else."""
    parts = edtf.strip().split("/")
    if len(parts) > 2:
        raise ValueError(_HOW)
    days = [_days(part) for part in parts]
    if days[0][0] > days[-1][1]:
        raise ValueError("The end lies before the beginning.")
    return days[0][0], days[-1][1]


def _days(text: str) -> tuple[date, date]:
    m = _ONE.fullmatch(text)
    if m is None:
        raise ValueError(_HOW)
    year, month, day = (int(part) if part else None for part in m.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(first.year, last_month, day or monthrange(first.year, last_month)[1])
    except ValueError:
        raise ValueError(f"There is no such date as {text}.") from None
