"""From a token to who or what it means: an actor, a place, or an issue in the article's own words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.records import Span, Target
from dateline.stances import governors, nouns, plover
from dateline.stances.scene import Scene
from dateline.stances.tree import VERBAL

MAX_ISSUE = 14
"""Longest issue in tokens."""

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "ours", "mine"})
_THIRD_PERSON = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})
_CUT_NOUN = frozenset({"relcl", "advcl", "appos", "parataxis", "ccomp"})
_CUT_CLAUSE = frozenset({"advcl", "parataxis", "punct", "cc", "conj", "mark", "nsubj", "aux", "auxpass", "neg"})
_PLACE_TYPES = frozenset(
    {"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "CONSULT", "THREATEN", "AID", "SANCTION", "PROTEST"}
)


@dataclass(frozen=True)
class Party:
    """Who or what an argument means; `kind` tells how it was found: head, cover, speaker, owner, part, place, issue."""

    target: Target
    span: Span
    token: int
    kind: str
    whole: int | None = None
    """Of an owner or part, the head of the phrase that it stands for."""

    @property
    def actor(self) -> str | None:
        """The actor's id, where it is one."""
        return self.target.actor


@lru_cache(maxsize=1)
def somebody_nouns() -> frozenset[str]:
    """Common nouns for persons and their bodies (from the table of the actors) and for places ("the town")."""
    path = governors.FOLDER.parent / "actors" / "nouns.csv"
    people = [row["noun"] for row in governors.rows(path) if row.get("weak") != "yes"] if path.exists() else []
    return frozenset(noun for noun in people if " " not in noun) | place_nouns()


@lru_cache(maxsize=1)
def place_nouns() -> frozenset[str]:
    """Common nouns for places: "the town", "the border"."""
    return frozenset(row["lemma"] for row in governors.rows(governors.FOLDER / "place_nouns.csv"))


@lru_cache(maxsize=1)
def transparent() -> frozenset[str]:
    """Nouns that stand for what follows their "of": "a group of", "hundreds of"."""
    return frozenset(row["lemma"] for row in governors.rows(governors.FOLDER / "transparent_nouns.csv"))


def actor(scene: Scene, token: int) -> Party | None:
    """The actor that acts in this argument: itself, or who owns it ("Israel's jets", "a Russian decision")."""
    direct = _direct(scene, token)
    if direct is not None:
        return direct
    tree = scene.tree
    if tree.pos[token] in VERBAL or tree.pos[token] == "PRON" or token in tree.dated:
        return None
    return owner(scene, token) or _sender(scene, token)


def _sender(scene: Scene, token: int) -> Party | None:
    """As in "posted a reply that mocked": who acts through a reply, a letter, a plan is who makes it."""
    tree = scene.tree
    if governors.governor(tree.lemma[token], tree.pos[token]) is None:
        return None
    for t in nouns.doers(tree, token).tokens[:1]:
        if (party := _direct(scene, t)) is not None:
            return Party(party.target, party.span, party.token, "owner")
    return None


def office(scene: Scene, token: int, sectors: tuple[str, ...]) -> Party | None:
    """The one actor of these sectors in the article, at its last mention before the token; None if there are more."""
    found = [a for a in scene.actors.values() if a.sector in sectors]
    if len(found) != 1:
        return None
    before = [m for m in found[0].mentions if m.start < scene.tree.start[token]]
    if not before:
        return None
    return Party(Target(actor=found[0].id), Span(start=before[-1].start, end=before[-1].end), token, "context")


def named(scene: Scene, token: int) -> Party | None:
    """The actor that a noun phrase means or that stands in it as owner."""
    return _direct(scene, token) or owner(scene, token)


def target(scene: Scene, token: int, kind: str) -> Party | None:
    """Whom or what an act of the PLOVER type `kind` is toward."""
    tree = scene.tree
    direct = _direct(scene, token)
    if direct is not None:
        return direct
    place = scene.place_head.get(token)
    if place is not None and kind in _PLACE_TYPES:
        return Party(Target(place=place), scene.span(token, token + 1), token, "place")
    if tree.pos[token] == "PRON" or tree.lower[token] in ("that", "this", "which") or token in tree.dated:
        return None
    if tree.pos[token] in VERBAL:
        return phrase(scene, token)
    if plover.material(kind) and (whole := owner(scene, token)):
        return Party(whole.target, whole.span, whole.token, "part", token)
    return phrase(scene, token)


