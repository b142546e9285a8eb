"""Which mentions by name are the same person."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dateline.actors.drafts import Draft
from dateline.actors.found import Found
from dateline.known import PIECE, Known, fold, rows, words
from dateline.names import titles
from dateline.settings import DEFAULTS

_PARTICLES = words("al el ul bin bint ibn abu abd von van der den de del della di da dos du la le st ben mac mc ter")
_SUFFIXES = words("jr sr ii iii iv phd md mp mep")


@lru_cache(maxsize=2)
def _nicknames(folder: Path = DEFAULTS.lexicon) -> frozenset[frozenset[str]]:
    """Pairs of a short and a full first name."""
    return frozenset(frozenset((row["short"], row["full"])) for row in rows(folder / "actors" / "nicknames.csv"))


@lru_cache(maxsize=2)
def _first_names(folder: Path = DEFAULTS.lexicon) -> dict[str, str]:
    """First name -> gender of its bearers."""
    return {row["name"]: row["gender"] for row in rows(folder / "actors" / "first_names.csv")}


def name_pieces(text: str) -> tuple[str, ...]:
    """The telling words of a person's name, folded: without particles and suffixes, if any are left. Never empty."""
    pieces = [p for p in PIECE.findall(fold(text)) if p not in _SUFFIXES and p != "s"]
    telling = tuple(p for p in pieces if p not in _PARTICLES)
    return telling or tuple(pieces) or (fold(text),)  # "Jr.", or a script that has no such pieces


_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("sch", "sh"), ("tz", "z"), ("ck", "k"), ("oo", "u"), ("ee", "i"))
_LETTERS = str.maketrans({"q": "k", "g": "k", "c": "k", "y": "i", "j": "i", "w": "v", "x": "k", "z": "s"})


@lru_cache(maxsize=4096)
def sound(piece: str) -> str:
    """A key that spellings of one foreign name share: Sergei and Sergey, Qassem and Qassim, Gadhafi and Qaddafi."""
    for old, new in _SOUNDS:
        piece = piece.replace(old, new)
    kept: list[str] = []
    last = ""
    for i, letter in enumerate(piece.translate(_LETTERS)):
        if letter == "h" and i and piece[i - 1] != "s":
            continue  # "dh", "th", "bh" and the h of "Muhammad"; the sound of "sh" stays
        if letter != last and not (kept and letter in "aeiou"):
            kept.append(letter)
        last = letter
    return "".join(kept)


def _ending(piece: str) -> str:
    """The last vowel that tells Mario from Maria and Daniel from Danielle; "" for other letters."""
    return piece[-1] if piece[-1] in "aeo" else ""


def same_first(a: str, b: str) -> bool:
    """Whether two first names may be one person's: equal, an initial, a nickname or another spelling."""
    if a == b or (sound(a) == sound(b) and _ending(a) == _ending(b)):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return frozenset((a, b)) in _nicknames()


def gender_of(found: Found, before: str) -> str:
    """Gender that a form of address tells: "Mrs. Clinton"; "" when none does."""
    entry = titles().get(fold(before).strip(". "))
    told = entry[0] if entry else ""
    for title in found.titles:
        noun = title.noun.text if title.noun else ""
        if noun.endswith("woman") or noun in _FEMALE:
            return "f"
        if noun.endswith("man") or noun in _MALE:
            return "m"
    return told


_FEMALE = words(
    "queen princess girl mother daughter sister wife widow actress aunt niece grandmother nun lady bride girlfriend"
)
_MALE = words(
    "king prince boy father son brother husband widower actor uncle nephew grandfather monk gentleman groom boyfriend"
)


_BEARERS = 20
"""How many bearers of one name are compared; keeps a text of thousands of namesakes quick."""


_ANYBODYS: frozenset[str | None] = frozenset(("GOV", "LEG", "PTY", "OPP", "ELI"))
"""Sectors of public life between which a known person may have moved."""


