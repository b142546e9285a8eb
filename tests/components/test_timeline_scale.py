"""Calendar scales show what there is, and are not pressed flat by one far year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.timeline_rows import Mark
from components.timeline_scale import focus, outside, scale, tick_words
from tests.components.test_timeline_rows import DAY, mark

dates = st.dates(date(1, 1, 1), date(9999, 12, 31))


def days(*numbers: int) -> list[tuple[date, date]]:
    return [(DAY + timedelta(days=n), DAY + timedelta(days=n)) for n in numbers]


def test_the_scale_runs_from_the_first_day_to_the_last_and_to_a_publication_that_is_near() -> None:
    shown = focus(days(0, 3, 5), DAY + timedelta(days=8))
    assert shown is not None
    assert (shown.first, shown.last) == (DAY, DAY + timedelta(days=8))


def test_a_publication_years_later_does_not_stretch_it() -> None:
    shown = focus(days(0, 3, 5), DAY + timedelta(days=4000))
    assert shown is not None
    assert shown.last == DAY + timedelta(days=5)


def test_one_far_year_is_left_outside_and_told_apart() -> None:
    found = [mark(i, n) for i, n in enumerate([0, 1, 2, 3, 4, 5, 6, 7, 8, -9000])]
    shown = scale(found, None)
    assert shown is not None
    before, after = outside(found, shown)
    assert [m.told for m in before] == [9]
    assert after == []


def test_a_time_that_is_near_the_acts_is_shown_with_them() -> None:
    time = Mark("t", "time", "times", "x", 1, DAY - timedelta(days=9), DAY - timedelta(days=3), "explicit")
    shown = scale([mark(1, 0), mark(2, 8), time], None)
    assert shown is not None
    assert shown.first == time.earliest


def test_without_any_day_there_is_no_scale() -> None:
    assert scale([mark(1), mark(2)], date(2020, 1, 1)) is None


def test_times_make_the_scale_where_no_stance_is_dated() -> None:
    time = Mark("t", "time", "times", "x", 1, DAY, DAY, "explicit")
    shown = scale([mark(1), time], None)
    assert shown is not None
    assert shown.first == DAY


def test_even_spacing_gives_centuries_and_days_the_same_room() -> None:
    found = [mark(1, 0), mark(2, 1), mark(3, 40_000)]
    shown = scale(found, None, equal=True)
    assert shown is not None
    places = [shown.at(m.earliest) for m in found if m.earliest]
    assert places == sorted(places)
    assert places[1] - places[0] == pytest.approx(0.25)
    assert places[2] - places[1] == pytest.approx(0.5)


@given(st.lists(st.tuples(dates, dates), min_size=1, max_size=12), st.none() | dates, st.booleans())
def test_any_days_make_a_scale_whose_ticks_lie_on_it_in_order(
    drawn: list[tuple[date, date]], published: date | None, equal: bool
) -> None:
    found = [Mark(str(i), "stance", "a", "x", 1, min(e), max(e), "explicit") for i, e in enumerate(drawn)]
    shown = scale(found, published, equal=equal)
    assert shown is not None
    ticks = shown.ticks(5)
    assert 1 <= len(ticks) <= 6
    assert ticks == sorted(ticks)
    assert all(-0.001 <= shown.at(t) <= 1 for t in ticks)
    assert all(tick_words(t, shown) for t in ticks)


@given(dates, st.integers(0, 400_000))
def test_a_later_day_stands_further_right(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal() - 2))
    if last < first:
        return
    shown = focus([(first, last)], None)
    assert shown is not None
    assert shown.at(first) < shown.at(last, end=True)


def test_ticks_name_the_weekday_on_a_short_scale_and_the_year_on_a_long_one() -> None:
    short, long = focus(days(0, 9), None), focus(days(0, 9000), None)
    assert short is not None and long is not None
    assert tick_words(DAY, short) == "Wed<br>1 Jan"
    assert tick_words(DAY, long) == "2020"
