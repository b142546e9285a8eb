"""Which act happened when, in sentences of our own. The article appears on Sunday 15 June 2014."""

from __future__ import annotations

from datetime import date

import pytest

from dateline import language, times
from dateline.records import Article
from dateline.times.anchoring import Anchor, when

SUNDAY = date(2014, 6, 15)


def dated(text: str, word: str, published: date | None = SUNDAY) -> Anchor | None:
    """When the first token `word` of the text happened."""
    parse = language.parse(Article(id="a", text=text, published=published))
    act = next(t for t in parse.doc if t.text == word)
    return when(parse, times.read(parse), (), act)


def edtf(text: str, word: str, published: date | None = SUNDAY) -> str | None:
    """The EDTF of the act, None when it has no date."""
    found = dated(text, word, published)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked the town on Monday.", "attacked", "2014-06-09"),
        ("On Monday, rebels attacked the town.", "attacked", "2014-06-09"),
        ("Rebels attacked the town in March 2013.", "attacked", "2013-03"),
        ("The army condemned the June 3 bombing.", "bombing", "2014-06-03"),
        ("The army launched an attack on Thursday.", "attack", "2014-06-12"),
        ("Rebels met on Monday and signed a truce.", "signed", "2014-06-09"),
        ("A bomb exploded on Friday, killing ten people.", "killing", "2014-06-13"),
        ("When he spoke to reporters on Tuesday, the minister accused the army.", "accused", "2014-06-10"),
        ("The party moved the court on Saturday to stop the vote.", "stop", "2014-06-14"),
        ("The minister will visit Paris on Friday.", "visit", "2014-06-20"),
    ],
)
def test_an_act_has_the_time_that_governs_it(text: str, word: str, expected: str) -> None:
    assert edtf(text, word) == expected


def test_days_named_together_are_one_interval() -> None:
    text = "Government forces made gains there Saturday and Sunday, killing many."
    assert edtf(text, "made") == edtf(text, "killing") == "2014-06-14/2014-06-15"


def test_the_time_of_saying_is_not_the_time_of_what_is_said() -> None:
    text = "The minister said on Thursday that rebels attacked the town on Monday."
    assert (edtf(text, "said"), edtf(text, "attacked")) == ("2014-06-12", "2014-06-09")


def test_what_others_did_does_not_take_the_day_on_which_it_is_told() -> None:
    text = "The minister said on Thursday that rebels attacked the town."
    assert (edtf(text, "said"), edtf(text, "attacked")) == ("2014-06-12", None)


def test_a_plan_is_made_on_the_day_on_which_it_is_told() -> None:
    assert edtf("The minister said on Thursday that he would expel the envoys.", "expel") == "2014-06-12"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The shops have stopped selling them since May 30.", "stopped", "2014-05-30/2014-06-15"),
        ("The army left the town before March 2012.", "left", "../2012-03-31"),
        ("The envoys must leave by June 20.", "leave", "2014-06-15/2014-06-20"),
    ],
)
def test_since_before_and_by_make_bounds(text: str, word: str, expected: str) -> None:
    assert edtf(text, word) == expected


def test_since_is_open_when_the_publication_date_is_unknown() -> None:
    found = dated("The shops have stopped selling them since May 30, 2014.", "stopped", published=None)
    assert found
    assert (found.edtf, found.earliest, found.latest) == ("2014-05-30/..", date(2014, 5, 30), None)


def test_an_act_without_any_hold_has_no_date() -> None:
    assert edtf("Rebels attacked the town.", "attacked") is None


def test_a_date_of_something_else_is_not_the_act_s() -> None:
    assert edtf("Rebels attacked the town under the Act of 1956.", "attacked") is None


STORY = """Ruritania expels envoys

Ruritania's foreign minister said on Thursday that his country was angry. The minister accused Graustark of spying. \
He warned its rulers. The minister has long criticised Graustark. A shopkeeper in the capital blamed the weather."""


def test_a_headline_is_of_the_day_of_its_story() -> None:
    found = dated(STORY, "expels")
    assert found
    assert (found.edtf, found.basis) == ("2014-06-12", "inferred")


def test_what_the_same_speaker_does_next_is_of_the_same_day() -> None:
    assert edtf(STORY, "accused") == edtf(STORY, "warned") == "2014-06-12"


def test_habits_and_strangers_inherit_no_day() -> None:
    assert edtf(STORY, "criticised") is edtf(STORY, "blamed") is None


def test_what_is_named_again_keeps_the_day_that_it_was_given() -> None:
    text = "The June 3 bombing shocked the town. Police found the men behind the bombing."
    parse = language.parse(Article(id="a", text=text, published=SUNDAY))
    again = [t for t in parse.doc if t.text == "bombing"][1]
    found = when(parse, times.read(parse), (), again)
    assert found
    assert (found.edtf, found.basis) == ("2014-06-03", "inferred")


def test_a_reason_is_of_the_time_of_what_it_explains() -> None:
    text = "Parliament failed last week to agree, because two parties refused to take part."
    assert edtf(text, "failed") == edtf(text, "refused") == "2014-06-08/2014-06-14"


def test_an_anchor_names_the_expression_it_comes_from() -> None:
    found = dated("Rebels attacked the town on Monday.", "attacked")
    assert found
    assert (found.time, found.basis) == ("t1", "relative-to-publication")
