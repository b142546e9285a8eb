"""Years: "2014", "the end of 1998", "480 BC", "AD 70", "nineteen eighty-four", "ca. 461 BC", "the year 2000"."""

from __future__ import annotations

import re

from dateline.times import lexicon, values
from dateline.times.context import Context, Reading
from dateline.times.rules import Match, Rule

_LEADS_TO_YEAR = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|after|before|around|to|and|year|early|late|between)\s+(?:the\s+)?$"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:[$£€¥#]\s?|\b(?:no\.|route|about|some|than|nearly|over|only|highway|flight|page|room))\s*$"
)
_STREET = re.compile(
    r"\s(?:[A-Z][\w.]{0,20}\s){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Court|Way|Highway)\b"
)
_NEXT_WORD = re.compile(r"[\s-]+(?:more\s+|other\s+)?([a-z]+)")


def year(c: Context, m: Match) -> Reading | None:
    """Four figures; refused where they count or number things ("2000 people", "Route 1995")."""
    number, before = m["year"], c.before()
    marked = (
        {"part", "part_of", "approx"} & m.spans.keys() or "year" in m.words().lower() or _LEADS_TO_YEAR.search(before)
    )
    if _AMOUNT_BEFORE.search(before) or _counts(c) or (not 1500 <= number <= 2100 and not marked):
        return None
    if not 1000 <= number <= 2999 or (m["approx"] and m["approx"] != "APPROX"):
        return None
    return Reading("DATE", values.year(number), m["part"] or m["part_of"] or m["approx"] or None)


def year_before_christ(c: Context, m: Match) -> Reading | None:
    """As in "480 BC"."""
    if m["small_year"] == 0:
        return None
    return Reading("DATE", values.year(1 - m["small_year"]), m["part"] or m["part_of"] or m["approx"] or None)


def year_of_our_lord(c: Context, m: Match) -> Reading | None:
    """As in "AD 70", "1066 AD"."""
    if m["small_year"] == 0 or not re.search(r"A\.?D|C\.?E", m.words()):
        return None
    return Reading("DATE", values.year(m["small_year"]))


def spelled(c: Context, m: Match) -> Reading | None:
    """As in "nineteen eighty-four"."""
    rest = m["number"]
    if not isinstance(rest, int) or not 10 <= rest <= 99 or _counts(c):
        return None
    return Reading("DATE", values.year(m["century_word"] * 100 + rest))


def short_year(c: Context, m: Match) -> Reading | None:
    """As in "in '98"."""
    return (
        Reading("DATE", values.year(m["short_year"]))
        if re.search(r"\b(?:in|since|of|by|from|until)\s$", c.before())
        else None
    )


def bare_in_ancient_story(c: Context, m: Match) -> Reading | None:
    """As in "in 490": a year before Christ while the text tells of years before Christ."""
    number = m["small_year"]
    if c.era is None or not 10 <= number <= 999 or abs((1 - number) - c.era) > 150:
        return None
    if not re.search(r"\b(?:in|since|by|until|from|of|during|after|before|around)\s$", c.before()) or _counts(c):
        return None
    return Reading("DATE", values.year(1 - number), m["part_of"] or None)


def _counts(c: Context) -> bool:
    """Whether the next word is something that a number before it counts."""
    following = _NEXT_WORD.match(c.after())
    return bool(following and following[1] in lexicon.words("counted")) or bool(_STREET.match(c.text, c.end))


RULES = (
    Rule("year", "[(<part>~|<part-of> |<approx> )][the year ]<year>", year),
    Rule("year BC", "[the ][(<part>~|<part-of> |<approx> )]<small-year>[ ]<before-christ>", year_before_christ),
    Rule("AD year", "(ad|a.d.) <small-year>", year_of_our_lord),
    Rule("year AD", "<small-year> (ad|a.d.|ce|c.e.)", year_of_our_lord),
    Rule("spelled year", "[the year ]<century-word>~<number>", spelled),
    Rule("short year", "<short-year>", short_year),
    Rule("bare year BC", "[<part-of> ]<small-year>", bare_in_ancient_story),
)
