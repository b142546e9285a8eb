"""Whose words an offset belongs to."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.records import Article
from dateline.stances import attribution
from dateline.stances.attribution import Lookup

TEXT = (
    "The army said that villagers had told it that the bridge was gone. The bridge is old. "
    "“We built it,” said Ana Ruiz, the mayor. “We will build it again.”"
)


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    """The statements of the text above."""
    return Lookup(attribution.read(language.parse(Article(id="t", text=TEXT)), ()))


def speaker_at(lookup: Lookup, word: str) -> str | None:
    """The words for the speaker of a word of the text."""
    statement = lookup.speaker_at(TEXT.index(word))
    span = statement.speaker_span if statement else None
    return TEXT[span.start : span.end] if span else None


def test_the_innermost_statement_answers(lookup: Lookup) -> None:
    assert speaker_at(lookup, "gone") == "villagers"
    assert speaker_at(lookup, "had told") == "The army"


def test_the_writer_speaks_where_no_statement_covers_the_offset(lookup: Lookup) -> None:
    assert speaker_at(lookup, "is old") is None
    assert speaker_at(lookup, "The army") is None


def test_the_words_between_two_pieces_of_a_quotation_are_the_writers(lookup: Lookup) -> None:
    assert speaker_at(lookup, "build it") == "Ana Ruiz, the mayor"
    assert speaker_at(lookup, "the mayor") is None


def test_all_statements_over_an_offset_come_outermost_first(lookup: Lookup) -> None:
    covering = lookup.covering(TEXT.index("gone"))
    assert [TEXT[s.start : s.end] for s in covering] == [
        "that villagers had told it that the bridge was gone",
        "that the bridge was gone",
    ]


def test_only_words_in_quotation_marks_make_we_the_speaker(lookup: Lookup) -> None:
    assert lookup.quoted_at(TEXT.index("We built")) is not None
    assert lookup.quoted_at(TEXT.index("gone")) is None


def test_a_lookup_without_statements_answers_none() -> None:
    assert Lookup(()).speaker_at(0) is None
