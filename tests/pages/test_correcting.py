"""A reader corrects what is chosen, takes it back, keeps it; each reader alone."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import corrections_state, session
from components.corrections_words import line
from components.session_file import Session
from components.session_link import packed
from dateline.corrections import Correction, kinds
from dateline.corrections.kinds import ActorRef, Quote
from dateline.records import Article

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "On Monday Kenya banned the dock union of Mombasa. The dock union condemned the ban. "
    "In London, the foreign minister praised Kenya."
)


def opened(text: str | None = TEXT) -> AppTest:
    """The dashboard, with this text open; with none, the sample."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if text is not None:
        at.session_state[session._OPENED] = True
        at.session_state[session._ARTICLE] = Article(id="t", text=text)
    return at.run()


def choose(at: AppTest, kind: str, name: str) -> AppTest:
    """Choose the thing of this name, and unfold what corrects it."""
    analysis = at.session_state["analysis"]
    things = {"place": analysis.places, "actor": analysis.actors, "stance": analysis.stances}[kind]
    id = next(t.id for t in things if name in (t.id, getattr(t, "name", None)))
    at.session_state["selection"] = corrections_state.Selection(kind, id)  # type: ignore[arg-type]
    at.session_state[f"correct evidence {kind}:{id}"] = True
    return at.run()


def places(at: AppTest) -> dict[str, tuple[float, float]]:
    return {p.name: (p.lat, p.lon) for p in at.session_state["analysis"].places}


def made(at: AppTest, text: str = TEXT) -> list[Correction]:
    return list(at.session_state["corrections"].get(corrections_state._key(text), ()))


def button(at: AppTest, label: str) -> object:
    return next(b for b in at.button if b.label.startswith(label))


def field(at: AppTest, widgets: str, label: str):  # type: ignore[no-untyped-def]
    return next(w for w in getattr(at, widgets) if w.label == label)


def test_another_place_of_the_name_is_one_click_and_one_more_takes_it_back() -> None:
    at = choose(opened(), "place", "London")
    before = places(at)["London"]
    button(at, "London,").click().run()  # type: ignore[attr-defined]
    assert not at.exception and places(at)["London"] != before
    assert "corrected by you" in " ".join(str(h.body) for h in at.get("html"))
    next(b for b in at.button if b.label == "Undo").click().run()
    assert places(at)["London"] == before and made(at) == []


def test_a_place_looked_up_is_offered_and_taken() -> None:
    at = choose(opened(), "place", "Mombasa")
    field(at, "text_input", "Look up another place").set_value("Zanzibar").run()
    button(at, "Zanzibar").click().run()  # type: ignore[attr-defined]
    assert "Mombasa" not in places(at) and any(n.startswith("Zanzibar") for n in places(at))


def test_a_point_by_hand_is_put_where_it_was_said() -> None:
    at = choose(opened(), "place", "Mombasa")
    field(at, "number_input", "Latitude").set_value(-4.06)
    field(at, "number_input", "Longitude").set_value(39.67)
    field(at, "text_input", "Name").set_value("Kilindini harbour")
    button(at, "Put it there").click().run()  # type: ignore[attr-defined]
    assert places(at)["Kilindini harbour"] == (-4.06, 39.67)


def test_a_point_without_a_name_is_refused_with_the_reason() -> None:
    at = choose(opened(), "place", "Mombasa")
    field(at, "text_input", "Name").set_value("  ")
    button(at, "Put it there").click().run()  # type: ignore[attr-defined]
    assert "needs a name" in at.warning[0].value and "corrections" not in at.session_state


def test_no_place_at_all_takes_it_off_the_map() -> None:
    at = choose(opened(), "place", "Mombasa")
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    assert "Mombasa" not in places(at) and not at.exception


def test_a_name_that_was_too_uncertain_can_be_given_a_place() -> None:
    at = choose(opened(), "place", "Mombasa")
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    at.session_state["unplaced"] = True
    at = at.switch_page("pages/map.py").run()
    assert field(at, "selectbox", "Name").value == "Mombasa"
    button(at, "Mombasa,").click().run()  # type: ignore[attr-defined]
    assert "Mombasa" in places(at) and not at.exception


def test_an_actor_is_renamed_put_in_a_sector_and_merged() -> None:
    at = choose(opened(), "actor", "Kenya")
    field(at, "text_input", "Called").set_value("Kenyan government").run()
    at = choose(at, "actor", "Kenyan government")
    field(at, "selectbox", "Sector").set_value("MIL").run()
    at = choose(at, "actor", "Kenyan government")
    actors = {a.name: a for a in at.session_state["analysis"].actors}
    assert actors["Kenyan government"].sector == "MIL"
    other = next(a for a in actors.values() if a.name != "Kenyan government")
    field(at, "selectbox", "The same as").set_value(other.id).run()
    assert "Kenyan government" not in {a.name for a in at.session_state["analysis"].actors}
    assert [c.kind for c in made(at)] == ["rename", "sector", "merge"] and not at.exception


def test_a_stance_is_changed_dated_and_refused() -> None:
    at = opened()
    id = at.session_state["analysis"].stances[0].id
    at = choose(at, "stance", id)
    field(at, "selectbox", "Does what").set_value("AID").run()
    at = choose(at, "stance", id)
    field(at, "text_input", "When").set_value("2021-05-03").run()
    stance = at.session_state["analysis"].stances[0]
    assert (stance.type, stance.when) == ("AID", "2021-05-03")
    at = choose(at, "stance", id)
    button(at, "The text does not say this").click().run()  # type: ignore[attr-defined]
    assert id not in {s.id for s in at.session_state["analysis"].stances} and not at.exception


