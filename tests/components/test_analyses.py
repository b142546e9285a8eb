"""Analyses are kept by all that decides them, and not for ever."""

from __future__ import annotations

from datetime import date

from components.analyses import Store, key_of
from dateline.records import Analysis, Article, Engine


def analysis(text: str) -> Analysis:
    engine = Engine(version="0", model="m", gazetteer="g")
    return Analysis(engine=engine, article=Article(id="t", text=text), sentences=())


def test_texts_that_differ_in_one_character_have_different_keys() -> None:
    long = "word " * 50_000
    assert key_of(Article(id="t", text=long)) != key_of(Article(id="t", text=long[:-1] + "."))


def test_another_publication_date_is_another_key() -> None:
    undated = Article(id="t", text="x")
    assert key_of(undated) != key_of(undated.model_copy(update={"published": date(2014, 6, 15)}))


def test_what_is_kept_is_not_made_again() -> None:
    store, made = Store(), []
    for _ in range(2):
        store.get("k", lambda: made.append(1) or analysis("x"))
    assert made == [1]


def test_the_oldest_goes_when_there_are_too_many() -> None:
    store = Store(most=2)
    for key in "abc":
        store.get(key, lambda key=key: analysis(key))
    assert store.peek("a") is None and store.peek("c") is not None


def test_an_old_one_is_not_served() -> None:
    store = Store(seconds=-1)
    store.get("a", lambda: analysis("a"))
    assert store.peek("a") is None
