"""Every value that has an interval has one that EDTF knows, and whose days are right."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf

from dateline.times.edtf import interval


@pytest.mark.parametrize(
    ("value", "mod", "edtf", "earliest", "latest"),
    [
        ("2014-06-14", None, "2014-06-14", "2014-06-14", "2014-06-14"),
        ("2014-02", None, "2014-02", "2014-02-01", "2014-02-28"),
        ("2012", None, "2012", "2012-01-01", "2012-12-31"),
        ("2014-W23", None, "2014-06-02/2014-06-08", "2014-06-02", "2014-06-08"),
        ("2014-W23-WE", None, "2014-06-07/2014-06-08", "2014-06-07", "2014-06-08"),
        ("2014-Q2", None, "2014-04/2014-06", "2014-04-01", "2014-06-30"),
        ("2014-H2", None, "2014-07/2014-12", "2014-07-01", "2014-12-31"),
        ("2014-SU", None, "2014-22", "2014-06-01", "2014-08-31"),
        ("2014-WI", None, "2014-24", "2014-12-01", "2015-02-28"),
        ("198", None, "198X", "1980-01-01", "1989-12-31"),
        ("19", None, "19XX", "1900-01-01", "1999-12-31"),
        ("2014", "APPROX", "2014~", "2014-01-01", "2014-12-31"),
        ("1939-10", "START", "1939-10-01~/1939-10-10~", "1939-10-01", "1939-10-10"),
        ("2014-06-14T10:35", None, "2014-06-14T10:35:00", "2014-06-14", "2014-06-14"),
        ("2014-06-14TNI", None, "2014-06-14", "2014-06-14", "2014-06-14"),
    ],
)
def test_a_value_is_an_interval_of_days(value: str, mod: str | None, edtf: str, earliest: str, latest: str) -> None:
    found = interval(value, mod)
    assert found
    assert parse_edtf(found.edtf)
    assert (found.edtf, found.earliest, found.latest) == (
        edtf,
        date.fromisoformat(earliest),
        date.fromisoformat(latest),
    )


@pytest.mark.parametrize(("value", "edtf"), [("BC0044", "-0043"), ("BC0480-SU", "-0479-22"), ("BC047", "-0478/-0469")])
def test_years_before_christ_are_astronomical_and_have_no_python_date(value: str, edtf: str) -> None:
    found = interval(value)
    assert found
    assert parse_edtf(found.edtf)
    assert (found.edtf, found.earliest) == (edtf, None)


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-06-14", "XXXX-WXX-5", "2014-02-30", "0000", "2014-W54", "99999"]
)
def test_what_is_no_date_of_the_calendar_has_no_interval(value: str) -> None:
    assert interval(value) is None
