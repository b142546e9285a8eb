"""A card for each actor: who it is, what it said, did and had done to it, each with its sentence."""

from __future__ import annotations

import re

import streamlit as st

from components import words
from components.actor_roles import Part, order, parts
from components.escape import for_html, for_markdown, shortened
from dateline.records import Actor, Analysis

SHOWN = 8
"""Cards at first; the rest on request."""


def actor_cards(analysis: Analysis, selected: str | None, *, key: str, shown: int = SHOWN) -> str | None:
    """Show the cards, busiest actor first, the selected one before all; the id of the actor just chosen, else None."""
    ranked = order(analysis, selected)
    if not ranked:
        return None
    limit = len(ranked)
    if limit > shown + 1 and not st.toggle(f"All {len(ranked)} actors", key=f"{key}:all"):
        limit = shown
    chosen = None
    for index, actor in enumerate(ranked[:limit]):
        if index % 2 == 0:  # a new pair each time: on a narrow screen, where columns are stacked, the order holds
            columns = st.columns(2, gap="medium")
        with columns[index % 2], st.container(border=True):
            st.html(card_html(analysis, actor, opened=actor.id == selected))
            if actor.id == selected:
                st.html('<div class="dl-muted">Chosen: marked on every page</div>')
            elif st.button(
                f"Mark {for_markdown(shortened(actor.name, 30))} everywhere",
                key=f"{key}:{actor.id}",
                type="tertiary",
                icon=":material/ads_click:",
            ):
                chosen = actor.id
    return chosen


def card_html(analysis: Analysis, actor: Actor, *, opened: bool = False) -> str:
    """One card as HTML; all text of the article is escaped. With `opened`, its lists are unfolded."""
    found = parts(analysis, actor)
    facts = [
        ("Also called", _names(actor)),
        ("Mentioned", _counted(len(actor.mentions), "time")),
        ("Part of it", ", ".join(a.name for a in analysis.actors if a.part_of == actor.id)),
    ]
    rows = "".join(f"<dt>{label}</dt><dd>{for_html(value)}</dd>" for label, value in facts if value)
    lists = "".join(_part_html(part, opened) for part in found)
    return (
        f'<div class="dl-card"><div class="name">{for_html(shortened(actor.name, 120))}</div>'
        f'<div class="kind">{for_html(words.actor_line(analysis, actor))}</div><dl>{rows}</dl>{lists}</div>'
    )


def _names(actor: Actor, most: int = 8) -> str:
    # "The government" beside "the government" tells nothing: one spelling of each, without its article.
    plain = {re.sub(r"^(the|an?) ", "", a, flags=re.IGNORECASE).casefold(): a for a in reversed(actor.aliases)}
    plain.pop(actor.name.casefold(), None)
    others = [shortened(name, 60) for name in reversed(plain.values())]
    more = f" and {len(others) - most} more" if len(others) > most else ""
    return ", ".join(others[:most]) + more


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}{'' if count == 1 else 's'}" if count else ""


def _part_html(part: Part, opened: bool, most: int = 25) -> str:
    if not part.items:
        return f'<div class="dl-muted">{part.title}: nothing found</div>'
    items = "".join(
        f'<div><b class="{item.tone}">{item.sign}</b> {for_html(item.line)}'
        + (f' <span class="dl-muted">{for_html(item.note)}</span>' if item.note else "")
        + f'<div class="dl-quote">{for_html(shortened(item.evidence, 600))}</div></div>'
        for item in part.items[:most]
    )
    if len(part.items) > most:
        items += f'<div class="dl-muted">and {len(part.items) - most} more</div>'
    state = " open" if opened else ""
    return f"<details{state}><summary>{part.title} ({len(part.items)})</summary>{items}</details>"
