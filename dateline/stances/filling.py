"""Filling a cue's arguments: which actors act and whom or what the act is toward, narrowed as the tables ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.stances import arguments, nouns, paths
from dateline.stances.arguments import Party
from dateline.stances.cues import Cue
from dateline.stances.roles import role
from dateline.stances.scene import Scene

_LOCATIVES = ("in", "at", "into", "near", "toward", "towards", "along", "around", "inside", "outside")
_INSIDE = frozenset({"prep", "pobj", "dobj", "amod", "acl", "nmod", "compound", "advmod", "npadvmod"})
_OFFICES = {"convict": ("JUD",), "arrest": ("COP",)}
"""Sectors whose work a passive without an agent is: "was convicted" by the article's court."""
_HELD = frozenset({"SANCTION", "COERCE", "RETREAT"})
_TOWARD = frozenset({"to", "with", "for", "against", "on", "over", "about", "toward", "towards", "at", "into", "onto"})
"""Prepositions whose object an act may be toward though its line names another."""
MAX_SEARCH = 30
"""Tokens under a cue among which the place of the deed is looked for."""

Aimed = tuple[Party, str]
"""A party and the kind of path to it."""


def actors(scene: Scene, cue: Cue, taken: frozenset[int] = frozenset()) -> tuple[list[Party], str]:
    """The actors of a cue, by the first of its actor arguments that names any; tokens in `taken` are not free."""
    for name in cue.entry.actor:
        if name == "between":
            continue
        for found in role(scene.tree, cue, name):
            named = [p for t in found.tokens if t not in taken and (p := arguments.actor(scene, t)) is not None]
            if named:
                return (named[:1] if found.path == "modifier" else named), found.path
    if cue.entry.pos == "noun":
        found = nouns.doers(scene.tree, cue.head)
        named = [p for t in found.tokens if t not in taken and (p := arguments.actor(scene, t)) is not None]
        return named, found.path
    if cue.entry.type in _HELD and paths.passive(scene.tree, cue.head):
        for name in ("from", "in"):  # "were expelled from France", "jailed in Turkey", where that is an actor
            for found in nouns.of_prepositions(scene.tree, cue.head, name):
                named = [p for t in found.tokens if (p := arguments.actor(scene, t)) and p.kind == "head"]
                if named:
                    return named, "held by"
        if (officers := arguments.office(scene, cue.head, _OFFICES.get(cue.entry.mode or "", ()))) is not None:
            return [officers], "context"
    return [], ""


def targets(scene: Scene, cue: Cue, names: tuple[str, ...], kind: str) -> list[Aimed]:
    """Whom or what the act is toward, by the first argument that is there; of several phrases one with an actor."""
    for name in names:
        argument, _, narrow = name.partition(":")
        options = list(_options(scene, cue, argument, kind))
        if narrow in ("given", "alone") and not _shape(scene, cue, narrow):
            continue
        fitting = [o for o in options if not narrow or all(fits(scene, p, narrow) for p, _ in o)]
        best = next((o for o in fitting if any(p.actor or p.target.place for p, _ in o)), None)
        if best or fitting:
            return best or fitting[0]
    for token in cue.tokens:
        against = nouns.opposed(scene.tree, token) if cue.entry.polarity < 0 else None
        if against and (named := [p for t in against.tokens if (p := arguments.target(scene, t, kind))]):
            return [(p, "opposed") for p in named]
    if cue.entry.pos == "noun" and (light := nouns.light_verb(scene.tree, cue.head)) and light[1] == "get":
        verb = replace(cue, head=light[0], entry=replace(cue.entry, pos="verb"))
        return next(_options(scene, verb, "subj", kind), [])
    return []


def located(scene: Scene, cue: Cue, kind: str) -> list[Aimed]:
    """The actor or place that a deed is done at, where the tables' arguments name nobody: "a curfew in the port"."""
    tree = scene.tree
    todo = list(cue.tokens)
    for token in todo:
        if len(todo) > MAX_SEARCH:
            break
        if tree.lower[token] in _LOCATIVES and tree.dep[token] == "prep":
            objects = tree.each(tree.kids(token, "pobj"))
            named = [p for t in objects if (p := arguments.target(scene, t, kind)) and p.target.issue is None]
            if named:
                return [(p, "locative") for p in named]
        todo.extend(k for k in tree.children[token] if tree.dep[k] in _INSIDE)
    return []


