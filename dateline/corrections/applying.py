"""Corrections applied in order; what no longer fits is left out and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.corrections import judging, kinds, naming, placing
from dateline.corrections.kinds import Correction
from dateline.corrections.placing import Things
from dateline.corrections.references import Unfit
from dateline.records import Analysis

_STEPS: dict[type, Callable[[Analysis, Any], tuple[Analysis, Things]]] = {
    kinds.SetPlace: placing.set_place,
    kinds.Rename: naming.rename,
    kinds.Merge: naming.merge,
    kinds.SetSector: naming.set_sector,
    kinds.SetSide: naming.set_side,
    kinds.ChangeStance: judging.change,
    kinds.RefuseStance: judging.refuse,
    kinds.DateStance: judging.set_date,
    kinds.AddStance: judging.add,
}


@dataclass(frozen=True)
class Corrected:
    """An analysis with corrections applied."""

    analysis: Analysis
    """Its `corrections` are those that were applied, as plain data."""
    touched: Things = frozenset()
    """Kind ("place", "actor", "stance") and id of all that a correction set."""
    unfit: tuple[tuple[int, str], ...] = ()
    """Index of each correction that does not fit this analysis, and why."""


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Corrected:
    """The analysis with the corrections applied, each on top of those before it.

    The given analysis stays as it is; taking one correction back is applying the others. Never raises: a correction
    that speaks of something the analysis does not hold is listed in `unfit`.
    """
    touched: Things = frozenset()
    unfit: list[tuple[int, str]] = []
    applied: list[dict[str, Any]] = []
    for index, correction in enumerate(corrections):
        try:
            analysis, things = _STEPS[type(correction)](analysis, correction)
        except Unfit as why:
            unfit.append((index, str(why)))
            continue
        touched |= things
        applied.append(correction.model_dump(mode="json", exclude_none=False))
    if applied:
        analysis = analysis.model_copy(update={"corrections": tuple(applied)})
    return Corrected(analysis, touched, tuple(unfit))
