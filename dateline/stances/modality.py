"""Whether an act happened: negation, plans, conditions, modals, questions, allegations round a cue."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.stances import nouns, paths
from dateline.stances.governors import governor, light_verbs
from dateline.stances.tree import MAX_CLIMB, NOMINAL, VERBAL, Tree

NEGATIVES = frozenset(
    ["not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely", "without"]
)
_ALLEGED = frozenset(
    [
        "allegedly",
        "reportedly",
        "supposedly",
        "purportedly",
        "apparently",
        "ostensibly",
        "alleged",
        "supposed",
        "reported",
        "purported",
        "suspected",
    ]
)
_IF = frozenset({"if", "unless", "provided", "should", "lest", "whether"})
_AUXILIARIES = {
    "planned": frozenset({"will", "shall", "wo", "'ll", "would", "'d"}),
    "hypothetical": frozenset({"may", "might", "could", "can", "ca"}),
    "obliged": frozenset({"should", "must", "ought"}),
}
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "doubt"})
_CHAIN = frozenset({"xcomp", "ccomp", "pcomp", "acl", "conj", "advcl", "dobj", "pobj", "oprd", "attr", "nsubjpass"})


@dataclass(frozen=True)
class Reading:
    """How an act is put. `negated`: said not to happen; `ended`: brought to an end; `asked`: only asked for."""

    modality: str = "asserted"
    negated: bool = False
    ended: bool = False
    asked: bool = False
    obliged: bool = False
    question: bool = False
    accuser: int | None = None
    """The verb of accusation that the act is the content of ("accused of attacking")."""


def read(tree: Tree, cue: int) -> Reading:
    """Read what stands round a cue, up to the verb of its main clause."""
    marks: set[str] = set()
    negated = negation(tree, cue)
    accuser = None
    holder = cue
    for _ in range(MAX_CLIMB):
        marks |= _auxiliaries(tree, holder)
        head = tree.head[holder]
        if _clause_ends(tree, holder):
            break
        if tree.dep[holder] == "conj" and tree.pos[head] in VERBAL:
            negated ^= negation(tree, head) and not _contrast(tree, holder)
            holder = head
            continue
        effect = _effect(tree, holder, head)
        if effect == "negated" and _clause_of_its_own(tree, holder) and tree.lemma[head] not in _DENYING:
            break  # "has ruled out ..., France has moved": a clause that is told for itself
        if effect is None and _decided(tree, holder, head):
            negated ^= negation(tree, head)
        if effect == "alleged":
            accuser = accuser if accuser is not None else head
        elif effect:
            negated ^= (effect == "negated") ^ negation(tree, head)
            marks.add(effect)
        holder = head
    if _conditional(tree, cue):
        marks.add("conditional")
    return Reading(
        modality=_modality(marks),
        negated=negated,
        ended="ended" in marks,
        asked="asked" in marks,
        obliged="obliged" in marks,
        question=_question(tree, cue),
        accuser=accuser,
    )


def _clause_of_its_own(tree: Tree, verb: int) -> bool:
    return bool(tree.kids(verb, "nsubj", "nsubjpass")) and _finite(tree, verb)


def _decided(tree: Tree, verb: int, noun: int) -> bool:
    """As in "has not made the decision to deploy": an infinitive that a noun of deciding governs."""
    infinitive = any(tree.tag[k] == "TO" for k in tree.kids(verb, "aux"))
    return infinitive and tree.pos[noun] in NOMINAL and governor(tree.lemma[noun], tree.pos[noun]) is not None


def _clause_ends(tree: Tree, holder: int) -> bool:
    """Whether what stands above the word says nothing of whether its act happened."""
    head, dep = tree.head[holder], tree.dep[holder]
    if head == holder or dep in ("nsubj", "relcl", "appos", "parataxis", "npadvmod", "csubj", "agent"):
        return True
    if dep == "conj" and tree.pos[head] in VERBAL:
        return bool(tree.kids(holder, "nsubj", "nsubjpass", "aux"))
    # a purpose ("refused to act to protect") shares the fate of its clause, another adverbial clause does not
    return dep == "advcl" and not any(tree.tag[k] == "TO" for k in tree.kids(holder, "aux"))


def negation(tree: Tree, token: int) -> bool:
    """Whether the word itself is negated: "did not", "never", "no attack", "nobody attacked", "without attacking"."""
    for k in tree.children[token]:
        dep, word = tree.dep[k], tree.lower[k]
        if dep == "neg" or (dep in ("det", "advmod", "preconj") and word in NEGATIVES):
            return True
        if dep in ("nsubj", "nsubjpass") and (
            word in NEGATIVES or any(tree.lower[d] == "no" for d in tree.kids(k, "det"))
        ):
            return True
        if dep == "acomp" and word == "unable":
            return True
    head = tree.head[token]
    if tree.dep[token] in ("pcomp", "pobj") and tree.lower[head] == "without":
        return True
    if tree.dep[token] in ("acomp", "attr") and head != token and tree.pos[head] in VERBAL:
        return negation(tree, head)
    if tree.pos[token] in NOMINAL and tree.dep[token] in ("dobj", "attr") and (light := nouns.light_verb(tree, token)):
        return negation(tree, light[0])
    return False


def _contrast(tree: Tree, holder: int) -> bool:
    """As in "did not attack but helped": the negation does not reach the second verb."""
    return any(tree.lower[k] in ("but", "and") for k in tree.kids(tree.head[holder], "cc"))


def _effect(tree: Tree, token: int, head: int) -> str | None:
    """What `head` makes of the act that it governs through this dependency; None when nothing."""
    dep = tree.dep[token]
    if dep == "prep":
        return _through_preposition(tree, token, head)
    if dep not in _CHAIN or tree.pos[head] in ("ADP", "SCONJ"):
        return None
    return _rule(tree, token, head)


def _through_preposition(tree: Tree, prep: int, head: int) -> str | None:
    """As in "accused of attacking", "refrained from attacks", "called for an attack"."""
    if tree.lower[prep] not in ("of", "from", "against", "for", "on", "to"):
        return None
    objects = any(tree.dep[k] in ("dobj", "nsubjpass") for k in tree.children[head])
    rule = governor(tree.lemma[head], tree.pos[head], objects)
    if rule is None or rule.effect == "none":
        return None
    if tree.kids(prep, "pcomp"):
        return rule.effect
    if tree.pos[head] in NOMINAL:  # "a suspension of aid"
        return (
            rule.effect
            if rule.effect in ("ended", "planned", "negated") and tree.lower[prep] in ("of", "to", "for")
            else None
        )
    return rule.effect if rule.effect in ("alleged", "negated", "asked", "hypothetical") else None


def _rule(tree: Tree, token: int, head: int) -> str | None:
    nominal = tree.pos[token] in NOMINAL
    if nominal:  # "planned an attack", "suspended aid", "called off the strike"
        rule = governor(tree.lemma[head], tree.pos[head]) if tree.dep[token] in ("dobj", "nsubjpass") else None
        if rule is None or (rule.effect == "asked" and tree.lemma[head] in light_verbs()):
            return None  # who orders an attack attacks
        if rule.effect in ("negated", "ended") and (nouns.possessors(tree, token) or paths.agents(tree, token)):
            return None  # "rejected the rebels' offer": they have made it
        return rule.effect if rule.effect in ("planned", "asked", "attempted", "ended", "negated") else None
    objects = any(tree.dep[k] in ("dobj", "nsubjpass", "dative") and k != token for k in tree.children[head])
    rule = governor(tree.lemma[head], tree.pos[head], objects)
    if rule is None or rule.effect == "none":
        return None
    if tree.dep[token] == "ccomp" and head < token and _finite(tree, token):
        return rule.effect if rule.effect == "negated" and tree.lemma[head] in _DENYING else None
    if rule.effect == "asked" and objects and tree.lemma[head] == "call":
        return None  # "called the owner to apologise" is a phone call; a request needs "on" or "for"
    if rule.effect == "alleged" and not objects:
        return None  # "was said to have", not "said"
    return rule.effect if tree.dep[token] != "ccomp" or head < token else None


def states(tree: Tree, clause: int) -> bool:
    """Whether a clause states something rather than asks for it: a tense of its own and no "should" or "must"."""
    return (
        tree.pos[clause] in VERBAL
        and _finite(tree, clause)
        and not any(tree.lower[k] in ("should", "must", "would") for k in tree.kids(clause, "aux"))
    )


def _finite(tree: Tree, verb: int) -> bool:
    """Whether the verb has a tense of its own; the subjunctive of "demanded that he go" has none."""
    own = [tree.tag[k] for k in tree.kids(verb, "aux", "auxpass")]
    return tree.tag[verb] in ("VBD", "VBZ") or any(tag in ("MD", "VBD", "VBZ", "VBP") for tag in own)


def _auxiliaries(tree: Tree, verb: int) -> set[str]:
    """What the auxiliaries and adverbs of a verb say of it."""
    marks = set()
    for k in tree.kids(verb, "aux", "advmod", "amod"):
        word = tree.lower[k]
        if word in _ALLEGED:
            marks.add("alleged")
        elif tree.dep[k] == "aux":
            marks |= {mark for mark, words in _AUXILIARIES.items() if word in words}
    return marks


def _conditional(tree: Tree, cue: int) -> bool:
    """Whether the cue stands in an if-clause, or in a main clause with "would" that has one."""
    i = cue
    for _ in range(MAX_CLIMB):
        if any(tree.lower[k] in _IF for k in tree.kids(i, "mark")):
            return True
        for k in tree.kids(i, "advcl"):
            if any(tree.lower[m] in ("if", "unless") for m in tree.kids(k, "mark")):
                return True
        if tree.head[i] == i or tree.dep[i] in ("ccomp", "relcl", "parataxis"):
            return False
        i = tree.head[i]
    return False


def _modality(marks: set[str]) -> str:
    if "conditional" in marks:
        return "conditional"
    if "alleged" in marks:
        return "alleged"
    if marks & {"hypothetical", "asked", "obliged"}:
        return "hypothetical"
    return "planned" if "planned" in marks else "asserted"


def _question(tree: Tree, cue: int) -> bool:
    _, past = tree.bounds[tree.sentence[cue]]
    return "?" in tree.lower[max(cue, past - 4) : past]  # closing quotes and spaces may follow
