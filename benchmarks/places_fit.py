"""Fits the weights of dateline.places (data/lexicon/toponyms/weights.json) on texts with answers.

Few regularised weights, each of a feature that can be read; texts of one kind count as much as those of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from benchmarks.parses import parses, rows
from dateline import names
from dateline.language import Parse
from dateline.names import Name
from dateline.places import acceptance, candidates, context, recognition, resolution, role, setting, spots
from dateline.places.candidates import COLUMNS, STATIC, Numbers
from dateline.places.context import Scene
from dateline.places.gazetteer import Gazetteer
from dateline.places.linear import probability
from dateline.places.spots import Spot

NEAR_KM = 161.0
SETS = ("lgl", "trnews", "geowebnews")
RECOGNITION_C, ROLE_C, CONFIDENCE_C = 0.3, 0.3, 0.3
RESOLUTION_PENALTY = 1.0
LIMITS = {"looked-at": 0.12, "recognised": 0.4, "placed": 0.42}
ACCEPTANCE_C = 0.3
FOLDS = 4
_MOST_OF_ONE = 3  # a name mentioned more often than this counts no more

Gold = dict[str, Any]


@dataclass
class Example:
    """One article with its answers and its spots; `gold` has one entry a spot, or None."""

    parse: Parse
    names: tuple[Name, ...]
    toponyms: list[Gold]
    spots: list[Spot]
    features: list[dict[str, float]]
    gold: list[Gold | None]


def load(folder: Path, name: str, gazetteer: Gazetteer) -> list[Example]:
    """The articles of one set, parsed, with their spots and features."""
    path = folder / "dev" / f"places_{name}.jsonl"
    return [_example(row, parse, gazetteer) for row, parse in zip(rows(path), parses(path), strict=True)]


def _example(row: dict[str, Any], parse: Parse, gazetteer: Gazetteer) -> Example:
    found = names.read(parse)
    spotted = spots.find(parse, found, gazetteer)
    known = recognition.facts(parse, found, spotted)
    features = [recognition.features(parse.doc, spot, known) for spot in spotted]
    return Example(parse, found, row["toponyms"], spotted, features, _matched(parse, spotted, row["toponyms"]))


def _matched(parse: Parse, found: Sequence[Spot], toponyms: list[Gold]) -> list[Gold | None]:
    """For each spot the answer it should give: the one of the same span, else that which it overlaps most."""
    offsets = [spots.offsets(parse.doc, spot) for spot in found]
    at = {(t["start"], t["end"]): t for t in toponyms}
    gold: list[Gold | None] = [at.get(offset) for offset in offsets]
    met = {(t["start"], t["end"]) for t in gold if t}
    for toponym in toponyms:
        if (toponym["start"], toponym["end"]) not in met:
            shared = [min(e, toponym["end"]) - max(s, toponym["start"]) for s, e in offsets]
            best = max(range(len(shared)), key=lambda k: shared[k], default=None)
            if best is not None and shared[best] > 0 and gold[best] is None:
                gold[best] = toponym
    return gold


def logistic(
    features: list[dict[str, float]], answers: Sequence[bool], share: Sequence[float], c: float
) -> dict[str, float]:
    """The weights of a logistic model, features rarer than 3 left out."""
    vectoriser = DictVectorizer()
    table = vectoriser.fit_transform(features)
    often = np.asarray((table != 0).sum(axis=0)).ravel() >= 3
    model = LogisticRegression(C=c, max_iter=1000).fit(
        table[:, often], np.array(answers), sample_weight=np.array(share)
    )
    named = zip(np.array(vectoriser.get_feature_names_out())[often], model.coef_[0], strict=True)
    return {"bias": round(float(model.intercept_[0]), 3)} | {k: round(float(v), 3) for k, v in named if abs(v) >= 0.005}


def _set_shares(sets: Sequence[Sequence[Any]]) -> list[float]:
    """Weights that let each set count by the root of its size."""
    sizes = np.array([max(1, len(s)) for s in sets], dtype=float)
    each = np.sqrt(sizes) / sizes
    each *= sizes.sum() / (each * sizes).sum()
    return [float(e) for e in each]


def fit(sets: Sequence[list[Example]], gazetteer: Gazetteer) -> dict[str, Any]:
    """All numbers, fitted on these sets."""
    weight_of = _set_shares(sets)
    flat = [(x, w) for s, w in zip(sets, weight_of, strict=True) for x in s]
    numbers: dict[str, Any] = {"limits": LIMITS, "recognition": _recognition(flat), "role": _role(flat)}
    lessons = []
    for fold in range(FOLDS):  # each article as it looks to weights that were not fitted on it
        weights = _recognition([pair for k, pair in enumerate(flat) if k % FOLDS != fold])
        found = [_lesson(x, w, weights, gazetteer) for x, w in flat[fold::FOLDS]]
        lessons += [lesson for lesson in found if lesson is not None]
    numbers |= _resolution(lessons)
    return numbers | _second_look(lessons)


def _recognition(flat: Sequence[tuple[Example, float]]) -> dict[str, float]:
    return logistic(
        [f for x, _ in flat for f in x.features],
        [g is not None for x, _ in flat for g in x.gold],
        [w for x, w in flat for _ in x.features],
        RECOGNITION_C,
    )


def _role(flat: list[tuple[Example, float]]) -> dict[str, float]:
    pairs = [(role.features(x.parse.doc, s), g["class"] == "literal")
             for x, _ in flat for s, g in zip(x.spots, x.gold, strict=True) if g and g.get("class")]  # fmt: skip
    if not pairs:
        return {"bias": 0.0}
    return logistic([f for f, _ in pairs], [y for _, y in pairs], [1.0] * len(pairs), ROLE_C)


@dataclass
class Lesson:
    """One article's scene and, for each group, which candidates are right and how much the group counts."""

    scene: Scene
    doc: Doc
    mentions: list[tuple[Spot, float]]
    gold: list[Gold | None]
    weight: float
    right: list[Numbers | None]
    counts: list[float]


