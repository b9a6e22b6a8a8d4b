from __future__ import annotations

from datetime import date

import pytest

from app.manual.words import VOID
from app.records import Meeting
from app.rules.rota import LECTURE, RECITATION, REFLECTION, STUDY, rota
from tests.app.rules import factories as make

ROSTER = [make.member(name) for name in ("周启明", "韩素云", "陆景行", "田建军")]
TODAY = date(2025, 10, 9)


def held(day: str, **values: object) -> Meeting:
    return make.meeting(id=day, start=make.at(f"{day}T15:00"), planned_on=None, **values)


SEPTEMBER = held(
    "2025-09-08",
    actions=[make.action(2, "韩素云"), make.action(3, "陆景行")],
    lecture=make.lecture("学规程", "周启明", "田建军"),
    reflections=[make.reflection("田建军", "有收获。"), make.reflection("韩素云", " ")],
)
JULY = held("2025-07-07", lecture=make.lecture("讲传统", "周启明"))
LAST_YEAR = held("2024-09-08", lecture=make.lecture("旧课", "陆景行"))


def names(part: str, *meetings: Meeting, leaving_out: str = "") -> list[tuple[str, int]]:
    turns = rota(part, meetings, ROSTER, TODAY, leaving_out)
    return [(turn.member.name, turn.count) for turn in turns]


def test_who_never_lectured_comes_first_then_the_longest_ago() -> None:
    assert names(LECTURE, SEPTEMBER, JULY, LAST_YEAR) == [
        ("韩素云", 0),
        ("陆景行", 0),
        ("田建军", 1),
        ("周启明", 2),
    ]


@pytest.mark.parametrize(
    ("part", "did"), [(RECITATION, "韩素云"), (STUDY, "陆景行"), (REFLECTION, "田建军")]
)
def test_each_part_counts_its_own_people(part: str, did: str) -> None:
    assert names(part, SEPTEMBER)[-1] == (did, 1)
    assert [count for _, count in names(part, SEPTEMBER)] == [0, 0, 0, 1]


def test_the_meeting_itself_and_void_ones_do_not_count() -> None:
    void = held("2025-08-08", lecture=make.lecture("作废", "韩素云"), state=VOID)
    found = names(LECTURE, SEPTEMBER, void, leaving_out="2025-09-08")
    assert [count for _, count in found] == [0, 0, 0, 0]


def test_a_turn_is_told_in_words() -> None:
    turns = {one.member.name: one.told for one in rota(LECTURE, [SEPTEMBER, JULY], ROSTER, TODAY)}
    assert turns["周启明"] == "2 次，最近 2025年9月8日"
    assert turns["韩素云"] == "一年内没有"
