"""From cues to candidates: who acts, toward whom, of what type, how it is put and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.stances import arguments, composing, filling, modality, paths, plover, rulings
from dateline.stances.arguments import Party
from dateline.stances.cues import Cue
from dateline.stances.filling import Aimed
from dateline.stances.kinds import Kind
from dateline.stances.modality import Reading
from dateline.stances.roles import CLAUSES
from dateline.stances.scene import Scene

MAX_PAIRS = 9
"""Records that one cue may give: three actors toward three targets."""


_CARRIERS = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONCEDE", "CONSULT", "AID", "PROTEST", "SANCTION"})


@dataclass(frozen=True)
class Candidate:
    """A stance in the making; `features` are what its confidence is computed from."""

    actor: Party
    target: Party
    kind: Kind
    modality: str
    said_by: str | None
    tokens: tuple[int, ...]
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Failure:
    """Why a cue gave nothing: "no actor", "no target", or "undone" (negated, or asked for only)."""

    cue: Cue
    reason: str


@dataclass(frozen=True)
class _Act:
    """A cue with what was found of it so far."""

    cue: Cue
    reading: Reading
    actors: list[Party]
    path: str


def candidates(scene: Scene, cues: dict[int, list[Cue]], head: int) -> list[Candidate] | Failure:
    """Records of one head: of its longest cues, the first line whose actor and target are both there."""
    failure: Failure | None = None
    if _carried(scene, cues, head):
        return Failure(cues[head][0], "undone")
    order = _in_order(cues[head])
    for last in ("", "located", "loose", "thing"):  # what serves as the target when no line's own argument is there
        for cue in order:
            found = _code(scene, cues, cue, last)
            if isinstance(found, list):
                return found
            failure = failure or found
            if found.reason == "undone" or (found.reason == "no actor" and "subj" in cue.entry.actor):
                return found
    return failure or []


def _carried(scene: Scene, cues: dict[int, list[Cue]], head: int) -> bool:
    """Whether a verb above tells the act already: "threatened to attack", "refused to help"."""
    tree = scene.tree
    if tree.dep[head] != "xcomp":
        return False
    return any(CLAUSES & set(cue.entry.target) and cue.entry.type in _CARRIERS for cue in cues.get(tree.head[head], ()))


def _in_order(options: list[Cue]) -> list[Cue]:
    """Longest first; of one length the lines with a narrowed target before the open ones."""
    return sorted(options, key=lambda c: (-len(c.tokens), not any(":" in name for name in c.entry.target)))


def _code(scene: Scene, cues: dict[int, list[Cue]], cue: Cue, last: str) -> list[Candidate] | Failure:
    entry = cue.entry
    aimed = filling.targets(scene, cue, entry.target, entry.type)
    taken = frozenset(p.token for p, _ in aimed) if entry.pos == "noun" else frozenset()
    actors, path = filling.actors(scene, cue, taken)
    if not actors or (not aimed and entry.type in plover.SYMMETRIC):
        sides = filling.pairs(scene, cue)
        actors, aimed, path = sides if sides[0] else (actors, aimed, path)
    if not actors:
        return Failure(cue, "no actor")
    mutual = entry.type in plover.SYMMETRIC or entry.words[0] == "sign"
    if mutual and len(actors) > 1 and all(p.target.issue is not None for p, _ in aimed):
        actors, aimed = actors[:1], [(p, "conjunct") for p in actors[1:]]
    if (
        not aimed
        and entry.type in plover.SYMMETRIC | {"SUPPORT"}
        and len(both := filling.joined(scene, actors[0].token)) > 1
    ):
        actors, aimed = both[:1], [(p, "conjunct") for p in both[1:]]
    if not aimed and last == "loose":
        aimed = filling.loose(scene, cue, entry.type)
    if not aimed and last == "thing":
        aimed = filling.thing(scene, cue, entry.type)
    if entry.type in _DEEDS and (last or aimed) and not any(filling.fits(scene, p, "actor") for p, _ in aimed):
        aimed = filling.located(scene, cue, entry.type) or aimed
    act = _Act(cue, modality.read(scene.tree, cue.head), actors, path)
    coded = list(_toward(scene, cues, act, aimed, Kind(entry.type, entry.mode, entry.polarity), entry.target))
    if entry.second is not None and (aimed or not entry.target):
        more = filling.targets(scene, cue, entry.second.target, entry.second.type)
        kind = Kind(entry.second.type, None, entry.second.polarity)
        coded += _toward(scene, cues, act, more, kind, entry.second.target, second=True)
        aimed = aimed or more
    if coded:
        return coded[:MAX_PAIRS]
    others = [p for p, _ in aimed if p.actor is None or any(p.actor != a.actor for a in actors)]
    return Failure(cue, "undone" if others else "no target")


def _toward(
    scene: Scene,
    cues: dict[int, list[Cue]],
    act: _Act,
    aimed: list[Aimed],
    kind: Kind,
    names: tuple[str, ...],
    second: bool = False,
) -> Iterator[Candidate]:
    """Candidates toward each target of one argument, `names` being what the tables call it."""
    kind = rulings.ruled(scene, act.cue, kind)
    for party, path in aimed:
        named = party.target.issue is None
        if path == "for to" and kind.type == "REQUEST":  # "called for the police to act"
            kind = Kind(kind.type, kind.mode, 0)
        meant = (
            [composing.Meant(party, path, kind)]
            if named
            else composing.meant(scene, cues, act.cue, kind, (party, path), names, second)
        )
        for m in meant:
            extra = (("second", 1.0),) * second + (("composed", 1.0),) * m.composed
            yield from _records(scene, act, m.party, m.path, m.kind, extra)


def _records(
    scene: Scene, act: _Act, party: Party, path: str, kind: Kind, extra: tuple[tuple[str, float], ...]
) -> Iterator[Candidate]:
    coded = composing.put(kind, act.reading)
    if coded is None:
        return
    new, how = coded
    for actor in act.actors:
        if party.actor is not None and party.actor == actor.actor:
            own = arguments.phrase(scene, party.whole) if party.whole is not None else None
            if own is None:
                continue
            party = own  # "stripped its deputies": not itself, but the phrase that it owns
        said_by, alleged = _reporter(scene, act, actor, new.polarity)
        features = _features(scene, act, actor, party, path, new) + extra
        put = "alleged" if alleged and how == "asserted" else how
        yield Candidate(actor, party, new, put, said_by, act.cue.tokens, features)


def _reporter(scene: Scene, act: _Act, actor: Party, polarity: int) -> tuple[str | None, bool]:
    """Who reports the act, when it is neither the writer nor the actor; and whether that leaves it in doubt."""
    speaker = scene.speaker(act.cue.head)
    speaker = speaker if speaker != actor.actor else None
    if act.reading.accuser is not None:
        for t in paths.deep_subjects(scene.tree, act.reading.accuser).tokens:
            party = arguments.actor(scene, t)
            if party is not None and party.actor != actor.actor:
                return party.actor, True
        return speaker, True
    return speaker, speaker is not None and polarity < 0 and not same_side(scene, speaker, actor.actor)


def same_side(scene: Scene, one: str | None, other: str | None) -> bool:
    """Whether two actors are one, or one belongs to the other, or both to a third."""
    wholes = []
    for a in (one, other):
        above: set[str] = set()
        while a is not None and a not in above and len(above) < 8:
            above.add(a)
            record = scene.actors.get(a)
            a = record.part_of if record else None
        wholes.append(above)
    return bool(wholes[0] & wholes[1])


def _features(
    scene: Scene, act: _Act, actor: Party, party: Party, path: str, kind: Kind
) -> tuple[tuple[str, float], ...]:
    cue, reading = act.cue, act.reading
    distance = min(abs(actor.token - cue.head), 30) + min(abs(party.token - cue.head), 30)
    named = (
        f"cue:{cue.entry.pos}",
        f"path:{act.path}",
        f"target path:{path}",
        f"actor:{actor.kind}",
        f"target:{party.kind}",
        f"type:{kind.type}",
        f"sign:{kind.polarity}",
        reading.modality,
        f"{kind.type} toward {'issue' if party.target.issue else 'party'}",
    )
    flags = (
        ("negated", reading.negated),
        ("ended", reading.ended),
        ("question", reading.question),
        ("accuser", reading.accuser is not None),
        ("quoted", scene.quoted(cue.head)),
        ("asked", reading.asked),
        ("obliged", reading.obliged),
    )
    present = (*named, *(name for name, on in flags if on))
    return (*((name, 1.0) for name in present), ("distance", float(distance)))