def loose(scene: Scene, cue: Cue, kind: str) -> list[Aimed]:
    """The other party in a prepositional phrase of the cue or of its object, where no line of the tables expects it."""
    tree = scene.tree
    if any(":" in name for name in cue.entry.target):
        return []  # the tables tell this cue's senses apart by its argument
    heads = [*cue.tokens, *(paths.deep_objects(tree, cue.head).tokens[:1] if cue.entry.verbal else ())]
    for token in dict.fromkeys(heads):
        for prep in tree.kids(token, "prep", "dative"):
            if tree.lower[prep] in _TOWARD:
                under = tree.kids(prep, "pobj") + [k for p in tree.kids(prep, "prep") for k in tree.kids(p, "pobj")]
                found = [p for t in tree.each(under) if (p := arguments.target(scene, t, kind)) is not None]
                named = [(p, "loose") for p in found if p.target.issue is None and p.kind != "part"]
                if named:
                    return named
    return []


def thing(scene: Scene, cue: Cue, kind: str) -> list[Aimed]:
    """The object of a verb as the issue that its act is about, where no line of the tables found a target."""
    if not cue.entry.verbal or any(":" in name for name in cue.entry.target):
        return []
    found = paths.deep_objects(scene.tree, cue.head).tokens
    named = [p for t in found[:1] if t not in cue.tokens and (p := arguments.target(scene, t, kind)) is not None]
    return [(p, "thing") for p in named]


def joined(scene: Scene, token: int) -> list[Party]:
    """The two sides of "French and German negotiators"."""
    tree = scene.tree
    first = next((k for k in tree.kids(token, "compound", "amod", "nmod") if tree.kids(k, "conj")), None)
    sides = [arguments.actor(scene, t) for t in tree.conjuncts(first)] if first is not None else []
    found = {p.actor: p for p in sides if p is not None}
    return list(found.values()) if len(found) > 1 else []


def pairs(scene: Scene, cue: Cue) -> tuple[list[Party], list[Aimed], str]:
    """The two sides of "talks between A and B"; empty when the cue has no such phrase."""
    for found in role(scene.tree, cue, "between") + role(scene.tree, cue, "among"):
        sides = [p for t in found.tokens if (p := arguments.actor(scene, t)) is not None]
        if len(sides) > 1:
            return sides[:1], [(p, found.path) for p in sides[1:]], found.path
    return [], [], ""


def fits(scene: Scene, party: Party, narrow: str) -> bool:
    """Whether a party is what a narrowed argument asks for.

    "actor": an actor or a place, or a noun for a person or place; "issue": none of these; "alone": an actor, the
    verb having nothing but its object; "given": anything, the verb having an object besides.
    """
    if narrow == "given":
        return True
    somebody = party.target.issue is None or scene.tree.lemma[party.token] in arguments.somebody_nouns()
    return somebody if narrow in ("actor", "alone") else not somebody


def _shape(scene: Scene, cue: Cue, narrow: str) -> bool:
    """Whether the verb has an object besides ("given"), or nothing but its object ("alone")."""
    tree = scene.tree
    if narrow == "given":
        return bool(tree.kids(cue.head, "dobj", "nsubjpass")) or tree.dep[cue.head] in ("relcl", "acl")
    return len(tree.kids(cue.head, "dobj", "dative", "oprd", "attr", "ccomp", "acomp")) == 1


def _options(scene: Scene, cue: Cue, name: str, kind: str) -> Iterator[list[Aimed]]:
    for found in role(scene.tree, cue, name):
        named = [(p, found.path) for t in found.tokens if (p := arguments.target(scene, t, kind)) is not None]
        if found.path == "modifier":
            named = [(p, path) for p, path in named if p.actor or p.target.place][:1]
        somebody = [(p, path) for p, path in named if p.target.issue is None]
        if named:  # an issue is one phrase, however many things it joins
            yield somebody or named[:1]
