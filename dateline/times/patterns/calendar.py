"""Days and months of the calendar: "June 14, 2014", "the 3rd of May", "early October", "last March", "15/06/2014"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.times import edtf, moments, values
from dateline.times.context import Context, Reading, day_reading
from dateline.times.rules import Match, Rule

_MONTH_THAT_IS_A_WORD = re.compile(r"may|march|mar|sun|sat|august|april|june|jan|dec", re.IGNORECASE)
_LEADS_TO_MONTH = re.compile(
    r"\b(?:in|since|of|by|until|till|from|through|during|last|next|this|for|before|after|to|between|and|early|late|mid"
    r"|each|every|or|around|about|as of|throughout|again in|that|the|follow\w+|past)[\s-]+$"
)


def day_of_month(c: Context, m: Match) -> Reading | None:
    """A day with its month, and its year when the text has it."""
    if not _is_month(c, m, alone=False):
        return None
    day = m["day"] or m["ordinal"]
    if day > 31:
        return None
    year = m["year"] or m["short_year"]
    if "before_christ" in m:
        return day_reading(1 - m["small_year"], m["month"], day, "explicit")
    if year:
        return _checked(m, day_reading(year, m["month"], day, "explicit"))
    ref = c.year_of(m["month"], day)
    if ref.moment is None:
        return day_reading(None, m["month"], day, ref.basis)
    return _checked(m, day_reading(_with_weekday(m, ref.moment.year, day), m["month"], day, ref.basis))


def _with_weekday(m: Match, year: int, day: int) -> int:
    """The year, or the one beside it in which the day falls on the weekday that the text names."""
    for candidate in (year, year - 1, year + 1) if "weekday" in m else ():
        there = moments.checked(candidate, m["month"], day)
        if there and there.weekday == m["weekday"]:
            return candidate
    return year


def _checked(m: Match, reading: Reading) -> Reading:
    """The reading, unsure where its day does not fall on the weekday that the text names."""
    there = edtf.interval(reading.value)
    if "weekday" not in m or there is None or there.grain != "day" or there.first.weekday == m["weekday"]:
        return reading
    return replace(reading, unsure=True)


def month(c: Context, m: Match) -> Reading | None:
    """A month, with its year or without."""
    if not _is_month(c, m, alone=not ({"year", "short_year", "small_year", "part", "part_of"} & m.spans.keys())):
        return None
    mod = m["part"] or m["part_of"] or None
    if "small_year" in m:
        return Reading("DATE", values.month(1 - m["small_year"], m["month"]), mod)
    year = m["year"] or m["short_year"]
    if year:
        return Reading("DATE", values.month(year, m["month"]), mod)
    ref = c.year_of(m["month"])
    return Reading("DATE", values.month(ref.moment.year if ref.moment else None, m["month"]), mod, ref.basis)


def month_of_which_year(c: Context, m: Match) -> Reading:
    """As in "March of last year"."""
    ref = c.then("year") if m["which"].startswith("then") else c.now
    step = {"last": -1, "then-last": -1, "next": 1, "then-next": 1}.get(m["which"], 0)
    year = ref.moment.year + step if ref.moment else None
    if "day" in m:
        return day_reading(year, m["month"], m["day"], ref.basis)
    return Reading("DATE", values.month(year, m["month"]), m["part"] or m["part_of"] or None, ref.basis)


def which_month(c: Context, m: Match) -> Reading | None:
    """As in "last March", "next June", "this May": the nearest one before or after now."""
    if not m.words("month")[0].isupper():
        return None
    ref, number = c.now, m["month"]
    if ref.moment is None:
        return Reading("DATE", values.month(None, number), basis="none")
    year = ref.moment.year
    if "day" in m:
        number, day = m["month"], m["day"]
        year = _nearest_year(ref.moment, number, day, m["which"])
        return day_reading(year, number, day, ref.basis)
    if m["which"] in ("last", "then-last"):
        year -= number >= ref.moment.month
    elif m["which"] in ("next", "then-next"):
        year += number <= ref.moment.month
    return Reading("DATE", values.month(year, number), m["part"] or None, ref.basis)


def numeric(c: Context, m: Match) -> Reading | None:
    """2014-06-15, 6/15/14, 15.06.2014. Month first where both readings are days, and then unsure."""
    a, b, d = (int(x) for x in re.split(r"[-/.]", m["iso"]))
    sign = re.findall(r"[-/.]", m["iso"])
    if sign[0] != sign[1]:
        return None
    if len(m["iso"].split(sign[0])[0]) == 4:
        return _valid(a, b, d) if sign[0] != "." else None
    if len(m["iso"].split(sign[0])[2]) not in (2, 4) or (sign[0] != "/" and d < 100):
        return None
    year = d if d > 99 else _near_century(c, d)
    month_first, day_first = moments.checked(year, a, b), moments.checked(year, b, a)
    found = day_first if sign[0] == "." and day_first else month_first or day_first
    unsure = bool(month_first and day_first and a != b and sign[0] != ".")
    return Reading("DATE", values.day(found), unsure=unsure) if found else None


def day_alone(c: Context, m: Match) -> Reading | None:
    """As in "the 14th", "on the 3rd": of the month last named."""
    ref = c.then("day")
    if ref.moment is None or ref.grain not in ("day", "month") or not m.words("ordinal")[0].isdigit():
        return None
    if not (
        re.search(r"\b(?:on|by|until|from|since)\s+$", c.before())
        and re.match(r"\s*(?:[.,;:]|of\b|and\b|to\b|$)", c.after())
    ):
        return None
    return day_reading(ref.moment.year, ref.moment.month, m["ordinal"], "relative-to-mention")


def _nearest_year(now: moments.Moment, month: int, day: int, which: str) -> int:
    """Of "last Oct. 23" or "next May 1": the year of the nearest such day before or after now."""
    if which in ("last", "then-last"):
        return now.year - ((month, day) >= (now.month, now.day))
    return now.year + (which in ("next", "then-next") and (month, day) <= (now.month, now.day))


def _valid(year: int, number: int, day: int) -> Reading | None:
    if not (1000 <= year <= 2999 and 1 <= number <= 12 and 1 <= day <= 31):
        return None
    return day_reading(year, number, day, "explicit")


def _near_century(c: Context, two_digits: int) -> int:
    """The year ending in these digits that is at most ten years ahead of the time of writing."""
    now = c.published.year if c.published else 2020
    return now + 10 - (now + 10 - two_digits) % 100


def _is_month(c: Context, m: Match, alone: bool) -> bool:
    """Whether the month's word is a month here: not the verb "may", the name "April Jones", "march"."""
    word = m.words("month")
    if not (word[0].isupper() or c.text[m.start].isdigit()):
        return False
    if re.match(r"\s[A-Z]\.\s", c.text[m.end : m.end + 4]):  # "June E. Smith"
        return False
    if not alone:
        return True
    if len(word.rstrip(".")) <= 4 and word.lower() not in ("june", "july", "may") and not word.endswith("."):
        return False
    if not _MONTH_THAT_IS_A_WORD.fullmatch(word):
        return True
    if _LEADS_TO_MONTH.search(c.before()):
        return not (
            word in ("April", "June", "May", "August")
            and re.match(r"\s+(?:[A-Z][a-z]+ (?:said|told|was))", c.text[m.end : m.end + 24])
        )
    return word.lower() not in ("may", "march") and not re.match(r"[\s.]+[A-Z]", c.text[m.end : m.end + 3])


