"""What is brought becomes an article, or a message that says what to do."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.ingest import IngestError, article_from_text, parse_published, text_of
from dateline.settings import Settings

ENGLISH = "The harbour strike in Durban ended on Friday after the union accepted the port’s new offer."
GERMAN = "Der Streik im Hafen von Hamburg endete am Freitag, nachdem die Gewerkschaft das Angebot angenommen hatte."


def test_the_text_is_kept_unchanged() -> None:
    text = "  " + ENGLISH + "\r\n\x07\u200f<script>alert(1)</script> $x$ `"
    assert article_from_text(text).text == text


@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b"])
def test_a_blank_text_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(IngestError, match=r"Paste|plain text"):
        article_from_text(text)


def test_a_text_that_is_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(IngestError, match="at most 200,000"):
        article_from_text("word " * 70_000)


def test_the_limit_is_a_setting() -> None:
    with pytest.raises(IngestError, match="at most 50"):
        article_from_text(ENGLISH, settings=Settings(max_chars=50))


@pytest.mark.parametrize(
    "text", [GERMAN, "Забастовка в порту Одессы закончилась в пятницу после переговоров с профсоюзом."]
)
def test_a_text_in_another_language_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(IngestError, match=r"in (DE|RU|UK), not in English"):
        article_from_text(text)


def test_a_short_list_of_names_is_taken_as_english() -> None:
    assert article_from_text("Müller beats Nadal\nParis").language == "en"


def test_an_english_text_full_of_foreign_names_is_english() -> None:
    text = (
        "Chancellor Müller met Prime Minister Nguyễn Văn Đức in Reykjavík, and São Paulo’s Conceição joined by phone."
    )
    assert article_from_text(text).language == "en"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00\x01\x02\x03", b"%PDF-1.7\n\xe2\xe3\xcf\xd3"]
)
def test_a_binary_file_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(IngestError, match="plain text"):
        text_of(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_files_of_the_usual_encodings_are_read(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


def test_five_megabytes_are_refused_before_they_are_decoded() -> None:
    with pytest.raises(IngestError, match=r"5\.0 MB"):
        text_of(b"a" * 5_000_000)


def test_broken_characters_are_refused_with_what_to_do() -> None:
    with pytest.raises(IngestError, match="Copy it again"):
        article_from_text(ENGLISH + chr(0xD800))


@pytest.mark.parametrize("value", ["yesterday", "2014-02-30", "15.06.2014", "2014"])
def test_a_publication_date_that_is_none_is_refused_with_the_form_to_use(value: str) -> None:
    with pytest.raises(IngestError, match="2014-06-15"):
        parse_published(value)


@pytest.mark.parametrize("value", ["1066-10-14", "9999-12-31"])
def test_a_publication_date_out_of_all_reason_is_refused(value: str) -> None:
    with pytest.raises(IngestError, match="cannot be a publication date"):
        parse_published(value)


def test_a_blank_publication_date_is_unknown() -> None:
    assert parse_published(" ") is None and parse_published(None) is None


def test_a_given_publication_date_says_that_it_was_given() -> None:
    article = article_from_text(ENGLISH, published=date(2014, 6, 15))
    assert (article.published, article.published_basis) == (date(2014, 6, 15), "given")


def test_two_texts_that_differ_in_one_character_have_different_ids() -> None:
    assert article_from_text(ENGLISH).id != article_from_text(ENGLISH + " ").id