def _lesson(x: Example, weight: float, weights: dict[str, float], gazetteer: Gazetteer) -> Lesson | None:
    scored = [(s, probability(f, weights)) for s, f in zip(x.spots, x.features, strict=True)]
    kept = recognition.without_overlap([pair for pair in scored if pair[1] >= LIMITS["looked-at"]])
    if not kept:
        return None
    gold_at = {(s.start, s.end): g for s, g in zip(x.spots, x.gold, strict=True)}
    mentions = [s for s, _ in kept]
    scene = resolution.scene(x.parse.doc, x.parse.article, mentions, [sure for _, sure in kept], gazetteer)
    right: list[Numbers | None] = []
    counts = []
    for table in scene.tables:
        answers = [gold_at[(mentions[m].start, mentions[m].end)] for m in table.group.members]
        known = [a for a in answers if a is not None and a["lat"] is not None]
        right.append(_right(table, known[0]) if known else None)
        counts.append(weight * min(len(known), _MOST_OF_ONE))
    return Lesson(scene, x.parse.doc, kept, [gold_at[(s.start, s.end)] for s in mentions], weight, right, counts)


def _right(table: candidates.Table, answer: Gold) -> Numbers:
    if not len(table.lat):
        return np.zeros(0)
    gaps = candidates.distances(table.lat, table.lon, np.array([answer["lat"]]), np.array([answer["lon"]]))[:, 0]
    number = answer.get("geonameid")
    same = [
        e.source == "geonames" and number is not None and str(e.source_id) == str(number) for e in table.group.entries
    ]
    return ((gaps <= NEAR_KM) | np.array(same)).astype(float)


def choice_model(
    cases: Iterable[tuple[Numbers, Numbers, float]], width: int, penalty: float = RESOLUTION_PENALTY
) -> Numbers:
    """Weights of a conditional logit: rows of candidates, which of them are right (one or more), how much it counts."""
    usable = [(x, r, w) for x, r, w in cases if r.any() and not r.all()]
    deep = max(len(x) for x, _, _ in usable)
    table = np.zeros((len(usable), deep, width))
    right = np.zeros((len(usable), deep))
    real = np.zeros((len(usable), deep), dtype=bool)
    for i, (x, r, _) in enumerate(usable):
        table[i, : len(x)], right[i, : len(x)], real[i, : len(x)] = x, r, True
    count = np.array([w for _, _, w in usable])

    def loss(vector: Numbers) -> tuple[float, Numbers]:
        scores = np.where(real, table @ vector, -1e9)
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        share = raised / raised.sum(axis=1, keepdims=True)
        hit = np.maximum((share * right).sum(axis=1), 1e-12)
        slope = ((share - share * right / hit[:, None]) * count[:, None])[:, :, None] * table
        return float(-(count * np.log(hit)).sum() + penalty * vector @ vector), slope.sum(
            axis=(0, 1)
        ) + 2 * penalty * vector

    result: Numbers = minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return result


