"""Business time: fiscal years, the quarter reported on and the one compared with."""

from __future__ import annotations

from dateline.times import moments, values
from dateline.times.context import Context, Reading, Reference, relative
from dateline.times.rules import Match, Rule


def fiscal_year(c: Context, m: Match) -> Reading | None:
    """As in "fiscal 1998", "fiscal year 2015"."""
    return Reading("DATE", values.year(m["year"]))


def which_fiscal_year(c: Context, m: Match) -> Reading:
    """As in "last fiscal year", "the current financial year"."""
    step = {"last": -1, "then-last": -1, "next": 1, "then-next": 1}.get(m["which"], 0)
    return relative(c.now, step, "year", m["part_of"] or None)


def quarter_reported(c: Context, m: Match) -> Reading:
    """As in "the latest quarter": the one that ended last."""
    return relative(c.writing, -1, "quarter")


def year_before(c: Context, m: Match) -> Reading:
    """As in "the year-earlier quarter", "the same period a year ago"."""
    ref = c.writing
    last = moments.shifted(ref.moment, -15, "month") if ref.moment else None
    return relative(Reference(last, "quarter", ref.basis), 0, "quarter")


_LAST_YEAR = "(a year ago|a year earlier|last year|of last year|the previous year|in the previous year)"

RULES = (
    Rule("fiscal year", "[the ](fiscal|financial)[ year] <year>", fiscal_year),
    Rule("which fiscal year", "[<part-of> ]<which> (fiscal|financial) year", which_fiscal_year),
    Rule("latest quarter", "[the ](latest|most recent) (quarter|period)", quarter_reported),
    Rule("year-earlier quarter", "[the ]year~(ago|earlier) (quarter|period)", year_before),
    Rule("same quarter last year", f"the (same|comparable|corresponding) (quarter|period)[ {_LAST_YEAR}]", year_before),
)
