"""Calendar scales: which days a chart shows, where a day stands on it, and where its ticks are.

`focus` leaves out the few days that lie so far off that they would press all others into a corner; a chart says at
its edge that they are there.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from components.timeline_rows import Mark

_STEPS = (1, 2, 3, 7, 14, 31, 92, 183, 366, 731, 1827, 3653, 7305, 18263, 36525, 91313, 182625, 365250, 913125)
"""Days between ticks that read well: days, weeks, months, years, up to millennia."""


@dataclass(frozen=True)
class Scale:
    """A scale from days to 0..1. With `stops` the days between two stops share one equal step."""

    first: date
    last: date
    stops: tuple[int, ...] = ()

    def at(self, day: date, *, end: bool = False) -> float:
        """Where the morning of this day stands; with `end`, where its evening does. Days outside go beyond 0..1."""
        ordinal = day.toordinal() + end
        if self.stops:
            return self._between_stops(ordinal)
        first, last = self.first.toordinal(), self.last.toordinal() + 1
        return (ordinal - first) / (last - first)

    def _between_stops(self, ordinal: int) -> float:
        after = bisect.bisect_right(self.stops, ordinal)
        if after == 0 or after == len(self.stops):
            return 0.0 if after == 0 else 1.0
        low, high = self.stops[after - 1], self.stops[after]
        return (after - 1 + (ordinal - low) / (high - low)) / (len(self.stops) - 1)

    def ticks(self, most: int = 5) -> list[date]:
        """At most so many days for ticks, within the scale."""
        if self.stops:
            step = max(1, -(-len(self.stops) // most))
            return [date.fromordinal(o) for o in self.stops[:-1:step]]
        length = (self.last - self.first).days + 1
        step = next((s for s in _STEPS if length / s <= most), _STEPS[-1])
        return _calendar_ticks(self.first, self.last, step)


def _calendar_ticks(first: date, last: date, step: int) -> list[date]:
    if step < 31:
        return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    months = max(1, round(step / 30.44))
    index = first.year * 12 + first.month - 1
    index += -index % months
    found = []
    while index < 9999 * 12 and (day := date(index // 12, index % 12 + 1, 1)) <= last:
        if day >= first:
            found.append(day)
        index += months
    return found or [first]


def tick_words(day: date, scale: Scale) -> str:
    """A tick's label in two lines: weekday over day and month for a short scale, month over year for a long one."""
    length = (scale.last - scale.first).days
    if length <= 45 and not scale.stops:
        return f"{day:%a}<br>{day.day} {day:%b}"
    if length <= 366 and not scale.stops:
        return f"{day.day} {day:%b}<br>{day.year}"
    if scale.stops:
        return f"{day.day} {day:%b}<br>{day.year}"
    return f"{day:%b}<br>{day.year}" if length <= 366 * 8 else f"{day.year}"


def scale(marks: Iterable[Mark], published: date | None, *, equal: bool = False) -> Scale | None:
    """The scale for these marks: of the stances and the times near them, or of the times alone; None without any day.

    `equal` gives each stretch between two dates that occur the same length, whatever it is in days.
    """
    dated = [m for m in marks if m.dated]
    stances = [m for m in dated if m.kind == "stance"]
    if equal:
        return _equal(dated)
    return focus([_ends(m) for m in stances or dated], published, [_ends(m) for m in dated])


def _ends(mark: Mark) -> tuple[date, date]:
    day = mark.earliest or mark.latest
    assert day is not None
    return mark.earliest or day, mark.latest or day


def _equal(dated: list[Mark]) -> Scale | None:
    stops = sorted({o for m in dated for e in [_ends(m)] for o in (e[0].toordinal(), e[1].toordinal() + 1)})
    if not stops:
        return None
    return Scale(date.fromordinal(stops[0]), date.fromordinal(stops[-1] - 1), tuple(stops))


def focus(
    ends: list[tuple[date, date]], published: date | None, also: Iterable[tuple[date, date]] = ()
) -> Scale | None:
    """The days from the first to the last, without the far outliers, which `outside` tells of.

    Outliers lie further from the middle 80 % of the marks than three times the length that holds these. The
    publication date and what else is dated (`also`) are shown where they lie nearer than that.
    """
    if not ends:
        return None
    middles = sorted(_middle(e) for e in ends)
    low, high = middles[len(middles) // 10], middles[-1 - len(middles) // 10]
    allowed = max(high - low, 7) * 3
    near = [e for e in ends if low - allowed <= _middle(e) <= high + allowed]
    # A long period that reaches far beyond (a decade, among days) is cut at twice that distance.
    first = max(min(a.toordinal() for a, _ in near), int(low - allowed * 2), 1)
    last = min(max(b.toordinal() for _, b in near), int(high + allowed * 2), date.max.toordinal() - 2)
    for begin, end in [*also, *([(published, published)] if published else [])]:
        if low - allowed <= begin.toordinal() and end.toordinal() <= high + allowed:
            first, last = min(first, begin.toordinal()), max(last, end.toordinal())
    last = min(last, date.max.toordinal() - 2)
    return Scale(date.fromordinal(min(first, last)), date.fromordinal(last))


def _middle(ends: tuple[date, date]) -> float:
    return (ends[0].toordinal() + ends[1].toordinal()) / 2


def outside(marks: Iterable[Mark], shown: Scale) -> tuple[list[Mark], list[Mark]]:
    """The dated marks that end before the scale begins, and those that begin after it ends."""
    dated = [m for m in marks if m.dated]
    before = [m for m in dated if _ends(m)[1] < shown.first]
    after = [m for m in dated if _ends(m)[0] > shown.last]
    return before, after
