"""Whatever the text and the date: no crash, spans that hold, valid EDTF, time in proportion."""

from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.times import lexicon
from dateline.times.interpreter import read_text
from dateline.times.patterns import RULES

KINDS = ["month", "weekday", "number", "ordinal", "unit", "season", "part-of-day", "part-of", "which", "frequency"]
WORDS = sorted(
    {w for kind in KINDS for w in lexicon.words(kind)}
    | {"ago", "later", "the", "of", "and", "to", "in", "since", "BC", "a.m.", "'", "-", ",", ".", "\n", "every", "half"}
    | {"0", "7", "30", "31", "1999", "0000", "99999", "12:60", "30/02/2014", "2014-13-01", "1914-18", "480", "'98"}
)  # fmt: skip
phrases = st.lists(st.sampled_from(WORDS).map(lambda w: w.title() if len(w) > 4 else w), max_size=12).map(" ".join)
days = st.one_of(st.none(), st.dates())


@settings(max_examples=300, deadline=None)
@given(st.one_of(phrases, st.text(max_size=80)), days)
def test_any_words_of_time_in_any_order_are_read_without_harm(text: str, published: date | None) -> None:
    end = 0
    for found in read_text(text, published):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        end = found.end
        if found.edtf:
            assert parse_edtf(found.edtf)
        if found.earliest and found.latest:
            assert found.earliest <= found.latest


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(RULES).flatmap(lambda rule: st.from_regex(rule.template.regex)), days)
def test_whatever_a_rule_can_find_it_reads_without_harm(text: str, published: date | None) -> None:
    assert all(t.edtf is None or parse_edtf(t.edtf) for t in read_text(text, published))


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("piece", ["1234567890", "of the of the ", "March march march ", "the last ", "'90", "9 a.m. "])
def test_time_grows_in_proportion_to_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        read_text(text, date(2014, 6, 15))
        return time.process_time() - start

    small, large = seconds(20_000), seconds(80_000)
    assert large < 4 * small * 2 + 0.5
