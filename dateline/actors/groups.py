"""Whose mention a description is: "the minister", "its forces", "the group", "Sunni and Kurd legislators"."""

from __future__ import annotations

from dataclasses import replace

from dateline.actors.armed import armed_group, is_armed
from dateline.actors.drafts import Draft, Memory, agree
from dateline.actors.found import Found
from dateline.actors.nouns import Noun
from dateline.actors.scene import Scene
from dateline.known import words

_INSTITUTIONS = words("military police parliament court intelligence")
_PAIRS = {
    noun: wanted
    for wanted, nouns in {
        "person": "leader minister president man woman official candidate politician senator suspect brother",
        "state": "country nation government neighbor neighbour ally state",
        "company": "company firm",
        "any": "side rival",
        "party": "party",
        "body": "group",
    }.items()
    for noun in nouns.split()
}
"""What the nouns of "the two leaders" and the like stand for."""
_LUMPED = {
    **dict.fromkeys(["protester", "protestor", "demonstrator", "marcher", "rioter"], "protester"),
    **dict.fromkeys(["civilian", "people", "resident", "citizen", "villager", "inhabitant"], "people"),
    **dict.fromkeys(["lawmaker", "legislator", "parliamentarian"], "lawmaker"),
    **dict.fromkeys(["migrant", "immigrant"], "migrant"),
    **dict.fromkeys(["analyst", "expert", "observer"], "expert"),
    **dict.fromkeys(["journalist", "reporter"], "journalist"),
}
"""Nouns that news uses by turns for one group."""
_BRANCHES = frozenset(
    ("navy", "air force", "coast guard", "national guard", "marines", "peacekeepers", "riot police", "border police",
     "high court", "supreme court", "appeals court", "constitutional court", "senate", "lower house", "upper house",
     "jury", "grand jury", "house")
)  # fmt: skip
_GENERIC_BODIES = words(
    "group organization organisation body association institution outfit entity movement alliance agency club union"
)
_CENTRAL = ("federal government", "central government", "national government", "union government")
_KIN = 40
"""How many bodies of one kind are compared; keeps a text of thousands of them quick."""
_NEAR = 120
"""Characters back to an army or police that "soldiers" or "officers" without more are of."""
_STATE_NOUNS = words("country nation kingdom republic state")


def whose(scene: Scene, memory: Memory, found: Found) -> list[Draft]:
    """The drafts that a description mentions, made when new. More than one for "the two leaders" and the like."""
    noun = found.noun
    assert noun is not None
    if found.equals is not None and found.equals in memory.at and not found.plural:
        return [memory.at[found.equals]]
    pair = _pair(memory, found, noun)
    if pair:
        return pair
    if len(found.countries) > 1 and found.plural:
        if noun.is_unique:
            each = replace(found, plural=False, definite=True, words=())
            return [_single(memory, each, noun, country, None) for country in found.countries[:4]]
        return [_one(scene, memory, found, noun, country) for country in found.countries[:4]]
    if found.tentative:
        known = _last_of_that_word(memory, found, noun)
        return [known] if known else []
    return [_one(scene, memory, found, noun, found.countries[0] if found.countries else None)]


def _last_of_that_word(memory: Memory, found: Found, noun: Noun) -> Draft | None:
    """For a noun that is as likely a thing: the body whose name or description has the word already ("the fund")."""
    word = noun.text.split()[-1]
    return memory.last(lambda d: d.type in ("body", "group", "place") and (word in d.pieces or noun.text in d.nouns))


def _one(scene: Scene, memory: Memory, found: Found, noun: Noun, country: str | None) -> Draft:
    owner = memory.at.get(found.owner) if found.owner is not None else None
    if country is None and owner is not None:
        known = scene.table.actors.get(owner.known or "")
        country = owner.country or (known.country if known else None)
    armed = armed_group(memory, found, noun, owner, country)
    if armed:
        return armed
    if noun.family == "government":
        return _government(scene, memory, found, noun, country, owner)
    if noun.family in ("state", "local government"):
        return _state(scene, memory, found, noun, country)
    if noun.family in _INSTITUTIONS or noun.family == "security forces":
        return _institution(scene, memory, found, noun, country, owner)
    if noun.collective:
        return _body(scene, memory, found, noun, country, owner)
    if found.plural:
        return _members(memory, found, noun, country, owner)
    return _single(memory, found, noun, country, owner)