def _cases(
    lessons: list[Lesson], tables: Callable[[int], Sequence[Numbers]]
) -> Iterable[tuple[Numbers, Numbers, float]]:
    for k, lesson in enumerate(lessons):
        for rows_, right, count in zip(tables(k), lesson.right, lesson.counts, strict=True):
            if right is not None and len(right) and count:
                yield rows_, right, count


def _resolution(lessons: list[Lesson]) -> dict[str, dict[str, float]]:
    first = choice_model(_cases(lessons, lambda k: [t.static for t in lessons[k].scene.tables]), len(STATIC))
    prior = _named(STATIC, first)
    found = [candidates.prior(lesson.scene.tables, prior) for lesson in lessons]
    weights: dict[str, float] = {}
    for _ in range(resolution.ROUNDS):
        full = [
            [np.hstack([t.static, c]) for t, c in zip(x.scene.tables, context.rows(x.scene, s), strict=True)]
            for x, s in zip(lessons, found, strict=True)
        ]
        vector = choice_model(_cases(lessons, lambda k, full=full: full[k]), len(COLUMNS))
        weights = _named(COLUMNS, vector)
        found = [[candidates.softmax(r @ vector) for r in article] for article in full]
    return {"prior": prior, "resolution": weights}


def _named(columns: Sequence[str], vector: Numbers) -> dict[str, float]:
    return {name: round(float(value), 3) for name, value in zip(columns, vector, strict=True) if abs(value) >= 0.005}


def _second_look(lessons: list[Lesson]) -> dict[str, Any]:
    """How sure a place is, and whether it is one: fitted on articles that the resolution was not fitted on."""
    trained = [_resolution([x for k, x in enumerate(lessons) if k % FOLDS != fold]) for fold in range(FOLDS)]
    judged = [j for k, lesson in enumerate(lessons) for j in _judged(lesson, trained[k % FOLDS])]
    features, right, counts = (list(column) for column in zip(*judged, strict=True))
    weights = logistic(features, right, counts, CONFIDENCE_C)
    found: dict[str, Any] = {"confidence": weights}
    looks: list[tuple[dict[str, float], bool, float]] = []
    held: list[tuple[dict[str, float], bool, float]] = []
    for k, lesson in enumerate(lessons):
        chosen = resolution.choices(lesson.scene, trained[k % FOLDS] | found)
        held += _held(lesson, chosen)
        for choice in chosen:
            looks += [
                (acceptance.features(*lesson.mentions[m], choice), lesson.gold[m] is not None, lesson.weight)
                for m in choice.group.members
            ]
    found["acceptance"] = logistic(
        [f for f, _, _ in looks], [y for _, y, _ in looks], [w for _, _, w in looks], ACCEPTANCE_C
    )
    found["setting"] = logistic([f for f, _, _ in held], [y for _, y, _ in held], [w for _, _, w in held], ACCEPTANCE_C)
    return found


def _held(lesson: Lesson, chosen: list[resolution.Choice]) -> Iterable[tuple[dict[str, float], bool, float]]:
    """For places that the gazetteer does not have, whether the town named beside them is near enough."""
    of_mention = {m: choice for choice in chosen for m in choice.group.members}
    mentions = [(spot, of_mention[m]) for m, (spot, _) in enumerate(lesson.mentions) if lesson.gold[m]]
    answers = [gold for gold in lesson.gold if gold]
    for m, answer in enumerate(answers):
        if answer["lat"] is not None and setting.needs_one(*mentions[m]):
            place = setting.find(lesson.doc, mentions, m)
            entry = mentions[place[0]][1].entry if place is not None else None
            if place is not None and entry is not None:
                gap = candidates.distance(entry.lat, entry.lon, answer["lat"], answer["lon"])
                yield place[1], gap <= NEAR_KM, lesson.weight


def _judged(lesson: Lesson, numbers: dict[str, Any]) -> Iterable[tuple[dict[str, float], bool, float]]:
    found, rows_ = resolution.shares(lesson.scene, numbers["prior"], numbers["resolution"])
    for table, share, row, right, count in zip(
        lesson.scene.tables, found, rows_, lesson.right, lesson.counts, strict=True
    ):
        if right is not None and len(right) and count:
            order = np.argsort(-share, kind="stable")
            ranked = [(table.group.entries[k], float(share[k])) for k in order]
            best = dict(zip(COLUMNS, map(float, row[order[0]]), strict=True))
            yield resolution.confidence_features(ranked, best), bool(right[order[0]]), count
