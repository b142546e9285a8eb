"""What one or several time expressions with their prepositions say of an act: an interval, perhaps with an open end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.records import Basis
from dateline.times.context import Tense
from dateline.times.governors import Link

_FROM = frozenset({"since", "from"})
_AFTER = frozenset({"after"})
_BEFORE = frozenset({"before"})
_UP_TO = frozenset({"until", "by", "through"})
_BOUNDS = _FROM | _AFTER | _BEFORE | _UP_TO
_SHORT = ("minute", "part of day", "day")


@dataclass(frozen=True)
class Anchor:
    """When an act happened: EDTF, its first and last day (None for an open end), why, and the expression's id."""

    edtf: str
    basis: Basis
    earliest: date | None
    latest: date | None
    time: str | None


def anchor(links: Sequence[Link], published: date | None, tense: Tense) -> Anchor | None:
    """The anchor that these links make together; None when they make none."""
    if not links:
        return None
    bounds = [k for k in links if k.signal in _BOUNDS]
    within = [k for k in links if k.signal not in _BOUNDS]
    if within:
        return _together(within)
    first = next((k for k in bounds if k.signal in _FROM | _AFTER), None)
    last = next((k for k in bounds if k.signal in _UP_TO | _BEFORE), None)
    main = first or last
    assert main is not None
    begin = first.days[0] if first else published if tense == "future" else None
    finish = last.days[1] if last else published if tense != "future" else None
    if begin and finish and finish < begin:
        begin, finish = (begin, None) if first else (None, finish)
    return Anchor(f"{begin or '..'}/{finish or '..'}", main.time.basis, begin, finish, main.time.id)


def _together(links: Sequence[Link]) -> Anchor:
    """Of expressions of one grain, the whole they span ("Saturday and Sunday"); else the finest of them."""
    finest = min(links, key=_length)
    alike = [k for k in links if (k.time.grain in _SHORT) == (finest.time.grain in _SHORT)]
    begin, finish = min(k.days[0] for k in alike), max(k.days[1] for k in alike)
    if len(alike) == 1 or (begin, finish) == finest.days:
        day_without_clock = (finest.time.edtf or "").partition("T")[0]
        return Anchor(day_without_clock, finest.time.basis, *finest.days, finest.time.id)
    return Anchor(f"{begin}/{finish}", finest.time.basis, begin, finish, finest.time.id)


def _length(link: Link) -> int:
    begin, finish = link.days
    return (finish - begin).days
