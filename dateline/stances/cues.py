"""Finding the cues of the tables in a tree: a head lemma and the fixed words that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.stances import paths
from dateline.stances.predicates import Entry, Index
from dateline.stances.tree import Tree

MAX_REACH = 40
"""Tokens round a head among which its fixed words are looked for."""

_NEAR = frozenset(
    [
        "prt",
        "prep",
        "dobj",
        "dative",
        "acomp",
        "advmod",
        "attr",
        "oprd",
        "agent",
        "npadvmod",
        "pobj",
        "amod",
        "compound",
        "xcomp",
        "nummod",
        "poss",
        "det",
        "nmod",
        "neg",
        "aux",
    ]
)
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@dataclass(frozen=True)
class Cue:
    """An entry of the tables found in the text; `tokens` are those of its words, the head first."""

    head: int
    tokens: tuple[int, ...]
    entry: Entry


def find(tree: Tree, index: Index) -> dict[int, list[Cue]]:
    """For each head in the text, the cues that it may carry, longest first."""
    found = {}
    for i in range(len(tree)):
        if entries := _entries(tree, i, index):
            near = _near(tree, i) if any(len(entry.words) > 1 for entry in entries) else []
            words = {tree.lemma[t] for t in near} | {tree.lower[t] for t in near}
            cues = [
                cue for entry in entries if words.issuperset(entry.words[1:]) and (cue := _match(tree, i, near, entry))
            ]
            if cues:
                found[i] = cues
    return found


def _entries(tree: Tree, i: int, index: Index) -> tuple[Entry, ...]:
    pos, tag, lemma = tree.pos[i], tree.tag[i], tree.lemma[i]
    if (
        pos == "VERB"
        or (pos == "AUX" and tree.dep[i] not in ("aux", "auxpass"))
        or (tag in _VERB_TAGS and pos != "AUX")
    ):
        found = index.verbs.get(lemma, ())
        if tag in ("VBN", "VBG") and tree.dep[i] in ("acomp", "amod", "attr", "oprd"):
            found = index.adjectives.get(tree.lower[i], ()) + found
        return found
    if pos in ("NOUN", "PROPN"):
        return index.nouns.get(lemma, ()) or index.nouns.get(tree.lower[i], ())
    if pos == "ADJ":
        return index.adjectives.get(lemma, ()) or index.adjectives.get(tree.lower[i], ())
    return ()


def _match(tree: Tree, head: int, near: list[int], entry: Entry) -> Cue | None:
    if len(entry.words) == 1:
        if entry.pos == "verb" and any(tree.dep[k] == "prt" for k in tree.children[head]):
            return None  # "call off" is not "call"
        return Cue(head, (head,), entry)
    tokens = [head]
    for word in entry.words[1:]:
        hit = next((t for t in near if t not in tokens and (tree.lemma[t] == word or tree.lower[t] == word)), None)
        if hit is None:
            return None
        tokens.append(hit)
    return Cue(head, tuple(tokens), entry)


def _near(tree: Tree, head: int) -> list[int]:
    """Tokens that the fixed words of a head may be, nearest in the tree first."""
    reach = [
        k for k in tree.children[head] if tree.dep[k] in _NEAR or (tree.dep[k] == "ccomp" and tree.pos[k] == "ADJ")
    ]
    if tree.pos[head] == "VERB":
        reach += paths.deep_objects(tree, head).tokens
    for t in reach:
        if len(reach) >= MAX_REACH:
            break
        reach.extend(k for k in tree.children[t] if tree.dep[k] in _NEAR and k not in reach)
    return reach
