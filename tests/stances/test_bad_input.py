"""Texts that are no news: few records or none, and time in proportion."""

from __future__ import annotations

import time

import pytest

from dateline import language, stances
from dateline.records import Actor, Article, Mention
from tests.stances.marked import read


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "Whisk [the eggs], fold in the flour and bake for 40 minutes at 180 degrees.",
        "def attack(target):\n    return target.hp - 3  # [Rebels]\n",
        "[Anna] Berg\n[Boris] Lund\n[Carla] Ruiz\n[Dmitri] Olsen",
        "| [Oslo] | 3 | 4 |\n| [Bergen] | 5 | 6 |",
        "[Spring] comes soft over the hill, and the hill is glad.",
    ],
)
def test_texts_without_politics_give_nothing(text: str) -> None:
    assert read(text) == ()


def _seconds(sentences: int) -> float:
    text = "the army attacked the rebels and " * sentences
    spans = [(i, i + 6) for i in range(len(text)) if text.startswith("rebels", i)]
    rebels = Actor(
        id="r",
        name="rebels",
        kind="group",
        sector=None,
        country=None,
        mentions=tuple(Mention(start=a, end=b, text="rebels", form="nominal") for a, b in spans),
    )
    army = Actor(
        id="a",
        name="army",
        kind="group",
        sector=None,
        country=None,
        mentions=tuple(
            Mention(start=i, end=i + 4, text="army", form="nominal")
            for i in range(len(text))
            if text.startswith("army", i)
        ),
    )
    parse = language.parse(Article(id="x", text=text))
    spent = []
    for _ in range(4):
        begun = time.process_time()
        stances.read(parse, (rebels, army), (), (), (), ())
        spent.append(time.process_time() - begun)
    return min(spent)


def test_a_sentence_of_thousands_of_words_costs_time_in_proportion() -> None:
    assert _seconds(400) < 8 * max(_seconds(100), 0.005)
