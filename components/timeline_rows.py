"""What the timelines draw, as plain data: a mark for each stance and time, its lane and row, and the order of telling.

Pure functions from an Analysis; no plotly, no Streamlit. Days are dates; a mark without them is undated, never
given the publication date.
"""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from components import words
from components.palette import quad_class
from dateline.records import Analysis, Basis, Modality, Polarity, Stance

TIMES = "times"
"""The lane of the time expressions."""
FOLDED = "others"
"""The lane that holds the actors beyond the busiest."""


@dataclass(frozen=True)
class Mark:
    """A stance or a time expression on a timeline. `told` is the number of its sentence, from 1."""

    id: str
    kind: Literal["stance", "time"]
    lane: str
    words: str
    told: int
    earliest: date | None
    latest: date | None
    basis: Basis
    polarity: Polarity = 0
    quad: str = "VC"
    modality: Modality = "asserted"
    sentence: str = ""
    row: int = 0

    @property
    def dated(self) -> bool:
        """Whether the text gives at least one end of its days."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True)
class Lane:
    """An actor's lane: how many rows high it is, and its marks."""

    id: str
    name: str
    marks: tuple[Mark, ...]
    rows: int = 1


@dataclass(frozen=True)
class Departure:
    """How far the telling departs from the order of events: pairs told the other way round, of those comparable.

    Two marks are comparable when one ends before the other begins and they stand in different sentences (Kendall's
    tau distance over the comparable pairs).
    """

    reversed: int
    comparable: int

    @property
    def index(self) -> float:
        """0 as it happened, 1 wholly backwards; 0 when nothing is comparable."""
        return self.reversed / self.comparable if self.comparable else 0.0


def marks(analysis: Analysis) -> list[Mark]:
    """All stances, and the time expressions that no stance is dated by, in the order of telling."""
    starts = [s.start for s in analysis.sentences]
    used = {s.time for s in analysis.stances if s.time}
    found = [_stance(analysis, s, _told(starts, s.evidence.start)) for s in analysis.stances]
    for time in analysis.times:
        if time.id not in used:
            told = _told(starts, time.start)
            found.append(
                Mark(
                    id=time.id,
                    kind="time",
                    lane=TIMES,
                    words=f"“{time.text}”",
                    told=told,
                    earliest=time.earliest,
                    latest=time.latest,
                    basis=time.basis,
                    sentence=_sentence(analysis, told),
                )
            )
    return sorted(found, key=lambda m: m.told)


def _stance(analysis: Analysis, stance: Stance, told: int) -> Mark:
    return Mark(
        id=stance.id,
        kind="stance",
        lane=stance.actor,
        words=words.stance_line(analysis, stance),
        told=told,
        earliest=stance.earliest,
        latest=stance.latest,
        basis=stance.when_basis,
        polarity=stance.polarity,
        quad=quad_class(stance.type),
        modality=stance.modality,
        sentence=analysis.article.text[stance.evidence.start : stance.evidence.end],
    )


def _told(starts: list[int], offset: int) -> int:
    return max(bisect.bisect_right(starts, offset), 1)


def _sentence(analysis: Analysis, told: int) -> str:
    if not analysis.sentences:
        return ""
    span = analysis.sentences[told - 1]
    return analysis.article.text[span.start : span.end]


def lanes(analysis: Analysis, most: int = 12) -> list[Lane]:
    """The `most` busiest actors, each with its marks in rows that do not overlap; the rest in one lane; times first."""
    found = marks(analysis)
    acts = Counter(m.lane for m in found if m.kind == "stance")
    names = {a.id: a.name for a in analysis.actors}
    busiest = [id for id, _ in acts.most_common(most)]
    if len(acts) == most + 1:  # a lane for a single folded actor would save nothing
        busiest = list(acts)
    by_lane: dict[str, list[Mark]] = {id: [] for id in (TIMES, *busiest, FOLDED)}
    for mark in found:
        by_lane[mark.lane if mark.lane in by_lane else FOLDED].append(mark)
    titles = {TIMES: "Times in the text", FOLDED: f"{len(acts) - len(busiest)} other actors"}
    span = _span(found)
    return [
        stacked(Lane(id, titles.get(id) or names.get(id, id), tuple(those)), span, len(analysis.sentences))
        for id, those in by_lane.items()
        if those
    ]


