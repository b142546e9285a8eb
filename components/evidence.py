"""The evidence panel: what is chosen, how sure it is and why, and the sentences that prove it."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from components import corrections_state, selection, words
from components.corrections_panel import correct_panel
from components.rows import rows, stance_row
from components.selection import Selection
from components.sentences import grouped, marked
from dateline.corrections.placing import REASON
from dateline.records import Actor, Analysis, Place, Span, Stance, Statement, TimeExpression, Toponym

_MOST_SENTENCES = 12
_TONES = {1: "hit-pos", 0: "hit-neu", -1: "hit-neg"}


def evidence_panel(analysis: Analysis, *, key: str = "evidence", in_text: bool = False) -> None:
    """Show the proof of what is chosen, or say how to choose. `in_text`: the text stands beside it already."""
    chosen = selection.current(analysis)
    with st.container(border=True, key=f"panel {key} {'chosen' if chosen else 'empty'}"):
        if chosen is None:
            st.html(
                '<div class="dl-card"><div class="name">Evidence</div><p class="dl-muted">Choose a place, an actor, '
                "a time or a stance: the sentences that prove it stand here, on every page, until you clear it."
                "</p></div>"
            )
            return
        {"place": _place, "actor": _actor, "stance": _stance, "time": _time, "statement": _statement}[chosen.kind](
            analysis, chosen
        )
        if chosen.kind != "place" and corrections_state.is_corrected(chosen):
            st.caption(":material/edit: Corrected by you")
        correct_panel(analysis, chosen, key=key)
        left, right = st.columns([1, 1], vertical_alignment="center")
        if not in_text:
            left.page_link("pages/article.py", label="Read in the text", icon=":material/article:")
        if right.button("Clear", key=f"clear {key}", icon=":material/close:", type="tertiary"):
            selection.choose(None)
            st.rerun()


def _card(
    name: str, kind: str, facts: Iterable[tuple[str, str]], quotes: Iterable[str] = (), *, quotes_first: bool = False
) -> None:
    """A card from plain texts (escaped here) and quotes that are safe HTML already."""
    rows_ = "".join(f"<dt>{html.escape(k)}</dt><dd>{html.escape(v)}</dd>" for k, v in facts if v)
    parts = [f"<dl>{rows_}</dl>", "".join(quotes)]
    if quotes_first:
        parts.reverse()
    st.html(
        f'<div class="dl-card"><div class="name">{html.escape(name)}</div><div class="kind">{html.escape(kind)}</div>'
        f"{''.join(parts)}</div>"
    )


def _quotes(analysis: Analysis, spans: Iterable[Span], css_class: str = "hit") -> list[str]:
    found = grouped(analysis, spans)
    out = [
        f'<blockquote class="dl-quote">{marked(analysis, sentence, hits, css_class)}</blockquote>'
        for sentence, hits in found[:_MOST_SENTENCES]
    ]
    if len(found) > _MOST_SENTENCES:
        out.append(f'<p class="dl-muted">and {len(found) - _MOST_SENTENCES} more sentences, marked in the text</p>')
    return out


def _place(analysis: Analysis, chosen: Selection) -> None:
    place = next(p for p in analysis.places if p.id == chosen.id)
    mentions = [t for t in analysis.toponyms if t.place == place.id]
    _card(place.name, words.place_kind(place), _place_facts(place, mentions), _quotes(analysis, mentions))
    acts = [s for s in analysis.stances if place.id in (s.place, s.target.place)]
    if acts:
        st.caption("Acts there or toward it")
        rows(analysis, [stance_row(analysis, s) for s in acts], key="evidence there", label="Acts there", shown=4)


def _place_facts(place: Place, mentions: list[Toponym]) -> list[tuple[str, str]]:
    best = max(mentions, key=lambda t: t.confidence, default=None)
    vague = sorted({t.relation for t in mentions if t.relation})
    return [
        ("Where", words.coordinates(place)),
        ("Mentions", str(len(mentions))),
        *_place_doubt(best),
        ("Also as", ", ".join(f"“{r} {place.name}”" for r in vague)),
    ]


def _place_doubt(best: Toponym | None) -> list[tuple[str, str]]:
    if best is None or best.reason == REASON:
        return [("Why", "corrected by you")] if best else []
    return [("Sure?", f"{words.confidence(best.confidence)} ({best.confidence:.0%})"), ("Why", best.reason or "")]


def _actor(analysis: Analysis, chosen: Selection) -> None:
    actor = next(a for a in analysis.actors if a.id == chosen.id)
    by = [s for s in analysis.stances if s.actor == actor.id]
    toward = [s for s in analysis.stances if s.target.actor == actor.id]
    said = [s for s in analysis.statements if s.speaker == actor.id]
    _card(actor.name, words.actor_line(analysis, actor), _actor_facts(actor, said))
    if by:
        st.caption("Stands toward others")
        rows(
            analysis,
            [stance_row(analysis, s) for s in by],
            key="evidence by",
            label=f"Stances of {actor.name}",
            shown=5,
        )
    if toward:
        st.caption("Others toward it")
        rows(
            analysis,
            [stance_row(analysis, s) for s in toward],
            key="evidence toward",
            label=f"Stances toward {actor.name}",
            shown=5,
        )
    named = [m for m in actor.mentions if m.form != "pronoun"] or list(actor.mentions)
    with st.expander(f"Sentences that mention it ({len(grouped(analysis, named))})", expanded=not by and not toward):
        st.html('<div class="dl-card">' + "".join(_quotes(analysis, named)) + "</div>")


def _actor_facts(actor: Actor, said: list[Statement]) -> list[tuple[str, str]]:
    aliases = [a for a in actor.aliases if a != actor.name]
    return [
        ("Also called", ", ".join(aliases[:8]) + (" …" if len(aliases) > 8 else "")),
        ("Mentions", str(len(actor.mentions))),
        ("Statements", str(len(said)) if said else ""),
    ]


def _stance(analysis: Analysis, chosen: Selection) -> None:
    stance = next(s for s in analysis.stances if s.id == chosen.id)
    sentence = marked(analysis, stance.evidence, [stance.cue], _TONES[stance.polarity])
    quote = f'<blockquote class="dl-quote">{sentence}</blockquote>'
    who, whom = words.actor_name(analysis, stance.actor), words.target_name(analysis, stance)
    _card(
        f"{who} → {whom}",
        f"{words.TYPES[stance.type]} ({stance.type}), {words.POLARITIES[stance.polarity]}",
        _stance_facts(analysis, stance),
        [quote],
        quotes_first=True,
    )


def _stance_facts(analysis: Analysis, stance: Stance) -> list[tuple[str, str]]:
    place = next((p for p in analysis.places if p.id == stance.place), None)
    when = (
        words.days(stance.earliest, stance.latest) if stance.earliest or stance.latest else stance.when or "not dated"
    )
    return [
        ("Cue", f"“{analysis.article.text[stance.cue.start : stance.cue.end]}”"),
        ("Kind", words.QUADS[words.QUAD_OF[stance.type]] + (f", {stance.mode}" if stance.mode else "")),
        ("Told as", words.MODALITIES[stance.modality]),
        ("Says who", words.actor_name(analysis, stance.said_by) if stance.said_by else "the article"),
        ("When", when),
        ("Basis", words.BASES[stance.when_basis] if stance.when else ""),
        ("Where", place.name if place else ""),
        ("Strength", f"{stance.intensity or 0:+g}, from −10 to +10 (PLOVER)"),
        ("Sure?", f"{words.confidence(stance.confidence)} ({stance.confidence:.0%})"),
    ]


def _time(analysis: Analysis, chosen: Selection) -> None:
    time: TimeExpression = next(t for t in analysis.times if t.id == chosen.id)
    facts = [
        ("Means", words.time_line(time)),
        ("Basis", words.BASES[time.basis]),
        ("TIMEX3", time.value),
        ("EDTF", time.edtf or ""),
    ]
    _card(f"“{time.text}”", time.type.lower(), facts, _quotes(analysis, [time]), quotes_first=True)
    acts = [s for s in analysis.stances if s.time == time.id]
    if acts:
        st.caption("Dates these acts")
        rows(
            analysis,
            [stance_row(analysis, s) for s in acts],
            key="evidence acts",
            label="Acts dated by this expression",
        )


def _statement(analysis: Analysis, chosen: Selection) -> None:
    statement = next(s for s in analysis.statements if s.id == chosen.id)
    text = analysis.article.text
    cue = statement.cue_span
    quote = f'<blockquote class="dl-quote">{html.escape(text[statement.start : statement.end])}</blockquote>'
    facts = [("Form", statement.form), ("Cue", f"“{text[cue.start : cue.end]}”" if cue else "")]
    _card(
        words.actor_name(analysis, statement.speaker) if statement.speaker else "Speaker not named",
        "says",
        facts,
        [quote],
        quotes_first=True,
    )
