"""Who is who: people, parties and organisations are told apart by name, country and time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from dateline import known
from dateline.settings import DEFAULTS

FOLDER = DEFAULTS.lexicon / "actors"
LEAST = {"people.csv": 3000, "parties.csv": 700, "organizations_more.csv": 1600}
"""Fewest rows of each table; a table that shrank below it has lost something."""
OTHERS = ("organizations.csv", "armed_groups.csv", "groups.csv")
SECTORS = known.words(
    "GOV LEG JUD MIL COP SPY PRM PTY OPP REB UAF CRM CVL REL SOC LAB AGR BUS EDU MED JRN ELI REF "
    "IGO UNO EUR NGO ISM MNC IMG"
)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NAMES_THAT_ARE_WORDS = {"bush", "trump"}
"""Surnames that news uses alone so often that they are listed although they are words."""
WORDS_OF_NAMES = known.words(
    "forward yes reform left right labour labor conservatives greens unity momentum change future apple "
    "shell target time times guardian independent observer economist sun mirror express hill nation "
    "standard post herald amazon total visa gap orange oracle meta signal zoom intel arm delta united "
    "american southwest dawn punch vanguard freedom justice alliance coalition front movement liberty "
    "solidarity memorial concern care goal cook may brown rice power case chase short long store mills "
    "lasso page stone ford gates young major hope price king pope"
)


def rows(name: str) -> list[dict[str, str]]:
    return list(known.rows(FOLDER / name))


def spellings(row: dict[str, str]) -> set[str]:
    return {known.key(name) for name in (row["name"], *known.listed(row["aliases"]))}


@pytest.fixture(scope="module")
def common_words() -> frozenset[str]:
    """Nouns and verbs of the project's own tables, and words that parties, papers and companies are called by."""
    nouns = {row["noun"] for row in rows("nouns.csv")}
    verbs = {row["verb"] for row in rows("acts.csv")}
    return WORDS_OF_NAMES | nouns | verbs


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_table_holds_at_least_what_it_held(name: str, least: int) -> None:
    assert len(rows(name)) >= least


def test_heads_of_state_and_government_of_eighty_countries_are_known() -> None:
    heads = {"President of", "Prime Minister of", "Chancellor of", "King of", "Premier of", "Emir of", "Taoiseach"}
    countries = {
        row["country"] for row in rows("people.csv") if row["country"] and row["office"].startswith(tuple(heads))
    }
    assert len(countries) >= 80


@pytest.mark.parametrize("name", LEAST)
def test_every_row_has_a_known_sector_kind_and_country(name: str) -> None:
    states = {row["id"] for row in rows("states.csv")}
    kinds = {"person"} if name == "people.csv" else {"organization", "government", "armed group"}
    for row in rows(name):
        assert re.fullmatch(r"[a-z0-9_]+", row["id"]), row
        assert row["sector"] in SECTORS, row
        assert row["kind"] in kinds, row
        assert row["country"] == "" or (re.fullmatch(r"[A-Z]{3,4}", row["country"]) and row["country"] in states), row


@pytest.mark.parametrize("name", LEAST)
def test_dates_are_well_formed_and_in_order(name: str) -> None:
    for row in rows(name):
        for day in (row["from"], row["to"]):
            assert day == "" or DATE.fullmatch(day), row
        assert not (row["from"] and row["to"]) or row["from"] <= row["to"], row


def test_an_id_means_one_actor_over_all_tables() -> None:
    homes = defaultdict(set)
    for name in (*LEAST, *OTHERS, "states.csv"):
        for row in rows(name):
            homes[row["id"]].add(name)
    assert {i: tables for i, tables in homes.items() if len(tables) > 1} == {}


@pytest.mark.parametrize("name", ["parties.csv", "organizations_more.csv"])
def test_an_organisation_has_one_row(name: str) -> None:
    assert [i for i, n in Counter(row["id"] for row in rows(name)).items() if n > 1] == []


def test_a_persons_terms_stand_together_with_one_name_and_no_term_twice() -> None:
    names: dict[str, str] = {}
    last = ""
    terms = set()
    for row in rows("people.csv"):
        assert row["office"], row
        assert row["id"] == last or row["id"] not in names, row
        assert names.setdefault(row["id"], row["name"]) == row["name"], row
        term = (row["id"], row["office"], row["from"], row["to"])
        assert term not in terms, row
        terms.add(term)
        last = row["id"]


@pytest.mark.parametrize("name", LEAST)
def test_no_name_is_an_ordinary_word_alone(name: str, common_words: frozenset[str]) -> None:
    found = {s for row in rows(name) for s in spellings(row) if s in common_words and " " not in s}
    acronyms = {known.key(a) for row in rows(name) for a in known.listed(row["aliases"]) if a.isupper()}
    assert found - acronyms - NAMES_THAT_ARE_WORDS == set()


@pytest.mark.parametrize("name", LEAST)
def test_no_name_is_that_of_a_state_or_its_people(name: str) -> None:
    taken = {known.key(s) for row in rows("states.csv") for s in (row["name"], *known.listed(row["aliases"]))}
    taken |= {known.key(s) for row in rows("states.csv") for s in known.listed(row["demonyms"])}
    assert {s for row in rows(name) for s in spellings(row)} & taken == set()


def test_a_name_that_two_actors_share_is_decided_by_country_or_time() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    lived: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    mine: set[str] = set()
    for name in (*LEAST, *OTHERS):
        for row in rows(name):
            lived[row["id"]].append((row["country"], row["from"] or "0", row["to"] or "9"))
            mine |= {row["id"]} if name in LEAST else set()
            for spelling in spellings(row):
                bearers[spelling].add(row["id"])
    for spelling, ids in bearers.items():
        for a, b in combinations(sorted(ids), 2):
            if {a, b} & mine:
                assert not any(_confusable(x, y) for x in lived[a] for y in lived[b]), (spelling, a, b)


def _confusable(a: tuple[str, str, str], b: tuple[str, str, str]) -> bool:
    """Whether two actors of one name lived at one time in one country, or nowhere in particular."""
    together = a[1] <= b[2] and b[1] <= a[2]
    return together and (a[0] == b[0] or not a[0] or not b[0])


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [
        ("Angela Merkel", "2010-06-01", "Chancellor of Germany"),
        ("Boris Johnson", "2017-01-15", "Foreign Secretary of the United Kingdom"),
        ("Boris Johnson", "2021-01-15", "Prime Minister of the United Kingdom"),
        ("Vladimir Putin", "2010-03-01", "Prime Minister of Russia"),
        ("Recep Tayyip Erdogan", "2016-07-16", "President of Turkey"),
        ("Ban Ki-moon", "2012-02-01", "UN Secretary-General"),
    ],
)
def test_a_person_holds_the_office_of_the_day(name: str, day: str, office: str) -> None:
    table = known.table()
    (person,) = table.named(name)
    term = table.actors[person].term(day)
    assert term is not None and term.office == office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi"),
        ("Mohamed Morsi", "Mohammed Mursi"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("Bharatiya Janata Party", "BJP"),
        ("Associated Press", "The Associated Press"),
    ],
)
def test_spellings_of_one_name_mean_one_actor(one: str, other: str) -> None:
    table = known.table()
    assert table.named(other) and set(table.named(one)) <= set(table.named(other))
