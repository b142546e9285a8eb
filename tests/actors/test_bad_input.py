"""Long, odd and hostile texts: sensible actors, and work in proportion to the length."""

from __future__ import annotations

import cProfile
import pstats
import random
from collections.abc import Callable

import pytest

from dateline import actors, language, names
from dateline.language import Parse
from dateline.records import Article

FIRST = ("Anna", "Peter", "Laura", "Omar", "Li", "Jose", "Ivan", "Maria", "Yusuf", "Greta")


def people(n: int) -> str:
    """Sentences about n different people."""
    dice = random.Random(7)
    surnames = ("".join(dice.choice("bdfgklmnprst") + dice.choice("aeiou") for _ in range(3)).title() for _ in range(n))
    return " ".join(f"{dice.choice(FIRST)} {surname} met officials." for surname in surnames)


TEXTS: dict[str, Callable[[int], str]] = {
    "many people": people,
    "one surname": lambda n: " ".join(f"{FIRST[i % 10]}{i} Hayes said Hayes knew." for i in range(n)),
    "one minister": lambda n: "Peter Hayes, the finance minister, spoke. " + "The minister spoke. He left. " * n,
    "towns' governments": lambda n: " ".join(f"The Bela{i} government met the Bela{i} police." for i in range(n)),
    "acronyms": lambda n: " ".join(f"The Rural Health Network of Bela{i} (RHN) agreed." for i in range(n)),
    "coordination": lambda n: ", ".join(f"Peter Hayes{i}" for i in range(n)) + " and Laura Marsh met. They agreed.",
    "pronouns": lambda n: "Protesters met police. " + "They said they knew that they had seen them. " * n,
}


def work(parse: Parse) -> int:
    """Function calls that names and actors take."""
    profile = cProfile.Profile()
    profile.runcall(lambda: actors.read(parse, names.read(parse), (), ()))
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("kind", TEXTS)
def test_twice_the_text_is_at_most_about_twice_the_work(kind: str) -> None:
    small, large = (language.parse(Article(id="t", text=TEXTS[kind](n))) for n in (150, 300))
    work(small)  # the tables are loaded
    assert work(large) < 2.6 * work(small)


@pytest.mark.slow
def test_5000_names_are_read() -> None:
    parse = language.parse(Article(id="t", text=people(5000)[:290_000]))
    found = actors.read(parse, names.read(parse), (), ())
    assert sum(a.kind == "person" for a in found) > 2500


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n\n", "?", "the", "The minister", "They", "He said they said it said.", "(((((" * 50,
        "安倍晋三首相は東京でトランプ大統領と会談した。", "Президент России Владимир Путин встретился с министром.",
        "قال الرئيس المصري عبد الفتاح السيسي إن الجيش سيرد.", "PRESIDENT HAYES WARNS IRAN OF ATTACK",
        "@hayes: the gov't lied!!! #iran", "Mr. Mr. Mr. Hayes' 's 's", "and and, and the army and", "ISIS's ISIS’s",
    ],
)  # fmt: skip
def test_any_text_can_be_read(text: str) -> None:
    parse = language.parse(Article(id="t", text=text))
    found = actors.read(parse, names.read(parse), (), ())
    ids = {a.id for a in found}
    assert len(ids) == len(found)
    for actor in found:
        assert actor.name.strip() and actor.mentions
        assert actor.part_of is None or (actor.part_of in ids and actor.part_of != actor.id)
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)


def test_names_in_other_scripts_within_english_keep_their_spelling() -> None:
    parse = language.parse(
        Article(id="t", text="President Владимир Орлов met Anna Weber in Vienna. Weber praised Орлов.")
    )
    found = actors.read(parse, names.read(parse), (), ())
    assert any("Weber" in a.name and len(a.mentions) == 2 for a in found)


def test_parts_never_go_in_a_circle() -> None:
    text = "The army of the government and the government of the army met the army's government's police."
    parse = language.parse(Article(id="t", text=text * 5))
    whole = {a.id: a.part_of for a in actors.read(parse, names.read(parse), (), ())}
    for start in whole:
        seen, at = set(), whole[start]
        while at is not None and at not in seen:
            seen.add(at)
            at = whole[at]
        assert start not in seen
