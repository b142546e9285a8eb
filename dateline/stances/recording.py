"""From candidates to the records given out: doubles dropped, doubtful ones left out, each with its when and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.records import Span, Stance, Statement, TimeExpression
from dateline.stances import confidence, plover
from dateline.stances.coding import Candidate
from dateline.stances.scene import Scene

try:
    from dateline.times import anchoring
except ImportError:  # the time of an act is then left open
    anchoring = None  # type: ignore[assignment]


def records(
    scene: Scene, candidates: Iterable[Candidate], times: tuple[TimeExpression, ...], statements: tuple[Statement, ...]
) -> tuple[Stance, ...]:
    """Stance records in the order of their cues, above the model's threshold, without doubles."""
    model = confidence.model()
    scored = [(model.probability(dict(c.features)), c) for c in candidates]
    best = _without_doubles(scene, [(p, c) for p, c in scored if p >= model.threshold])
    best.sort(key=lambda pc: (pc[1].tokens[0], -pc[0]))
    return tuple(
        _record(scene, f"s{number}", probability, candidate, times, statements)
        for number, (probability, candidate) in enumerate(best, 1)
    )


def _without_doubles(scene: Scene, scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Of records that say the same of the same two in one sentence, the surest."""
    kept: dict[tuple[Any, ...], tuple[float, Candidate]] = {}
    for probability, c in sorted(scored, key=lambda pc: -pc[0]):
        target = c.target.target.actor or c.target.target.place or (c.target.target.issue or "").casefold()
        ends = (str(c.actor.actor), target)
        if c.kind.type in plover.SYMMETRIC:
            ends = (min(ends), max(ends))
        kept.setdefault((scene.tree.sentence[c.tokens[0]], ends, c.kind.type, c.kind.polarity), (probability, c))
    return list(kept.values())


def _record(
    scene: Scene,
    number: str,
    probability: float,
    c: Candidate,
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
) -> Stance:
    when = anchoring.when(scene.parse, times, statements, scene.parse.doc[c.tokens[0]]) if anchoring else None
    return Stance(
        id=number,
        actor=str(c.actor.actor),
        actor_span=c.actor.span,
        target=c.target.target,
        target_span=c.target.span,
        type=c.kind.type,
        mode=c.kind.mode,
        polarity=c.kind.polarity,  # type: ignore[arg-type]
        intensity=plover.scale(c.kind.type, c.kind.mode),
        modality=c.modality,  # type: ignore[arg-type]
        said_by=c.said_by,
        evidence=scene.sentence(c.tokens[0]),
        cue=_cue_span(scene, c.tokens),
        when=when.edtf if when else None,
        when_basis=when.basis if when else "none",
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        time=when.time if when else None,
        place=_place(scene, c),
        confidence=round(probability, 3),
    )


def _cue_span(scene: Scene, tokens: tuple[int, ...]) -> Span:
    return scene.span(min(tokens), max(tokens) + 1)


def _place(scene: Scene, c: Candidate) -> str | None:
    """The literal place of the act's own clause: the target place, else the nearest one under the cue."""
    if c.target.target.place:
        return c.target.target.place
    tree = scene.tree
    todo, seen = [c.tokens[0]], 0
    while todo and seen < 60:
        i = todo.pop(0)
        seen += 1
        if i in scene.place_head and i not in (c.actor.token, c.target.token) and tree.dep[i] == "pobj":
            return scene.place_head[i]
        todo.extend(k for k in tree.children[i] if tree.dep[k] not in ("ccomp", "advcl", "relcl", "conj"))
    return None
