"""Fits the stances' confidence on the project's own training text: `python -m benchmarks.stances_fit [--write]`.

Candidates of every sentence and article of data/training/ (actors, places and statements as the engine reads them)
are labelled right when a record written there has the same actor, target and sign; a logistic regression over their
readable features then moves the hand-written weights of data/lexicon/stances/prior.json toward what the text shows.
Reported: how well calibrated the fit is on texts held out of it, and F1 at each threshold. --write replaces
data/lexicon/stances/weights.json. No other text is looked at but for the threshold.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.parses import article_of, rows
from benchmarks.stances import inputs
from dateline import language, stances
from dateline.language import Parse
from dateline.stances import confidence, scene
from dateline.stances.coding import Candidate
from dateline.stances.tree import Tree

FOLDER = Path(__file__).resolve().parent.parent / "data" / "training"
PRIOR_WEIGHTS = confidence.WEIGHTS.with_name("prior.json")
"""Weights written by hand, from which the fit departs only where the training text is clear."""
FOLDS = 10
FEWEST = 12
"""Candidates that a feature must occur in to get a weight."""
STRENGTH = 0.02
"""Inverse of the penalty on departures from the prior; small, as the training text is harder than news."""
PRIOR = "prior"
PRIOR_SCALE = 20.0
"""The prior's score is stretched so that the penalty leaves its weight alone."""
THRESHOLD = 0.2
"""Chosen on the dev sets: below it more records are wrong than are worth having in news."""
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)

Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A candidate's features, whether it is right, and which text it comes from."""

    features: dict[str, float]
    right: bool
    text: str


@dataclass(frozen=True)
class Owed:
    """A record written in the training text: where actor and target stand, and the sign."""

    actor: tuple[Span, ...]
    target: tuple[Span, ...]
    polarity: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the weights in data/lexicon/stances/")
    args = parser.parse_args()
    examples, owed = training(FOLDER)
    right = sum(e.right for e in examples)
    print(f"{len(examples)} candidates, {right} right; {owed} records owed")
    columns, matrix, labels = _matrix(examples)
    held = _held_out(matrix, labels, [e.text for e in examples])
    _report(held, labels, owed)
    weights, bias = _with_prior(columns, _fit(matrix, labels))
    for name, weight in sorted(weights.items(), key=lambda nw: nw[1]):
        print(f"{weight:6.2f} {name}")
    if args.write:
        data = {"bias": bias, "threshold": THRESHOLD, "features": weights}
        confidence.WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def training(folder: Path) -> tuple[list[Example], int]:
    """All candidates of the training text with their labels, and the number of records owed."""
    examples: list[Example] = []
    owed = 0
    for path in sorted(folder.glob("*.jsonl")):
        texts = [{"id": f"{path.stem}-{n}", **row} for n, row in enumerate(rows(path))]
        articles = [article_of(row) for row in texts]
        for row, parse in zip(texts, language.parse_many(articles, batch_size=64), strict=True):
            wanted = list(_owed(row))
            owed += len(wanted)
            for candidate in _candidates(parse, row):
                right = any(_is(candidate, w) for w in wanted)
                examples.append(Example(dict(candidate.features), right, row["id"]))
    return examples, owed


def _candidates(parse: Parse, row: dict[str, Any]) -> list[Candidate]:
    who, toponyms, where, _, said = inputs(parse, row, gold=False)
    return stances.candidates(scene.of(parse, Tree.of(parse.doc), who, toponyms, where, said)) if who else []


def _owed(row: dict[str, Any]) -> Iterator[Owed]:
    """The records of a line: in a sentence the exact words, in an article the words in the evidence's sentence."""
    text = row["text"]
    for s in row["stances"]:
        first = text.find(s["evidence"]) if "evidence" in s else 0
        within = (first, first + len(s["evidence"])) if "evidence" in s else (0, len(text))
        actor = [s.get("actor_mention") or s["actor"], s["actor"]]
        target = [s["target"], *s.get("target_words", ())]
        yield Owed(_spans(text, actor, within), _spans(text, target, within), s["polarity"])


def _spans(text: str, words: list[str], within: Span) -> tuple[Span, ...]:
    found = []
    for piece in dict.fromkeys(w for w in words if w):
        start = text.find(piece, *within)
        if start >= 0:
            found.append((start, start + len(piece)))
    return tuple(found)


def _is(candidate: Candidate, owed: Owed) -> bool:
    ends = [(candidate.actor, owed.actor), (candidate.target, owed.target)]
    if candidate.kind.type in ("AGREE", "CONSULT", "COOPERATE"):
        forward = all(_meets(party.span, spans) for party, spans in ends)
        back = _meets(candidate.actor.span, owed.target) and _meets(candidate.target.span, owed.actor)
        return (forward or back) and candidate.kind.polarity == owed.polarity
    return candidate.kind.polarity == owed.polarity and all(_meets(party.span, spans) for party, spans in ends)


def _meets(span: Any, spans: tuple[Span, ...]) -> bool:
    return any(span.start < end and start < span.end for start, end in spans)


def _matrix(examples: list[Example]) -> tuple[list[str], Any, Any]:
    counts = Counter(name for e in examples for name in e.features)
    used = {n for n, count in counts.items() if count >= FEWEST}
    prior = confidence.model(PRIOR_WEIGHTS)
    kept = [
        {n: v for n, v in e.features.items() if n in used} | {PRIOR: PRIOR_SCALE * prior.score(e.features)}
        for e in examples
    ]
    vectors = DictVectorizer(sparse=True)
    matrix = vectors.fit_transform(kept)
    return list(vectors.get_feature_names_out()), matrix, np.array([e.right for e in examples])


def _fit(matrix: Any, labels: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, labels)


def _with_prior(columns: list[str], model: LogisticRegression) -> tuple[dict[str, float], float]:
    """The fitted weights by feature, those of the prior added in, and the bias."""
    fitted = dict(zip(columns, map(float, model.coef_[0]), strict=True))
    share, prior = PRIOR_SCALE * fitted.pop(PRIOR), confidence.model(PRIOR_WEIGHTS)
    names = sorted({*fitted, *prior.features})
    weights = {n: round(fitted.get(n, 0.0) + share * prior.features.get(n, 0.0), 2) for n in names}
    return weights, round(float(model.intercept_[0]) + share * prior.bias, 2)


def _held_out(matrix: Any, labels: Any, groups: list[str]) -> Any:
    """The probability of each candidate by a model that has not seen its text."""
    found = np.zeros(len(labels))
    for train, test in GroupKFold(FOLDS).split(matrix, labels, groups):
        found[test] = _fit(matrix[train], labels[train]).predict_proba(matrix[test])[:, 1]
    return found


def _report(held: Any, labels: Any, owed: int) -> None:
    """Print calibration and F1 at each threshold."""
    for low in np.arange(0, 1, 0.1):
        inside = (held >= low) & (held < low + 0.1)
        if inside.any():
            said, was = 100 * held[inside].mean(), 100 * labels[inside].mean()
            print(f"said {said:.0f} %: right {was:.0f} % of {inside.sum()}")
    for threshold in THRESHOLDS:
        hits, given = int(labels[held >= threshold].sum()), int((held >= threshold).sum())
        precision, recall = hits / max(given, 1), hits / max(owed, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{threshold}: P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}")


if __name__ == "__main__":
    main()
