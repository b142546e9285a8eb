"""Rulings on single kinds of act that no line of a table can hold: warnings, orders."""

from __future__ import annotations

from dateline.stances import filling, modality, paths
from dateline.stances.cues import Cue
from dateline.stances.governors import light_verbs
from dateline.stances.kinds import Kind
from dateline.stances.scene import Scene
from dateline.stances.tree import NOMINAL, Tree

_WARNINGS = frozenset({"warn", "warning", "caution"})
_OWN = frozenset({"it", "he", "she", "they", "we", "i"})
_HARM = frozenset(
    [
        "consequence",
        "retaliation",
        "retaliate",
        "punish",
        "punishment",
        "sanction",
        "penalty",
        "price",
        "force",
        "action",
        "strike",
        "attack",
        "respond",
        "response",
        "war",
        "fight",
        "tolerate",
    ]
)


def ruled(scene: Scene, cue: Cue, kind: Kind) -> Kind:
    """The kind of an act after what only its clause can tell: who would bring about what is warned of."""
    if (kind.type == "REQUEST" and scene.tree.lemma[cue.head] in _WARNINGS) or "warning" in cue.entry.words:
        clause = _warned_of(scene.tree, cue)
        if clause is not None and _brought_about(scene.tree, cue.head, clause):
            return Kind("THREATEN", None, -1)
    return kind


def lends(scene: Scene, cues: dict[int, list[Cue]], cue: Cue, noun: int) -> bool:
    """Whether a verb of ordering only lends its subject to a noun of action that has a target of its own."""
    tree = scene.tree
    if tree.pos[noun] not in NOMINAL or tree.lemma[cue.head] not in light_verbs():
        return False
    return any(filling.targets(scene, c, c.entry.target, c.entry.type) for c in cues.get(noun, ()))


def _warned_of(tree: Tree, cue: Cue) -> int | None:
    """The clause that says what is warned of."""
    for token in cue.tokens:
        if (found := tree.first(token, "ccomp", "acl", "advcl")) is not None:
            return found
    return None


def _brought_about(tree: Tree, warning: int, clause: int) -> bool:
    """Whether the warner would do it, or makes it hang on what the warned do: "unless they ...", "would face"."""
    if tree.kids(clause, "aux") and any(tree.lower[k] in ("should", "must") for k in tree.kids(clause, "aux")):
        return False
    subjects = tree.kids(clause, "nsubj", "nsubjpass", "expl")
    own = bool(subjects) and tree.lower[subjects[0]] in _OWN and _same_number(tree, warning, subjects[0])
    if own and not paths.passive(tree, clause):
        return True
    first, past = tree.span(clause, limit=40)
    conditional = any(tree.lower[k] in ("if", "unless", "until") for k in range(first, past))
    harmful = any(tree.lemma[k] in _HARM for k in range(first, past))
    return (conditional and (harmful or modality.negation(tree, clause))) or (
        harmful and bool(tree.kids(clause, "aux"))
    )


def _same_number(tree: Tree, warning: int, pronoun: int) -> bool:
    """As in "The union warned that it would": the pronoun can mean the warner, for nobody else stands between."""
    objects = [k for k in tree.kids(warning, "dobj") if tree.pos[k] in NOMINAL]
    plural = tree.lower[pronoun] in ("they", "we")
    return not objects or plural != (tree.tag[objects[0]] in ("NNS", "NNPS"))
