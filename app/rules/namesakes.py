"""People of one name (同名): what is written beside the name so that they stay apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from app.records import Group, Member

_STEMS = "甲乙丙丁戊己庚辛壬癸"


def marks_of(members: Iterable[Member], groups: Iterable[Group] = ()) -> dict[str, str]:
    """Return what tells members of one name apart, by key; whose name is his alone is not in it.

    That is the mark he was given (编号); where he has none his group or else his birth, as far as
    it is not that of a namesake too, and 甲, 乙, 丙 in the order of the roster where all fails.
    """
    of_name: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        of_name[member.name].append(member)
    alike = [people for people in of_name.values() if len(people) > 1]
    # A group may be named by what it works on as well: 第一党小组（电机车）.
    called = {one.id: one.name.partition("（")[0] for one in groups} if alike else {}
    ways: tuple[Callable[[Member], str], ...] = (
        lambda member: member.code,
        lambda member: called.get(member.group_id or "", ""),
        lambda member: member.born,
    )
    return {key: mark for people in alike for key, mark in _marks(people, ways)}


def names_of_all(members: Iterable[Member], groups: Iterable[Group] = ()) -> dict[str, str]:
    """Return the names of members by key, that of a namesake with his mark: 张伟（第二党小组）."""
    people = list(members)
    marks = marks_of(people, groups)
    return {one.id: marked(one, marks) for one in people}


def marked(member: Member, marks: Mapping[str, str]) -> str:
    """Return the name of a member, with his mark where there is one."""
    mark = marks.get(member.id)
    return f"{member.name}（{mark}）" if mark else member.name


def _marks(
    people: Sequence[Member], ways: Iterable[Callable[[Member], str]]
) -> Iterable[tuple[str, str]]:
    left = sorted(people, key=lambda one: (one.position, one.id))
    for way in ways:
        times = Counter(way(one) for one in people)
        yield from ((one.id, way(one)) for one in left if way(one) and times[way(one)] == 1)
        left = [one for one in left if not way(one) or times[way(one)] > 1]
    yield from ((one.id, _stem(place)) for place, one in enumerate(left))


def _stem(place: int) -> str:
    return _STEMS[place] if place < len(_STEMS) else str(place + 1)
