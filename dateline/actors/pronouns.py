"""Whose mention a pronoun is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dateline.actors.drafts import Draft, Memory
from dateline.actors.found import Found
from dateline.actors.nouns import acts
from dateline.actors.scene import Scene
from dateline.known import words

_HE = words("he him his himself")
_SHE = words("she her hers herself")
_THEY = words("they them their theirs themselves")
_IT = words("it its itself")
_WHO = words("who whom whose which that")
_PERSONAL = _HE | _SHE | _THEY | _IT
_REACH = 900
"""Characters back in which an antecedent is looked for."""


_GROUP_REACH = 400
"""Characters back in which those mentioned together may be "they"."""


def by_pronoun(scene: Scene) -> Iterator[Found]:
    """All pronouns that may mention an actor; "it" only where it acts or owns."""
    for token in scene.doc:
        low = token.lower_
        if low in _PERSONAL and token.pos_ in ("PRON", "DET"):
            if low in _IT and not (
                token.dep_ == "poss" or (token.dep_ == "nsubj" and token.head.lemma_.lower() in acts())
            ):
                continue
        elif not (
            low in _WHO and token.tag_ in ("WP", "WDT", "WP$") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "poss")
        ):
            continue
        end = token.idx + len(token)
        yield Found(token.idx, end, token.i, "pronoun", scene.text[token.idx : end], low, plural=low in _THEY)


def whose(scene: Scene, memory: Memory, found: Found) -> list[Draft]:
    """The drafts that a pronoun mentions; none when no antecedent is near enough."""
    low = found.label
    if low in _WHO:
        return _relative(scene, memory, found)
    taken = _co_argument(scene, memory, found)

    def fits(draft: Draft) -> bool:
        if draft is taken or not draft.mentions or found.start - draft.mentions[-1].end > _REACH:
            return False
        return _agrees(draft, low)

    draft = _best(scene, memory, found, list(islice(memory.recent(fits), 6)))
    if low in _THEY and _means_group(memory, found, draft, taken):
        return list(memory.group)
    if draft is None:
        return []
    if low in _HE:
        draft.gender = draft.gender or "m"
    elif low in _SHE:
        draft.gender = draft.gender or "f"
    return [draft]


def _means_group(memory: Memory, found: Found, draft: Draft | None, taken: Draft | None) -> bool:
    """Whether "they" are those last mentioned together, and not one later mentioned group or body."""
    if found.start - memory.group_end > _GROUP_REACH or any(d is taken for d in memory.group) or not memory.group:
        return False
    return draft is None or not draft.plural or draft.mentions[-1].end < memory.group_end


def _relative(scene: Scene, memory: Memory, found: Found) -> list[Draft]:
    """ "who", "which": the noun that the clause hangs on."""
    token = scene.doc[found.head]
    verb = token.head.head if token.dep_ == "poss" else token.head
    for _ in range(3):
        if verb.dep_ == "relcl" or verb.head.i == verb.i:
            break
        verb = verb.head
    draft = memory.at.get(verb.head.i) if verb.dep_ == "relcl" else None
    return [draft] if draft else []


def _agrees(draft: Draft, low: str) -> bool:
    person = draft.type == "person" and not draft.plural
    if low in _HE:
        return person and draft.gender != "f"
    if low in _SHE:
        return person and draft.gender != "m"
    if low in _IT:
        return not person and not (draft.plural and draft.type in ("group", "people"))
    return not person and (draft.plural or draft.type in ("body", "institution", "state", "place", "people", "group"))


def _co_argument(scene: Scene, memory: Memory, found: Found) -> Draft | None:
    """The subject of the verb that the pronoun is an object of: "he told him" are two."""
    token = scene.doc[found.head]
    if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_.endswith(("self", "selves")):
        return None
    verb = token.head.head if token.dep_ == "pobj" else token.head
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return memory.at.get(subject.i) if subject is not None else None


def _best(scene: Scene, memory: Memory, found: Found, drafts: list[Draft]) -> Draft | None:
    """The likeliest antecedent: subjects before others, the same and the last sentence before earlier ones."""
    if not drafts:
        return None
    sentence = scene.doc[found.head].sent.start
    plural = found.label in _THEY

    def score(draft: Draft) -> float:
        last = draft.mentions[-1]
        token = scene.doc[last.head]
        near = 0.0 if token.i >= sentence else (found.start - last.end) / 200
        value = -near - 0.002 * (found.start - last.end)
        if token.dep_ in ("nsubj", "nsubjpass"):
            value += 1.0
        if token.dep_ == "poss":
            value -= 0.3
        if plural and draft.plural:
            value += 0.8
        if last.form == "pronoun" and last.label[:2] == found.label[:2]:
            value += 0.5
        return value

    return max(drafts, key=score)
