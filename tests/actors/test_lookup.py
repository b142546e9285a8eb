"""From a span of text to the actor it mentions."""

from __future__ import annotations

from dateline.actors.lookup import ActorIndex
from dateline.records import Actor, Mention


def actor(name: str, *spans: tuple[int, int], form: str = "name") -> Actor:
    mentions = tuple(Mention(start=a, end=b, text="x" * (b - a), form=form) for a, b in spans)  # type: ignore[arg-type]
    return Actor(id=name, name=name, kind="person", sector=None, country=None, mentions=mentions)


INDEX = ActorIndex(
    [actor("forces", (0, 17)), actor("government", (0, 10)), actor("minister", (30, 42)), actor("b", (30, 42))]
)


def test_a_span_without_mention_is_nobodys() -> None:
    assert INDEX.at(20, 25) is None


def test_the_head_word_decides_between_nested_mentions() -> None:
    assert INDEX.at(0, 17, head=11) == "forces"


def test_the_likest_span_wins() -> None:
    assert INDEX.at(0, 10) == "government"


def test_a_mention_of_several_actors_gives_all() -> None:
    assert INDEX.all_at(30, 42) == ("minister", "b")


def test_a_name_goes_before_a_pronoun() -> None:
    index = ActorIndex([actor("she", (5, 8), form="pronoun"), actor("anna", (5, 8))])
    assert index.at(5, 8) == "anna"
