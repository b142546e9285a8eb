"""The grammar: families of rules. To teach it a new wording, add a line to the family and a case to its test."""

from __future__ import annotations

from dateline.times.patterns import (
    calendar,
    clock,
    durations,
    fiscal,
    holidays,
    periods,
    ranges,
    relative,
    sets,
    vague,
    weekdays,
    years,
)
from dateline.times.rules import Rule

# Where two rules match the same words, the earlier one is asked first.
RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *holidays.RULES,
    *calendar.RULES,
    *clock.RULES,
    *fiscal.RULES,
    *weekdays.RULES,
    *sets.RULES,
    *relative.RULES,
    *periods.RULES,
    *years.RULES,
    *durations.RULES,
    *vague.RULES,
)
