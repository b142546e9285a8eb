"""From a noun that names an act to who does it: possessor, by-phrase, modifier, light verb, appositive."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.stances import paths
from dateline.stances.governors import governor, light_verbs
from dateline.stances.paths import NOTHING, Found
from dateline.stances.tree import NOMINAL, VERBAL, Tree

_PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt", "advmod", "mark", "conj"})
_MODIFIERS = ("compound", "amod", "nmod")


def possessors(tree: Tree, noun: int) -> Found:
    """As in "Israel's attack", "their attack"."""
    own = tree.kids(noun, "poss")
    return Found(tuple(tree.each(own)), "possessor") if own else NOTHING


def modifiers(tree: Tree, noun: int) -> Found:
    """As in "the ISIS advance", "a Russian attack": the modifiers nearest to the noun first."""
    own = [k for k in tree.kids(noun, *_MODIFIERS) if not _sided(tree, k)]
    nested = [k for m in own for k in tree.kids(m, *_MODIFIERS)]
    return Found(tuple(reversed(own)) + tuple(nested), "modifier") if own else NOTHING


def _sided(tree: Tree, token: int) -> str:
    """The "anti" or "pro" where the token is what such a compound is about; else nothing."""
    if token < 2 or tree.lower[token - 1] not in ("-", "–"):
        return ""
    return tree.lower[token - 2] if tree.lower[token - 2] in ("anti", "pro") else ""


def opposed(tree: Tree, noun: int) -> Found:
    """The government of "an anti-government protest"."""
    own = [k for k in tree.kids(noun, *_MODIFIERS) if _sided(tree, k) == "anti"]
    return Found(tuple(own), "opposed") if own else NOTHING


def of_preposition(tree: Tree, head: int, preposition: str) -> Found:
    """Objects of the first such preposition under the head, gerunds too."""
    return next(of_prepositions(tree, head, preposition), NOTHING)


def of_prepositions(tree: Tree, head: int, preposition: str) -> Iterator[Found]:
    """Objects of each such preposition under the head."""
    for p in tree.children[head]:
        if tree.lower[p] != preposition or tree.dep[p] not in _PREPOSITIONS:
            continue
        objects = tree.kids(p, "pobj", "pcomp") or [
            k for q in tree.kids(p, "prep") for k in tree.kids(q, "pobj", "pcomp")
        ]
        if objects:
            yield Found(tuple(tree.each(objects)), "preposition")


def light_verb(tree: Tree, noun: int) -> tuple[int, str] | None:
    """The light verb that the noun is the object of, and its role; through coordination and one preposition."""
    n, climbed = noun, 0
    while tree.dep[n] == "conj" and tree.pos[tree.head[n]] in NOMINAL and climbed < 8:
        n, climbed = tree.head[n], climbed + 1
    head = tree.head[n]
    if tree.dep[n] in ("dobj", "nsubjpass", "obj", "attr", "oprd") and tree.pos[head] in VERBAL:
        role = light_verbs().get(tree.lemma[head])
        return (head, role) if role else None
    if tree.dep[n] == "pobj" and tree.lower[head] in ("in", "into", "for", "with", "on", "to"):
        verb = tree.head[head]
        role = light_verbs().get(tree.lemma[verb])
        if tree.pos[verb] in VERBAL and role:
            return verb, role
    return None


def doers(tree: Tree, noun: int, steps: int = 8) -> Found:
    """Who acts in a noun through the clause around it, when the noun phrase itself names nobody."""
    light = light_verb(tree, noun)
    if light is not None and light[1] == "do":
        found = paths.deep_subjects(tree, light[0])
        return Found(found.tokens, "light verb") if found else NOTHING
    head = tree.head[noun]
    if tree.dep[noun] in ("dobj", "nsubjpass") and tree.pos[head] in VERBAL:
        rule = governor(tree.lemma[head], tree.pos[head])
        if rule is not None and rule.control == "subj" and rule.effect in ("ended", "planned", "attempted"):
            found = paths.deep_subjects(tree, head)
            return Found(found.tokens, "governor") if found else NOTHING
    for k in tree.kids(noun, "acl"):
        if paths.passive(tree, k) and (by := paths.agents(tree, k)):
            return Found(tuple(by), "agent")
    for k in tree.kids(noun, "relcl"):
        if tree.lemma[k] in light_verbs() and (found := paths.deep_subjects(tree, k)) and noun not in found.tokens:
            return Found(found.tokens, "light verb")
    return _around(tree, noun, steps)


def _around(tree: Tree, noun: int, steps: int) -> Found:
    """As in "killed ten in an attack": the subject of the clause; "a plan for an attack": the holder of the plan."""
    if tree.dep[noun] != "pobj" or steps <= 0:
        return NOTHING
    prep = tree.head[noun]
    above = tree.head[prep]
    if tree.pos[above] in VERBAL and tree.lower[prep] in ("in", "during", "with", "of", "for", "to"):
        rule = governor(tree.lemma[above], tree.pos[above], True)
        if tree.lower[prep] in ("of", "for", "with") and rule is not None and rule.control == "obj":
            found = paths.deep_objects(tree, above)
            return Found(found.tokens, "charged") if found else NOTHING
        if tree.lower[prep] == "in":
            found = paths.deep_subjects(tree, above)
            return Found(found.tokens, "adjunct") if found else NOTHING
    if (
        tree.pos[above] in NOMINAL
        and governor(tree.lemma[above], tree.pos[above])
        and tree.lower[prep] in ("for", "of")
    ):
        return holders(tree, above, steps - 1)
    return NOTHING


def holders(tree: Tree, noun: int, steps: int) -> Found:
    """Whose plan, decision, attempt or act it is."""
    if steps <= 0:
        return NOTHING
    found = possessors(tree, noun)
    if found:
        return found
    by = paths.agents(tree, noun)
    if by:
        return Found(tuple(by), "agent")
    found = doers(tree, noun, steps - 1)
    if found:
        return found
    if tree.dep[noun] in ("dobj", "attr", "nsubjpass") and tree.pos[tree.head[noun]] in VERBAL:
        return paths.subjects(tree, tree.head[noun], steps - 1)
    found = of_preposition(tree, noun, "of")
    return found or modifiers(tree, noun)


def self_holders(tree: Tree, noun: int) -> Found:
    """As in "Smith, a critic of": Smith; "Smith is a critic of": Smith; else the noun itself ("critics of")."""
    if tree.dep[noun] == "appos":
        return Found((tree.head[noun],), "apposition")
    if tree.dep[noun] in ("attr", "oprd") and tree.pos[tree.head[noun]] in VERBAL:
        found = paths.subjects(tree, tree.head[noun])
        return Found(found.tokens, "copula") if found else NOTHING
    return Found((noun,), "itself")
