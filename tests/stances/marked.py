"""Sentences with marked actors for the tests of the stances: "[Mali] accused {Chad} of lying"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline import language, stances
from dateline.records import Actor, Article, Mention, Place, Span, Stance, Statement, Toponym

_MARK = re.compile(r"[\[{]([^\]}]*)[\]}]")


def read(marked: str, said: Iterable[tuple[str, str]] = ()) -> tuple[Stance, ...]:
    """The stances of a text in which [actors] and {places} are marked.

    One actor for each name, so marks of one name are mentions of one actor. `said`: (speaker, content) of statements.
    """
    spans, text = [], ""
    end = 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.append((mark.group()[0], len(text), mark.group(1)))
        text += mark.group(1)
        end = mark.end()
    text += marked[end:]
    actors = _actors([(start, name) for kind, start, name in spans if kind == "["])
    toponyms, places = _places([(start, name) for kind, start, name in spans if kind == "{"])
    statements = tuple(
        Statement(
            id=f"q{n}",
            start=text.index(content),
            end=text.index(content) + len(content),
            speaker=speaker,
            speaker_span=Span(start=text.index(speaker), end=text.index(speaker) + len(speaker)),
            cue_span=None,
            form="direct",
        )
        for n, (speaker, content) in enumerate(said)
    )
    parse = language.parse(Article(id="a", text=text))
    return stances.read(parse, actors, toponyms, places, (), statements)


def _actors(found: list[tuple[int, str]]) -> tuple[Actor, ...]:
    return tuple(
        Actor(
            id=name,
            name=name,
            kind="group",
            sector=None,
            country=None,
            mentions=tuple(Mention(start=s, end=s + len(n), text=n, form="name") for s, n in found if n == name),
        )
        for name in dict.fromkeys(name for _, name in found)
    )


def _places(found: list[tuple[int, str]]) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    toponyms = tuple(Toponym(start=s, end=s + len(n), text=n, place=n, role="literal", confidence=1) for s, n in found)
    places = tuple(
        Place(
            id=name,
            name=name,
            lat=0,
            lon=0,
            source="test",
            source_id=None,
            feature_class="P",
            feature_code=None,
            country=None,
        )
        for name in dict.fromkeys(name for _, name in found)
    )
    return toponyms, places


def coded(marked: str, said: Iterable[tuple[str, str]] = ()) -> set[tuple[str, str, int, str]]:
    """The stances of a marked text as (actor, type, polarity, target)."""
    return {(s.actor, s.type, s.polarity, target(s)) for s in read(marked, said)}


def target(stance: Stance) -> str:
    """The id of a stance's target, or its issue."""
    return stance.target.actor or stance.target.place or stance.target.issue or ""
