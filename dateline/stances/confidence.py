"""How sure a record is: a logistic score over features that a reader can understand, with weights in a file."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.settings import DEFAULTS

WEIGHTS = DEFAULTS.lexicon / "stances" / "weights.json"


@dataclass(frozen=True)
class Model:
    """Weights by feature name. Records below `threshold` are not given out."""

    bias: float
    threshold: float
    features: dict[str, float]

    def score(self, features: Mapping[str, float]) -> float:
        """The log odds that the record is right; features without a weight count nothing."""
        return self.bias + sum(self.features.get(name, 0.0) * value for name, value in features.items())

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability that the record is right."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))


@lru_cache(maxsize=2)
def model(path: Path = WEIGHTS) -> Model:
    """The weights of a file, read once."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Model(float(data["bias"]), float(data["threshold"]), {k: float(v) for k, v in data["features"].items()})
