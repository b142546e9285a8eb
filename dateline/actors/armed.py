"""Those who fight without being a state's, by description: whose mention "the rebels" are."""

from __future__ import annotations

from dateline.actors.drafts import Draft, Memory, agree
from dateline.actors.found import Found
from dateline.actors.nouns import Noun
from dateline.known import words

_HOSTILE = words("anti rebel militant insurgent opposition armed antigovernment irregular jihadist islamist separatist")
_MEMBERS_OF_ARMED = words("armed military")


def is_armed(draft: Draft) -> bool:
    """Whether a draft is a group that fights without being a state's."""
    return draft.family in ("armed group", "armed")


def armed_group(memory: Memory, found: Found, noun: Noun, owner: Draft | None, country: str | None) -> Draft | None:
    """Those who fight without being a state's: "ISIS fighters", "the rebels", "anti-government forces"."""
    hostile = bool(_HOSTILE & {*found.words, *found.text.lower().replace("-", " ").split()[:-1]})
    if owner and is_armed(owner) and (noun.family in _MEMBERS_OF_ARMED or noun.family == "armed group"):
        return owner if found.plural or noun.collective else None
    if noun.family == "armed group" or (noun.family == "armed" and (found.plural or found.definite)):
        pass
    elif not (noun.family == "military" and hostile and not found.countries):
        return None
    if not found.plural and not found.definite:
        return None
    groups = list(memory.recent(is_armed))
    named = [d for d in groups if d.pieces and agree(d.country, country)]
    if memory.armed and (agree(memory.armed.country, country) or not memory.armed.country):
        return memory.armed
    if not noun.collective or found.definite:
        if found.definite and noun.collective and named:
            return named[0]
        plain = [d for d in groups if not d.pieces and agree(d.country, country)]
        if plain:
            return plain[0]
    return memory.new(Draft("group", "armed", country, plural=True))
