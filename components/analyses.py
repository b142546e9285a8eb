"""Analyses kept for a while, so that a choice on a page never waits for the engine.

Kept by the SHA-256 of all that decides the result (the article with its date, the model, the gazetteer): two articles
that differ in one character never share an entry, and nothing of one reader's is found by another who lacks the text.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

import streamlit as st

from dateline.analyse import analyse
from dateline.records import Analysis, Article
from dateline.settings import DEFAULTS, Settings

KEPT_ANALYSES = 24
KEPT_SECONDS = 3600


class Store:
    """A bounded, timed store of analyses, safe for threads. One article is read at a time: the parser wants a core."""

    def __init__(self, most: int = KEPT_ANALYSES, seconds: float = KEPT_SECONDS) -> None:
        self._most, self._seconds = most, seconds
        self._kept: OrderedDict[str, tuple[float, Analysis]] = OrderedDict()
        self._lock, self._reading = threading.Lock(), threading.Lock()

    def peek(self, key: str) -> Analysis | None:
        """The analysis kept under a key, if it is there and fresh."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or time.monotonic() - found[0] > self._seconds:
                self._kept.pop(key, None)
                return None
            self._kept.move_to_end(key)
            return found[1]

    def get(self, key: str, make: Callable[[], Analysis]) -> Analysis:
        """The analysis kept under a key, made first if need be."""
        with self._reading:
            found = self.peek(key)
            if found is not None:
                return found
            made = make()
        with self._lock:
            self._kept[key] = (time.monotonic(), made)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


@st.cache_resource(max_entries=1, show_spinner=False)
def store() -> Store:
    """The process's one store."""
    return Store()


def key_of(article: Article, settings: Settings = DEFAULTS) -> str:
    """SHA-256 of all that decides an analysis."""
    decisive = f"{settings.model}\n{settings.gazetteer}\n{article.model_dump_json()}"
    return hashlib.sha256(decisive.encode("utf-8", "surrogatepass")).hexdigest()


def analysis_of(article: Article, on_step: Callable[[str], None], settings: Settings = DEFAULTS) -> Analysis:
    """The analysis of an article, from the store or made now. Raises as `dateline.analyse.analyse`."""
    return store().get(key_of(article, settings), lambda: analyse(article, settings, on_step))
