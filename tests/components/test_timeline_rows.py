"""What the timelines draw: every stance and time, none with a date that the text does not give."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from components.timeline_rows import (
    FOLDED,
    TIMES,
    Lane,
    Mark,
    departure,
    departure_words,
    lanes,
    marks,
    stacked,
    timeline_table,
    undated,
)
from dateline.records import Target
from tests.components.made import PUBLISHED, actor, analysis, hostile, sentences, small, stance

DAY = date(2020, 1, 1)


def mark(told: int, first: int | None = None, last: int | None = None, id: str = "m") -> Mark:
    """A mark whose days are counted from DAY."""
    ends = [None if n is None else DAY + timedelta(days=n) for n in (first, first if last is None else last)]
    return Mark(f"{id}{told}", "stance", "a", "x", told, ends[0], ends[1], "explicit")


class TestMarks:
    def test_every_stance_and_every_time_that_dates_none_is_a_mark_in_the_order_told(self) -> None:
        assert [(m.id, m.told) for m in marks(small())] == [
            ("shelling", 1),
            ("call", 2),
            ("aid", 3),
            ("fight", 4),
            ("may", 4),
        ]

    def test_a_time_that_dates_a_stance_is_not_drawn_twice(self) -> None:
        made = small()
        used = made.stances[0].model_copy(update={"time": "may"})
        assert "may" not in {m.id for m in marks(made.model_copy(update={"stances": (used,)}))}

    def test_nothing_gets_the_publication_date(self) -> None:
        assert not any(PUBLISHED in (m.earliest, m.latest) for m in marks(small()))
        assert not next(m for m in marks(small()) if m.id == "call").dated

    def test_what_is_undated_waits_in_the_tray_in_the_order_told(self) -> None:
        assert [s.id for s in undated(small())] == ["call", "fight"]

    def test_the_table_holds_every_mark_dated_ones_first(self) -> None:
        table = timeline_table(small())
        assert len(table) == len(marks(small()))
        assert list(table["When"][-2:]) == ["no date", "no date"]
        assert "Mon 7 Jun 2021" in set(table["When"])

    def test_an_empty_analysis_gives_an_empty_table_with_its_columns(self) -> None:
        table = timeline_table(analysis())
        assert len(table) == 0
        assert "When" in table.columns


class TestLanes:
    def test_the_busiest_actor_stands_first_below_the_times(self) -> None:
        assert [lane.id for lane in lanes(small())][:2] == [TIMES, "rebels"]

    def test_actors_beyond_the_busiest_share_a_lane_that_counts_them(self) -> None:
        one = sentences()[0]
        actors = tuple(actor(f"a{i}", f"Actor {i}") for i in range(9))
        acts = tuple(stance(f"s{i}", f"a{i}", Target(issue="x"), one) for i in range(9))
        found = lanes(analysis(actors=actors, stances=acts), most=4)
        assert [lane.id for lane in found] == ["a0", "a1", "a2", "a3", FOLDED]
        assert found[-1].name == "5 other actors"
        assert len(found[-1].marks) == 5

    def test_folding_a_single_actor_away_would_save_nothing(self) -> None:
        one = sentences()[0]
        actors = tuple(actor(f"a{i}", f"Actor {i}") for i in range(5))
        acts = tuple(stance(f"s{i}", f"a{i}", Target(issue="x"), one) for i in range(5))
        assert FOLDED not in {lane.id for lane in lanes(analysis(actors=actors, stances=acts), most=4)}

    @given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), min_size=1, max_size=25))
    def test_marks_in_one_row_do_not_overlap_while_there_are_rows(self, days: list[tuple[int, int]]) -> None:
        many = tuple(mark(i + 1, first, first + length) for i, (first, length) in enumerate(days))
        lane = stacked(Lane("a", "A", many), span=360, most_rows=99)
        assert len(lane.marks) == len(many)
        for a in lane.marks:
            for b in lane.marks:
                if a is not b and a.row == b.row and a.earliest and b.earliest and a.latest and b.latest:
                    assert a.latest < b.earliest or b.latest < a.earliest

    def test_rows_are_bounded_however_many_marks_there_are(self) -> None:
        lane = stacked(Lane("a", "A", tuple(mark(1, 5) for _ in range(2000))), span=10)
        assert lane.rows <= 6


class TestDeparture:
    def test_told_as_it_happened_is_nothing_and_backwards_is_all(self) -> None:
        assert departure([mark(1, 1), mark(2, 2), mark(3, 3)]).index == 0
        assert departure([mark(1, 3), mark(2, 2), mark(3, 1)]).index == 1

    def test_one_flashback_of_three_reverses_two_pairs(self) -> None:
        found = departure([mark(1, 5), mark(2, 6), mark(3, 1)])
        assert (found.reversed, found.comparable) == (2, 3)

    def test_what_may_be_at_the_same_time_or_stands_in_one_sentence_is_not_compared(self) -> None:
        assert departure([mark(1, 1, 9), mark(2, 5)]).comparable == 0
        assert departure([mark(1, 9), mark(1, 1)]).comparable == 0

    def test_open_and_missing_dates_are_not_compared(self) -> None:
        assert departure([mark(1), mark(2, 5), mark(3)]).comparable == 0
        assert "Too little" in departure_words(departure([]))

    @given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 50), st.integers(0, 9)), max_size=30))
    def test_the_count_is_that_of_looking_at_every_pair(self, drawn: list[tuple[int, int, int]]) -> None:
        found = [mark(told, first, first + length) for told, first, length in drawn]
        reversed_, comparable = 0, 0
        for a in found:
            for b in found:
                if a.latest and b.earliest and a.latest < b.earliest and a.told != b.told:
                    comparable += 1
                    reversed_ += b.told < a.told
        assert (departure(found).reversed, departure(found).comparable) == (reversed_, comparable)


def test_hostile_text_is_kept_as_it_is_for_the_table() -> None:
    assert timeline_table(hostile())["Sentence"].str.contains("<img", regex=False).all()
