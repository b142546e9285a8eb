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
    return recording.records(view, candidates(view, tables), times, statements)


def candidates(view: scene.Scene, tables: Path = DEFAULTS.lexicon / predicates.FOLDER) -> list[coding.Candidate]:
    """All records in the making of a scene, sure and doubtful ones, before the model decides."""
    heads = cues.find(view.tree, predicates.index(tables))
    found = [c for head in heads if isinstance(result := coding.candidates(view, heads, head), list) for c in result]
    return [*found, *speech.read(view, heads, list(found))]


def proposals(
    view: scene.Scene, tables: Path = DEFAULTS.lexicon / predicates.FOLDER
) -> Iterator[list[coding.Candidate] | coding.Failure]:
    """What the tables propose for each cue of a scene, or why the cue gave nothing."""
    heads = cues.find(view.tree, predicates.index(tables))
    for head in heads:
        yield coding.candidates(view, heads, head)
