"""A card tells who an actor is and proves what it did, had done to it and said."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from components.actor_cards import card_html
from components.actor_roles import order, parts
from tests.components.made import actor, analysis, hostile, small


def test_acts_sufferings_and_words_stand_in_their_own_lists_with_their_sentence() -> None:
    made = small()
    mayor = next(a for a in made.actors if a.id == "mayor")
    did, suffered, said = parts(made, mayor)
    assert [i.evidence for i in did.items] == ["The mayor of Kotor called for help."]
    assert len(suffered.items) == 2
    assert said.items == ()


def test_a_planned_act_says_so_and_when() -> None:
    made = small()
    did = parts(made, next(a for a in made.actors if a.id == "norland-gov"))[0]
    assert "planned" in did.items[0].note
    assert "14 Jun 2021" in did.items[0].note


def test_the_busiest_actor_comes_first_and_the_selected_one_before_it() -> None:
    assert order(small())[0].id == "rebels"
    assert order(small(), "norland-gov")[0].id == "norland-gov"


def test_two_spellings_of_one_name_are_told_once() -> None:
    one = actor("a", "Norland", aliases=("the minister", "The minister", "minister", "Norland", "the north"))
    html = card_html(analysis(actors=(one,)), one)
    assert html.casefold().count("minister") == 1
    assert "the north" in html


def test_hostile_text_makes_no_element_of_its_own() -> None:
    made = hostile()
    html = card_html(made, made.actors[0], opened=True)
    assert set(re.findall(r"<(\w+)", html)) <= {"div", "dl", "dt", "dd", "details", "summary", "b", "span"}
    assert "onerror=alert(1)&gt;" in html


def test_choosing_an_actor_returns_its_id_once() -> None:
    def app() -> None:
        import streamlit as st

        from components.actor_cards import actor_cards
        from tests.components.made import small

        st.text(str(actor_cards(small(), None, key="cards")))

    test = AppTest.from_function(app).run()
    assert not test.exception
    assert test.text[0].value == "None"
    test.button[1].click().run()
    assert test.text[0].value == order(small())[1].id
    assert test.run().text[0].value == "None"


def test_of_many_actors_the_rest_is_shown_on_request() -> None:
    def app() -> None:
        from components.actor_cards import actor_cards
        from tests.components.made import actor, analysis

        actor_cards(analysis(actors=tuple(actor(f"a{i}", f"Actor {i}") for i in range(30))), None, key="cards")

    test = AppTest.from_function(app).run()
    assert len(test.button) == 8
    test.toggle[0].set_value(True).run()
    assert len(test.button) == 30
