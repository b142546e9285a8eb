"""Groups: mentions with the same name and the same container, which mean the same place (one sense a discourse)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.places import keys
from dateline.places.gazetteer import Entry
from dateline.places.spots import Spot

_AREAS = frozenset(("country", "admin1", "admin2", "region", "continent"))
_BETWEEN = frozenset((",", "and", "&", "or", "/"))
_NEAR_KM = 60.0
_LONGEST_LIST = 12


@dataclass(frozen=True)
class Group:
    """One name of the article. `container` is the name it stands with ("Texas" of "Paris, Texas"), as entries."""

    text: str
    key: str
    entries: tuple[Entry, ...]
    members: tuple[int, ...]
    """Indexes of its mentions."""
    container: tuple[Entry, ...] = ()
    container_text: str | None = None
    in_full: frozenset[int] = frozenset()
    """Those of its mentions that stand with the container."""
    listed: bool = False
    """Whether the container follows only at the end of a list: "Paris, Houston and Austin, Texas"."""
    contains: bool = False
    """Whether it is itself the container of another name."""
    area: bool = False
    """Whether the words beside it say that an area is meant: "Hama province"."""
    sure: float = 1.0
    """How likely it is a place at all: the likeliest of its mentions."""


def containers(doc: Doc, spots: Sequence[Spot]) -> dict[int, tuple[int, bool]]:
    """For the index of a mention, that of the mention it lies in by the words, and whether only by way of a list."""
    found: dict[int, tuple[int, bool]] = {}
    for i in range(len(spots) - 2, -1, -1):
        here, following = spots[i], spots[i + 1]
        if _is_area(following) and _directly(doc, here.end, following.start):
            if i + 1 not in found or not _is_big(here):
                found[i] = (i + 1, False)
        elif i + 1 in found and _same_list(doc, here.end, following.start):
            target, _ = found[i + 1]
            if target - i <= _LONGEST_LIST and not _is_big(here):
                found[i] = (target, True)
    return found


def _is_area(spot: Spot) -> bool:
    return any(e.kind in _AREAS and e.alias_kind != "demonym" for e in spot.entries[:3])


def _is_big(spot: Spot) -> bool:
    return bool(spot.entries) and spot.entries[0].kind in ("country", "continent", "region")


def _directly(doc: Doc, end: int, start: int) -> bool:
    """Whether only a comma or an opening bracket stands between: "Paris, Texas", "Paris (Texas)"."""
    between = [t.text for t in doc[end:start] if not t.is_space]
    return between in ([","], ["("])


def _same_list(doc: Doc, end: int, start: int) -> bool:
    between = [t.lower_ for t in doc[end:start]]
    return 0 < len(between) <= 2 and all(word in _BETWEEN for word in between)


def grouped(
    spots: Sequence[Spot], sure: Sequence[float], inside: dict[int, tuple[int, bool]], area: Sequence[bool]
) -> list[Group]:
    """The groups in the order of their first mention."""
    members: dict[tuple[str, str | None, bool], list[int]] = {}
    name_of = [keys.key(spot.named) or spot.named[:80] for spot in spots]
    in_full: dict[str, set[str]] = {}
    for i, (holder, _) in inside.items():
        in_full.setdefault(name_of[i], set()).add(name_of[holder])
    for i, name in enumerate(name_of):
        container = name_of[inside[i][0]] if i in inside else None
        if container is None and not area[i] and len(in_full.get(name, ())) == 1:
            container = next(iter(in_full[name]))  # said in full once, it means the same in all of the article
        members.setdefault((name, container, area[i] and container is None), []).append(i)
    holders = {target for target, _ in inside.values()}
    return [_group(spots, sure, inside, key, found, holders, is_area) for (key, _, is_area), found in members.items()]


def _group(
    spots: Sequence[Spot], sure: Sequence[float], inside: dict[int, tuple[int, bool]], key: str, members: list[int],
    holders: set[int], is_area: bool,
) -> Group:  # fmt: skip
    first = spots[members[0]]
    in_full = frozenset(i for i in members if i in inside)
    holder = spots[inside[min(in_full)][0]] if in_full else None
    return Group(
        text=first.text,
        key=key,
        entries=first.entries,
        members=tuple(members),
        container=holder.entries if holder is not None else (),
        container_text=holder.text if holder is not None else None,
        listed=all(inside[i][1] for i in members if i in inside) if holder is not None else False,
        in_full=in_full,
        contains=any(i in holders for i in members),
        area=is_area,
        sure=max(sure[i] for i in members),
    )


def areas(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Those of the first few entries that can contain another place."""
    return (e for e in entries[:5] if e.kind in _AREAS)
