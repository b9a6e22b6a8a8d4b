from __future__ import annotations

from datetime import date

from app.manual import words
from app.records import MakeUpStudy, Meeting
from app.rules.attendance import Summary, summary
from app.rules.month_report import month_report
from tests.factories import (
    BRANCH_ID,
    make_attendance,
    make_dues_row,
    make_meeting,
    make_members,
)

PEOPLE = make_members(3)


def theme_day(made_up: int, absent: int = 2) -> tuple[Meeting, Summary]:
    rows = [make_attendance(member, words.SICK_LEAVE) for member in PEOPLE[:absent]]
    for row in rows[:made_up]:
        row.make_up = MakeUpStudy(branch_id=BRANCH_ID, done_on=date(2025, 10, 13))
    meeting = make_meeting(theme="守底线", attendance=rows, attendance_confirmed=True)
    return meeting, summary(meeting, PEOPLE)


def test_a_report_tells_attendance_and_dues_of_the_month() -> None:
    meeting, counted = theme_day(made_up=2)
    dues = [
        make_dues_row(PEOPLE[0], paid_fen=5000),
        make_dues_row(PEOPLE[1], paid_fen=20),
        make_dues_row(PEOPLE[2]),
    ]
    assert month_report(meeting, counted, dues, []).splitlines() == [
        "10月9日，支部开展了“守底线”主题党日。",
        "一、总体情况",
        "应到3人，实到1人，缺席2人均已补课，有效参与率100%；党费2人交纳，计50.20元。",
    ]
    assert "二、存在的问题" in month_report(meeting, counted, dues, ["照片没有全景"])


def test_who_has_not_made_up_yet_is_not_counted() -> None:
    told = month_report(*theme_day(made_up=1), [], [])
    assert "缺席2人，已补课1人，有效参与率66.67%。" in told
    assert "应到3人，实到3人，有效参与率100%。" in month_report(*theme_day(0, absent=0), [], [])


def test_problems_are_listed_as_they_were_written_down() -> None:
    lines = month_report(None, None, [], ["两本只抄标题。", "照片没有全景"]).splitlines()
    assert lines == ["一、存在的问题", "1. 两本只抄标题。", "2. 照片没有全景。"]


def test_of_nothing_recorded_nothing_is_told() -> None:
    assert month_report(None, None, [], []) == ""
    meeting = make_meeting(theme="")
    assert month_report(meeting, None, [], []) == "10月9日，支部开展了主题党日。"
