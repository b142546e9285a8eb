"""From a verb to its deep subject and deep object, through passives, relatives, coordination and control."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.stances.governors import governor
from dateline.stances.tree import MAX_CLIMB, NOMINAL, RELATIVE, VERBAL, Tree

_OBJECTS = ("dobj", "dative", "obj")


@dataclass(frozen=True)
class Found:
    """Tokens that fill a role, coordination resolved, and the kind of path that led to them."""

    tokens: tuple[int, ...] = ()
    path: str = ""

    def __bool__(self) -> bool:
        return bool(self.tokens)


NOTHING = Found()


def passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is a passive: with its auxiliary, as a bare participle, or coordinated with a passive."""
    if tree.kids(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if tree.tag[verb] not in ("VBN", "VBD"):
        return False
    if tree.kids(verb, "nsubj", "aux"):
        return False
    if tree.first(verb, "agent") is not None:
        return True
    dep, head = tree.dep[verb], tree.head[verb]
    if dep == "acl" and tree.first(verb, *_OBJECTS) is None:
        return True
    if tree.tag[verb] == "VBN" and dep in ("advcl", "amod", "pcomp") and tree.first(verb, *_OBJECTS) is None:
        return True
    return (
        dep == "conj"
        and head != verb
        and tree.pos[head] in VERBAL
        and tree.tag[head] == "VBN"
        and (tree.first(verb, *_OBJECTS) is None and bool(tree.kids(head, "auxpass", "nsubjpass")))
    )


def agents(tree: Tree, verb: int) -> list[int]:
    """Objects of the by-phrase of a passive or of a noun."""
    found = [k for by in tree.kids(verb, "agent") for k in tree.kids(by, "pobj")]
    if not found:
        found = [k for p in tree.kids(verb, "prep") if tree.lower[p] == "by" for k in tree.kids(p, "pobj")]
    return tree.each(found)


def subjects(tree: Tree, verb: int, steps: int = MAX_CLIMB) -> Found:
    """The grammatical subject of a verb, its own or the one that syntax lends it."""
    own = tree.kids(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if own:
        if tree.lower[own[-1]] in RELATIVE and tree.tag[own[-1]] in ("WP", "WDT", "IN", "DT"):
            return _antecedent(tree, verb, steps)
        return Found(tuple(tree.each(own[-1:])), "subject")
    head, dep = tree.head[verb], tree.dep[verb]
    if (stray := _stray_subject(tree, verb)) is not None:
        return Found((stray,), "repaired")
    if steps <= 0 or head == verb:
        return NOTHING
    if dep == "conj" and tree.pos[head] not in VERBAL:
        return _holders(tree, head, steps - 1)
    if dep in ("conj", "dep", "parataxis"):
        return _renamed(subjects(tree, head, steps - 1), "shared")
    if dep == "relcl":
        return Found(tuple(tree.each([head])), "relative")
    if dep == "acl":
        return _of_noun_clause(tree, verb, head, steps)
    if dep in ("xcomp", "ccomp", "oprd"):
        return _controller(tree, head, steps - 1)
    if dep == "advcl":
        return _renamed(_clause_subject(tree, _own_clause(tree, verb, head), steps - 1), "adverbial")
    if dep in ("pcomp", "pobj") and tree.head[head] != head:
        return _of_gerund(tree, head, steps - 1)
    if dep in ("dobj", "attr", "nsubj", "csubj") and tree.pos[head] in VERBAL:
        return _renamed(_clause_subject(tree, head, steps - 1), "control")
    return NOTHING


def _stray_subject(tree: Tree, verb: int) -> int | None:
    """As in "expelled ten diplomats and Paris has ordered": a subject that the parser took for a conjunct."""
    if tree.dep[verb] != "conj" or tree.tag[verb] in ("VBG", "VB"):
        return None
    first = min([verb, *tree.kids(verb, "aux", "auxpass", "neg", "advmod")])
    if first == verb and tree.tag[verb] not in ("VBZ", "VBP", "VBD"):
        return None
    before = first - 1
    if before < 1 or tree.dep[before] != "conj" or tree.pos[before] not in ("PROPN", "NOUN"):
        return None
    low, _ = tree.span(before, limit=12)
    return before if low > 0 and tree.dep[low - 1] == "cc" else None


def deep_subjects(tree: Tree, verb: int) -> Found:
    """Who does it: the by-agent of a passive, else the subject."""
    if passive(tree, verb):
        by = agents(tree, verb)
        return Found(tuple(by), "agent") if by else NOTHING
    return subjects(tree, verb)


def deep_objects(tree: Tree, verb: int) -> Found:
    """To whom it is done: the object, the subject of a passive, the noun a participle or relative clause describes."""
    if passive(tree, verb):
        own = tree.kids(verb, *_OBJECTS)
        if tree.dep[verb] in ("acl", "amod") and not tree.kids(verb, "nsubjpass", "nsubj"):
            return Found((tree.head[verb],), "participle")
        found = subjects(tree, verb)
        return Found(found.tokens, "passive") if found else Found(tuple(tree.each(own[:1])), "object")
    own = [k for k in tree.kids(verb, *_OBJECTS) if tree.pos[k] not in ("VERB", "ADV")]
    for k in own:
        if tree.lower[k] in RELATIVE and tree.dep[verb] == "relcl":
            return _renamed(_antecedent(tree, verb, MAX_CLIMB), "relative")
    if own:
        return Found(tuple(tree.each(own[:1])), "object")
    shared = _shared_object(tree, verb)
    if shared:
        return shared
    if tree.dep[verb] == "relcl" and tree.kids(verb, "nsubj") and not _relative_subject(tree, verb):
        return Found((tree.head[verb],), "gap")
    return NOTHING


def _relative_subject(tree: Tree, verb: int) -> bool:
    return any(tree.lower[k] in RELATIVE for k in tree.kids(verb, "nsubj", "nsubjpass"))


def _shared_object(tree: Tree, verb: int) -> Found:
    """As in "condemned and rejected the plan": the object of the last verb serves the first too."""
    if tree.kids(verb, "prep", "ccomp", "xcomp", "advcl"):
        return NOTHING
    for k in tree.kids(verb, "conj"):
        if tree.pos[k] == "VERB" and tree.tag[k] == tree.tag[verb] and k - verb <= 3:
            own = tree.kids(k, *_OBJECTS)
            if own:
                return Found(tuple(tree.each(own[:1])), "shared")
    return NOTHING


def _renamed(found: Found, path: str) -> Found:
    return Found(found.tokens, path) if found else NOTHING


def _antecedent(tree: Tree, verb: int, steps: int) -> Found:
    """The noun that the relative clause of this verb describes."""
    v = verb
    for _ in range(max(steps, 0)):
        head = tree.head[v]
        if tree.dep[v] in ("relcl", "acl") or (tree.pos[head] in NOMINAL and tree.dep[v] in ("ccomp", "advcl")):
            return Found((head,), "relative") if tree.pos[head] in NOMINAL | {"ADJ", "DET"} else NOTHING
        if tree.dep[v] not in ("conj", "ccomp", "xcomp") or head == v:
            return NOTHING
        v = head
    return NOTHING


def _own_clause(tree: Tree, verb: int, head: int) -> int:
    """The clause of a participle in front of the main subject: "As rebels advanced, taking the town, the MPs ..."."""
    main = tree.first(head, "nsubj", "nsubjpass")
    if main is None or main < verb:
        return head
    before = [k for k in tree.kids(head, "advcl") if k < verb and tree.kids(k, "nsubj", "nsubjpass")]
    return before[-1] if before else head


def _clause_subject(tree: Tree, head: int, steps: int) -> Found:
    """Subject of the clause that `head` stands in, when head is a verb; of a noun, its holder."""
    if tree.pos[head] in VERBAL or tree.kids(head, "nsubj", "nsubjpass"):
        return subjects(tree, head, steps)
    return _holders(tree, head, steps)


def _controller(tree: Tree, head: int, steps: int) -> Found:
    """Subject of an infinitive or gerund from what governs it: "urged X to go" X; "X refused to go" X."""
    if steps <= 0:
        return NOTHING
    if tree.pos[head] in VERBAL:
        objects = deep_objects(tree, head)
        rule = governor(tree.lemma[head], tree.pos[head], bool(objects))
        if objects and (rule is None or rule.control == "obj"):
            return _renamed(objects, "control")
        if rule is not None and rule.control == "obj":
            called = [
                o
                for p in tree.kids(head, "prep")
                if tree.lower[p] in ("on", "upon", "to", "with")
                for o in tree.kids(p, "pobj")
            ]
            if called:
                return Found(tuple(tree.each(called)), "control")
    return _renamed(_clause_subject(tree, head, steps), "control")


def _of_noun_clause(tree: Tree, verb: int, noun: int, steps: int) -> Found:
    """Subject of a clause under a noun: "rebels fighting" the noun; "a plan to fight" the holder of the plan."""
    infinitive = any(tree.tag[k] == "TO" for k in tree.kids(verb, "aux"))
    rule = governor(tree.lemma[noun], tree.pos[noun])
    if infinitive or (rule is not None and tree.dep[verb] == "acl" and tree.tag[verb] in ("VB", "VBG")):
        if rule is not None and rule.control == "obj":
            asked = [
                o for p in tree.kids(noun, "prep") if tree.lower[p] in ("for", "to", "on") for o in tree.kids(p, "pobj")
            ]
            return Found(tuple(tree.each(asked)), "control") if asked else NOTHING
        found = _holders(tree, noun, steps - 1)
        above = tree.head[tree.head[noun]]
        if rule is None and not found and tree.dep[noun] == "pobj" and tree.pos[above] in NOMINAL:
            found = _holders(tree, above, steps - 1)  # "a shipment of tents to help": who sends the shipment
        return _renamed(found, "control") if found else NOTHING
    if tree.tag[verb] == "VBD" and tree.head[tree.head[noun]] != noun and tree.dep[noun] == "pobj":
        above = tree.head[tree.head[noun]]  # "the envoy, in a statement, condemned": the verb is the sentence's own
        if tree.pos[above] in NOMINAL:
            return Found((above,), "repaired")
    return Found(tuple(tree.each([noun])), "participle")


def _of_gerund(tree: Tree, prep: int, steps: int) -> Found:
    """Subject of a gerund under a preposition: "accused X of lying" X; "X left after lying" X."""
    head = tree.head[prep]
    if tree.pos[head] not in VERBAL:
        top = head
        while (
            tree.dep[top] == "pobj"
            and tree.lower[tree.head[top]] == "of"
            and tree.pos[tree.head[tree.head[top]]] in NOMINAL
        ):
            top = tree.head[tree.head[top]]  # "accused a group of soldiers of looting": the group
        if tree.dep[top] in _OBJECTS and tree.lower[prep] in ("of", "from", "against", "for"):
            rule = governor(tree.lemma[tree.head[top]], tree.pos[tree.head[top]], True)
            if rule is not None and rule.control == "obj":
                return Found(tuple(tree.each([top])), "control")
        return _renamed(_holders(tree, head, steps), "control")
    objects = deep_objects(tree, head)
    rule = governor(tree.lemma[head], tree.pos[head], True)
    if (
        objects
        and rule is not None
        and rule.control == "obj"
        and tree.lower[prep] not in ("by", "after", "before", "in")
    ):
        return _renamed(objects, "control")
    return _renamed(subjects(tree, head, steps), "control")


def _holders(tree: Tree, noun: int, steps: int) -> Found:
    """Whose plan, decision or attempt it is."""
    from dateline.stances.nouns import holders

    return holders(tree, noun, steps)
