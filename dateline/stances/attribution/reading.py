"""An attribution as one of the finders sees it, before all of them are merged."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """Who (`speaker`, the head of its noun phrase) says what (`pieces`, offsets in order) and by which cue.

    `frame` is the form of the content as in the tables, or "block" (a paragraph quoted without marks) or "floating"
    (a quotation whose speaker nothing beside it tells); `kind` is that of the cue, `verb` the index of its token.
    """

    pieces: tuple[Offsets, ...]
    speaker: Token | None
    speaker_span: Offsets | None
    cue_span: Offsets | None
    frame: str
    kind: str
    verb: int | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.pieces[-1][1]