def test_what_is_no_date_is_refused_and_nothing_changes() -> None:
    at = opened()
    at = choose(at, "stance", at.session_state["analysis"].stances[0].id)
    field(at, "text_input", "When").set_value("last week").run()
    assert "Write a date" in at.warning[0].value and "corrections" not in at.session_state


def test_a_stance_is_added_with_its_words() -> None:
    at = choose(opened(), "actor", "Kenya")
    field(at, "selectbox", "Sentence that proves it").set_value(1)
    field(at, "text_input", "Its words that say so").set_value("the ban")
    field(at, "text_input", "Issue").set_value("dock work")
    count = len(at.session_state["analysis"].stances)
    button(at, "Add it").click().run()  # type: ignore[attr-defined]
    stances = at.session_state["analysis"].stances
    assert len(stances) == count + 1 and not at.exception
    assert any(s.target.issue == "dock work" and TEXT[s.cue.start : s.cue.end] == "the ban" for s in stances)


def test_words_that_are_not_in_the_sentence_prove_nothing() -> None:
    at = choose(opened(), "actor", "Kenya")
    field(at, "text_input", "Its words that say so").set_value("never said")
    field(at, "text_input", "Issue").set_value("dock work")
    button(at, "Add it").click().run()  # type: ignore[attr-defined]
    assert "words that stand in its sentence" in at.warning[0].value


def test_corrections_are_one_readers_and_one_texts() -> None:
    at = choose(opened(), "place", "Mombasa")
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    assert "Mombasa" in places(opened())  # another reader of the same text
    at.session_state[session._ARTICLE] = Article(id="t", text=TEXT + " ")
    assert "Mombasa" in places(at.run())
    at.session_state[session._ARTICLE] = Article(id="t", text=TEXT)
    assert "Mombasa" not in places(at.run())


def test_they_are_carried_over_when_the_date_changes() -> None:
    at = choose(opened(), "place", "Mombasa")
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    next(d for d in at.date_input if d.key and d.key.startswith("published")).set_value("2021-05-04").run()
    assert at.session_state[session._ARTICLE].published is not None
    assert "Mombasa" not in places(at)


@pytest.mark.parametrize("text", ["<b>`${x}` $a$ {{ y }}\u202e", "x" * 300])
def test_hostile_names_go_through_every_form(text: str) -> None:
    at = choose(opened(f"Kenya banned {text} on Monday, and Nairobi condemned it."), "actor", "Kenya")
    field(at, "text_input", "Called").set_value(text).run()
    at.session_state["corrections list"] = at.session_state["keep and share"] = True
    assert not at.run().exception


def mosul_nowhere() -> Correction:
    return kinds.SetPlace(names=("Mosul",), to=None)


def test_a_sample_with_few_corrections_is_shared_by_its_address(sample_article: Article) -> None:
    at = opened(None)
    at.session_state["corrections"] = {corrections_state._key(sample_article.text): (mosul_nowhere(),)}
    at.run()
    carried = "".join(at.query_params["carried"])
    assert len(carried) < 500
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    other.query_params["article"], other.query_params["carried"] = "iraq-june-2014", carried
    assert "Mosul" not in places(other.run()) and "Baghdad" in places(other)


def test_a_pasted_text_never_goes_into_the_address_unasked() -> None:
    at = choose(opened(), "place", "Mombasa")
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    assert "carried" not in at.query_params and "article" not in at.query_params


def test_a_link_that_holds_a_text_opens_it_and_holds_what_is_corrected_there() -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["carried"] = packed(Session(Article(id="t", text=TEXT, title="A ban")))
    at = choose(at.run(), "place", "Mombasa")
    assert at.session_state[session._ARTICLE].title == "A ban"
    before = at.query_params["carried"]
    button(at, "No place at all").click().run()  # type: ignore[attr-defined]
    assert at.query_params["carried"] != before


@pytest.mark.parametrize(
    "carried",
    [
        "damaged",
        packed(Session(Article(id="t", text=TEXT)))[:-9],
        base64.urlsafe_b64encode(zlib.compress(b"{}")).decode(),
        base64.urlsafe_b64encode(zlib.compress(b" " * 15_000_000)).decode(),
    ],
    ids=["no link", "cut", "no session", "bomb"],
)
def test_a_damaged_link_says_so_and_opens_the_sample(carried: str) -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["carried"] = carried
    at.run()
    assert not at.exception and len(at.toast) == 1
    assert at.session_state[session._ARTICLE].id == "iraq-june-2014"
    assert "carried" not in at.query_params


def test_a_correction_that_no_longer_fits_is_listed_as_not_applied() -> None:
    at = opened()
    gone = kinds.SetPlace(toponym=Quote(start=0, end=4, text="Oslo"), to=None)
    rename = kinds.Rename(actor=ActorRef(name="Kenya"), name="Kenyan state")
    at.session_state["corrections"] = {corrections_state._key(TEXT): (gone, rename)}
    at.session_state["corrections list"] = True
    at.run()
    assert any("Not applied" in c.value for c in at.caption)
    assert "Kenyan state" in {a.name for a in at.session_state["analysis"].actors}
    assert line(rename) == "“Kenya” is called “Kenyan state”"
