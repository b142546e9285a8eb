"""Two ends in one expression: "April 24 and 25", "12-14 March 2003", "1914-18", "June 29-July 4". One reading each."""

from __future__ import annotations

from dataclasses import replace

from dateline.records import Basis
from dateline.times import values
from dateline.times.context import Context, Reading, day_reading
from dateline.times.rules import Match, Rule


def days_of_month(c: Context, m: Match) -> list[Reading] | None:
    """Two days of one month."""
    basis: Basis
    if not m.words("month")[0].isupper() or m["second"] <= m["day"]:
        return None
    if "year" in m:
        year, basis = m["year"], "explicit"
    else:
        ref = c.year_of(m["month"], m["day"])
        year, basis = (ref.moment.year if ref.moment else None), ref.basis
    first, last = (day_reading(year, m["month"], m[slot], basis) for slot in ("day", "second"))
    return _split(m, first, last, "second" if m.spans["day"] < m.spans["second"] else "day")


def years(c: Context, m: Match) -> list[Reading] | None:
    """As in "1914-18", "1961-1964"."""
    first, last = m["year"], m["second"] or m["year"] // 100 * 100 + m["short"]
    if not first < last <= first + 80:
        return None
    cut = "second" if "second" in m else "short"
    return _split(m, Reading("DATE", values.year(first)), Reading("DATE", values.year(last), carries=False), cut)


def years_before_christ(c: Context, m: Match) -> list[Reading] | None:
    """As in "499-493 BC"."""
    first, last = m["small_year"], m["second"]
    if not last < first:
        return None
    begin, finish = Reading("DATE", values.year(1 - first)), Reading("DATE", values.year(1 - last), carries=False)
    return _split(m, begin, finish, "second")


def months_of_year(c: Context, m: Match) -> list[Reading] | None:
    """As in "March-June 1940", "July and August 1914": the month without a year has the other's."""
    if not (m.words("month")[0].isupper() and m.words("second")[0].isupper()):
        return None
    first = Reading("DATE", values.month(m["year"], m["month"]), m["part"] or None)
    last = Reading("DATE", values.month(m["year"], m["second"]), m["part2"] or None)
    return _split(m, first, last, "second")


def _split(m: Match, first: Reading, last: Reading, cut: str) -> list[Reading]:
    """Each end gets its own words: the second begins where its slot does."""
    at = m.spans["part2"][0] if "part2" in m else m.spans[cut][0]
    between = m.text[m.start : at]
    first_end = m.start + len(between.rstrip(" -–—,\n"))
    for word in ("and", "to", "or", "through", "until", "till"):
        if m.text[m.start : first_end].lower().endswith(" " + word):
            first_end = m.start + len(m.text[m.start : first_end - len(word)].rstrip())
    return [replace(first, end=first_end), replace(last, start=at)]


_TO = "( and | to | or | through | until | till |-| - |, )"

RULES = (
    Rule("month day to day", f"[<weekday>[,] ]<month> <day>{_TO}<day:second>[,] <year>", days_of_month),
    Rule("month day to day, no year", f"[<weekday>[,] ]<month> <day>{_TO}<day:second>", days_of_month),
    Rule("day to day month", f"[the ]<day>{_TO}[the ]<day:second> [of ]<month>[[,] <year>]", days_of_month),
    Rule("year to year in figures", "<year>[ ](-|/)[ ](<year:second>|<two-digits:short>)", years),
    Rule("years BC", "<small-year>[ ]-[ ]<small-year:second>[ ]<before-christ>", years_before_christ),
    Rule(
        "month to month of a year",
        "[<part>~]<month>( and | to | or |-| - |/)[<part:part2>~]<month:second>[,] <year>",
        months_of_year,
    ),
)
