"""From a draft to the record: the name a reader would use, kind, sector, country, office and side."""

from __future__ import annotations

from dateline.actors.drafts import Draft
from dateline.actors.naming import name_of
from dateline.actors.offices import office_of
from dateline.actors.scene import Scene
from dateline.actors.sectors import kind_of, sector_of
from dateline.actors.sides import Sides, country_of, owner_of, sides
from dateline.records import Actor, Mention

_MOST_ALIASES = 12


def portraits(scene: Scene, drafts: list[Draft]) -> tuple[Actor, ...]:
    """The records of all drafts, with ids a1, a2, ... in order."""
    drafts = [d for d in drafts if any(m.form != "pronoun" for m in d.mentions)]
    ids = {id(draft): f"a{n}" for n, draft in enumerate(drafts, 1)}
    bodies = sides(drafts, scene)
    return tuple(_portrait(scene, draft, bodies, ids) for draft in drafts)


def _portrait(scene: Scene, draft: Draft, bodies: Sides, ids: dict[int, str]) -> Actor:
    name = name_of(scene, draft)
    owner = owner_of(scene, draft, bodies)
    texts = dict.fromkeys(m.text for m in draft.mentions if m.form == "name" and m.text != name)
    return Actor(
        id=ids[id(draft)],
        name=name,
        kind=kind_of(scene, draft),
        sector=sector_of(scene, draft),
        country=country_of(scene, draft),
        office=office_of(scene, draft),
        aliases=tuple(texts)[:_MOST_ALIASES],
        part_of=ids.get(id(owner)) if owner is not None and owner is not draft else None,
        mentions=tuple(Mention(start=m.start, end=m.end, text=m.text, form=m.form) for m in _unique(draft)),
    )


def _unique(draft: Draft) -> list:
    return list({(m.start, m.end): m for m in draft.mentions}.values())
