"""The table of known actors: any file of its form is read, and the day decides on offices."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline import known
from dateline.settings import DEFAULTS

HEAD = "# Made for a test.\nid,name,aliases,kind,sector,country,office,part_of,from,to\n"
PEOPLE = (
    "hayes,Laura Hayes,Laura M. Hayes;Hayes,person,LEG,GBR,Member of Parliament,,1997,2010\n"
    "hayes,Laura Hayes,,person,GOV,GBR,Prime Minister,GBR,2010-05-11,2016-07-13\n"
    "delorme,Luc Delorme,,person,GOV,FRA,President,FRA,2017,\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lexicon with two people."""
    path = tmp_path_factory.mktemp("lexicon")
    (path / "actors").mkdir()
    shutil.copy(DEFAULTS.lexicon / "actors" / "states.csv", path / "actors")
    (path / "actors" / "people.csv").write_text(HEAD + PEOPLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "office"),
    [
        ("2009-12-31", "Member of Parliament"),
        ("2010-05-11", "Prime Minister"),
        ("2016-07-13", "Prime Minister"),
        ("2016-07-14", None),
        ("1990-01-01", None),
        (None, None),
    ],
)
def test_the_office_is_that_of_the_day(folder: Path, day: str | None, office: str | None) -> None:
    term = known.table(folder).actors["hayes"].term(day)
    assert (term.office if term else None) == office


def test_without_a_day_only_an_office_that_is_held_still_counts(folder: Path) -> None:
    term = known.table(folder).actors["delorme"].term(None)
    assert term is not None and term.office == "President"


def test_an_office_that_ended_is_a_past_one(folder: Path) -> None:
    past = known.table(folder).actors["hayes"].past_term("2020-01-01")
    assert past is not None and past.office == "Prime Minister"


def test_rows_of_one_id_are_one_actor_with_all_its_names(folder: Path) -> None:
    table = known.table(folder)
    assert table.named("laura hayes") == table.named("Laura M Hayes") == ("hayes",)


def test_a_surname_alone_is_looked_up_only_when_asked_for(folder: Path) -> None:
    table = known.table(folder)
    assert table.named("Hayes") == ("hayes",) and "hayes" not in table.by_first


def test_tables_that_are_not_there_are_done_without(folder: Path) -> None:
    assert "isis" not in known.table(folder).actors and "FRA" in known.table(folder).actors


def test_without_states_there_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        known.table(tmp_path)


@pytest.mark.parametrize(("a", "b"), [("São Tomé", "Sao Tome"), ("U.N.", "u n"), ("Al-Qaeda", "al qaeda")])
def test_names_are_compared_without_accents_stops_and_hyphens(a: str, b: str) -> None:
    assert known.key(a) == known.key(b)
