"""A rule of the grammar: its name, the template that finds it, the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.times.context import Context, Reading
from dateline.times.slots import SLOTS
from dateline.times.template import Template, compiled


@dataclass(frozen=True)
class Match:
    """Where a rule's template matched, and what its slots hold."""

    rule: Rule
    start: int
    end: int
    spans: dict[str, tuple[int, int]]
    """Slot to offsets into the text; slots left out are not in it."""
    text: str

    def __contains__(self, slot: str) -> bool:
        return slot in self.spans

    def __getitem__(self, slot: str) -> Any:
        """What the slot means, None when it was left out."""
        if slot not in self.spans:
            return None
        start, end = self.spans[slot]
        return SLOTS[self.rule.template.slots[slot]].read(self.text[start:end])

    def words(self, slot: str | None = None) -> str:
        """The text of the match or of one slot, as written; "" for a slot left out."""
        start, end = (self.start, self.end) if slot is None else self.spans.get(slot, (0, 0))
        return self.text[start:end]


Read = Callable[[Context, Match], "Reading | list[Reading] | None"]


@dataclass(frozen=True)
class Rule:
    """`read` gets the context and the match, and gives a reading, several for a range, or None to refuse."""

    name: str
    source: str
    read: Read

    @cached_property
    def template(self) -> Template:
        """The compiled template."""
        return compiled(self.source)

    def match(self, text: str, start: int) -> Match | None:
        """Try the rule at an offset."""
        found = self.template.regex.match(text, start)
        if found is None or found.end() == start:
            return None
        spans = {slot: found.span(slot) for slot in self.template.slots if found.start(slot) >= 0}
        return Match(self, start, found.end(), spans, text)