def _span(found: list[Mark]) -> float:
    days = [d.toordinal() for m in found for d in (m.earliest, m.latest) if d]
    return float(max(days) - min(days) + 1) if days else 1.0


def stacked(lane: Lane, span: float, sentences: int = 1, most_rows: int = 6) -> Lane:
    """The lane with each mark in the first row where it overlaps none before it.

    `span` is the calendar's length in days: a mark takes at least a twentieth of it, so that short ones stay apart;
    undated marks stay a thirteenth of the `sentences` apart.
    """
    apart = max(1, round(sentences / 13))
    dated_ends: list[float] = []
    undated_ends: list[int] = []
    placed = []
    for mark in sorted(lane.marks, key=lambda m: (_middle(m), m.told) if m.dated else (float(m.told), m.told)):
        if mark.dated:
            low, high = _reach(mark, span / 20)
            row = next((i for i, end in enumerate(dated_ends) if end <= low), len(dated_ends))
            row = min(row, most_rows - 1)
            dated_ends[row : row + 1] = [high]
        else:
            row = next((i for i, end in enumerate(undated_ends) if end + apart < mark.told), len(undated_ends))
            row = min(row, most_rows - 1)
            undated_ends[row : row + 1] = [mark.told]
        placed.append(replace(mark, row=row))
    return replace(lane, marks=tuple(placed), rows=max(len(dated_ends), len(undated_ends), 1))


def _middle(mark: Mark) -> float:
    ends = [d.toordinal() for d in (mark.earliest, mark.latest) if d]
    return sum(ends) / len(ends)


def _reach(mark: Mark, least: float) -> tuple[float, float]:
    low = (mark.earliest or mark.latest or date.min).toordinal()
    high = (mark.latest or mark.earliest or date.min).toordinal() + 1
    short = max(least - (high - low), 0) / 2
    return low - short, high + short


def undated(analysis: Analysis) -> list[Stance]:
    """The stances that the text gives no date, in the order of telling."""
    without = [s for s in analysis.stances if s.earliest is None and s.latest is None]
    return sorted(without, key=lambda s: (s.evidence.start, s.cue.start))


def departure(found: list[Mark]) -> Departure:
    """How far the order of telling departs from that of the days; undated marks and open ends are left out."""
    whole = [m for m in found if m.earliest and m.latest]
    if len(whole) < 2:
        return Departure(0, 0)
    told = np.array([m.told for m in whole])
    starts = np.array([m.earliest.toordinal() for m in whole if m.earliest])
    ends = np.array([m.latest.toordinal() for m in whole if m.latest])
    comparable = backwards = 0
    for i in range(len(whole)):  # a row at a time: memory stays in proportion
        later = starts > ends[i]
        comparable += int((later & (told != told[i])).sum())
        backwards += int((later & (told < told[i])).sum())
    return Departure(backwards, comparable)


def departure_words(found: Departure) -> str:
    """The index as a sentence for readers."""
    if not found.comparable:
        return "Too little is dated to compare the order of telling with the order of events."
    share = f"{found.reversed:,} of {found.comparable:,} pairs that can be compared are told the other way round"
    if not found.reversed:
        return f"Told in the order in which it happened: none of {found.comparable:,} pairs is reversed."
    return f"Departure from the order of events: {found.index:.0%} ({share})."


def timeline_table(analysis: Analysis) -> pd.DataFrame:
    """All that the timelines draw, as a table: a row for each mark, dated ones in order of days, then the others."""
    names = {a.id: a.name for a in analysis.actors} | {TIMES: "(time in the text)"}
    found = sorted(marks(analysis), key=lambda m: (not m.dated, m.earliest or m.latest or date.max, m.told))
    columns = ["When", "Basis", "Who", "What", "Class", "Position", "Status", "Sentence no.", "Sentence"]
    rows = [
        (
            words.days(m.earliest, m.latest),
            words.BASES[m.basis],
            names.get(m.lane, m.lane),
            m.words,
            words.QUADS[m.quad] if m.kind == "stance" else "",
            words.POLARITIES[m.polarity] if m.kind == "stance" else "",
            words.MODALITIES[m.modality] if m.kind == "stance" else "",
            m.told,
            m.sentence,
        )
        for m in found
    ]
    return pd.DataFrame(rows, columns=columns)
