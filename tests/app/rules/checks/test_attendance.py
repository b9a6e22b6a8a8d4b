from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.manual import words
from app.records import Attendance, Meeting
from app.rules.exemptions import Exemption
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import context, found


def _with(row: Attendance) -> Meeting:
    meeting = october.theme_day()
    meeting.badges_worn = 16 if row.state in words.PRESENT_STATES else 15
    meeting.notes_due = meeting.notes_done = meeting.badges_worn
    meeting.attendance.append(row)
    return meeting


def _fields(meeting: Meeting, today: date = date(2025, 12, 1)) -> list[tuple[int, str, str]]:
    findings = found(meeting, context([meeting], today=today))
    assert {one.member_id for one in findings} <= {"罗海生"}
    return [(one.number, one.level, one.field) for one in findings]


@pytest.mark.parametrize("state", sorted(words.LEAVE_STATES))
def test_leave_needs_reason_approver_and_day(state: str) -> None:
    row = make.attended("罗海生", state, None, make.made_up(date(2025, 10, 12), None))
    assert _fields(_with(row)) == [
        (3, "E", "reason"),
        (35, "W", "approved_by"),
        (35, "W", "asked_on"),
    ]


@pytest.mark.parametrize(
    ("asked_on", "fields"),
    [
        (date(2025, 10, 1), []),
        (date(2025, 10, 9), []),
        (date(2025, 10, 10), [(35, "W", "asked_on")]),
    ],
)
def test_leave_is_asked_for_before_the_meeting(
    asked_on: date, fields: list[tuple[int, str, str]]
) -> None:
    leave = make.leave("探亲", "周启明", asked_on)
    made_up = make.made_up(date(2025, 10, 12), None)
    assert _fields(_with(make.attended("罗海生", words.PERSONAL_LEAVE, leave, made_up))) == fields


@pytest.mark.parametrize(
    ("asked_on", "approved_on", "fields"),
    [
        (None, date(2025, 10, 9), []),
        (date(2025, 10, 8), date(2025, 10, 9), []),
        (date(2025, 10, 8), date(2025, 10, 10), [(35, "W", "approved_on")]),
        (date(2025, 10, 10), date(2025, 10, 10), [(35, "W", "approved_on")]),
        (date(2025, 10, 10), date(2025, 10, 9), [(35, "W", "asked_on")]),
    ],
)
def test_leave_is_approved_before_the_meeting_and_complained_of_once(
    asked_on: date | None, approved_on: date, fields: list[tuple[int, str, str]]
) -> None:
    leave = make.leave("探亲", "周启明", asked_on)
    leave.approved_on = approved_on
    made_up = make.made_up(date(2025, 10, 12), None)
    assert _fields(_with(make.attended("罗海生", words.PERSONAL_LEAVE, leave, made_up))) == fields


def test_absence_without_leave_asks_only_what_is_known_of_it() -> None:
    made_up = make.made_up(date(2025, 10, 12), None)
    row = make.attended("罗海生", words.UNEXCUSED, None, made_up)
    assert _fields(_with(row)) == [(3, "W", "reason")]
    made_up = make.made_up(date(2025, 10, 12), None)
    excused = make.leave("手机关机，已谈话", None, None)
    assert _fields(_with(make.attended("罗海生", words.UNEXCUSED, excused, made_up))) == []


@pytest.mark.parametrize("state", [words.PRESENT, words.LATE, words.LEFT_EARLY])
def test_those_who_came_need_no_reason(state: str) -> None:
    assert _fields(_with(make.attended("罗海生", state))) == []


def test_an_exemption_needs_reason_and_approver() -> None:
    exempt = make.attended("罗海生", words.EXEMPT)
    assert _fields(_with(exempt)) == [(36, "E", "approved_by"), (36, "E", "reason")]
    approved = make.leave("年老体弱，至2025年12月", "周启明", None)
    assert _fields(_with(make.attended("罗海生", words.EXEMPT, approved))) == [(36, "W", "state")]


@pytest.mark.parametrize(("last", "is_fault"), [(8, True), (9, False)])
def test_an_exemption_in_the_open_list_needs_nothing_more_within_its_period(
    last: int, is_fault: bool
) -> None:
    meeting = _with(make.attended("罗海生", words.EXEMPT))
    listed = Exemption("罗海生", "④", date(2025, 1, 1), date(2025, 10, last), None, "")
    given = replace(context([meeting]), exemptions=[listed])
    assert [one.number for one in found(meeting, given)] == ([36, 36] if is_fault else [])


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize(
    ("today", "fields"),
    [(date(2025, 10, 16), []), (date(2025, 10, 17), [(33, "W", "makeup")])],
)
def test_make_up_is_due_within_seven_days(
    begun: bool, today: date, fields: list[tuple[int, str, str]]
) -> None:
    leave = make.leave("探亲", "周启明", date(2025, 10, 1))
    make_up = make.made_up(None, None) if begun else None
    row = make.attended("罗海生", words.PERSONAL_LEAVE, leave, make_up)
    assert _fields(_with(row), today) == fields


def test_the_days_for_make_up_are_a_setting() -> None:
    leave = make.leave("探亲", "周启明", date(2025, 10, 1))
    meeting = _with(make.attended("罗海生", words.PERSONAL_LEAVE, leave))
    given = context([meeting], today=date(2025, 10, 19), settings={"make_up_days": "10"})
    assert found(meeting, given) == []


@pytest.mark.parametrize(
    ("done_on", "how", "fields"),
    [
        (date(2025, 10, 9), "自学", []),
        (date(2025, 12, 1), "自学", []),
        (date(2025, 10, 8), "自学", [(33, "W", "makeup")]),
        (date(2025, 10, 12), "", [(33, "W", "makeup")]),
    ],
)
def test_make_up_says_how_and_comes_after_the_meeting(
    done_on: date, how: str, fields: list[tuple[int, str, str]]
) -> None:
    leave = make.leave("探亲", "周启明", date(2025, 10, 1))
    made_up = make.made_up(done_on, None, how)
    assert _fields(_with(make.attended("罗海生", words.PERSONAL_LEAVE, leave, made_up))) == fields
