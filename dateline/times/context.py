"""What a rule knows when it reads an expression: when the text was published, what was last mentioned, the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from dateline.records import Basis
from dateline.times import moments, values
from dateline.times.moments import Moment

Tense = Literal["past", "present", "future", "open"] | None
"""Of the verb: "open" for what was ordered or agreed, which may be done or still ahead; None where no verb tells."""
TenseReader = Callable[[int, int], Tense]
Type = Literal["DATE", "TIME", "DURATION", "SET"]
NEAR_DAYS = 75
"""News names a day this near without its year, whatever the tense."""


@dataclass(frozen=True)
class Reference:
    """A point that relative expressions start from; `moment` None when nothing is known."""

    moment: Moment | None
    grain: str = "day"
    basis: Basis = "none"
    end: int = -1
    """Where in the text it was mentioned."""


@dataclass(frozen=True)
class Reading:
    """What an expression says. `start`, `end` only where it is less than the whole match (ranges).

    `begin` and `finish`, values of their own, anchor a duration ("in the last day").
    """

    type: Type
    value: str
    mod: str | None = None
    basis: Basis = "explicit"
    start: int | None = None
    end: int | None = None
    begin: str | None = None
    finish: str | None = None
    unsure: bool = False
    carries: bool = True
    """Whether later expressions may lean on it ("that day", "two weeks later")."""


@dataclass(frozen=True)
class Context:
    """The state of a text at one expression; each reading makes the next one."""

    text: str
    published: Moment | None
    narrative: bool
    tense_of: TenseReader
    last: Reference | None = None
    last_day: Reference | None = None
    era: int | None = None
    """The last BC year, astronomical, while the text stays before Christ."""
    thread: Reference | None = None
    """Where a narrative stood before it looked aside, at a year far off, in the sentence around `aside`."""
    aside: int | None = None
    start: int = 0
    end: int = 0

    @property
    def now(self) -> Reference:
        """The time of writing in news, the point that the story has reached in a narrative."""
        if self.narrative and self.last:
            return self.last
        return self.writing

    @property
    def writing(self) -> Reference:
        """The publication date."""
        return Reference(self.published, "day", "relative-to-publication" if self.published else "none")

    def then(self, unit: str) -> Reference:
        """The time last mentioned, else the time of writing; in news a day counts from the last day named."""
        last = self.last_day if unit == "day" and not self.narrative else self.last
        return last or self.writing

    @property
    def tense(self) -> Tense:
        """Tense of the verb that the expression belongs to."""
        return self.tense_of(self.start, self.end)

    def before(self, length: int = 24) -> str:
        """The text just before the expression, lower case."""
        return self.text[max(0, self.start - length) : self.start].lower()

    def after(self, length: int = 24) -> str:
        """The text just after it, lower case."""
        return self.text[self.end : self.end + length].lower()

    def at(self, start: int, end: int) -> Context:
        """The same state at another expression."""
        return replace(self, start=start, end=end)

    def year_of(self, month: int, day: int | None = None) -> Reference:
        """The year that a month, or day of a month, named without one lies in."""
        ref = self.now
        if ref.moment is None:
            return ref
        year = _narrative_year(ref, month) if self.narrative else self._news_year(ref.moment, month, day)
        return replace(ref, moment=moments.checked(year), grain="year")

    def _news_year(self, now: Moment, month: int, day: int | None) -> int:
        if day:
            nearest = min(
                (now.year + k for k in (0, -1, 1)), key=lambda y: abs(_day_count(y, month, day) - now.ordinal)
            )
            if self.tense == "open" or abs(_day_count(nearest, month, day) - now.ordinal) <= NEAR_DAYS:
                return nearest
        if self.tense == "future":
            return now.year if month >= now.month - 2 else now.year + 1
        ahead = month - now.month
        if self.tense == "open" and not day:
            return min((now.year + k for k in (0, -1, 1)), key=lambda y: abs((y - now.year) * 12 + ahead))
        return now.year if ahead <= 0 or (ahead == 1 and now.day > 20 and not day) else now.year - 1

    def weekday(self, number: int, direction: str | None = None) -> Reference:
        """The day of that weekday (1 Monday): `direction` "last", "next", or None to go by the tense."""
        ref = self.now
        if ref.moment is None:
            return ref
        back, ahead = (ref.moment.weekday - number) % 7, (number - ref.moment.weekday) % 7
        if direction == "last":
            step = -(back or 7)
        elif direction == "next":
            step = ahead or 7
        else:
            step = self._step_by_tense(back, ahead)
        return replace(ref, moment=moments.shifted(ref.moment, step, "day"), grain="day")

    def _step_by_tense(self, back: int, ahead: int) -> int:
        """Days to the weekday meant: ahead for the future, back for the past, to the nearer one where it is open."""
        tense = self.tense
        if back == 0:
            return 0
        if tense == "open" and not self.narrative:
            return ahead if ahead < back else -back
        return ahead if tense == "future" else -back


def _day_count(year: int, month: int, day: int) -> int:
    return Moment(year, month, min(day, moments.days_in_month(year, month))).ordinal


def _narrative_year(ref: Reference, month: int) -> int:
    """A story goes on: a month far behind the last one named is that of the next year."""
    assert ref.moment is not None
    return ref.moment.year + (
        1 if ref.grain not in ("year", "decade", "century") and ref.moment.month - month >= 8 else 0
    )


def relative(ref: Reference, n: int, unit: str, mod: str | None = None) -> Reading:
    """The unit that lies n units after the reference's."""
    moment = moments.shifted(ref.moment, n, unit) if ref.moment else None
    return Reading(
        "DATE", values.at(unit, moment), mod, ref.basis if moment else "none", unsure=bool(ref.moment and not moment)
    )


def day_reading(year: int | None, month: int, day: int, basis: Basis) -> Reading:
    """A day of a month; where the calendar has no such day, the month, unsure."""
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", basis="none")
    moment = moments.checked(year, month, day)
    if moment is None:
        return Reading("DATE", values.month(year, month), basis=basis, unsure=True)
    return Reading("DATE", values.day(moment), basis=basis)
