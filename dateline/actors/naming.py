"""The name a reader would use for an actor."""

from __future__ import annotations

import re
from collections import Counter

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.actors.sides import country_of
from dateline.known import PIECE, fold, words
from dateline.names import titles

_OPENING = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|some|many|several|all|both|any|other|more than|at least|as many as|about|"
    r"around|its|his|her|their|our|my|up to|nearly|almost|over|hundreds of|thousands of|dozens of|tens of thousands of|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+|"
    r"[\d,.]+\s+(?!-)(?:million\s+|thousand\s+)?)+",
    re.IGNORECASE,
)
_ROYAL = words("king queen prince princess pope emperor empress sultan emir cardinal")
_OWNED = re.compile(r"^(?:its|his|her|their)\s+", re.IGNORECASE)
_LONGEST = 60


def name_of(scene: Scene, draft: Draft) -> str:
    """Fullest proper name; else for a government its country's; else a description that keeps its modifiers."""
    if draft.type == "state" and draft.country:
        return _state_name(scene, draft)
    names = [m for m in draft.mentions if m.form == "name"]
    if draft.type == "place":
        return (draft.region or "") if names else f"{draft.region} government"
    if names:
        return _proper_name(scene, draft, [m.text for m in names])
    if draft.type == "institution":
        return _institution_name(scene, draft)
    return _description(scene, draft)


def _state_name(scene: Scene, draft: Draft) -> str:
    state = scene.table.states[draft.country or ""]
    nouns = [m.noun.text for m in draft.mentions if m.noun and m.noun.family == "government"]
    names = [m for m in draft.mentions if m.form == "name"]
    if len(nouns) > len(names):
        noun = Counter(nouns).most_common(1)[0][0]
        return f"{state.adjective} {'government' if noun == 'authorities' and len(set(nouns)) > 1 else noun}"
    return state.name


def _proper_name(scene: Scene, draft: Draft, texts: list[str]) -> str:
    if draft.type == "person":
        best = max(texts, key=lambda t: (min(len(PIECE.findall(t)), 4), len(t)))
        if len(PIECE.findall(best)) == 1:
            return _with_royal_title(scene, draft, best)
        return best
    known = scene.table.actors.get(draft.known or "")
    if known and draft.type == "body":
        spelled = {fold(t) for t in texts}
        if fold(known.name) in spelled:
            return known.name
    readable = [t for t in texts if not t.isupper() or len(t) > 6] or texts
    longest = max(readable, key=lambda t: (len(t) <= _LONGEST, len(t)))
    short, times = (
        Counter(t for t in texts if t.isupper() and len(t) > 2).most_common(1)[0] if _acronym(texts) else ("", 0)
    )
    return short if times > 2 * texts.count(longest) else longest


def _acronym(texts: list[str]) -> bool:
    return any(t.isupper() and len(t) > 2 for t in texts)


def _with_royal_title(scene: Scene, draft: Draft, text: str) -> str:
    for m in draft.mentions:
        if m.form == "name" and m.text == text:
            named = scene.name_at(m.head)
            before = scene.doc[named.first - 1].text if named and named.first else ""
            if fold(before) in _ROYAL and fold(before) in titles():
                return f"{before} {text}"
    return text


def _institution_name(scene: Scene, draft: Draft) -> str:
    """ "Iraqi army", "Iraqi government forces": the commonest description, with its country before it."""
    texts = Counter(plain(m.text) for m in draft.mentions if m.form == "nominal")
    bodies = {plain(m.text) for m in draft.mentions if not m.plural}
    text = max(texts, key=lambda t: (texts[t], t in bodies, len(t.split()) < 5, len(t)))
    return _with_country(scene, draft, text)


def _description(scene: Scene, draft: Draft) -> str:
    texts = [m for m in draft.mentions if m.form == "nominal"] or draft.mentions
    best = max(texts, key=lambda m: (len(plain(m.text)) <= _LONGEST, len(m.words) + len(m.countries), -m.start))
    text = plain(best.text)
    if draft.type == "person" and best.plural and best.noun:
        return _with_country(scene, draft, best.noun.text)  # one of "the foreign ministers of X and Y"
    if _OWNED.match(best.text) and draft.owner is not None and draft.owner.type in ("state", "body", "place"):
        return f"{name_of(scene, draft.owner)} {text}"
    if best.noun and best.noun.family == "official" and not best.words:
        return _with_country(scene, draft, best.noun.text + "s" * (draft.plural and best.noun.text[-1] != "s"))
    if draft.type == "person" and best.noun and best.noun.family == "official":
        return _with_country(scene, draft, text)
    return text


def _with_country(scene: Scene, draft: Draft, text: str) -> str:
    state = scene.table.states.get(country_of(scene, draft) or "")
    if state is None or draft.region:
        return f"{draft.region} {text}" if draft.region and draft.region.casefold() not in text.casefold() else text
    for name in (state.name, *state.aliases):
        if text.startswith((f"{name}'s ", f"{name}’s ")):
            return f"{state.adjective} {text[len(name) + 3 :]}"
    told = [state.name, *state.aliases, *state.demonyms]
    if any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in told):
        return text
    return f"{state.adjective} {text[0].lower() + text[1:] if text[1:2].islower() else text}"


def plain(text: str) -> str:
    """A description without article, number and possessive; on one line."""
    text = " ".join(text.split())
    return _OPENING.sub("", text) or text
