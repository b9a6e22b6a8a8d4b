from __future__ import annotations

from app.manual import kinds
from app.records import Meeting
from app.rules.numbering import number_of
from tests.app.rules import factories as make


def _held(
    year: int, month: int, number: int | None = None, *, hour: int = 15, **values: object
) -> Meeting:
    return make.meeting(
        id=f"{year}-{month:02}-{hour}",
        start=make.at(f"{year}-{month:02}-07T{hour:02}:00"),
        number=number,
        **values,
    )


def _numbers(meetings: list[Meeting], kind: str = kinds.THEME_DAY) -> list[int]:
    return [number_of(one, meetings, kind) for one in meetings]


def test_meetings_count_from_one_within_their_year() -> None:
    assert _numbers([_held(2024, 12), _held(2025, 1), _held(2025, 2), _held(2026, 1)]) == [
        1,
        1,
        2,
        1,
    ]


def test_a_typed_number_wins_and_later_ones_count_on() -> None:
    assert _numbers([_held(2025, 8), _held(2025, 9, 9), _held(2025, 10), _held(2025, 11)]) == [
        1,
        9,
        10,
        11,
    ]


def test_deleted_meetings_leave_no_gap() -> None:
    gone = _held(2025, 2, deleted_at=make.at("2025-03-01T08:00"))
    third = _held(2025, 3)
    assert number_of(third, [_held(2025, 1), gone, third], kinds.THEME_DAY) == 2


def test_each_kind_counts_for_itself() -> None:
    both = _held(2025, 2, 5, kinds=[kinds.THEME_DAY, kinds.LECTURE])
    meetings = [_held(2025, 1, kinds=[kinds.LECTURE]), both, _held(2025, 3, kinds=[kinds.LECTURE])]
    assert number_of(both, meetings, kinds.THEME_DAY) == 5
    assert _numbers(meetings, kinds.LECTURE) == [1, 2, 3]


def test_order_is_by_time_not_by_entry() -> None:
    evening, morning = _held(2025, 5, hour=19), _held(2025, 5, hour=9)
    assert _numbers([evening, morning]) == [2, 1]


def test_an_unsaved_meeting_counts_among_the_others_once() -> None:
    saved = [_held(2025, 1), _held(2025, 2)]
    edited = _held(2025, 2, 7)
    assert number_of(edited, saved, kinds.THEME_DAY) == 7
    assert number_of(_held(2025, 3), saved, kinds.THEME_DAY) == 3
    undated = make.meeting(start=None, planned_on=None)
    assert number_of(undated, saved, kinds.THEME_DAY) == 3