def _pair(memory: Memory, found: Found, noun: Noun) -> list[Draft]:
    """ "the two leaders", "both countries": the last two of that kind."""
    low = found.text.lower()
    if not found.plural or found.countries or not low.startswith(("the two ", "both ", "the pair", "these two ")):
        return []
    wanted = _PAIRS.get(noun.text) or ("person" if noun.family in ("official", "legislator", "politician") else None)
    if wanted is None:
        return []
    fits = [d for d in memory.recent(lambda d: _is_of(d, wanted)) if not d.plural][:2]
    return fits if len(fits) == 2 else []


def _is_of(draft: Draft, wanted: str) -> bool:
    if wanted == "any":
        return draft.type in ("state", "body", "person")
    return draft.type == wanted or draft.family == wanted


def _government(
    scene: Scene, memory: Memory, found: Found, noun: Noun, country: str | None, owner: Draft | None
) -> Draft:
    """A government is that of its modifiers, else the one last called so, else that of the article's country."""
    if found.text.lower().startswith(("a ", "an ", "any ", "no ", "each ", "every ")) and not country:
        return _keyed(memory, Draft("group", "government"), noun, found)
    if found.regions and not found.countries:
        return memory.place(found.regions[0], country)
    if found.regions and country and not _is_capital(scene, found.regions[0]):
        return memory.place(found.regions[0], country)
    if {"local", "provincial", "regional", "municipal"} & set(found.words):
        return _keyed(memory, Draft("group", "local government", country or scene.home), noun, found)
    plain = owner is None and not {"federal", "central"} & set(found.words)
    if country is None and found.definite and plain:
        last = memory.last(lambda d: "government" in d.nouns and d.type in ("state", "place"))
        if last:
            return last
    country = country or scene.home
    if country:
        return memory.state(country)
    return _keyed(memory, Draft("group", "government", owner=owner), noun, found)


def _is_capital(scene: Scene, text: str) -> bool:
    return text.casefold() in scene.table.capitals


def _state(scene: Scene, memory: Memory, found: Found, noun: Noun, country: str | None) -> Draft:
    if noun.text in _CENTRAL:
        country = country or scene.home
        if country:
            return memory.state(country)
    if not found.plural and found.definite and noun.text in _STATE_NOUNS:
        last = memory.last(lambda d: d.type == "state")
        if last:
            return last
    if not found.plural and found.definite and noun.family == "local government":
        last = memory.last(lambda d: d.type == "place")
        if last:
            return last
    return _keyed(memory, Draft("group", noun.family, country, plural=found.plural), noun, found)


def _institution(
    scene: Scene, memory: Memory, found: Found, noun: Noun, country: str | None, owner: Draft | None
) -> Draft:
    """Army, police, parliament, court: one of each kind for a country, branches and named ones apart."""
    family = "military" if noun.family == "security forces" else noun.family
    single = not found.plural and not noun.collective
    if single or (not found.definite and not noun.collective and _counted(found) and family != "military"):
        return _single(memory, found, noun, country, owner) if single else _members(memory, found, noun, country, owner)
    if owner and owner.family == family and owner.type == "body":
        return owner
    branch = _branch(noun, found)
    region = found.regions[0] if found.regions and not _is_capital(scene, found.regions[0]) else None
    same = [d for d in memory.families.get(family, ())[-_KIN:] if d.type in ("body", "institution")]
    fits = list(memory.recent(lambda d: d.family == family and d.type in ("body", "institution")))
    near = bool(fits) and not branch and (found.definite or found.start - fits[0].mentions[-1].end < _NEAR)
    wanted = country or (fits[0].country if near else None) or scene.home
    for draft in fits or same:
        if agree(draft.country, wanted) and (not region or draft.region in (None, region)):
            if branch and not branch & (draft.nouns | draft.words | draft.pieces | _pairs_of(draft)):
                continue
            return draft
    draft = memory.new(Draft("institution", family, wanted, region))
    draft.words.update(branch)
    return draft


def _branch(noun: Noun, found: Found) -> frozenset[str]:
    told = {noun.text} & _BRANCHES
    return frozenset(told | ({"lower", "trial", "district", "appeals", "high", "supreme", "apex"} & set(found.words)))


def _pairs_of(draft: Draft) -> set[str]:
    """The nouns of two words that an institution's name ends with: "high court" of "Harare High Court"."""
    return {branch for branch in _BRANCHES if set(branch.split()) <= draft.pieces}


