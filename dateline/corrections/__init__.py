"""Corrections: what a reader knows better, as records that are applied on top of an analysis."""

from dateline.corrections.applying import Corrected, apply
from dateline.corrections.kinds import Correction, read_all
from dateline.corrections.references import Unfit

__all__ = ["Corrected", "Correction", "Unfit", "apply", "read_all"]
