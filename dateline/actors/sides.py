"""Whose an actor is: its country, and the actor that it belongs to or speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.known import words

_STATELESS = frozenset(("IGO", "UNO", "EUR", "ISM", "IMG", "MNC"))
_OF_ANYWHERE = words("expert igo state organization company media journalist worker business")
"""Families whose unnamed members need not be of the article's country."""
_MOST = 40
"""How many bodies of one kind and country are looked through."""
_ROYAL = words("king queen prince princess emir sultan emperor empress monarch")
_ABROAD = words("foreign western eastern european arab african asian international global world overseas neighboring")
_OTHERS = words("ally enemy partner neighbor neighbour rival adversary foe")
_OF_STATE = words("GOV LEG MIL COP JUD SPY PTY OPP")
_UPWARD = {
    "official": ("ministry", "government"), "ministry": ("government",), "agency": ("government",),
    "military": ("government",), "police": ("government",), "intelligence": ("government",), "spy": ("government",),
    "commander": ("military", "government"), "police chief": ("police", "government"), "legislator": ("parliament",),
    "embassy": ("ministry", "government"),
}  # fmt: skip
"""Family -> families of what it belongs to, nearest first."""
_DOMAINS = words(
    "foreign defence defense interior finance health justice home trade education energy agriculture transport "
    "commerce labour labor culture information environment treasury"
)


@dataclass(frozen=True)
class Sides:
    """The bodies of an article that others may belong to, by country and family."""

    bodies: dict[tuple[str, str], tuple[Draft, ...]]
    known: dict[str, Draft]
    """Id in the table of known actors -> the actor of the article."""


def sides(drafts: Sequence[Draft], scene: Scene) -> Sides:
    """Gathers the states, armies, ministries, parliaments and police forces of an article."""
    bodies: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        family = "government" if draft.type == "state" else draft.family
        if draft.type in ("state", "institution", "body") and family:
            country = country_of(scene, draft)
            if country:
                bodies.setdefault((country, family), []).append(draft)
    known = {draft.known: draft for draft in drafts if draft.known and draft.type != "people"}
    return Sides({key: tuple(found[:_MOST]) for key, found in bodies.items()}, known)


def country_of(scene: Scene, draft: Draft) -> str | None:
    """Country by its own words, the table, its owner; those that are of some country by nature are of the article's."""
    known = scene.table.actors.get(draft.known or "")
    if (known and known.sector in _STATELESS) or _is_abroad(draft):
        return None
    told = draft.country or (known.country if known else None)
    if told or (known and draft.type == "body" and known.sector != "REB"):
        return told
    owner = draft.owner
    if owner is not None and owner is not draft and owner.owner is not draft:
        return country_of(scene, owner)
    if draft.family == "igo" or (draft.family in _OF_ANYWHERE and not draft.pieces):
        return None
    if draft.type == "person" and not _holds_office(draft):
        return None
    return scene.home


def _is_abroad(draft: Draft) -> bool:
    """Whether its words say that it is of other countries: "foreign diplomats", "its allies"."""
    if draft.type != "group" or any(item.countries for item in draft.told.values()):
        return draft.type == "group" and any(text in _OTHERS for text, _told in draft.told)
    return any(text in _OTHERS or _ABROAD & set(told) for text, told in draft.told)


def _holds_office(draft: Draft) -> bool:
    """Whether a person holds an office of state, which is of the article's country where the text names no other."""
    offices = [item for item in draft.told.values() if item.noun and item.noun.sector in _OF_STATE]
    royal = any(item.noun and item.noun.text.split()[-1] in _ROYAL for item in offices)
    return bool(offices) and not royal and not any(item.regions for item in offices)


def owner_of(scene: Scene, draft: Draft, bodies: Sides) -> Draft | None:
    """The actor that it belongs to: the one the text names beside it, else the body of its country that such are of."""
    if draft.type in ("state", "place", "people"):
        return None
    owner = draft.owner
    armed = draft.family in ("armed", "armed group")
    against = armed and owner is not None and owner.type == "state"
    if owner is not None and owner.mentions and owner is not draft and owner.owner is not draft and not against:
        return owner
    country = country_of(scene, draft)
    family = _family(draft)
    if _is_former(draft):
        return None
    by_table = bodies.known.get(_part_by_table(scene, draft) or "")
    if by_table is not None and by_table is not draft and not draft.told:
        return by_table
    telling = {w for text, told in draft.told for w in (*told, *text.split())}
    for upward in _upward(family, telling) if country and not armed else ():
        for body in bodies.bodies.get((country or "", upward), ()):
            if body is not draft and (upward != "ministry" or telling & _DOMAINS & body.pieces):
                return body
    return by_table if by_table is not draft else None


def _part_by_table(scene: Scene, draft: Draft) -> str | None:
    """Id of what a known actor belongs to, for a person on the article's day."""
    known = scene.table.actors.get(draft.known or "")
    if known is None or draft.type != "person":
        return known.part_of if known else None
    term = scene.term(draft.known)
    if term is None:
        return None
    return term.part_of or (known.country if term.sector == "GOV" else None)


def _family(draft: Draft) -> str:
    """The family of the office or description that tells most."""
    families = [item.noun.family for item in draft.told.values() if item.noun]
    return next((f for f in families if f in _UPWARD and f != "commander"), None) or next(
        (f for f in families if f in _UPWARD), draft.family
    )


def _upward(family: str, telling: set[str]) -> tuple[str, ...]:
    if telling & {"military", "army", "security", "forces"} and family in ("official", "commander"):
        return ("military", "government")
    if "police" in telling and family in ("official", "commander", "police chief"):
        return ("police", "government")
    return _UPWARD.get(family, ())


def _is_former(draft: Draft) -> bool:
    return any({"former", "ex", "retired", "late"} & set(told) for _text, told in draft.told)
