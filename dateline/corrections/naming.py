"""Who an actor is: its name, its sector, its side, and whether it is another one's double."""

from __future__ import annotations

from typing import Any

from dateline.corrections.kinds import Merge, Rename, SetSector, SetSide
from dateline.corrections.placing import Things
from dateline.corrections.references import Unfit, actor_of
from dateline.records import Actor, Analysis, Stance, Target


def rename(analysis: Analysis, correction: Rename) -> tuple[Analysis, Things]:
    """The actor under another name. Raises Unfit, as do all here."""
    actor = actor_of(analysis, correction.actor)
    aliases = tuple(a for a in dict.fromkeys((*actor.aliases, actor.name)) if a != correction.name)
    return _changed(analysis, actor, name=correction.name, aliases=aliases)


def set_sector(analysis: Analysis, correction: SetSector) -> tuple[Analysis, Things]:
    """The actor in another sector."""
    return _changed(analysis, actor_of(analysis, correction.actor), sector=correction.sector)


def set_side(analysis: Analysis, correction: SetSide) -> tuple[Analysis, Things]:
    """The actor on another side; one that is on the actor's own side cannot be it."""
    actor = actor_of(analysis, correction.actor)
    side = actor_of(analysis, correction.side) if correction.side else None
    above, by_id = side, {a.id: a for a in analysis.actors}
    seen: set[str] = set()
    while above is not None and above.id not in seen:
        if above.id == actor.id:
            raise Unfit(f"“{actor.name[:60]}” cannot belong to one of its own")
        seen.add(above.id)
        above = by_id.get(above.part_of or "")
    return _changed(analysis, actor, part_of=side.id if side else None)


def merge(analysis: Analysis, correction: Merge) -> tuple[Analysis, Things]:
    """One actor of two; its name, office and sector are those of the one that the other goes into."""
    gone, kept = actor_of(analysis, correction.actor), actor_of(analysis, correction.into)
    if gone.id == kept.id:
        raise Unfit(f"“{gone.name[:60]}” is that actor already")
    names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
    mentions = {(m.start, m.end): m for m in (*gone.mentions, *kept.mentions)}
    side = kept.part_of if kept.part_of != gone.id else gone.part_of
    one = kept.model_copy(
        update={
            "aliases": tuple(n for n in names if n != kept.name),
            "mentions": tuple(sorted(mentions.values(), key=lambda m: (m.start, m.end))),
            "part_of": None if side == kept.id else side,
        }
    )
    others = (a for a in analysis.actors if a.id not in (gone.id, kept.id))
    by_id = {kept.id: one} | {
        a.id: a.model_copy(update={"part_of": kept.id}) if a.part_of == gone.id else a for a in others
    }
    update = {
        "actors": tuple(by_id[a.id] for a in analysis.actors if a.id != gone.id),
        "statements": tuple(
            s.model_copy(update={"speaker": kept.id}) if s.speaker == gone.id else s for s in analysis.statements
        ),
        "stances": tuple(_of_one(s, gone.id, kept.id) for s in analysis.stances),
    }
    return analysis.model_copy(update=update), frozenset({("actor", kept.id)})


def _of_one(stance: Stance, gone: str, kept: str) -> Stance:
    update: dict[str, Any] = {}
    if stance.actor == gone:
        update["actor"] = kept
    if stance.said_by == gone:
        update["said_by"] = kept
    if stance.target.actor == gone:
        update["target"] = Target(actor=kept)
    return stance.model_copy(update=update) if update else stance


def _changed(analysis: Analysis, actor: Actor, **update: Any) -> tuple[Analysis, Things]:
    new = actor.model_copy(update=update)
    actors = tuple(new if a.id == actor.id else a for a in analysis.actors)
    return analysis.model_copy(update={"actors": actors}), frozenset({("actor", actor.id)})
