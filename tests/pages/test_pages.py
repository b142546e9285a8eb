"""Every page runs, for the sample, for a text with nothing in it, and for hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from dateline.records import Article

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["overview", "article", "map", "timeline", "actors", "method"]
TEXTS = {
    "nothing in it": "It rained. Then it stopped. The cat slept.",
    "hostile": "<script>x()</script> `${x}` $a$ [l](javascript:x) ![i](http://x/y.png) \\ Kenya banned `Kano`\u202e.",
    "one long name": "Kenya " * 3 + "K" * 300 + " condemned the raid on Nairobi on Monday.",
}


def app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_on_the_sample(page: str) -> None:
    at = app().run()
    at = at.switch_page(f"pages/{page}.py").run()
    assert not at.exception


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_page_runs_on_any_text(page: str, text: str) -> None:
    at = app()
    at.session_state[session._OPENED] = True
    at.session_state[session._ARTICLE] = Article(id="t", text=text)
    at = at.run().switch_page(f"pages/{page}.py").run()
    assert not at.exception


def test_a_bad_link_says_so_and_opens_the_sample() -> None:
    at = app()
    at.query_params["article"] = "gone"
    at.query_params["published"] = "soon"
    at.query_params["sel"] = "place:nowhere"
    at.run()
    assert not at.exception and len(at.toast) == 2
    assert at.session_state[session._ARTICLE].id == "iraq-june-2014"
