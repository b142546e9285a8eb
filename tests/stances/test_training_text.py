"""The text that the stance model is fitted on: spans occur, labels are known, and half of it holds no stance."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.records import Modality
from dateline.stances import plover

FOLDER = Path(__file__).parents[2] / "data" / "training"
MODALITIES = set(get_args(Modality))
# What is there, rounded down; raise them as the text grows.
LEAST_SENTENCES = 1800
LEAST_ARTICLES = 25
LEAST_OF_A_TYPE = 30
LEAST_WITHOUT_STANCE = 0.45


def lines(pattern: str) -> list[tuple[str, dict[str, Any]]]:
    """(file and line, what the line holds) of all files of a pattern."""
    return [
        (f"{path.name}:{number}", json.loads(line))
        for path in sorted(FOLDER.glob(pattern))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]


SENTENCES = lines("sentences_*.jsonl")
ARTICLES = lines("articles_*.jsonl")


def missing(words: str, text: str) -> bool:
    """Whether `words` do not stand in `text` as whole words."""
    return not re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text)


def faults(stance: dict[str, Any], modality: str) -> list[str]:
    """What is wrong with the labels of a stance."""
    return [
        f"{key} {value!r}"
        for key, value, known in (
            ("type", stance["type"], plover.TYPES),
            ("polarity", stance["polarity"], (-1, 0, 1)),
            ("modality", stance[modality], MODALITIES),
        )
        if value not in known
    ]


def test_every_stance_of_a_sentence_is_in_its_words_and_known_labels() -> None:
    found = {}
    for place, line in SENTENCES:
        for stance in line["stances"]:
            wrong = faults(stance, "modality")
            spans = [stance[key] for key in ("actor", "cue", "target", "said_by") if stance.get(key)]
            wrong += [f"{span!r} is not in the text" for span in spans if missing(span, line["text"])]
            if stance["actor"] == stance["target"]:
                wrong.append("the actor is its own target")
            if wrong:
                found[place] = wrong
    assert not found


def test_no_text_stands_twice() -> None:
    texts = Counter(re.sub(r"\W+", " ", line["text"]).casefold() for _, line in SENTENCES + ARTICLES)
    assert not [text for text, times in texts.items() if times > 1]


def test_about_half_of_the_sentences_hold_no_stance() -> None:
    without = sum(not line["stances"] for _, line in SENTENCES)
    assert without >= LEAST_WITHOUT_STANCE * len(SENTENCES)


def test_every_type_and_modality_is_there_and_the_text_does_not_shrink() -> None:
    stances = [stance for _, line in SENTENCES for stance in line["stances"]]
    types = Counter(stance["type"] for stance in stances)
    assert {name for name in plover.TYPES if types[name] < LEAST_OF_A_TYPE} == set()
    assert {stance["modality"] for stance in stances} == MODALITIES
    assert len(SENTENCES) >= LEAST_SENTENCES
    assert len(ARTICLES) >= LEAST_ARTICLES


def test_no_two_articles_share_an_id() -> None:
    ids = Counter(article["id"] for _, article in ARTICLES)
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("article", [article for _, article in ARTICLES], ids=[place for place, _ in ARTICLES])
def test_an_article_proves_its_stances(article: dict[str, Any]) -> None:
    names = {actor["name"] for actor in article["actors"]}
    assert {actor["part_of"] for actor in article["actors"]} - {None} <= names
    for actor in article["actors"]:
        assert [alias for alias in actor["aliases"] if missing(alias, article["text"])] == []
    for stance in article["stances"]:
        assert not faults(stance, "mode"), stance
        assert stance["evidence"] in article["text"]
        assert not missing(stance["actor_mention"], stance["evidence"]), stance
        assert any(not missing(words, article["text"]) for words in stance["target_words"]), stance
        assert {stance["actor"], stance["said_by"]} - {None} <= names, stance
        assert stance["target_kind"] != "actor" or stance["target"] in names, stance
