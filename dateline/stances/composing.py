"""Acts inside acts: what "urged X to attack Y", "refused to help Y" or "ended aid to Y" says of Y."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.stances import arguments, filling, modality, paths, plover, rulings
from dateline.stances.arguments import Party
from dateline.stances.cues import Cue
from dateline.stances.filling import Aimed
from dateline.stances.governors import governor
from dateline.stances.kinds import Kind
from dateline.stances.modality import Reading
from dateline.stances.roles import CLAUSES
from dateline.stances.scene import Scene
from dateline.stances.tree import VERBAL


@dataclass(frozen=True)
class Inner:
    """An act that another act has for its content, with its own targets."""

    type: str
    polarity: int
    targets: list[Aimed]


def inner(scene: Scene, cues: dict[int, list[Cue]], token: int) -> Inner | None:
    """The act that a clause or noun names, if the tables know one with a target of its own."""
    for cue in cues.get(token, ()):
        found = filling.targets(scene, cue, cue.entry.target, cue.entry.type) or filling.loose(
            scene, cue, cue.entry.type
        )
        if found:
            sign = cue.entry.polarity * (-1 if modality.negation(scene.tree, token) else 1)
            return Inner(cue.entry.type, sign, found)
    return None


def compose(outer: Kind, act: Inner, named: bool, ending: bool = False) -> Kind | None:
    """What the outer act says of the inner act's target; None when its own phrase is the better target.

    `named`: the target is an actor or a place, not an issue. `ending`: the outer act puts an end to the inner.
    """
    if ending:  # "suspended aid to", "lifted the ban on"
        if act.polarity == 0 and not plover.friendly(act.type):
            return None
        return Kind("RETREAT", None, 1) if act.polarity < 0 else Kind("SANCTION", "discontinue", -1)
    if outer.type == "AGREE":
        if act.polarity < 0:
            return Kind("THREATEN", None, -1) if named else Kind(act.type, None, -1)
        return outer if named else None
    if outer.type == "THREATEN":
        return outer if named else None
    if outer.type == "REJECT" and outer.polarity < 0:
        return outer if named and act.polarity >= 0 else None
    if outer.type == "REQUEST" and act.polarity < 0:
        return Kind("ACCUSE", None, -1) if named else Kind("REJECT", None, -1)
    return None


@dataclass(frozen=True)
class Meant:
    """Whom a phrase means as the target of an act, and what the act says of it."""

    party: Party
    path: str
    kind: Kind
    composed: bool = False


def meant(
    scene: Scene,
    cues: dict[int, list[Cue]],
    cue: Cue,
    kind: Kind,
    aimed: Aimed,
    names: tuple[str, ...],
    second: bool,
) -> list[Meant]:
    """What stands for a target that is a clause or a noun phrase: the parties inside it, or the phrase as an issue.

    `names` is what the tables call the argument; of a `second` argument only the parties inside are told.
    """
    party, path = aimed
    clause = bool(CLAUSES & set(names))
    if kind.type == "REQUEST" and rulings.lends(scene, cues, cue, party.token):
        return []  # "ordered an attack on": the attack says it
    if inside := _inside(scene, cues, cue, kind, party.token):
        return inside
    if second and (clause or kind.type == "ACCUSE"):
        return []
    if kind.type == "REQUEST" and "ccomp" in names:
        if modality.states(scene.tree, party.token):
            return []  # "asked whether", "told them that": nothing is asked for
        if asked := _addressees(scene, party.token):
            return [Meant(addressee, "addressee", Kind("REQUEST", kind.mode, 0)) for addressee in asked]
    if kind.type == "ACCUSE" and not clause and (owner := arguments.owner(scene, party.token)):
        return [Meant(owner, path, kind)]
    if kind.type == "REQUEST" and kind.polarity == 0:  # "urged restraint": the thing wanted
        kind = Kind(kind.type, kind.mode, 1)
    return [Meant(party, path, kind)]


def _inside(scene: Scene, cues: dict[int, list[Cue]], cue: Cue, kind: Kind, token: int) -> list[Meant]:
    """The targets of the act inside the phrase, where the outer act says something of them."""
    act = inner(scene, cues, token)
    if act is None:
        return []
    tree = scene.tree
    rule = governor(tree.lemma[cue.head], tree.pos[cue.head]) if cue.entry.pos != "adj" else None
    ending = rule is not None and rule.effect == "ended"
    found = ((party, path, compose(kind, act, party.target.issue is None, ending)) for party, path in act.targets)
    return [Meant(party, path, new, composed=True) for party, path, new in found if new is not None]


def _addressees(scene: Scene, clause: int) -> list[Party]:
    """The minister of "demanded that the minister resign"."""
    if scene.tree.pos[clause] not in VERBAL or paths.passive(scene.tree, clause):
        return []
    return [p for t in paths.subjects(scene.tree, clause).tokens if (p := arguments.actor(scene, t)) is not None]


def put(kind: Kind, reading: Reading) -> tuple[Kind, str] | None:
    """The type as the text puts it, and its modality; None when the text says that there is no such act.

    A friendly act that is refused is a REJECT, one still to come an AGREE; force announced is a THREATEN; a hostile
    act that is not done is told as negated.
    """
    how = reading.modality
    if reading.asked:
        return None
    friendly = kind.polarity > 0 or plover.friendly(kind.type)
    if reading.ended:
        if friendly:
            return Kind("SANCTION", "discontinue", -1), how
        return (Kind("RETREAT", None, 1), how) if kind.polarity < 0 else None
    if reading.negated:
        if friendly:
            return Kind("REJECT", None, -1), how
        return Kind(kind.type, kind.mode, 0), "negated"
    if how == "planned":
        if kind.type in ("CONSULT", "AID", "COOPERATE", "RETREAT", "CONCEDE"):
            return Kind("AGREE", None, 1), how
        if kind.type in ("ASSAULT", "PROTEST"):
            return Kind("THREATEN", None, -1), how
    return kind, how
