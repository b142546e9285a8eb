"""The matrix counts every stance once and folds what is too much."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from components.matrix import matrix_figure, tint
from components.matrix_cells import ISSUES, OTHERS, PLACES, grid, stances_of
from components.palette import DARK, LIGHT
from dateline.records import Analysis, Target
from tests.components.made import actor, analysis, hostile, place, sentences, small, stance


def many(pairs: list[tuple[int, int]]) -> Analysis:
    """Stances between 12 actors, and toward 12 places (numbers from 12 on) and issues (from 24 on)."""
    one = sentences()[0]

    def target(n: int) -> Target:
        return Target(actor=f"a{n}") if n < 12 else Target(place=f"p{n}") if n < 24 else Target(issue=f"issue {n}")

    return analysis(
        actors=tuple(actor(f"a{i}", f"Actor {i}") for i in range(12)),
        places=tuple(place(f"p{i}", f"Place {i}") for i in range(12, 24)),
        stances=tuple(stance(f"s{i}", f"a{a}", target(b), one) for i, (a, b) in enumerate(pairs)),
    )


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 30)), max_size=80), st.integers(1, 14))
def test_every_stance_lies_in_exactly_one_cell(pairs: list[tuple[int, int]], most: int) -> None:
    made = many(pairs)
    shown = grid(made, most)
    assert sorted(s.id for c in shown.cells for s in c.stances) == sorted(s.id for s in made.stances)
    rows, columns = {id for id, _ in shown.rows}, {id for id, _ in shown.columns}
    assert all(c.actor in rows and c.target in columns for c in shown.cells)
    assert len(rows) <= most + 1
    assert len(columns) <= most + 3


def test_a_cell_says_its_net_position_and_its_count() -> None:
    figure = matrix_figure(small())
    (choices,) = figure.data
    cells = {tuple(ids): text for ids, text in zip(choices.customdata, choices.text, strict=True)}
    assert cells[("rebels", "kotor")] == "<b>−1</b><br>/1"
    assert cells[("norland-gov", "mayor")] == "<b>+1</b><br>/1"
    assert cells[("mayor", ISSUES)].startswith("<b>+1")


def test_a_cell_leads_to_its_stances() -> None:
    assert [s.id for s in stances_of(small(), ("rebels", "mayor"))] == ["fight"]
    assert stances_of(small(), ("nobody", "mayor")) == ()


def test_what_is_folded_is_named_so() -> None:
    pairs = [(a, b) for a in range(12) for b in (a, a + 12)]
    names = dict(grid(many(pairs), 3).columns)
    assert names[OTHERS] == "other actors"
    assert names[PLACES] == "other places" or PLACES in names


def test_the_colour_grows_with_agreement_and_is_never_the_only_sign() -> None:
    assert tint(-1, LIGHT) != tint(-0.3, LIGHT) != tint(0, LIGHT) != tint(1, LIGHT)
    assert tint(-1, LIGHT) != tint(-1, DARK)
    (choices,) = matrix_figure(small()).data
    assert all(re.match(r"<b>[+−=]", text) for text in choices.text)


def test_hostile_names_are_escaped() -> None:
    figure = matrix_figure(hostile())
    texts = [*figure.layout.xaxis.ticktext, *figure.layout.yaxis.ticktext, *figure.data[0].hovertext]
    assert not any(re.search(r"<(?!/?(b|br)>)", text) for text in texts)


def test_the_selected_actor_is_framed() -> None:
    assert len(matrix_figure(small(), "mayor").layout.shapes) == len(matrix_figure(small()).layout.shapes) + 2
