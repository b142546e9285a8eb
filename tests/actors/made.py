"""Reads a text of a few sentences and answers which of its mentions are one actor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline import actors, language, names
from dateline.records import Actor, Article


@dataclass(frozen=True)
class Cast:
    """The actors of a text."""

    text: str
    actors: tuple[Actor, ...]

    def named(self, name: str) -> Actor:
        """The one actor of this name."""
        (found,) = [a for a in self.actors if a.name == name] or [None]
        assert found is not None, f"no {name!r} among {[a.name for a in self.actors]}"
        return found

    def behind(self, words: str, nth: int = 0) -> set[str]:
        """Names of the actors whose mention covers exactly the nth occurrence of these words, article or not."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        end = start + len(words)
        return {
            a.name for a in self.actors for m in a.mentions if m.end == end and m.start in _beginnings(self.text, start)
        }

    def side(self, name: str) -> str | None:
        """Name of what an actor is part of."""
        part_of = self.named(name).part_of
        return next((a.name for a in self.actors if a.id == part_of), None)


def _beginnings(text: str, start: int) -> set[int]:
    """Where a mention may begin that begins with the word at `start`: there, or after its article."""
    return {start, *(start + len(a) for a in ("the ", "The ", "a ", "A ") if text.startswith(a, start))}


@lru_cache(maxsize=64)
def cast(text: str, published: date | None = None) -> Cast:
    """The actors of a text, without the gazetteer."""
    parse = language.parse(Article(id="t", text=text, published=published))
    return Cast(text, actors.read(parse, names.read(parse), (), ()))
