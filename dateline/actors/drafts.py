"""An actor in the making, and the memory of who was mentioned when while a text is read from its beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.actors.found import Found
from dateline.known import PIECE, fold
from dateline.names import organization_word

_LOOK_BACK = 40
"""How many actors back a reader remembers; keeps the search short in a text of thousands of names."""

_TOGETHER = 8
"""Most actors of one "they"."""

FAMILY_OF_SECTOR = {
    "JUD": "court", "PTY": "party", "LEG": "parliament", "COP": "police", "MIL": "military", "BUS": "company",
    "MNC": "company", "JRN": "media", "EDU": "school", "MED": "hospital", "REL": "church", "LAB": "union",
    "NGO": "organization", "IGO": "igo", "UNO": "igo", "EUR": "igo", "REB": "armed group", "ISM": "armed group",
    "UAF": "armed group", "PRM": "armed group", "SPY": "intelligence", "CRM": "gang", "OPP": "party", "GOV": "ministry",
}  # fmt: skip


@dataclass
class Draft:
    """An actor while its mentions are being gathered. `type` is person, body, state, place or group."""

    type: str
    family: str = ""
    country: str | None = None
    region: str | None = None
    known: str | None = None
    mentions: list[Found] = field(default_factory=list)
    titles: list[Found] = field(default_factory=list)
    owner: Draft | None = None
    nouns: set[str] = field(default_factory=set)
    """Nouns that describe it, in mentions and titles."""
    words: set[str] = field(default_factory=set)
    """Modifiers that set it apart."""
    pieces: set[str] = field(default_factory=set)
    """Folded words of its names."""
    gender: str = ""
    plural: bool = False
    told: dict[tuple[str, tuple[str, ...]], Found] = field(default_factory=dict)
    """Its distinct offices and descriptions by noun and modifiers, each where it was told first."""

    def add(self, found: Found) -> None:
        """Takes in a mention."""
        self.mentions.append(found)
        if found.form == "name":
            self.pieces.update(PIECE.findall(fold(found.text)))
            self.known = self.known or found.known
        for item in (found, *found.titles):
            if item.noun:
                self.nouns.add(item.noun.text)
                self.told.setdefault((item.noun.text, item.words), item)
            if item.countries and self.country is None:
                self.country = item.countries[0]
        self.titles.extend(found.titles)


def body(found: Found, sector: str | None) -> Draft:
    """A new draft of an organisation known by name."""
    told = organization_word(found.text)
    family = FAMILY_OF_SECTOR.get(sector or (told[0] if told else "") or "", "")
    return Draft("body", family, found.countries[0] if found.countries else None)


class Memory:
    """Drafts by the time of their last mention, and by the token that mentions them."""

    def __init__(self) -> None:
        self._recent: dict[int, Draft] = {}
        self.at: dict[int, Draft] = {}
        self.all: list[Draft] = []
        self.states: dict[str, Draft] = {}
        self.places: dict[str, Draft] = {}
        self.families: dict[str, list[Draft]] = {}
        self.group: tuple[Draft, ...] = ()
        """The actors that were last mentioned together ("X and Y", "the two leaders"), and where that ended."""
        self.group_end = -1
        self.unowned: list[tuple[Draft, int]] = []
        """Drafts whose owner stands at a token that nobody has been found at yet."""
        self.armed: Draft | None = None
        """The one armed group that the text is about, when there is one."""

    def new(self, draft: Draft) -> Draft:
        """Enters a draft that has not been mentioned yet."""
        self.all.append(draft)
        self.families.setdefault(draft.family, []).append(draft)
        return draft

    def mention(self, draft: Draft, found: Found | None = None) -> Draft:
        """Notes that a draft is being mentioned; `found` is added to it when given."""
        if found is not None:
            draft.add(found)
        self._recent.pop(id(draft), None)
        self._recent[id(draft)] = draft
        return draft

    def note_group(self, head: Token, drafts: list[Draft], end: int) -> None:
        """Notes that actors are mentioned together, at once or joined by "and"; `head` is the mention's head token."""
        if len(drafts) > 1:
            self.group, self.group_end = tuple(drafts), end
        elif drafts and head.dep_ == "conj" and head.head.i in self.at:
            first = self.at[head.head.i]
            joined = self.group if any(d is first for d in self.group) else (first,)
            if not any(d is drafts[0] for d in joined):
                self.group, self.group_end = (*joined, drafts[0])[-_TOGETHER:], end

    def recent(self, fits: Callable[[Draft], bool]) -> Iterator[Draft]:
        """Drafts that fit, the last mentioned first."""
        for n, key in enumerate(reversed(self._recent)):
            if n >= _LOOK_BACK:
                return
            draft = self._recent[key]
            if fits(draft):
                yield draft

    def last(self, fits: Callable[[Draft], bool]) -> Draft | None:
        """The last mentioned draft that fits."""
        return next(self.recent(fits), None)

    def place(self, region: str, country: str | None) -> Draft:
        """The draft of the government of a place within a country, made when there is none yet."""
        if region not in self.places:
            self.places[region] = self.new(Draft("place", "local government", country, region))
        return self.places[region]

    def state(self, country: str) -> Draft:
        """The draft of a country's government, made when there is none yet."""
        if country not in self.states:
            self.states[country] = self.new(Draft("state", "government", country, known=country))
        return self.states[country]


def agree(a: str | None, b: str | None) -> bool:
    """Whether two countries, as far as they are known, are one."""
    return a is None or b is None or a == b
