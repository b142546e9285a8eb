"""Where in a text which rules match: at each word only the rules that can begin with it and the next word are tried.

Time is in proportion to the text: words are cut once, the rules at a word are a fixed list, and a template matches a
bounded length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from dateline.times.rules import Match, Rule
from dateline.times.slots import ANY, APOSTROPHE, DIGITS

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*|['’](?=\d)")
_NOT_AFTER = re.compile(r"(?:.?[\w$£€¥#@/]|\d[-–])\Z", re.DOTALL)
"""No expression begins inside a word, after a sign of money, or in the midst of "555-1234-2008"."""
_LONGEST_WORD = 32

_Rules = tuple[Rule, ...]


def matches(text: str, rules: Sequence[Rule]) -> Iterator[list[Match]]:
    """For each word at which some rule matches: the matches, longest first, earlier rules before later ones."""
    index = _index(tuple(rules))
    for word, following in pairwise(chain(_WORD.finditer(text), (None,))):
        assert word is not None
        here = index.get(_key(word[0]))
        if here is None:
            continue
        start = word.start()
        if start and _NOT_AFTER.match(text, max(0, start - 2), start):
            continue
        candidates = here.get(_key(following[0]) if following else "", here[ANY])
        found = [m for rule in candidates if (m := rule.match(text, start))]
        if found:
            yield sorted(found, key=lambda m: -m.end)


def _key(word: str) -> str:
    if word[0].isdigit():
        return DIGITS
    return APOSTROPHE if word[0] in "'’" else word.lower() if len(word) < _LONGEST_WORD else ""


@cache
def _index(rules: _Rules) -> dict[str, dict[str, _Rules]]:
    """First word to second word to rules; under ANY those that fit whatever follows, which are in the others too."""
    pairs: dict[str, dict[str, set[int]]] = {}
    for number, rule in enumerate(rules):
        for first, second in (*rule.template.pairs, *((word, ANY) for word in rule.template.alone)):
            pairs.setdefault(first, {ANY: set()}).setdefault(second, set()).add(number)
    return {
        first: {second: tuple(rules[n] for n in sorted(there | seconds[ANY])) for second, there in seconds.items()}
        for first, seconds in pairs.items()
    }
