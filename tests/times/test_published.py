"""The publication date of an agency's report is that of its dateline."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.times.published import infer


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD, June 15, 2014 (AP) — Government forces made gains.",
        "Gains in the north\n\nBAGHDAD, June 15, 2014 — Government forces made gains.",
        "NEW DELHI, India, 15 June 2014 (Agency) - Government forces made gains.",
        "Baghdad, Iraq, Jun. 15, 2014 -- Government forces made gains.",
    ],
)
def test_a_dateline_with_a_year_dates_the_article(text: str) -> None:
    assert infer(text) == (date(2014, 6, 15), "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "Government forces made gains on June 15, 2014.",
        "BAGHDAD, June 15 (AP) — Government forces made gains.",
        "BAGHDAD, February 30, 2014 (AP) — Government forces made gains.",
        "",
    ],
)
def test_no_year_no_dateline_or_no_such_day_date_nothing(text: str) -> None:
    assert infer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Gains in the north\nPublished: 15 June 2014\nGovernment forces made gains.",
        "Gains in the north\nSunday, June 15, 2014\nGovernment forces made gains.",
        "Gains in the north\nPosted on June 15, 2014 at 10:35 GMT\nGovernment forces made gains.",
    ],
)
def test_a_line_that_is_only_a_date_dates_the_article(text: str) -> None:
    assert infer(text) == (date(2014, 6, 15), "inferred")


def test_a_sentence_that_begins_with_a_date_does_not() -> None:
    assert infer("Gains\nJune 15, 2014 was a good day for the army.") is None
