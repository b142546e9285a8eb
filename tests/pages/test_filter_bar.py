"""Filters are set, shown as chips, taken away, and kept in the address."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def opened(**address: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in address.items():
        at.query_params[key] = value
    return at.run()


def shown(at: AppTest) -> str:
    return next((c.value for c in at.caption if "stances" in c.value and "shown" in c.value), "")


def test_a_filter_is_set_shown_as_a_chip_and_taken_away() -> None:
    at = opened()
    total = len(at.session_state["analysis"].stances)
    at.session_state["filter"] = True
    at.run()
    next(m for m in at.multiselect if m.label == "Tone").set_value([-1]).run()
    analysis = at.session_state["analysis"]
    assert 0 < len(analysis.stances) < total and {s.polarity for s in analysis.stances} == {-1}
    assert f"{len(analysis.stances)} of {total} stances" in shown(at)
    assert "".join(at.query_params["show"]) == "polarities:-1"
    next(b for b in at.button if b.label == "hostile").click().run()
    assert len(at.session_state["analysis"].stances) == total
    assert not shown(at) and "show" not in at.query_params and not at.exception


def test_an_address_with_filters_shows_the_same_to_another_reader() -> None:
    whole = opened(article="iraq-june-2014").session_state["analysis"]
    at = opened(article="iraq-june-2014", show="polarities:-1;sure:0.5")
    wanted = [s for s in whole.stances if s.polarity == -1 and s.confidence >= 0.5]
    assert 0 < len(wanted) < len(whole.stances)
    assert list(at.session_state["analysis"].stances) == wanted
    assert {b.label for b in at.button} >= {"hostile", "at least more likely than not"}


@pytest.mark.parametrize("show", ["actors:gone", "types:<script>", "x" * 5000, "role:;sure:9"])
def test_a_filter_that_means_nothing_is_none(show: str) -> None:
    at = opened(show=show)
    assert not at.exception and not shown(at) and "show" not in at.query_params


def test_filters_of_one_article_are_not_those_of_the_next() -> None:
    at = opened(show="polarities:1")
    at.selectbox[0].set_value("durban-port-strike").run()
    assert not shown(at) and not at.exception


@pytest.mark.parametrize("page", ["overview", "article", "map", "timeline", "actors"])
def test_every_page_runs_when_nothing_passes(page: str) -> None:
    at = opened(show="types:PROTEST;polarities:1;sure:0.9;role:associative")
    assert at.session_state["analysis"].stances == ()
    assert not at.switch_page(f"pages/{page}.py").run().exception
