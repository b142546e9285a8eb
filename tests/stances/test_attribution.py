"""Who said what, in sentences of our own: direct, indirect and mixed speech, and what is no speech at all."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from dateline import language
from dateline.records import Actor, Article, Mention, Statement
from dateline.stances import attribution

TABLE = Path(__file__).with_name("statements.csv")
Row = tuple[str, str, str, str]


def cases() -> list[tuple[str, list[Row]]]:
    """The texts of the table, each with the form, speaker, cue and content of its statements."""
    texts: dict[str, list[Row]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            text = row["text"].replace("\\n", "\n")
            said = (row["form"], row["speaker"], row["cue"], row["content"].replace("\\n", "\n"))
            texts[text] += [said] if row["form"] else []
    return list(texts.items())


def read(text: str, actors: tuple[Actor, ...] = ()) -> tuple[Statement, ...]:
    """The statements of a text."""
    return attribution.read(language.parse(Article(id="t", text=text)), actors)


def row(text: str, statement: Statement) -> Row:
    """A statement as a row of the table."""
    pieces = statement.pieces or (statement,)
    speaker, cue = statement.speaker_span, statement.cue_span
    return (
        statement.form,
        text[speaker.start : speaker.end] if speaker else "",
        text[cue.start : cue.end] if cue else "",
        " | ".join(text[p.start : p.end] for p in pieces),
    )


@pytest.mark.parametrize(("text", "said"), cases(), ids=[text for text, _ in cases()])
def test_a_text_holds_the_statements_of_the_table_and_no_others(text: str, said: list[Row]) -> None:
    assert [row(text, s) for s in read(text)] == said


def actor(identity: str, name: str, *mentions: tuple[int, str]) -> Actor:
    """An actor with mentions at given offsets."""
    made = tuple(Mention(start=at, end=at + len(text), text=text, form="name") for at, text in mentions)
    return Actor(id=identity, name=name, kind="person", sector=None, country=None, mentions=made)


def test_the_speaker_is_the_actor_whose_mention_holds_the_head_of_the_noun_phrase() -> None:
    text = "The mayor of Lima, Ana Ruiz, said the port was closed."
    ana = actor("a1", "Ana Ruiz", (text.index("Ana"), "Ana Ruiz"), (4, "mayor"))
    lima = actor("a2", "Lima", (13, "Lima"))
    assert [s.speaker for s in read(text, (lima, ana))] == ["a1"]


def test_a_pronoun_speaks_for_the_actor_that_it_is_a_mention_of() -> None:
    text = "Ana Ruiz came home. She said the port was closed."
    ana = actor("a1", "Ana Ruiz", (0, "Ana Ruiz"), (20, "She"))
    assert [s.speaker for s in read(text, (ana,))] == ["a1"]


def test_a_speaker_that_is_no_actor_has_a_span_all_the_same() -> None:
    text = "Three farmers said the rain was late."
    (statement,) = read(text, (actor("a1", "Ana Ruiz", (200, "Ana Ruiz")),))
    assert statement.speaker is None
    assert statement.speaker_span is not None
    assert text[: statement.speaker_span.end] == "Three farmers"


def test_a_floating_quotation_in_the_next_paragraph_has_the_last_speaker() -> None:
    text = "“We lost the war,” said Ana Ruiz.\n\n“We shall not lose the peace as well.”"
    ana = actor("a1", "Ana Ruiz", (text.index("Ana"), "Ana Ruiz"))
    assert [s.speaker for s in read(text, (ana,))] == ["a1", "a1"]


def test_statements_are_numbered_in_text_order_and_lie_inside_the_text() -> None:
    text = "“We lost,” said Lee. The court said it was over.\n\nAccording to Kim, “all is well” in Rome."
    said = read(text)
    assert [s.id for s in said] == [f"s{n}" for n in range(1, len(said) + 1)]
    assert [s.start for s in said] == sorted(s.start for s in said)
    assert all(0 <= s.start < s.end <= len(text) for s in said)


def test_the_quotation_marks_of_the_text_may_be_of_any_kind() -> None:
    for opening, closing in ("“”", '""', "‘’", "''", "«»", ("„", "“"), ("''", "''"), ("``", "''")):
        text = f"{opening}We are ready to leave,{closing} said the captain."
        (statement,) = read(text)
        assert statement.form == "direct", text
        assert text[statement.start : statement.end] == f"{opening}We are ready to leave,{closing}"
