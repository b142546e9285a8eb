"""The arguments that the tables name (subj, obj, poss, by, mod, xcomp, a preposition ...) found round a cue."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.stances import nouns, paths
from dateline.stances.cues import Cue
from dateline.stances.paths import NOTHING, Found
from dateline.stances.tree import NOMINAL, VERBAL, Tree

CLAUSES = frozenset({"xcomp", "ccomp", "ing", "acl"})


def role(tree: Tree, cue: Cue, name: str) -> list[Found]:
    """What may fill the argument `name` of a cue, likeliest first, without the cue's own tokens."""
    finder = {"verb": _of_verb, "phrase": _of_verb, "noun": _of_noun, "adj": _of_adjective}[cue.entry.pos]
    found = []
    for option in finder(tree, cue, name):
        tokens = tuple(t for t in option.tokens if t not in cue.tokens)
        if tokens:
            found.append(Found(tokens, option.path))
    return found


def _of_verb(tree: Tree, cue: Cue, name: str) -> Iterator[Found]:
    verb = cue.head
    if name == "subj":
        yield paths.deep_subjects(tree, verb)
    elif name == "obj":
        yield _object(tree, cue)
    elif name == "iobj":
        yield Found(tuple(tree.each(_datives(tree, cue))), "object")
    elif name in CLAUSES:
        yield _clause(tree, cue, name)
    elif name == "poss":
        yield from (nouns.possessors(tree, t) for t in cue.tokens[1:])
    elif name == "mod":
        yield from (nouns.modifiers(tree, t) for t in cue.tokens[1:])
    elif name == "by":
        yield Found(tuple(paths.agents(tree, verb)), "agent")
    else:
        yield from _preposition(tree, cue, name)
        if name in ("to", "for") and len(tree.kids(verb, "dative", "dobj")) > 1:  # "lent Peru money"
            yield Found(tuple(tree.each(_datives(tree, cue))), "object")


def _datives(tree: Tree, cue: Cue) -> list[int]:
    """The receiver of "gave X support"; of its passive "X was given support"."""
    verb = cue.head
    own = [k for k in tree.kids(verb, "dative") if tree.pos[k] in NOMINAL]
    if not own:  # some parses hold both for objects: "denied them access"
        objects = [k for k in tree.kids(verb, "dobj") if tree.pos[k] in NOMINAL]
        own = [k for k in objects[:1] if len(objects) > 1 or (len(cue.tokens) > 1 and k not in cue.tokens)]
    if not own and paths.passive(tree, verb):
        own = [k for k in tree.kids(verb, "nsubjpass") if k not in cue.tokens and tree.kids(verb, "dobj", "oprd")]
    return own


def _object(tree: Tree, cue: Cue) -> Found:
    """The deep object; of a cue that ends in a preposition, that preposition's object."""
    last = cue.tokens[-1]
    if len(cue.tokens) > 1 and (under := tree.kids(last, "pobj", "pcomp")):
        return Found(tuple(tree.each(under)), "preposition")
    found = paths.deep_objects(tree, cue.head)
    if found and not all(t in cue.tokens for t in found.tokens):
        return found
    clauses = [c for c in tree.kids(cue.head, "ccomp", "xcomp") if _infinitive(tree, c) or c in cue.tokens]
    inner = [k for c in clauses for k in tree.kids(c, "nsubj")]  # "found him guilty" may be a small clause
    if inner:
        return Found(tuple(tree.each(inner)), "raised")
    if tree.tag[cue.head] == "VBG":
        return nouns.of_preposition(tree, cue.head, "of")
    return _clause(tree, cue, "ing")


def _for_to(tree: Tree, head: int) -> Iterator[Found]:
    """The villagers of "a call for villagers to leave", "called for villagers to leave"."""
    for k in tree.kids(head, "advcl", "acl", "ccomp", "xcomp"):
        if any(tree.lower[m] == "for" for m in tree.kids(k, "mark")) and _infinitive(tree, k):
            yield Found(tuple(tree.each(tree.kids(k, "nsubj"))), "for to")