def _direct(scene: Scene, token: int, steps: int = 3) -> Party | None:
    tree = scene.tree
    # "US" in lower case is no pronoun
    if tree.lower[token] in _FIRST_PERSON and tree.pos[token] == "PRON" and (speaker := scene.speaker(token)):
        return Party(Target(actor=speaker), scene.span(token, token + 1), token, "speaker")
    for table, kind in ((scene.actor_head, "head"), (scene.actor_cover, "cover")):
        if found := table.get(token):
            return Party(Target(actor=found), scene.span(*_around(scene, token, found)), token, kind)
    if steps <= 0:
        return None
    if tree.pos[token] == "PRON":
        return _reported(scene, token, steps)
    lemma = tree.lemma[token]
    if lemma in transparent() or tree.pos[token] in ("NUM", "DET") or tree.lower[token] in transparent():
        for t in nouns.of_preposition(tree, token, "of").tokens[:1]:
            return _direct(scene, t, steps - 1)
    for t in tree.kids(token, "appos")[:1]:
        return _direct(scene, t, steps - 1)
    return None


def _reported(scene: Scene, token: int, steps: int) -> Party | None:
    """As in "Paris said it would": where nobody has resolved the pronoun, the subject of the verb of saying."""
    tree = scene.tree
    verb = tree.head[token]
    if tree.lower[token] not in _THIRD_PERSON or tree.dep[token] not in ("nsubj", "nsubjpass", "poss"):
        return None
    for _ in range(3):
        if tree.dep[verb] == "ccomp" and (said := tree.kids(tree.head[verb], "nsubj")) and said[-1] < token:
            return _direct(scene, said[-1], steps - 1)
        verb = tree.head[verb]
    return None


def _around(scene: Scene, token: int, actor_id: str) -> tuple[int, int]:
    """Tokens next to this one that belong to the same mention."""
    first, past = token, token + 1
    cover = scene.actor_cover
    while first - 1 in cover and cover[first - 1] == actor_id:
        first -= 1
    while past in cover and cover[past] == actor_id:
        past += 1
    return first, past


def owner(scene: Scene, token: int, steps: int = 2) -> Party | None:
    """The actor in a noun phrase: possessor, modifier, of- or by-phrase."""
    tree = scene.tree
    for found in (nouns.possessors(tree, token), nouns.modifiers(tree, token)):
        for t in found.tokens:
            if (party := _direct(scene, t, 1)) is not None:
                return Party(party.target, party.span, party.token, "owner")
    for name in ("by", "of"):
        for t in nouns.of_preposition(tree, token, name).tokens[:1]:
            if (party := _direct(scene, t, 1)) is not None:
                return Party(party.target, party.span, party.token, "owner")
            if steps > 0 and tree.lemma[token] in transparent():  # "members of the French delegation"
                return owner(scene, t, steps - 1)
    return None


def phrase(scene: Scene, token: int) -> Party | None:
    """The phrase of a noun or a clause as an issue."""
    tree = scene.tree
    clause = tree.pos[token] in VERBAL
    first, past = tree.span(token, _CUT_CLAUSE if clause else _CUT_NOUN, limit=3 * MAX_ISSUE)
    if clause:
        first = token
    while first < token and tree.pos[first] in ("DET", "PUNCT", "ADP", "SPACE", "PART"):
        first += 1
    past = min(past, max(first + MAX_ISSUE, token + 1))
    while past > token + 1 and tree.pos[past - 1] in ("PUNCT", "ADP", "DET", "CCONJ", "SPACE", "PART"):
        past -= 1
    span = scene.span(first, past)
    words = scene.parse.article.text[span.start : span.end].strip()
    if not any(c.isalpha() for c in words):
        return None
    return Party(Target(issue=words), span, token, "issue")
