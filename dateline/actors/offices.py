"""The office that a person holds: "Prime Minister of Iraq"."""

from __future__ import annotations

from dateline.actors.drafts import Draft
from dateline.actors.found import Found
from dateline.actors.naming import plain
from dateline.actors.scene import Scene
from dateline.known import State, key, words

_OFFICES = words("official legislator commander police chief religious lawyer spy candidate opposition rebel leader")
_WITH_ARTICLE = ("united", "philippines", "netherlands", "czech")


def office_of(scene: Scene, draft: Draft) -> str | None:
    """The office that the text gives a person, else the one of the article's day in the table; None for others."""
    if draft.type != "person":
        return None
    told = [item for item in draft.told.values() if item.noun and not item.plural]
    if told and any(m.form == "name" for m in draft.mentions):
        return _worded(scene, max(told, key=_weight))
    term = scene.term(draft.known)
    if term:
        return term.office
    past = scene.past_term(draft.known)
    return f"former {past.office}" if past and past.office else None


def _weight(title: Found) -> tuple[bool, bool, bool, int]:
    """Offices before ranks and ranks before other descriptions, those with their country first, the fullest."""
    noun = title.noun
    assert noun is not None
    return noun.family in _OFFICES, not noun.is_rank, bool(title.countries), len(plain(title.text))


def _worded(scene: Scene, title: Found) -> str:
    """The title as the text has it; the country of an office that each has one of stands after it."""
    noun = title.noun
    assert noun is not None
    text = noun.text.capitalize() if title.text.endswith(".") else plain(title.text)
    state = scene.table.states.get(title.countries[0]) if title.countries else None
    if state is None or not noun.is_unique:
        return text
    text = _without_country(text, state)
    if key(state.name) in key(text):
        return text
    the = "the " if key(state.name).startswith(_WITH_ARTICLE) else ""
    return f"{text} of {the}{state.name}"


def _without_country(text: str, state: State) -> str:
    for name in sorted((state.name, *state.aliases, *state.demonyms), key=len, reverse=True):
        for form in (name + "'s ", name + "’s ", name + " "):
            if text.casefold().startswith(form.casefold()):
                return text[len(form) :]
    return text
