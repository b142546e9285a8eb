"""Actors: who acts and speaks, all mentions of one actor merged."""

from __future__ import annotations

from dateline.actors.merging import merge
from dateline.actors.portrait import portraits
from dateline.actors.scene import scene
from dateline.language import Parse
from dateline.names import Name
from dateline.records import Actor, Place, Toponym


def read(
    parse: Parse, names: tuple[Name, ...], toponyms: tuple[Toponym, ...], places: tuple[Place, ...]
) -> tuple[Actor, ...]:
    """The actors of an article, in the order of their first mention; mentions may nest and may be shared."""
    seen = scene(parse, names, toponyms, places)
    return portraits(seen, merge(seen))
