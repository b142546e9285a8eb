"""Proper names: what the model sees, corrected by the table of known names."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest

from dateline import language, names
from dateline.records import Article


@lru_cache(maxsize=64)
def named(text: str) -> dict[str, names.Name]:
    """Text of each name -> the name (the first of that text)."""
    found: dict[str, names.Name] = {}
    for name in names.read(language.parse(Article(id="t", text=text))):
        found.setdefault(text[name.start : name.end], name)
    return found


def test_a_known_name_of_many_words_is_one_name() -> None:
    found = named("Fighters of the Islamic State in Iraq and Syria took the town.")
    assert found["Islamic State in Iraq and Syria"].known == "isis"
    assert "Iraq" not in found and "Syria" not in found


def test_an_office_is_no_name() -> None:
    found = named("Secretary of State John Kerry met Defence Minister Rui Lopes in Lisbon.")
    assert set(found) == {"John Kerry", "Rui Lopes", "Lisbon"}


@pytest.mark.parametrize("title", ["Mr.", "President", "Gen.", "Sen.", "Prime Minister"])
def test_a_title_is_no_part_of_the_name_after_it(title: str) -> None:
    assert "Peter Hayes" in named(f"On Monday {title} Peter Hayes spoke in Dover.")


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert "Laura Hayes" in named("Laura Hayes’s lawyers appealed.")


def test_a_given_name_with_a_small_second_part_is_whole() -> None:
    assert "Moon Jae-in" in named("South Korean President Moon Jae-in spoke on Friday.")


def test_a_participle_behind_a_name_is_no_part_of_it() -> None:
    assert all(
        "backed" not in text for text in named("Pro-Hayes groups and Hamas-backed fighters met Laura Hayes-backed men.")
    )


def test_a_demonym_tells_its_state() -> None:
    found = named("The Peruvian president thanked the Chileans.")
    assert found["Peruvian"].known == "PER" and found["Chileans"].known == "CHL"


def test_an_acronym_in_brackets_is_a_name_wherever_it_stands() -> None:
    text = "The Rural Health Network (RHN) closed a clinic. Staff of RHN wept."
    starts = [n.start for n in names.read(language.parse(Article(id="t", text=text))) if text[n.start : n.end] == "RHN"]
    assert starts == [text.index("RHN"), text.rindex("RHN")]


def test_an_acronym_known_already_names_what_stands_before_it() -> None:
    found = named("The United Nations office for human rights, or United Nations Human Rights Office (OHCHR), agreed.")
    assert found["OHCHR"].known == "ohchr"


def test_a_common_word_is_no_acronym() -> None:
    assert "who" not in named("Those who stayed said it is over.") and "is" not in named(
        "Those who stayed said it is over."
    )


def test_a_surname_that_the_model_missed_once_is_found() -> None:
    text = "Laura Hayes sued. Hayes, 40, won. A judge told Hayes so."
    hits = [n for n in names.read(language.parse(Article(id="t", text=text))) if text[n.start : n.end] == "Hayes"]
    assert len(hits) == 2 and {n.label for n in hits} == {"PERSON"}


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("UN", "United Nations", True),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons", True),
        ("RHN", "Rural Health Network", True),
        ("CIA", "National Security Agency", False),
        ("X", "Xerox", False),
    ],
)
def test_initials(short: str, full: str, same: bool) -> None:
    assert names.is_acronym(short, full) is same


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Ministry of Trade", "GOV"),
        ("Harare High Court", "JUD"),
        ("Lagos State University", "EDU"),
        ("Lima Mining Company", "BUS"),
        ("Christian Democratic Party", "PTY"),
    ],
)
def test_the_words_of_an_organisation_tell_its_sector(name: str, sector: str) -> None:
    told = names.organization_word(name)
    assert told is not None and told[0] == sector


def test_names_are_sorted_and_do_not_overlap() -> None:
    text = "The U.S. State Department told Iran's Foreign Ministry and Mr. Hayes of the U.N. Security Council."
    found = names.read(language.parse(Article(id="t", text=text)))
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…", "()", "А", "安倍晋三が来た。", "ﷺ محمد", "THE END", "a" * 3000, "(((((" * 200]
)
def test_any_text_can_be_read(text: str) -> None:
    assert all(0 <= n.start < n.end <= len(text) for n in names.read(language.parse(Article(id="t", text=text))))
