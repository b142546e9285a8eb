"""The summary for people counts what it lists and proves each stance."""

from __future__ import annotations

import re

from dateline.export.summary import summary
from dateline.records import Analysis


def test_each_block_counts_its_things(sample: Analysis) -> None:
    text = summary(sample)
    assert f"Stances ({len(sample.stances)})" in text and f"Times ({len(sample.times)})" in text


def test_every_stance_stands_over_its_sentence(sample: Analysis) -> None:
    lines = summary(sample).splitlines()
    at = next(i for i, line in enumerate(lines) if re.match(r"  - ISIS \w+ Mosul", line))
    assert lines[at + 1].strip().startswith("Even as the anti-government militant forces")


def test_what_was_not_found_is_said(sample: Analysis) -> None:
    assert summary(sample.model_copy(update={"stances": ()})).endswith("Stances (0)\n  none found")
