"""At a glance: the key figures of an analysis and its gist in two sentences."""

from __future__ import annotations

import html
from collections import Counter

import streamlit as st

from components import words
from dateline.records import Analysis


def at_a_glance(analysis: Analysis) -> None:
    """The gist, and under it one line of counts, each with its unit."""
    st.html(f'<p class="dl-lead">{_where(analysis)} {_who(analysis)} {_when(analysis)}</p>{_figures(analysis)}')


def _figures(analysis: Analysis) -> str:
    scenes = {t.place for t in analysis.toponyms if t.place and t.role == "literal"}
    dated = sum(1 for s in analysis.stances if s.when)
    counts = [
        (len(scenes), "places where it happens" if len(scenes) != 1 else "place where it happens"),
        (len(analysis.actors), "actors" if len(analysis.actors) != 1 else "actor"),
        (len(analysis.stances), f"stances, {dated} of them dated"),
        (len(analysis.statements), "statements" if len(analysis.statements) != 1 else "statement"),
    ]
    cells = "".join(f"<span><b>{n:,}</b> {html.escape(unit)}</span>" for n, unit in counts)
    return f'<div class="dl-figures">{cells}</div>'


def _where(analysis: Analysis) -> str:
    scenes = Counter(t.place for t in analysis.toponyms if t.place and t.within is None and t.role == "literal")
    names = {p.id: p.name for p in analysis.places}
    top = [names[id] for id, _ in scenes.most_common(3)]
    return f"It happens in {_bold(top)}." if top else "No place where it happens was found."


def _who(analysis: Analysis) -> str:
    acts = Counter(s.actor for s in analysis.stances)
    top = [words.actor_name(analysis, id) for id, _ in acts.most_common(3)]
    return f"Most stances are taken by {_bold(top)}." if top else "Nobody was found to take a stance."


def _when(analysis: Analysis) -> str:
    starts = [s.earliest for s in analysis.stances if s.earliest]
    ends = [s.latest for s in analysis.stances if s.latest]
    if not starts or not ends:
        return "None of it is dated by the text."
    first, last = html.escape(words.short_day(min(starts))), html.escape(words.short_day(max(ends)))
    return (
        f"What is dated lies on <b>{first}</b>."
        if first == last
        else f"What is dated lies between <b>{first}</b> and <b>{last}</b>."
    )


def _bold(names: list[str]) -> str:
    marked = [f"<b>{html.escape(name)}</b>" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
