"""Logistic models as plain numbers: named features times weights."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp


def logistic(score: float) -> float:
    """The probability of a log-odds score."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that a logistic model with these weights gives; the weight "bias" is always added.

    Features the model does not know count nothing.
    """
    return logistic(weights["bias"] + sum(value * weights.get(name, 0.0) for name, value in features.items()))
