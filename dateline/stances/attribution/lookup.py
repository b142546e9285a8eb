"""Whose words an offset of the article belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dateline.records import Span, Statement

_CELL = 256


class Lookup:
    """Statements by the stretch of text that they cover.

    `speaker_at` answers in time proportional to the statements near the offset, whatever their number.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._all = sorted(statements, key=lambda s: (s.start, -s.end))
        self._cells: dict[int, list[int]] = {}
        self._starts = [s.start for s in self._all]
        for index, statement in enumerate(self._all):
            for cell in range(statement.start // _CELL, max(statement.end - 1, statement.start) // _CELL + 1):
                self._cells.setdefault(cell, []).append(index)

    def covering(self, offset: int) -> tuple[Statement, ...]:
        """All statements whose content holds the offset, the outermost first."""
        last = bisect_right(self._starts, offset)
        near = (self._all[i] for i in self._cells.get(offset // _CELL, ()) if i < last)
        return tuple(s for s in near if offset < s.end and not _is_frame(s, offset))

    def speaker_at(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds the offset; None where the writer speaks."""
        found = self.covering(offset)
        return min(found, key=lambda s: s.end - s.start) if found else None

    def quoted_at(self, offset: int) -> Statement | None:
        """The innermost statement in quotation marks there: its "we" and "I" are its speaker's."""
        found = [s for s in self.covering(offset) if s.form == "direct"]
        return min(found, key=lambda s: s.end - s.start) if found else None


def _is_frame(statement: Statement, offset: int) -> bool:
    """Whether the offset lies in the words "the mayor said" inside the content, which are the writer's."""
    if statement.pieces:
        return not any(_holds(piece, offset) for piece in statement.pieces)
    return any(span is not None and _holds(span, offset) for span in (statement.cue_span, statement.speaker_span))


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
