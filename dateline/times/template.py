"""The notation in which rules are written, and its translation to regular expressions.

    "[<weekday>[,] ]<month> <day>[, <year>]"

`<name>` is a slot (see slots.py), `<name:x>` the same under another name, `[...]` may be left out, `(a|b)` is a
choice, a space is white space with at most one line break, `-` a hyphen or a dash, `~` a hyphen or a space, `'` an
apostrophe of any shape, `,` a comma that a space may precede. All else stands for itself in any case of letters.

Every part matches a bounded length, so that one try costs bounded time; `pairs` and `alone` tell which words a template
can begin with, so that the matcher tries it only there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.times.slots import APOSTROPHE, DIGITS, SLOTS

SPACE = r"(?:[^\S\n]{1,3}(?:\n[^\S\n]{0,2})?|\n[^\S\n]{0,2})"
_TOKEN = re.compile(r"<([a-z-]+)(?::([a-z0-9]+))?>|([\[\]()|])|([^\W\d_]+|\d+)|(\s+)|(.)")
_SIGNS = {"-": "[-–]", "~": rf"(?:{SPACE}|[-–])", "'": "['’]", ",": r"\s?,"}


@dataclass(frozen=True)
class Template:
    """A compiled template: the expression to try, the words it can begin with, and which slot each group fills."""

    regex: re.Pattern[str]
    pairs: frozenset[tuple[str, str]]
    """The two words that a match can begin with; "*" as the second stands for any."""
    alone: frozenset[str]
    """The words that can be a match alone."""
    slots: dict[str, str] = field(hash=False)


@dataclass
class _Piece:
    """A part of a template: its expression; its first words, first two, only words; whether it may be empty."""

    regex: str = ""
    firsts: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    alone: frozenset[str] = frozenset()
    empty: bool = True

    def then(self, other: _Piece) -> _Piece:
        return _Piece(
            self.regex + other.regex,
            self.firsts | (other.firsts if self.empty else frozenset()),
            self.pairs
            | frozenset((a, b) for a in self.alone for b in other.firsts)
            | (other.pairs if self.empty else frozenset()),
            (self.alone if other.empty else frozenset()) | (other.alone if self.empty else frozenset()),
            self.empty and other.empty,
        )


def _word(word: str) -> _Piece:
    key = frozenset({DIGITS if word.isdigit() else word.lower()})
    return _Piece(re.escape(word), key, frozenset(), key, False)


def _optional(piece: _Piece) -> _Piece:
    return _Piece(f"(?:{piece.regex})?", piece.firsts, piece.pairs, piece.alone, True)


def _union(pieces: list[_Piece]) -> _Piece:
    if len(pieces) == 1:
        return pieces[0]
    return _Piece(
        "(?:" + "|".join(p.regex for p in pieces) + ")",
        frozenset().union(*(p.firsts for p in pieces)),
        frozenset().union(*(p.pairs for p in pieces)),
        frozenset().union(*(p.alone for p in pieces)),
        any(p.empty for p in pieces),
    )


def compiled(source: str) -> Template:
    """Compile a template. Raises ValueError when brackets do not match or a slot is unknown."""
    tokens = list(_TOKEN.finditer(source))
    slots: dict[str, str] = {}
    piece, rest = _choice(tokens, 0, slots)
    if rest != len(tokens):
        raise ValueError(f"unmatched bracket in template {source!r}")
    if piece.empty or not piece.firsts:
        raise ValueError(f"template {source!r} can match nothing")
    return Template(re.compile(piece.regex + _END, re.IGNORECASE), piece.pairs, piece.alone, slots)


_END = r"(?![\w%]|[-–.,:/]\d)"


def _choice(tokens: list[re.Match[str]], i: int, slots: dict[str, str]) -> tuple[_Piece, int]:
    branches = [_Piece()]
    while i < len(tokens) and tokens[i][0] not in ("]", ")"):
        if tokens[i][0] == "|":
            branches.append(_Piece())
            i += 1
            continue
        piece, i = _part(tokens, i, slots)
        branches[-1] = branches[-1].then(piece)
    return _union(branches), i


def _part(tokens: list[re.Match[str]], i: int, slots: dict[str, str]) -> tuple[_Piece, int]:
    name, alias, bracket, word, space, sign = tokens[i].groups()
    if bracket in ("[", "("):
        piece, end = _choice(tokens, i + 1, slots)
        if end >= len(tokens):
            raise ValueError("unmatched bracket in template")
        return (_optional(piece) if bracket == "[" else piece), end + 1
    if name:
        return _slot(name, alias, slots), i + 1
    if word:
        return _word(word), i + 1
    if space:
        return _Piece(SPACE), i + 1
    if sign == "'" and tokens[i + 1][1]:  # before figures the matcher cuts an apostrophe as a word
        return _Piece(_SIGNS[sign], frozenset({APOSTROPHE}), frozenset(), frozenset({APOSTROPHE}), False), i + 1
    return _Piece(_SIGNS.get(sign, re.escape(sign))), i + 1


def _slot(name: str, alias: str | None, slots: dict[str, str]) -> _Piece:
    if name not in SLOTS:
        raise ValueError(f"unknown slot <{name}>")
    group = (alias or name).replace("-", "_")
    if group in slots:
        raise ValueError(f"slot <{group}> stands twice in a template")
    slots[group] = name
    slot = SLOTS[name]
    return _Piece(f"(?P<{group}>{slot.regex})", slot.firsts, slot.pairs, slot.alone, False)
