from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import kinds, words
from app.records import Attendance, Meeting
from app.rules.attendance_year import sessions_of
from app.rules.chart import Cell, Look, Row
from app.rules.member_year import LOOKS, strip_of, strips_of
from tests.app.rules import factories as make
from tests.app.rules.reminders.outlooks import held
from tests.app.rules.year_made import YEAR, at, texts

NOV_20 = date(2025, 11, 20)
NAME = "柳知行"


def away(state: str, *, made_up: bool = False) -> list[Attendance]:
    study = make.made_up(date(2025, 10, 20), None) if made_up else None
    return [make.attended(NAME, state, make_up=study)]


def strip(*meetings: Meeting, today: date = NOV_20, **member: Any) -> Row:
    someone = make.member(NAME, **member)
    return strip_of(sessions_of(meetings, [someone], YEAR), someone, YEAR, today)


def october(*meetings: Meeting, **values: Any) -> Cell:
    return at(strip(*meetings, **values), 10)


def theme_day(rows: list[Attendance] | None = None, **values: Any) -> Meeting:
    return held(date(2025, 10, 9), attendance=rows or [], **values)


@pytest.mark.parametrize(
    ("state", "made_up", "look"),
    [
        (words.PRESENT, False, Look.PRESENT),
        (words.LATE, False, Look.PRESENT),
        (words.LEFT_EARLY, False, Look.PRESENT),
        (words.OFFICIAL_LEAVE, False, Look.LEAVE),
        (words.SICK_LEAVE, False, Look.LEAVE),
        (words.PERSONAL_LEAVE, False, Look.LEAVE),
        (words.MATERNITY_LEAVE, False, Look.LEAVE),
        (words.SICK_LEAVE, True, Look.MADE_UP),
        (words.UNEXCUSED, False, Look.ABSENT),
        (words.UNEXCUSED, True, Look.MADE_UP),
        (words.EXEMPT, False, Look.EXEMPT),
    ],
)
def test_a_month_with_one_meeting_shows_what_it_was_to_him(
    state: str, made_up: bool, look: Look
) -> None:
    assert october(theme_day(away(state, made_up=made_up))).look is look


def test_of_several_meetings_what_must_be_looked_after_shows_and_is_led_to() -> None:
    def met(day: int, rows: list[Attendance]) -> Meeting:
        return held(date(2025, 10, day), kinds.MEMBERS_MEETING, attendance=rows, id=str(day))

    came, leave = met(3, []), met(5, away(words.SICK_LEAVE))
    missed, caught_up = met(7, away(words.UNEXCUSED)), met(8, away(words.SICK_LEAVE, made_up=True))
    assert october(came, leave, missed, caught_up).look is Look.ABSENT
    found = october(came, leave, caught_up)
    assert (found.look, found.jump) == (Look.LEAVE, ("meetings", "5", "attendance"))
    assert found.said == (
        "2025年10月：应到 3 次，出席 1 次；10月5日支部党员大会病假；"
        "10月8日支部党员大会病假，已补课。"
    )
    assert october(came, caught_up).look is Look.MADE_UP


def test_nothing_is_known_before_attendance_is_confirmed_but_what_is_written() -> None:
    assert october(theme_day(attendance_confirmed=False)).look is Look.AHEAD
    rows = away(words.SICK_LEAVE)
    assert october(theme_day(rows, attendance_confirmed=False)).look is Look.LEAVE


def test_a_void_record_and_one_of_a_day_to_come_say_nothing() -> None:
    assert october(theme_day(away(words.UNEXCUSED), state=words.VOID)).look is Look.AHEAD
    assert october(theme_day(), today=date(2025, 10, 8)).look is Look.AHEAD


def test_months_before_he_came_and_after_he_left_are_not_his() -> None:
    meetings = [held(date(2025, month, 9)) for month in range(1, 11)]
    found = strip(*meetings, first=date(2025, 3, 10), last=date(2025, 6, 20))
    assert texts(found) == "— — · √ √ √ — — — — — —"
    assert at(found, 2).said == "2025年2月：不在本支部。"
    assert at(found, 3).said == "2025年3月：没有应到的活动。"


def test_who_a_finalised_record_counted_stays_in_it() -> None:
    someone = make.member(NAME)
    someone.deleted_at = make.at("2025-11-01T08:00")
    sessions = sessions_of([theme_day(roster=[NAME])], [someone], YEAR)
    found = strip_of(sessions, someone, YEAR, NOV_20)
    assert texts(found) == "— — — — — — — — — √ — —"


def test_strips_of_many_are_those_of_each() -> None:
    people = [make.member(f"党员{n}") for n in range(3)]
    rows = [make.attended("党员1", words.UNEXCUSED)]
    sessions = sessions_of([theme_day(rows)], people, YEAR)
    found = strips_of(sessions, people, YEAR, NOV_20)
    assert found == [strip_of(sessions, one, YEAR, NOV_20) for one in people]
    assert [at(one, 10).text for one in found] == ["√", "缺", "√"]


def test_every_sign_of_a_strip_is_explained() -> None:
    assert {Look.PRESENT, Look.LEAVE, Look.ABSENT, Look.MADE_UP, Look.EXEMPT} <= set(LOOKS)
    assert len({one.sign for one in LOOKS}) == len(LOOKS)
