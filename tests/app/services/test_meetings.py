from __future__ import annotations

from datetime import date, datetime

import pytest

from app.errors import InvalidInputError, NotFoundError, StaleError
from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import COMMITTEE_MEETING, LECTURE
from app.manual.settings import MOVE, WITHIN_A_WEEK
from app.rules.calendar import OFF, Line
from app.services import Services
from tests import factories


def _with_members(services: Services, count: int = 3) -> None:
    for member in factories.make_members(count):
        services.members.save(member)


def test_a_new_theme_day_stands_on_the_fixed_day_with_five_empty_actions(
    services: Services,
) -> None:
    meeting = services.meetings.new_theme_day(2025, 9)

    assert meeting.planned_on == date(2025, 9, 9)
    assert meeting.start == datetime(2025, 9, 9, 15, 0)  # noqa: DTZ001
    assert [action.name for action in meeting.actions] == [one.name for one in REQUIRED_ACTIONS]
    assert not any(action.text or action.materials for action in meeting.actions)


def test_a_fixed_day_on_a_weekend_is_moved_and_leaves_the_reason_to_be_asked(
    services: Services,
) -> None:
    meeting = services.meetings.new_theme_day(2025, 8)  # 9 August 2025 is a Saturday

    assert meeting.planned_on == date(2025, 8, 9)
    assert meeting.start is not None
    assert meeting.start.date() == date(2025, 8, 11)
    assert meeting.moved_reason == ""


def test_a_new_theme_day_goes_by_the_calendar_and_the_way_of_the_branch(
    services: Services,
) -> None:
    mine = Line(date(2025, 9, 9), date(2025, 9, 10), OFF, "矿庆")
    services.settings.put_holiday_lines(2025, [mine])
    moved = services.meetings.new_theme_day(2025, 9)
    services.settings.put(MOVE, WITHIN_A_WEEK)
    nearest = services.meetings.new_theme_day(2025, 9)

    assert [one.start and one.start.date() for one in (moved, nearest)] == [
        date(2025, 9, 11),
        date(2025, 9, 8),
    ]


def test_a_new_theme_day_takes_place_chair_and_recorder_but_no_text(services: Services) -> None:
    _with_members(services)
    last = services.meetings.save(factories.theme_day(services.members.everyone()))

    meeting = services.meetings.new_theme_day(2025, 11)

    assert (meeting.place, meeting.chair_id, meeting.recorder_id) == (
        last.place,
        last.chair_id,
        last.recorder_id,
    )
    assert meeting.theme == ""
    assert not meeting.reflections
    assert not meeting.minutes
    assert meeting.lecture is None


def test_the_last_theme_day_of_the_year_before_serves_january(services: Services) -> None:
    services.meetings.save(factories.make_meeting(place="旧会议室"))

    assert services.meetings.new_theme_day(2026, 1).place == "旧会议室"


def test_a_month_before_the_first_record_borrows_nothing_from_later(services: Services) -> None:
    services.meetings.save(factories.make_meeting(place="旧会议室"))

    assert services.meetings.new_theme_day(2025, 9).place == ""


def test_saving_gives_back_the_meeting_as_kept_and_drops_its_draft(services: Services) -> None:
    meeting = services.meetings.save(factories.make_meeting())
    meeting.theme = "没有保存的主题"
    services.drafts.put("meetings", meeting)

    kept = services.meetings.save(meeting)

    assert kept.theme == "没有保存的主题"
    assert services.drafts.get("meetings", type(meeting), meeting.id) is None


def test_saving_over_somebody_elses_change_is_refused(services: Services) -> None:
    first = services.meetings.save(factories.make_meeting())
    second = services.meetings.get(first.id)
    first.theme = "甲改的"
    services.meetings.save(first)
    second.theme = "乙改的"

    with pytest.raises(StaleError):
        services.meetings.save(second)
    assert services.meetings.get(first.id).theme == "甲改的"


def test_a_meeting_without_kind_or_day_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError, match="活动类型"):
        services.meetings.save(factories.make_meeting(kinds=[]))
    with pytest.raises(InvalidInputError, match="日期"):
        services.meetings.save(factories.make_meeting(start=None, end=None, planned_on=None))


def test_a_deleted_meeting_leaves_the_year_and_comes_back(services: Services) -> None:
    meeting = services.meetings.save(factories.make_meeting())

    services.meetings.delete(meeting.id)
    assert services.meetings.of_year(2025) == []
    assert [one.id for one in services.meetings.deleted()] == [meeting.id]

    services.meetings.restore(meeting.id)
    assert [one.id for one in services.meetings.of_year(2025)] == [meeting.id]


def test_the_number_counts_on_from_the_earlier_ones_of_the_year(services: Services) -> None:
    services.meetings.save(factories.make_meeting(number=9))
    november = services.meetings.new_theme_day(2025, 11)

    assert services.meetings.number_of(november) == 10


def test_a_meeting_that_is_not_there_is_told_in_chinese(services: Services) -> None:
    with pytest.raises(NotFoundError, match="找不到"):
        services.meetings.get("nothing")


def test_a_new_meeting_is_like_the_last_of_its_kind_without_its_text(services: Services) -> None:
    services.meetings.save(factories.make_meeting(COMMITTEE_MEETING, place="小会议室"))
    services.meetings.save(factories.make_meeting(LECTURE, place="礼堂"))

    meeting = services.meetings.new_meeting(COMMITTEE_MEETING, 2025, 11)

    assert (meeting.kinds, meeting.place, meeting.theme) == ([COMMITTEE_MEETING], "小会议室", "")
    assert meeting.planned_on is None
    assert not meeting.actions


def test_a_new_meeting_of_another_month_stands_on_its_first_working_day(
    services: Services,
) -> None:
    meeting = services.meetings.new_meeting(LECTURE, 2025, 11)  # 1 November is a Saturday

    assert meeting.start == datetime(2025, 11, 3, 15, 0)  # noqa: DTZ001


def test_a_month_holds_its_first_and_last_day_and_no_other(services: Services) -> None:
    for day in (date(2025, 9, 30), date(2025, 10, 1), date(2025, 10, 31), date(2025, 11, 1)):
        services.meetings.save(factories.make_meeting(start=None, end=None, planned_on=day))

    found = [one.planned_on for one in services.meetings.of_month("2025-10")]
    assert found == [date(2025, 10, 1), date(2025, 10, 31)]
