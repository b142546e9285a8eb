"""The slots of the grammar: which words fill each, and what they mean.

To add a word, add a row to data/lexicon/times/words.csv; to add a slot, add a line to `SLOTS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.times import lexicon

DIGITS, APOSTROPHE, ANY = "#", "'", "*"
SPACED = r"[\s-]"


@dataclass(frozen=True)
class Slot:
    """An expression of bounded length, the words it can begin with ("#" a number), and the reader of its text.

    `pairs` holds the two words that a longer filling can begin with; "*" as the second stands for any word.
    """

    regex: str
    firsts: frozenset[str]
    read: Callable[[str], Any]
    pairs: frozenset[tuple[str, str]]
    alone: frozenset[str]
    """The words that can fill the slot alone."""


def plain(text: str) -> str:
    """Lower case, single spaces, straight apostrophes: the form in which words stand in the tables."""
    return " ".join(text.lower().replace("’", "'").split())


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    shapes = (re.escape(w).replace(r"\ ", r"\s{1,3}").replace(r"\-", SPACED) for w in longest_first)
    return "(?:" + "|".join(shapes).replace("'", "['’]") + ")"


def words_of(phrase: str) -> list[str]:
    """The words of a phrase as the matcher cuts them."""
    return [DIGITS if word.isdigit() else word for word in re.findall(r"[^\W\d_]+|\d+", phrase.lower())]


def _table(words: Mapping[str, Any], suffix: str = "") -> Slot:
    def read(text: str) -> Any:
        key = plain(text)
        return words.get(key, words.get(key.rstrip("."), words.get(key.replace(" ", "-"))))

    cut = [words_of(w) for w in words]
    pairs = frozenset((w[0], w[1]) for w in cut if len(w) > 1)
    return Slot(
        _alternatives(words) + suffix,
        frozenset(w[0] for w in cut),
        read,
        pairs,
        frozenset(w[0] for w in cut if len(w) == 1),
    )


def _free(regex: str, firsts: Iterable[str], read: Callable[[str], Any]) -> Slot:
    """A slot whose second word is anything."""
    begin = frozenset(firsts)
    return Slot(regex, begin, read, frozenset((w, ANY) for w in begin), begin)


def _digits(regex: str, read: Callable[[str], Any] = int) -> Slot:
    return _free(regex, {DIGITS}, read)


def _either(*slots: Slot) -> Slot:
    def read(text: str) -> Any:
        for slot in slots:
            if re.fullmatch(slot.regex, text, re.IGNORECASE):
                return slot.read(text)
        return None

    regex = "(?:" + "|".join(s.regex for s in slots) + ")"
    return Slot(
        regex,
        frozenset().union(*(s.firsts for s in slots)),
        read,
        frozenset().union(*(s.pairs for s in slots)),
        frozenset().union(*(s.alone for s in slots)),
    )


def _leading_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _number(text: str) -> float | int | None:
    """The number of "12", "1,200", "2.5", "5 1/2", "twenty-two", "two and a half", "a hundred and ten"."""
    key = plain(text).replace(",", "")
    half = 0.5 if re.search(r"(1/2|½|and a half)$", key) else 0
    key = re.sub(r"[\s-]*(1/2|½|and a half)$", "", key)
    value: float = 0
    if re.fullmatch(r"\d+(\.\d+)?", key):
        value = float(key)
    else:
        table = lexicon.numbers("number")
        for word in re.split(r"[\s-]+", key):
            n = 1 if word in ("a", "an") else table.get(word, 0)
            value = max(value, 1) * n if n in (100, 1000, 12) and word != "twelve" else value + n
    value += half
    return int(value) if value == int(value) else value


_NUMBER_WORD = _alternatives(lexicon.words("number"))
_NUMBER = _free(
    r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,3})?(?:[\s-]?½|[\s-]1/2)?"
    rf"|(?:an?\s(?=hundred|thousand|dozen|half))?{_NUMBER_WORD}(?:{SPACED}(?:and\s)?{_NUMBER_WORD}){{0,4}})"
    r"(?:[\s-]and[\s-]a[\s-]half)?",
    {DIGITS, "a", "an", *lexicon.words("number")},
    _number,
)
_MONTH = _either(_table(lexicon.numbers("month")), _table(lexicon.numbers("month-short"), r"\.?"))
_WEEKDAY = _either(_table(lexicon.numbers("weekday")), _table(lexicon.numbers("weekday-short"), r"\.?"))
_ORDINAL = _either(_table(lexicon.numbers("ordinal")), _digits(r"\d{1,2}(?:st|nd|rd|th)", _leading_number))


def _short_year(text: str) -> int:
    n = int(text[-2:])
    return 2000 + n if n <= 30 else 1900 + n


SLOTS: dict[str, Slot] = {
    "month": _MONTH,
    "weekday": _WEEKDAY,
    "weekday-plural": _table({w + "s": n for w, n in lexicon.numbers("weekday").items()}),
    "day": _digits(r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?", _leading_number),
    "ordinal": _ORDINAL,
    "year": _digits(r"[12]\d{3}"),
    "short-year": _free(r"['’]\d\d", {APOSTROPHE}, _short_year),
    "two-digits": _digits(r"\d\d"),
    "number": _NUMBER,
    "some": _table(lexicon.words("vague-number")),
    "unit": _table(lexicon.words("unit")),
    "units": _table(lexicon.words("units")),
    "season": _table(lexicon.words("season")),
    "part-of-day": _table(lexicon.words("part-of-day")),
    "part": _table(lexicon.words("part")),
    "part-of": _table(lexicon.words("part-of")),
    "approx": _table(lexicon.words("approx")),
    "which": _table(lexicon.words("which")),
    "frequency": _table(lexicon.words("frequency")),
    "decade": _digits(r"[12]\d\d0['’]?s", _leading_number),
    "small-decade": _digits(r"\d{2,3}0s", _leading_number),
    "decade-name": _table(lexicon.numbers("decade-name")),
    "century-word": _table(lexicon.numbers("century-word")),
    "holiday": _table(lexicon.holidays()),
    "clock": _digits(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?", str),
    "hour": _either(
        _digits(r"(?:[01]?\d|2[0-3])"), _table({w: n for w, n in lexicon.numbers("number").items() if 0 < n < 13})
    ),
    "am-pm": _free(r"(?:a\.m\.?|p\.m\.?|am|pm)", {"a", "p", "am", "pm"}, lambda text: text[0].lower()),
    "zone": _table(lexicon.words("zone")),
    "before-christ": _free(r"(?:b\.\s?c\.(?:\s?e\.)?|bce?\b)", {"b", "bc", "bce"}, lambda text: True),
    "small-year": _digits(r"\d{1,4}"),
    "iso": _digits(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", str),
}