def _preposition(tree: Tree, cue: Cue, name: str) -> Iterator[Found]:
    """Objects of a preposition: of the cue's nouns, of the cue, then of the object it is attached to by mistake."""
    if name == "for":
        yield from _for_to(tree, cue.head)
    for token in (*cue.tokens[1:], cue.head):
        if token != cue.head and tree.lower[token] == name and (under := tree.kids(token, "pobj", "pcomp")):
            yield Found(tuple(tree.each(under)), "preposition")
        yield from nouns.of_prepositions(tree, token, name)
    for token in paths.deep_objects(tree, cue.head).tokens[-1:]:
        if token not in cue.tokens:
            yield from (Found(f.tokens, "attached") for f in nouns.of_prepositions(tree, token, name))
    if len(cue.tokens) > 1:
        for k in (k for t in cue.tokens[1:] for p in tree.kids(t, "prep") for k in tree.kids(p, "pobj")):
            yield from (Found(f.tokens, "attached") for f in nouns.of_prepositions(tree, k, name))


def _infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids(verb, "aux"))


def _clause(tree: Tree, cue: Cue, name: str) -> Found:
    """A clause that complements the cue: infinitive, that-clause or gerund."""
    for token in (cue.head, *cue.tokens[1:]):
        for k in tree.kids(token, "xcomp", "ccomp", "advcl", "acl", "pcomp", "dobj"):
            if tree.pos[k] not in VERBAL:
                continue
            infinitive = _infinitive(tree, k)
            gerund = tree.tag[k] == "VBG"
            if (
                (name == "xcomp" and infinitive and (tree.dep[k] != "acl" or token in cue.tokens[1:]))
                or (name == "ing" and gerund and tree.dep[k] != "advcl")
                or (name == "ccomp" and tree.dep[k] == "ccomp" and not infinitive)
            ):
                return Found((k,), name)
    if name == "xcomp":
        for o in paths.deep_objects(tree, cue.head).tokens[-1:]:
            for k in tree.kids(o, "acl"):
                if _infinitive(tree, k):
                    return Found((k,), name)
    return NOTHING


def _of_noun(tree: Tree, cue: Cue, name: str) -> Iterator[Found]:
    noun = cue.head
    if name == "poss":
        yield nouns.possessors(tree, noun)
    elif name == "mod":
        yield nouns.modifiers(tree, noun)
    elif name == "by":
        yield Found(tuple(paths.agents(tree, noun)), "agent")
    elif name == "subj":
        yield nouns.self_holders(tree, noun)
    elif name in CLAUSES:
        wanted = [k for k in tree.kids(noun, "acl", "ccomp") if _infinitive(tree, k) == (name in ("xcomp", "acl"))]
        yield Found(tuple(wanted[:1]), name)
    else:
        if name == "for":
            yield from _for_to(tree, noun)
        yield from nouns.of_prepositions(tree, noun, "of" if name == "obj" else name)
        light = nouns.light_verb(tree, noun)
        if light is not None and name not in ("obj", "of"):
            yield from (Found(f.tokens, "light verb") for f in nouns.of_prepositions(tree, light[0], name))
        for k in tree.kids(noun, "acl", "relcl"):
            if name not in ("of", "by", "obj"):
                yield from (Found(f.tokens, "attached") for f in nouns.of_prepositions(tree, k, name))


def _of_adjective(tree: Tree, cue: Cue, name: str) -> Iterator[Found]:
    adjective, head = cue.head, tree.head[cue.head]
    if name == "subj":
        yield _adjective_subject(tree, adjective)
    elif name in CLAUSES:
        yield _clause(tree, cue, name)
    elif name == "obj":
        yield paths.deep_objects(tree, adjective)
    else:
        for token in cue.tokens[::-1]:
            yield from nouns.of_prepositions(tree, token, name)
        if tree.pos[head] in VERBAL:
            yield from (Found(f.tokens, "attached") for f in nouns.of_prepositions(tree, head, name))


def _adjective_subject(tree: Tree, adjective: int) -> Found:
    """As in "X is critical", "X, critical of", "a critical X"."""
    head, dep = tree.head[adjective], tree.dep[adjective]
    if tree.kids(adjective, "nsubj", "nsubjpass"):
        return paths.subjects(tree, adjective)
    for _ in range(4):
        if dep == "conj" and tree.pos[head] == "ADJ":
            head, dep = tree.head[head], tree.dep[head]
    if tree.pos[head] in VERBAL and dep in ("acomp", "attr", "oprd", "advcl", "ccomp", "xcomp", "conj", "prep"):
        return paths.subjects(tree, head)
    if tree.pos[head] in NOMINAL and dep in ("amod", "relcl", "appos", "acl"):
        return Found((head,), "participle")
    return NOTHING
