"""Expressions of every family, in sentences of our own, to their TIMEX3."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from dateline.records import TimeExpression
from dateline.times.interpreter import read_text

SUNDAY = date(2014, 6, 15)
TABLE = Path(__file__).with_name("expressions.csv")


def cases() -> list[dict[str, str]]:
    """The rows of the table; a semicolon in a sentence stands for a comma."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c['family']}: {c['sentence']} {c['published']}")
def test_an_expression_has_the_type_value_and_modifier_of_the_table(case: dict[str, str]) -> None:
    marked = case["sentence"].replace(";", ",")
    start, end = marked.index("["), marked.index("]") - 1
    published = None if case["published"] == "none" else date.fromisoformat(case["published"] or "2014-06-15")
    found = {(t.start, t.end): t for t in read_text(re.sub(r"[\[\]]", "", marked), published)}
    assert (start, end) in found, f"found only {[t.text for t in found.values()]}"
    time = found[start, end]
    assert (time.type, time.value, time.mod or "") == (case["type"], case["value"], case["mod"])


def only(text: str, published: date | None = SUNDAY) -> TimeExpression:
    """The one time expression of a text."""
    (time,) = read_text(text, published)
    return time


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people came.",
        "She lives in 1935 Orchard Street, in the 2400 block.",
        "He may march with the second division.",
        "Route 1995 was closed and flight 1812 was late.",
        "The price rose to $1999 from €1998.",
        "April Jones met Augusta May.",
        "They fell in love with the fall of Saigon.",
        "The 12-year-old sat in the sun.",
        "The ratio was 3:2 and the vote 12-4.",
        "The Daily Mirror and the Second Army.",
        "Call 555-1234-2008 or see section 10.1.2.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [t.text for t in read_text(text, SUNDAY)] == []


def test_saturday_and_sunday_are_two_days() -> None:
    saturday, sunday = read_text("They made gains there Saturday and Sunday.", SUNDAY)
    assert (saturday.value, sunday.value) == ("2014-06-14", "2014-06-15")


def test_a_last_week_is_the_seven_days_from_monday() -> None:
    week = only("Parliament failed last week.", date(2014, 6, 18))
    assert (week.edtf, week.earliest, week.latest) == ("2014-06-09/2014-06-15", date(2014, 6, 9), date(2014, 6, 15))


def test_on_a_sunday_last_week_is_the_week_that_ended_on_saturday() -> None:
    week = only("Parliament failed last week.")
    assert (week.edtf, week.grain) == ("2014-06-08/2014-06-14", "week")


def test_a_last_day_reaches_from_yesterday_to_today() -> None:
    day = only("Many were killed in the last day alone.")
    assert (day.type, day.edtf) == ("DURATION", "2014-06-14/2014-06-15")


def test_a_date_that_the_calendar_does_not_have_is_unsure() -> None:
    for text in ("It ends on February 30, 2014.", "It ends on April 31."):
        assert only(text).unsure


def test_a_date_whose_day_and_month_may_be_exchanged_is_unsure() -> None:
    assert only("Signed 03/04/2014.").unsure
    assert not only("Signed 15/04/2014.").unsure


def test_a_weekday_finds_the_year_of_a_date_or_makes_it_unsure() -> None:
    assert only("He spoke on Thursday, June 13.").value == "2013-06-13"
    assert only("He spoke on Monday, June 14, 2014.").unsure


def test_relative_expressions_stay_relative_without_a_publication_date() -> None:
    for text in ("It fell on Friday.", "It fell yesterday.", "It fell two years ago.", "It fell on June 3."):
        time = only(text, None)
        assert (time.edtf, time.basis) == (None, "none")
        assert "X" in time.value


def test_the_basis_tells_how_a_value_was_found() -> None:
    assert only("It fell in 2003.").basis == "explicit"
    assert only("It fell yesterday.").basis == "relative-to-publication"
    assert read_text("It fell on June 3, 2009. He died two days later.", SUNDAY)[1].basis == "relative-to-mention"


def test_news_counts_two_days_later_from_the_day_last_named() -> None:
    assert read_text("It fell on June 3. He died two days later.", SUNDAY)[1].value == "2014-06-05"


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_publication_dates_at_the_ends_of_the_calendar_do_no_harm(published: date) -> None:
    text = "It fell yesterday, last week, two centuries ago, and will tomorrow, next year, in the next 400 years."
    for time in read_text(text, published):
        assert time.edtf is None or time.earliest is None or time.earliest.year <= 9999
