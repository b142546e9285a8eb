"""Which mentions by name are the same organisation."""

from __future__ import annotations

import re

from dateline.actors.drafts import Draft, agree, body
from dateline.actors.found import Found
from dateline.actors.scene import Scene
from dateline.known import PIECE, fold, words
from dateline.names import organization_words

_FILLERS = words("the of for and in on a an de la")
_POSSESSIVE = re.compile(r"['’]s\b")
_SPELLINGS = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organisation": "organization",
    "dept": "department",
}


class Organizations:
    """The organisations of one article, found by their names, the ends and the initials of these."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_known: dict[str, Draft] = {}
        self._by_key: dict[tuple[str, ...], Draft] = {}
        self._by_part: dict[tuple[str, ...], list[Draft]] = {}
        self._by_initials: dict[str, Draft] = {}

    def gather(self, founds: list[Found]) -> dict[int, Draft]:
        """Head token of each mention -> its organisation; the longest names first, so that short ones find them."""
        return {found.head: self._find(found) for found in sorted(founds, key=lambda f: -len(f.text))}

    def _find(self, found: Found) -> Draft:
        pieces, country = self._core(found)
        draft = self._by_known.get(found.known or "") or self._named(found, pieces, country)
        if draft is None:
            draft = body(found, self._sector(found))
            draft.country = country
        self._enter(draft, found, pieces)
        if draft.country is None:
            draft.country = country
        return draft

    def _named(self, found: Found, pieces: tuple[str, ...], country: str | None) -> Draft | None:
        exact = self._by_key.get(pieces)
        if exact and agree(exact.country, country):
            return exact
        if len(pieces) == 1 and found.text.isupper():
            long = self._by_initials.get(pieces[0])
            if long:
                return long
        parts = [d for d in self._by_part.get(pieces, ()) if agree(d.country, country)]
        return parts[0] if len({id(d) for d in parts}) == 1 and not self._is_generic(pieces) else None

    def _enter(self, draft: Draft, found: Found, pieces: tuple[str, ...]) -> None:
        if found.known:
            self._by_known.setdefault(found.known, draft)
        self._by_key.setdefault(pieces, draft)
        for n in range(1, len(pieces)):
            for part in (pieces[n:], pieces[:n]):
                holders = self._by_part.setdefault(part, [])
                if len(holders) < 3 and not any(d is draft for d in holders):
                    holders.append(draft)
        initials = "".join(p[0] for p in PIECE.findall(fold(found.text)) if p not in _FILLERS)
        if len(initials) > 1:
            self._by_initials.setdefault(initials, draft)
            all_initials = "".join(p[0] for p in PIECE.findall(fold(found.text)) if p != "the")
            self._by_initials.setdefault(all_initials, draft)

    def _is_generic(self, pieces: tuple[str, ...]) -> bool:
        """Whether a part is only a word that says what an organisation is: "Party", "Bank"."""
        return len(pieces) == 1 and (pieces[0] in organization_words() or pieces[0] in self._scene.table.demonyms)

    def _core(self, found: Found) -> tuple[tuple[str, ...], str | None]:
        """The telling words of a name in one order, and the country that it names."""
        pieces = [
            _SPELLINGS.get(p, p) for p in PIECE.findall(_POSSESSIVE.sub("", fold(found.text))) if p not in _FILLERS
        ]
        country = found.countries[0] if found.countries else None
        table = self._scene.table
        for size in (2, 1):
            lead = " ".join(pieces[:size])
            state = table.demonyms.get(lead) or _state(table.by_name.get(lead, ()), table.states)
            if state and len(pieces) > size:
                pieces, country = pieces[size:], country or state
                break
        if pieces and pieces[0] in ("ministry", "department") and len(pieces) > 1:
            pieces = [*pieces[1:], pieces[0]]  # "Ministry of Defence" and "Defence Ministry"
        if pieces[-2:] == ["affairs", "ministry"]:
            pieces = [*pieces[:-2], "ministry"]
        return tuple(pieces), country

    def _sector(self, found: Found) -> str | None:
        actor = self._scene.table.actors.get(found.known or "")
        return actor.sector if actor else None


def _state(ids: tuple[str, ...], states: object) -> str | None:
    return next((i for i in ids if i in states), None)  # type: ignore[operator]