class Persons:
    """The persons of one article, found by any word of their names."""

    def __init__(self) -> None:
        self._by_last: dict[str, list[Draft]] = {}
        self._by_piece: dict[str, list[Draft]] = {}
        self._names: dict[int, list[tuple[str, ...]]] = {}

    def gather(self, founds: Iterable[Found]) -> dict[int, Draft]:
        """Head token of each mention of several words -> its person; call before `alone`."""
        assigned = {}
        for found in sorted(founds, key=lambda f: -len(name_pieces(f.text))):
            pieces = name_pieces(found.text)
            if len(pieces) > 1:
                assigned[found.head] = self._same(pieces) or self._enter(pieces)
        return assigned

    def _enter(self, pieces: tuple[str, ...]) -> Draft:
        draft = Draft("person", gender=_first_names().get(pieces[0], "") if len(pieces) > 1 else "")
        self._names[id(draft)] = [pieces]
        self._by_last.setdefault(sound(pieces[-1]), []).append(draft)
        for piece in dict.fromkeys(pieces):
            self._by_piece.setdefault(piece, []).append(draft)
        return draft

    def _same(self, pieces: tuple[str, ...]) -> Draft | None:
        """The person whose full name agrees with this one: last names alike and first names alike."""
        for draft in self._by_last.get(sound(pieces[-1]), ())[-_BEARERS:]:
            for known in self._names[id(draft)]:
                if _alike(pieces, known):
                    return draft
        # The first words of a longer name: "Ana Lucia" of "Ana Lucia Prado".
        for draft in self._by_piece.get(pieces[0], ())[-_BEARERS:]:
            known = self._names[id(draft)][0]
            if len(known) > len(pieces) and known[: len(pieces)] == pieces:
                return draft
        return None

    def alone(self, found: Found, recent: Iterable[Draft], gender: str) -> Draft:
        """The person whom a surname or first name alone means: of several the last mentioned, agreeing in gender."""
        piece = name_pieces(found.text)[-1]
        bearers = [d for d in self._by_piece.get(piece, ())[-_BEARERS:] if _of_gender(d, gender)]
        if not bearers:
            alike = self._by_last.get(sound(piece), ())[-_BEARERS:]
            bearers = [d for d in alike if same_last(self._names[id(d)][0][-1], piece) and _of_gender(d, gender)]
        if not bearers:
            return self._enter((piece,))
        surnamed = [d for d in bearers if self._names[id(d)][0][-1] == piece] or bearers
        if len(surnamed) == 1:
            return surnamed[0]
        wanted = {id(d) for d in surnamed}
        return next((d for d in recent if id(d) in wanted), surnamed[0])


def _of_gender(draft: Draft, gender: str) -> bool:
    return not (gender and draft.gender and draft.gender != gender)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not same_last(a[-1], b[-1]):
        return False
    if len(a) == 1 or len(b) == 1:
        return False
    if same_first(a[0], b[0]):
        return True
    # A middle name used as first name: "Recep Tayyip Erdogan", "Tayyip Erdogan".
    return a[0] in b or b[0] in a


def same_last(a: str, b: str) -> bool:
    """Whether two surnames are one, allowing for spelling."""
    return a == b or (_near(a, b) and (a[:1] == b[:1] or {a[:1], b[:1]} <= set("gkq")))


def _near(a: str, b: str) -> bool:
    """Whether two words may be spellings of one name."""
    return abs(len(a) - len(b)) <= 2 and min(len(a), len(b)) > 3 and sound(a) == sound(b)


def is_mistaken(draft: Draft, known: Known | None) -> bool:
    """Whether what the text tells of a person shows that it is only a namesake of the known one."""
    if known is None:
        return False
    if draft.country and known.country and draft.country != known.country:
        return True
    told = {item.noun.sector for item in draft.told.values() if item.noun and item.noun.sector}
    of_table = {known.sector, *(term.sector for term in known.terms)} | _ANYBODYS
    return bool(told) and not told & of_table
