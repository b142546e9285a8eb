"""All mentions of an article, merged into actors: one pass over the text with names known in advance."""

from __future__ import annotations

from collections import Counter

from dateline.actors import groups, pronouns
from dateline.actors.armed import is_armed
from dateline.actors.drafts import Draft, Memory
from dateline.actors.found import Found
from dateline.actors.named import STATE, by_name
from dateline.actors.nominal import by_description
from dateline.actors.organizations import Organizations
from dateline.actors.persons import Persons, gender_of, is_mistaken, name_pieces
from dateline.actors.scene import Scene
from dateline.known import PIECE, fold

_CATAPHORA = 1500
"""Most characters between an office and the name of its holder after it."""
_APPOSITION = 100
"""Most characters between a description and the name in apposition to it."""


def merge(scene: Scene) -> list[Draft]:
    """The actors of an article in the order of their first mention."""
    named = list(by_name(scene))
    titles = {title.head for found in named for title in found.titles}
    described = [found for found in by_description(scene) if found.head not in titles]
    memory, persons, organizations = Memory(), Persons(), Organizations(scene)
    people = persons.gather(f for f in named if f.label == "PERSON")
    bodies = organizations.gather([f for f in named if f.label == "ORG"])
    for draft in {id(d): d for d in (*people.values(), *bodies.values())}.values():
        memory.new(draft)
    _foresee(memory, named, described, bodies)
    apposed = {f.equals: f for f in named if f.equals is not None and f.label in ("PERSON", "ORG")}
    for found in sorted([*named, *described, *pronouns.by_pronoun(scene)], key=lambda f: (f.end, f.start)):
        name = apposed.get(found.head) if found.form == "nominal" else None
        fits = name is not None and not found.plural and _describes(found, name)
        drafts = _drafts(scene, memory, name if fits and name else found, people, bodies, persons)
        memory.note_group(scene.doc[found.head], drafts, found.end)
        for draft in drafts:
            memory.mention(draft, found)
            memory.at.setdefault(found.head, draft)
            _note(scene, memory, draft, found)
    for draft, token in memory.unowned:
        owner = memory.at.get(token)
        if draft.owner is None and owner is not draft:
            draft.owner = owner  # named after its officer: "X, president of the Y"
    _name_officers(memory)
    for draft in people.values():
        if is_mistaken(draft, scene.table.actors.get(draft.known or "")):
            draft.known = None
    return [draft for draft in _distinct(memory.all) if draft.mentions]


def _name_officers(memory: Memory) -> None:
    """An office told before its holder is named is the holder's: "the attorney general sues", "Attorney General X"."""
    holders: dict[str, dict[int, Draft]] = {}
    unnamed = []
    for draft in memory.all:
        if draft.type == "person" and draft.mentions:
            offices = {text for (text, _), item in draft.told.items() if item.noun and item.noun.is_unique}
            if draft.pieces:
                for office in offices:
                    holders.setdefault(office, {})[id(draft)] = draft
            elif offices:
                unnamed.append((draft, offices))
    for draft, offices in unnamed:
        held = [holders[office] for office in offices if office in holders]
        able = {i: d for of_one in held for i, d in of_one.items() if len(of_one) == 1}
        if len(able) == 1 and all(len(of_one) == 1 for of_one in held):
            _merge_into(next(iter(able.values())), draft)


def _merge_into(holder: Draft, draft: Draft) -> None:
    same_country = holder.country is None or draft.country is None or holder.country == draft.country
    if same_country and 0 < holder.mentions[0].start - draft.mentions[0].start < _CATAPHORA:
        for found in draft.mentions:
            holder.add(found)
        holder.mentions.sort(key=lambda found: found.start)
        draft.mentions = []


def _describes(found: Found, name: Found) -> bool:
    """Whether a description that a name is an apposition to can be that name's: "her brother, John Roe"."""
    body = found.noun is not None and found.noun.collective
    return body == (name.label == "ORG") and 0 <= name.start - found.end < _APPOSITION


def _foresee(memory: Memory, named: list[Found], described: list[Found], bodies: dict[int, Draft]) -> None:
    """What a reader of the whole text knows: the words of bodies' names, the one armed group."""
    counts: Counter[int] = Counter()
    for found in named:
        draft = bodies.get(found.head) if found.label == "ORG" else None
        if draft:
            draft.pieces.update(PIECE.findall(fold(found.text)))
            counts[id(draft)] += 1
    plain = sum(1 for f in described if f.noun and f.noun.family == "armed" and f.owner is None)
    groups_named = [d for d in {id(d): d for d in bodies.values()}.values() if is_armed(d)]
    if len(groups_named) == 1 and 2 * counts[id(groups_named[0])] >= plain:
        memory.armed = groups_named[0]


def _drafts(
    scene: Scene, memory: Memory, found: Found, people: dict[int, Draft], bodies: dict[int, Draft], persons: Persons
) -> list[Draft]:
    if found.form == "pronoun":
        return pronouns.whose(scene, memory, found)
    if found.form == "nominal":
        return groups.whose(scene, memory, found)
    if found.label == STATE:
        return [memory.state(found.countries[0])]
    if found.label == "PERSON":
        return [_person(scene, memory, found, people, persons)]
    if found.label == "ORG":
        return [bodies[found.head]]
    if found.label == "PLACE":
        return [memory.place(found.text, found.countries[0] if found.countries else None)]
    return [_people(memory, found)]


def _person(scene: Scene, memory: Memory, found: Found, people: dict[int, Draft], persons: Persons) -> Draft:
    named = scene.name_at(found.head)
    before = scene.doc[named.first - 1].text if named and named.first else ""
    gender = gender_of(found, before)
    draft = people.get(found.head)
    if draft is None:
        draft = persons.alone(found, memory.recent(lambda d: d.type == "person"), gender)
        if not any(d is draft for d in memory.all[-1:]) and not draft.mentions:
            memory.all.append(draft)
    draft.gender = draft.gender or gender
    return draft


def _people(memory: Memory, found: Found) -> Draft:
    """A people or community by name: "Kurds", "Russians"; "the Saudis" as a whole stand for their state."""
    country = found.countries[0] if found.countries else None
    if country and found.definite and country in memory.states:
        return memory.state(country)
    piece = name_pieces(found.text)
    stem = piece[-1].rstrip("s") if piece else ""
    same = memory.last(
        lambda d: d.type == "people" and (stem in d.words or (d.known is not None and d.known == found.known))
    )
    if same:
        return same
    return memory.new(Draft("people", "people", country, words={stem}, plural=True))


def _note(scene: Scene, memory: Memory, draft: Draft, found: Found) -> None:
    """What a mention and its titles tell of whose the actor is."""
    for item in (found, *found.titles):
        if item.owner is not None and draft.owner is None:
            owner = memory.at.get(item.owner)
            if owner is None:
                memory.unowned.append((draft, item.owner))
            elif owner is not draft:
                draft.owner = owner
    if found.equals is not None and found.equals not in memory.at:
        memory.at[found.equals] = draft
    for title in found.titles:
        memory.at.setdefault(title.head, draft)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    unique = {id(d): d for d in drafts}.values()
    return sorted(unique, key=lambda d: d.mentions[0].start if d.mentions else -1)
