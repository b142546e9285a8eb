"""Stances: who takes which position toward whom or what, with the proof."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.language import Parse
from dateline.records import Actor, Place, Stance, Statement, TimeExpression, Toponym
from dateline.settings import DEFAULTS
from dateline.stances import coding, cues, predicates, recording, scene, speech
from dateline.stances.tree import Tree


def read(
    parse: Parse,
    actors: tuple[Actor, ...],
    toponyms: tuple[Toponym, ...],
    places: tuple[Place, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    tables: Path = DEFAULTS.lexicon / predicates.FOLDER,
) -> tuple[Stance, ...]:
    """The stances of an article, in the order of their cues.

    `tables` is the folder of the predicates. Raises predicates.TableError when a table cannot be read.
    """
    if not actors:
        return ()
    view = scene.of(parse, Tree.of(parse.doc), actors, toponyms, places, statements)
    found = [c for result in proposals(view, tables) if isinstance(result, list) for c in result]
    found += speech.read(view, list(found))
    return recording.records(view, found, times, statements)


def proposals(
    view: scene.Scene, tables: Path = DEFAULTS.lexicon / predicates.FOLDER
) -> Iterator[list[coding.Candidate] | coding.Failure]:
    """What the tables propose for each cue of a scene, or why the cue gave nothing."""
    found = cues.find(view.tree, predicates.index(tables))
    for head in found:
        yield coding.candidates(view, found, head)
