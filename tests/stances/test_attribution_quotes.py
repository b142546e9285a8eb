"""Quotation marks: pairs, missing ones, apostrophes, speech that runs over paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.stances.attribution import quotes


def pieces(text: str) -> list[str]:
    """The quotations of a text, marks included."""
    return [text[q.start : q.end] for q in quotes.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("''It rains,'' she said.", ["''It rains,''"]),
        ("‘It rains,’ she said.", ["‘It rains,’"]),
        ("It's the workers' day and the dogs' night.", []),
        ("'It's the workers' day,' she said.", ["'It's the workers' day,'"]),
        ("“He told me ‘never’ again,” she said.", ["“He told me ‘never’ again,”"]),
        ("”Wrong way round,” he said.", ["”Wrong way round,”"]),
        ("„Ja“, sagte er. »Nein«, sagte sie.", ["„Ja“", "»Nein«"]),
        ('A 6" pipe.', []),
        ("rock 'n' roll in the '90s", []),
    ],
)
def test_what_stands_between_marks_is_a_quotation(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_quotation_that_its_paragraph_does_not_close_ends_with_the_paragraph() -> None:
    text = "“We waited for a long time.\n\n“Then we left,” he said."
    first, second = quotes.read(text)
    assert text[first.start : first.end] == "“We waited for a long time."
    assert not first.closed
    assert second.closed
    assert (first.paragraph, second.paragraph) == (0, 1)


def test_a_new_opening_mark_ends_a_quotation_that_was_left_open() -> None:
    assert pieces("“We waited for a very long time. “Then we left,” he said.") == [
        "“We waited for a very long time.",
        "“Then we left,”",
    ]


def test_a_lone_mark_before_a_few_words_is_no_quotation() -> None:
    assert pieces('He lost his 15" screen.') == []


def test_quotations_do_not_overlap_whatever_the_marks() -> None:
    text = "\"“‘'’”" * 50 + "word \" ' ” “ ‘ ’ " * 50 + "«»„“''``" * 20
    found = quotes.read(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
