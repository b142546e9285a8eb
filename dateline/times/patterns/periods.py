"""Quarters, halves, seasons, decades and centuries."""

from __future__ import annotations

import re

from dateline.times import moments, values
from dateline.times.context import Context, Reading, Reference
from dateline.times.rules import Match, Rule
from dateline.times.values import SEASON_MONTH

_STEP = {"last": -1, "then-last": -1, "next": 1, "then-next": 1}


def season(c: Context, m: Match) -> Reading | None:
    """As in "last fall", "the summer of 1943", "spring". Refuses the verb "fall" and the noun "fall of Saigon"."""
    word, mod = m.words("season").lower(), m["part"] or m["part_of"] or None
    if "small_year" in m:
        return Reading("DATE", values.season(1 - m["small_year"], m["season"]), mod)
    if "year" in m:
        return Reading("DATE", values.season(m["year"], m["season"]), mod)
    if word in ("fall", "spring") and not ({"which", "part"} & m.spans.keys()) and not _is_season(c, m):
        return None
    ref = c.then("season") if (m["which"] or "").startswith("then") else c.now
    if ref.moment is None:
        return Reading("DATE", values.season(None, m["season"]), mod, "none")
    return Reading("DATE", values.season(_season_year(c, m, ref), m["season"]), mod, ref.basis)


def season_of_which_year(c: Context, m: Match) -> Reading:
    """As in "the spring of next year"."""
    ref = c.now
    year = ref.moment.year + _STEP.get(m["which"], 0) if ref.moment else None
    return Reading("DATE", values.season(year, m["season"]), m["part"] or None, ref.basis)


def quarter(c: Context, m: Match) -> Reading:
    """As in "the third quarter", "fourth quarter of 1998", "last year's second quarter"."""
    number, ref = m["ordinal"], c.now
    if "year" in m:
        return Reading("DATE", f"{m['year']}-Q{number}")
    if ref.moment is None:
        return Reading("DATE", f"XXXX-Q{number}", basis="none")
    year = ref.moment.year + _STEP.get(m["which"], 0)
    if "which" not in m and number > ref.moment.quarter and c.tense != "future":
        year -= 1
    return Reading("DATE", f"{values.year(year)}-Q{number}", basis=ref.basis)


def half(c: Context, m: Match) -> Reading:
    """As in "the first half of 1998", "second half of the year"."""
    number = m["ordinal"] or 2
    ref = Reference(moments.checked(m["year"]), "year", "explicit") if "year" in m else c.now
    year = ref.moment.year + _STEP.get(m["which"], 0) if ref.moment else None
    return Reading("DATE", f"{values.year(year)}-H{number}", basis=ref.basis)


def decade(c: Context, m: Match) -> Reading:
    """As in "the 1980s", "the late 1960s"."""
    return Reading("DATE", values.decade(m["decade"]), m["part"] or m["part_of"] or None)


def decade_before_christ(c: Context, m: Match) -> Reading | None:
    """As in "the 470s BC"."""
    tens = int(re.sub(r"\D", "", m.words("decade")))
    return Reading("DATE", f"BC{tens // 10:03d}", m["part"] or m["part_of"] or None)


def named_decade(c: Context, m: Match) -> Reading | None:
    """As in "the sixties", "the '90s": of the twentieth century."""
    tens = m["decade_name"] if "decade_name" in m else int(re.sub(r"\D", "", m.words("two_digits"))) // 10
    if "two_digits" in m and not m.words("two_digits").endswith("0"):
        return None
    return Reading("DATE", f"{200 + tens if tens < 2 else 190 + tens}", m["part"] or None)


def century(c: Context, m: Match) -> Reading | None:
    """As in "the 20th century", "late fifth century BC"."""
    return Reading("DATE", values.century(m["ordinal"], "before_christ" in m), m["part"] or m["part_of"] or None)


def _season_year(c: Context, m: Match, ref: Reference) -> int:
    assert ref.moment is not None
    first, now = SEASON_MONTH[m["season"]], ref.moment
    if m["which"] == "last":
        return now.year if first + 3 <= now.month else now.year - 1
    if m["which"] in ("next", "then-next"):
        return now.year if first > now.month else now.year + 1
    if c.narrative or m["which"]:
        return now.year
    if first > now.month and c.tense != "future":
        return now.year - 1
    return now.year + 1 if first + 3 <= now.month and c.tense == "future" else now.year


def _is_season(c: Context, m: Match) -> bool:
    if re.match(r"\s+(?:of\s+(?!\d)|from\b|to\b|in\b|into\b|below|short|apart|out\b)", c.after()):
        return False
    return bool(
        re.search(
            r"\b(?:in|by|during|until|since|through|this|that|of|until|for|early|late|mid|between|same|and)(?:\s+the)?[\s-]+$",
            c.before(),
        )
    )


_PART = "[the ][(<part>~|<part-of> )][the ]"

RULES = (
    Rule("season of a year", f"{_PART}<season>[,] [of ]<year>", season),
    Rule("season BC", f"{_PART}<season>[,] [of ]<small-year> <before-christ>", season),
    Rule("season of which year", f"{_PART}<season> [of ]<which> year", season_of_which_year),
    Rule("which season", "[(<part> |<part-of> |early in |later in )]<which> <season>", season),
    Rule("season", "[(<part>~|<part-of> |early in |later in |late in )][the ]<season>", season),
    Rule("quarter of a year", "[the ]<ordinal>~quarter [of ]<year>", quarter),
    Rule("year's quarter", "[the ]<year> <ordinal>~quarter", quarter),
    Rule("quarter of which year", "[the ]<ordinal>~quarter [of ]<which> year", quarter),
    Rule("which year's quarter", "<which> year's <ordinal>~quarter", quarter),
    Rule("quarter", "[the ]<ordinal>~quarter", quarter),
    Rule("half of a year", "[the ](<ordinal>|latter) half of (<year>|the year|<which> year)", half),
    Rule("decade", f"{_PART}<decade>", decade),
    Rule("decade BC", "[the ][<part-of> the ][<part>~]<small-decade:decade> <before-christ>", decade_before_christ),
    Rule("named decade", "the [<part>~](<decade-name>|'<two-digits>s)", named_decade),
    Rule("century", f"{_PART}<ordinal>~century[ <before-christ>]", century),
)
