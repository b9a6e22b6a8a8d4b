from __future__ import annotations

from datetime import date

import pytest

from app.manual import kinds
from app.rules.reminders.cadence import meetings_due, year_meetings_due
from tests.app.rules import factories as make
from tests.app.rules.reminders.outlooks import (
    LONG_AGO,
    committee_member,
    group,
    held,
    outlook,
    told,
)

QUARTERLY = {kinds.MEMBERS_MEETING, kinds.LECTURE}


def kinds_of(today: date, *meetings: object, **values: object) -> dict[tuple[str, str], str]:
    """Return the sentences of what is due by kind and level."""
    found = meetings_due(outlook(today, meetings, **values))  # type: ignore[arg-type]
    return {(one.kind, one.level): one.sentence for one in found}


@pytest.mark.parametrize(
    ("today", "level"),
    [(date(2025, 7, 1), "soon"), (date(2025, 8, 31), "soon"), (date(2025, 9, 1), "due")],
)
def test_quarterly_meetings_are_due_in_the_last_month_of_the_quarter(
    today: date, level: str
) -> None:
    found = kinds_of(today)
    assert set(found) == {(kind, level) for kind in QUARTERLY}
    assert found[kinds.MEMBERS_MEETING, level] == (
        "三季度还没有支部党员大会，9月30日前要开。请安排并建记录。"
    )
    assert found[kinds.LECTURE, level] == "三季度还没有党课，9月30日前要讲。请定主讲人和题目。"


def test_what_is_held_or_planned_in_the_quarter_is_not_asked_for() -> None:
    meeting = held(date(2025, 9, 26), kinds.MEMBERS_MEETING)
    with_lecture = held(date(2025, 8, 7), lecture=make.lecture("从一次急停看底线", "周启明"))
    assert kinds_of(date(2025, 9, 1), meeting, with_lecture) == {}


def test_the_quarter_before_is_late_only_if_records_began_by_then() -> None:
    earlier = held(LONG_AGO)
    late = {key for key in kinds_of(date(2025, 4, 2), earlier) if key[1] == "late"}
    assert late == set(), "records began in the middle of the quarter"
    late = {key for key in kinds_of(date(2025, 7, 2), earlier) if key[1] == "late"}
    assert late == {(kind, "late") for kind in QUARTERLY}


def test_the_last_quarter_of_the_year_before_is_called_by_its_year() -> None:
    found = kinds_of(date(2026, 1, 8), held(LONG_AGO))
    assert found[kinds.MEMBERS_MEETING, "late"].startswith("2025年四季度没有支部党员大会记录")


@pytest.mark.parametrize(("day", "level"), [(15, "soon"), (16, "due")])
def test_a_committee_meets_each_month_where_there_is_one(day: int, level: str) -> None:
    today = date(2025, 9, day)
    assert (kinds.COMMITTEE_MEETING, level) not in kinds_of(today, members=[make.member("单怀瑾")])
    found = kinds_of(today, members=[committee_member("单怀瑾")])
    assert found[kinds.COMMITTEE_MEETING, level].startswith("9月还没有支部委员会会议")


def test_groups_that_have_not_met_are_named() -> None:
    groups = [group("第一党小组"), group("第二党小组"), group("第三党小组")]
    met = held(date(2025, 9, 10), kinds.GROUP_MEETING, group_id="第二党小组")
    august = [
        held(date(2025, 8, 10), kinds.GROUP_MEETING, group_id=one.id, id=f"8 {one.id}")
        for one in groups
    ]
    found = kinds_of(date(2025, 9, 20), held(LONG_AGO), met, *august, groups=groups)
    assert found[kinds.GROUP_MEETING, "due"].startswith("9月第一党小组、第三党小组还没有党小组会")
    assert (kinds.GROUP_MEETING, "late") not in found


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2025, 9, 30), ""),
        (date(2025, 10, 1), "soon"),
        (date(2025, 11, 30), "soon"),
        (date(2025, 12, 1), "due"),
        (date(2026, 3, 31), "due"),
        (date(2026, 4, 1), "late"),
        (date(2026, 9, 30), "late"),
    ],
)
def test_the_criticism_meeting_and_the_appraisal_have_until_march(today: date, level: str) -> None:
    found = list(year_meetings_due(outlook(today, [held(LONG_AGO)])))
    expected = [(kind, level) for kind in (kinds.CRITICISM_MEETING, kinds.APPRAISAL) if level]
    assert [(one.kind, one.level) for one in found] == expected
    assert all(one.sentence.startswith("2025年度的") for one in found)


def test_held_in_spring_they_are_done_for_the_year_before() -> None:
    both = held(date(2026, 2, 20), kinds.CRITICISM_MEETING)
    both.kinds = [kinds.CRITICISM_MEETING, kinds.APPRAISAL]
    for today in (date(2026, 3, 1), date(2026, 5, 1)):
        assert list(year_meetings_due(outlook(today, [held(LONG_AGO), both]))) == []
    again = told(list(year_meetings_due(outlook(date(2026, 10, 1), [both]))))
    assert [level for level, _ in again] == ["soon", "soon"]


def test_a_branch_that_began_this_year_is_not_asked_about_the_last() -> None:
    assert list(year_meetings_due(outlook(date(2026, 2, 1), [held(date(2026, 1, 8))]))) == []
