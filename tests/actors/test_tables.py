"""The tables that people edit hold together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from dateline import known
from dateline.known import words
from dateline.records import Kind
from dateline.settings import DEFAULTS

FOLDER = DEFAULTS.lexicon / "actors"
SECTORS = words(
    "GOV LEG JUD MIL COP SPY PTY OPP REB ISM PRM UAF CRM IGO UNO EUR NGO BUS MNC AGR EDU MED JRN REL LAB CVL REF SOC "
    "ELI OTH IMG HRI NGM ENV"
)
OF_ACTORS = sorted(p.name for p in FOLDER.glob("*.csv") if "part_of" in p.read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    return list(known.rows(FOLDER / name))


@pytest.mark.parametrize("name", OF_ACTORS)
def test_every_row_of_actors_is_well_formed(name: str) -> None:
    states = {row["id"] for row in rows("states.csv")}
    for row in rows(name):
        assert row["id"] and row["name"], row
        assert row["kind"] in get_args(Kind), row
        assert not row["sector"] or row["sector"] in SECTORS, row
        assert not row["country"] or row["country"] in states, row
        assert not row["to"] or row["from"] <= row["to"], row
        assert None not in row and None not in row.values(), row


@pytest.mark.parametrize("name", OF_ACTORS)
def test_every_part_of_is_an_actor_of_some_table(name: str) -> None:
    ids = {row["id"] for table in (*OF_ACTORS, "states.csv") for row in rows(table)}
    assert {row["part_of"] for row in rows(name)} - {""} <= ids


def test_an_id_stands_in_one_table_only() -> None:
    homes = Counter(i for name in (*OF_ACTORS, "states.csv") for i in {row["id"] for row in rows(name)})
    assert [i for i, n in homes.items() if n > 1] == []


def test_the_table_knows_enough_actors() -> None:
    assert len(known.table().actors) >= 1500


@pytest.mark.parametrize(("name", "column"), [("nouns.csv", "noun"), ("titles.csv", "title"), ("acts.csv", "verb")])
def test_no_word_is_listed_twice(name: str, column: str) -> None:
    assert [w for w, n in Counter(row[column] for row in rows(name)).items() if n > 1] == []


def test_nouns_have_a_class_and_a_family() -> None:
    assert all(row["class"] in ("collective", "members") and row["family"] for row in rows("nouns.csv"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda p: p.name)
def test_a_table_says_what_its_columns_are(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