def _counted(found: Found) -> bool:
    return found.text[:1].isdigit()


def _body(scene: Scene, memory: Memory, found: Found, noun: Noun, country: str | None, owner: Draft | None) -> Draft:
    """A definite body ("the company") is the last of its kind, those with its noun in their names first."""
    titled = _named_in_full(memory, found, noun, country)
    if titled:
        titled.country = titled.country or country
        return titled
    if found.definite and not found.plural:
        last_word = noun.text.split()[-1]
        fits = [d for d in memory.recent(lambda d: d.type == "body" or is_armed(d)) if agree(d.country, country)]
        named = [d for d in fits if last_word in d.pieces or noun.text in d.nouns]
        alike = [d for d in fits if d.family == noun.family and noun.family not in ("group", "")]
        generic = [
            d for d in fits if noun.text in _GENERIC_BODIES and d.family not in ("ministry", "court", "parliament")
        ]
        distinct = set(found.words) - {last_word}
        unknown = _of_unknown_kind(scene, fits) if noun.family in ("company", "media") and not alike else []
        for draft in (*named, *alike, *generic, *unknown):
            if not distinct or distinct & (draft.pieces | draft.words):
                return draft
    return _keyed(memory, Draft("group", noun.family, country, owner=owner, plural=found.plural), noun, found)


def _of_unknown_kind(scene: Scene, bodies: list[Draft]) -> list[Draft]:
    """Named bodies of which nothing tells the kind, those last seen as subjects first: "Acme sued. The firm ..."."""
    plain = [d for d in bodies if d.type == "body" and not d.family and d.mentions]
    return sorted(plain, key=lambda d: scene.doc[d.mentions[-1].head].dep_ != "nsubj")


def _named_in_full(memory: Memory, found: Found, noun: Noun, country: str | None) -> Draft | None:
    """The body whose name has all words of the description: "Chile's trade ministry", "Ministry of Trade"."""
    telling = {*found.words, *noun.text.split()}
    if len(telling) < 2 or found.plural:
        return None
    named = (d for d in reversed(memory.families.get(noun.family, ())[-_KIN:]) if d.type == "body")
    return next((d for d in named if telling <= d.pieces and agree(d.country, country)), None)


def _members(memory: Memory, found: Found, noun: Noun, country: str | None, owner: Draft | None) -> Draft:
    return _keyed(memory, Draft("group", noun.family, country, owner=owner, plural=True), noun, found)


def _single(memory: Memory, found: Found, noun: Noun, country: str | None, owner: Draft | None) -> Draft:
    """ "the minister": the person whose title says so; "the man": the one last called a man; "a man" is a new one."""
    if found.definite:
        words = set(found.words)
        for draft in memory.recent(lambda d: d.type == "person" and not d.plural):
            if _has_title(draft, noun, words, country, owner):
                return draft
    fresh = Draft("person", noun.family, country, owner=owner)
    return _keyed(memory, fresh, noun, found) if found.definite else memory.new(fresh)


def _has_title(draft: Draft, noun: Noun, words: set[str], country: str | None, owner: Draft | None) -> bool:
    for (text, _words), title in draft.told.items():
        if (
            text != noun.text
            and not text.endswith((" " + noun.text, "-" + noun.text))
            and not text.startswith(noun.text + " of ")
        ):
            continue
        if "former" in words and "former" not in title.words:
            continue
        if country and draft.country and country != draft.country:
            continue
        if not words - {"former", "new", "visiting", "current"} <= {*title.words, *text.split(), *draft.pieces}:
            continue
        return owner is None or draft.owner is None or owner is draft.owner
    return False


def _keyed(memory: Memory, fresh: Draft, noun: Noun, found: Found) -> Draft:
    """The group last described by the same noun, when the modifiers do not set the two apart; else the fresh one."""
    label = _LUMPED.get(noun.text, noun.text)
    words = set(found.words)
    for draft in memory.recent(lambda d: d.type == fresh.type and label in d.nouns and d.plural == fresh.plural):
        if fresh.country and draft.country and fresh.country != draft.country:
            continue
        if fresh.owner and draft.owner and fresh.owner is not draft.owner:
            continue
        if words <= draft.words or (not draft.words and not found.definite) or draft.words <= words:
            draft.words |= words
            draft.owner = draft.owner or fresh.owner
            return draft
    fresh.nouns.add(label)
    fresh.words |= words
    return memory.new(fresh)
