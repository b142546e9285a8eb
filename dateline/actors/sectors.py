"""Sector (PLOVER) and kind of an actor."""

from __future__ import annotations

from collections import Counter

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.known import Term, words
from dateline.names import organization_word
from dateline.records import Kind

_FORMER = words("former ex then retired late onetime")
_ADJECTIVES = {
    word: sector
    for sector, listed in {
        "MIL": "military army naval navy security defence",
        "COP": "police",
        "REB": "rebel militant insurgent separatist guerrilla",
        "OPP": "opposition",
        "PTY": "party campaign",
        "BUS": "company business bank",
        "GOV": "government ministry federal state",
        "LAB": "union",
        "JUD": "court",
        "SPY": "intelligence",
        "MED": "hospital health medical",
        "REL": "church religious catholic muslim islamic christian",
        "LEG": "parliamentary congressional",
        "UNO": "un",
        "IGO": "nato",
        "NGO": "humanitarian aid",
        "SOC": "tribal",
        "EDU": "student university",
        "JRN": "media",
    }.items()
    for word in listed.split()
}
"""Modifiers that tell whose an officer or forces are: "police spokesman"."""


def sector_of(scene: Scene, draft: Draft) -> str | None:
    """Sector by what the text says, then by the table of known actors, then by the owner's."""
    known = scene.table.actors.get(draft.known or "")
    if draft.type in ("state", "place"):
        return "GOV"
    if draft.type == "people":
        return known.sector if known and known.kind == "group" and known.sector else "CVL"
    if draft.type == "body":
        told = organization_word(_longest(draft))
        return (known.sector if known else None) or (told[0] if told else None) or _by_nouns(draft)
    if draft.type == "person":
        return _of_person(scene, draft)
    return _by_nouns(draft) or _owner_sector(scene, draft)


def kind_of(scene: Scene, draft: Draft) -> Kind:
    """Kind by type, and by name for organisations."""
    known = scene.table.actors.get(draft.known or "")
    if draft.type == "person":
        return "person"
    if draft.type in ("state", "place") or draft.family in (
        "government",
        "ministry",
        "agency",
        "state",
        "local government",
    ):
        return "organization" if known and known.kind == "organization" else "government"
    if draft.family in ("armed", "armed group"):
        return "armed group"
    if draft.type in ("body", "institution"):
        return "organization"
    noun = next((m.noun for m in draft.mentions if m.noun), None)
    if noun and noun.collective and noun.kind in ("organization", "government", "armed group"):
        return (
            "organization"
            if noun.kind == "organization"
            else ("government" if noun.kind == "government" else "armed group")
        )
    return "group"


def _longest(draft: Draft) -> str:
    return max((m.text for m in draft.mentions if m.form == "name"), key=len, default="")


def _of_person(scene: Scene, draft: Draft) -> str | None:
    votes: Counter[str] = Counter()
    left = {text for text, told in draft.told if _FORMER & set(told)}
    for (text, told), item in draft.told.items():
        if item.noun is None or (text in left and not _FORMER & set(told)):
            continue  # "the president" of whom the text says that he is the former one
        if _FORMER & set(item.words) and item.noun.sector in ("GOV", "LEG", "MIL", "ELI", None):
            votes["ELI"] += 3
            continue
        sector = _leaning(scene, draft, item.noun.leans, item.words) or item.noun.sector
        if sector:
            votes[sector] += 1 if sector == "CVL" else 3
    if votes:
        return votes.most_common(1)[0][0]
    return _by_table(scene, draft) or _owner_sector(scene, draft) or "CVL"


def _by_table(scene: Scene, draft: Draft) -> str | None:
    """Sector of a known person on the article's day; who is out of office is of the elite."""
    known = scene.table.actors.get(draft.known or "")
    if known is None:
        return None
    term = scene.term(draft.known)
    if term:
        return term.sector or known.sector
    return _out_of_office(scene.past_term(draft.known), known.sector)


def _out_of_office(term: Term | None, otherwise: str | None) -> str | None:
    return "ELI" if term and term.sector in ("GOV", "LEG", "MIL") else (term.sector if term else otherwise)


def _leaning(scene: Scene, draft: Draft, leans: bool, words: tuple[str, ...]) -> str | None:
    for word in reversed(words):
        if word in _ADJECTIVES and leans:
            return _ADJECTIVES[word]
    return _owner_sector(scene, draft) if leans else None


def _owner_sector(scene: Scene, draft: Draft) -> str | None:
    if draft.owner is None or draft.owner is draft or draft.owner.type == "person":
        return None
    return sector_of(scene, draft.owner) if draft.owner.owner is not draft else None


def _by_nouns(draft: Draft) -> str | None:
    votes: Counter[str] = Counter()
    for m in draft.mentions:
        if m.noun is None:
            continue
        sector = m.noun.sector
        if m.noun.leans or sector is None:
            sector = next((_ADJECTIVES[w] for w in reversed(m.words) if w in _ADJECTIVES), sector)
        if _FORMER & set(m.words) and sector in ("GOV", "LEG", "MIL"):
            sector = "ELI"
        if sector:
            votes[sector] += 1
    return votes.most_common(1)[0][0] if votes else None
