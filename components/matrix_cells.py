"""The matrix of who stands where toward whom, as plain data: the busiest actors and targets, the rest folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from components import words
from dateline.records import Analysis, Stance, Target

OTHERS = "others"
"""The row or column of all actors beyond the busiest."""
PLACES = "places"
ISSUES = "issues"
"""Columns of all targets that are places beyond the busiest, and of all that are issues."""


@dataclass(frozen=True)
class Cell:
    """The stances of one actor (or fold) toward one target (or fold)."""

    actor: str
    target: str
    stances: tuple[Stance, ...]

    @property
    def net(self) -> int:
        """Friendly less hostile stances."""
        return sum(s.polarity for s in self.stances)

    @property
    def lean(self) -> float:
        """The mean polarity, -1 to 1."""
        return self.net / len(self.stances)


@dataclass(frozen=True)
class Grid:
    """Rows and columns as (id, name), busiest first, and the cells that are not empty."""

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]


def target_id(target: Target) -> str:
    """The id of a target that is an actor or a place; ISSUES for an issue."""
    return target.actor or target.place or ISSUES


def grid(analysis: Analysis, most: int = 8) -> Grid:
    """At most so many actors as rows and so many targets as columns, plus the folds."""
    acts = Counter(s.actor for s in analysis.stances)
    aims = Counter(target_id(s.target) for s in analysis.stances if s.target.issue is None)
    rows, columns = _busiest(acts, most), _busiest(aims, most)
    places = {p.id for p in analysis.places}
    by_cell: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for stance in analysis.stances:
        by_cell[_folded(stance, rows, columns, places)].append(stance)
    row_ids = [*rows, *_used((OTHERS,), (row for row, _ in by_cell))]
    column_ids = [*columns, *_used((OTHERS, PLACES, ISSUES), (column for _, column in by_cell))]
    names = _names(analysis, len(acts) - len(rows), aims.keys() - set(columns), places)
    return Grid(
        tuple((id, names.get(id, id)) for id in row_ids),
        tuple((id, names.get(id, id)) for id in column_ids),
        tuple(Cell(row, column, tuple(those)) for (row, column), those in by_cell.items()),
    )


def _busiest(counts: Counter[str], most: int) -> list[str]:
    # Folding a single one away would save nothing.
    return [id for id, _ in counts.most_common(most + 1 if len(counts) == most + 1 else most)]


def _used(folds: tuple[str, ...], found: object) -> list[str]:
    present = set(found)  # type: ignore[call-overload]
    return [fold for fold in folds if fold in present]


def _folded(stance: Stance, rows: list[str], columns: list[str], places: set[str]) -> tuple[str, str]:
    aim = target_id(stance.target)
    if aim != ISSUES and aim not in columns:
        aim = PLACES if aim in places else OTHERS
    return (stance.actor if stance.actor in rows else OTHERS), aim


def _names(analysis: Analysis, folded_rows: int, folded: set[str], places: set[str]) -> dict[str, str]:
    names = {a.id: a.name for a in analysis.actors} | {p.id: p.name for p in analysis.places}
    names[ISSUES] = "issues"
    names[PLACES] = "other places" if places - folded else "places"
    names[OTHERS] = "other actors"
    return names


def stances_of(analysis: Analysis, cell: tuple[str, str], most: int = 8) -> tuple[Stance, ...]:
    """The stances in the cell with these row and column ids; empty when there is no such cell."""
    return next((c.stances for c in grid(analysis, most).cells if (c.actor, c.target) == cell), ())


def cell_words(cell: Cell, actor: str, target: str) -> str:
    """A cell as a sentence: "ISIS toward Iraqi government: 3 hostile, 1 even-handed"."""
    counts = Counter(s.polarity for s in cell.stances)
    parts = [f"{counts[p]} {words.POLARITIES[p]}" for p in (1, 0, -1) if counts[p]]
    return f"{actor} toward {target}: {', '.join(parts)}"