RULES = (
    Rule("month day, year", "[<weekday>[,] ]<month> [the ](<day>|<ordinal>)[,] <year>", day_of_month),
    Rule(
        "day month year", "[<weekday>[,] ][the ](<day>|<ordinal>) [of ]<month>[,] (<year>|<short-year>)", day_of_month
    ),
    Rule("month day", "[<weekday>[,] ]<month> [the ](<day>|<ordinal>)", day_of_month),
    Rule("day month", "[<weekday>[,] ][the ](<day>|<ordinal>) [of ]<month>", day_of_month),
    Rule("day-month-year", "<day>-<month>-(<year>|<short-year>)", day_of_month),
    Rule("day month BC", "(<day>|<ordinal>) [of ]<month>[,] <small-year> <before-christ>", day_of_month),
    Rule("figures", "<iso>", numeric),
    Rule("month year", "[(<part>~|<part-of> )]<month>[,] [of ](<year>|<short-year>)", month),
    Rule("month BC", "[(<part>~|<part-of> )]<month>[,] [of ]<small-year> <before-christ>", month),
    Rule("month of which year", "[(<part>~|<part-of> )]<month> [of ]<which> year", month_of_which_year),
    Rule("day of which year", "<month> <day>[,] of <which> year", month_of_which_year),
    Rule("day of which year, British", "[the ]<day> [of ]<month> of <which> year", month_of_which_year),
    Rule("which day", "<which> <month> <day>", which_month),
    Rule("which month", "[<part> ]<which> <month>", which_month),
    Rule("month", "[(<part>~|<part-of> |early in |late in |later in )]<month>", month),
    Rule("day alone", "the <ordinal>", day_alone),
)
