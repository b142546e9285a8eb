"""What a record says of its target: PLOVER type, mode and polarity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A PLOVER type, its mode if any, and the polarity toward the target (-1, 0, 1)."""

    type: str
    mode: str | None
    polarity: int
