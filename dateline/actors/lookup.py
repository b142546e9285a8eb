"""From a piece of the text to the actor it mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from dateline.records import Actor, Mention

_RANK = {"name": 0, "nominal": 1, "pronoun": 2}


class ActorIndex:
    """All mentions of all actors, to be asked by span. Offsets are those of the records."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        pairs = [(m, a.id) for a in actors for m in a.mentions]
        self._pairs = sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [m.start for m, _ in self._pairs]
        self._reach = list(accumulate((m.end for m, _ in self._pairs), max))

    def at(self, start: int, end: int, head: int | None = None) -> str | None:
        """The actor that the span mentions, or None.

        `head` is the offset of the span's head word: a mention that ends with that word is preferred to one that
        covers it, and one that covers it to one that does not. Then the likest span wins.
        """
        found = self.all_at(start, end, head)
        return found[0] if found else None

    def all_at(self, start: int, end: int, head: int | None = None) -> tuple[str, ...]:
        """The same for mentions of several actors at once ("the two leaders"): all that bear the best mention."""
        best = self.mention_at(start, end, head)
        if best is None:
            return ()
        same = [(m, i) for m, i in self._overlapping(start, end) if (m.start, m.end) == (best.start, best.end)]
        return tuple(dict.fromkeys(i for _, i in sorted(same, key=lambda pair: _RANK[pair[0].form])))

    def mention_at(self, start: int, end: int, head: int | None = None) -> Mention | None:
        """The mention that `at` decides by."""
        overlapping = [m for m, _ in self._overlapping(start, end)]
        return min(overlapping, key=lambda m: _unlikeness(m, start, end, head)) if overlapping else None

    def _overlapping(self, start: int, end: int) -> list[tuple[Mention, str]]:
        found = []
        i = bisect_left(self._starts, end) - 1
        while i >= 0 and self._reach[i] > start:
            if self._pairs[i][0].end > start:
                found.append(self._pairs[i])
            i -= 1
        return found[::-1]


def _unlikeness(mention: Mention, start: int, end: int, head: int | None) -> tuple[int, float, int, int]:
    shared = min(end, mention.end) - max(start, mention.start)
    whole = max(end, mention.end) - min(start, mention.start)
    away = 0 if head is None or mention.start <= head < mention.end else 1
    size = mention.end - mention.start
    return away, -shared / whole if head is None else float(size), _RANK[mention.form], size
