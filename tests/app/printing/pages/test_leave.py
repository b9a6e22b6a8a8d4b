from __future__ import annotations

from datetime import date

from app.manual import words
from app.manual.settings import MAKE_UP_DAYS
from app.printing.pages import leave
from app.records import Attendance
from tests.app.printing.pages.made import book_of, grids
from tests.example_branch import example


def test_leave_is_listed_with_how_it_was_asked_for_and_who_agreed_when() -> None:
    made = example()
    asked = next(row.leave for row in made.meeting.attendance if row.leave)
    asked.way, asked.approved_on = "书面", date(2025, 9, 29)
    (sheet,) = leave.sheets(book_of(made))
    listed, _ = grids(sheet)
    assert listed.rows[0] == (
        "1",
        "姚春雷",
        "10月9日\n主题党日",
        "公假",
        "赴设备厂家培训",
        "9月28日",
        "书面",
        "周启明",
        "9月29日",
    )


def test_make_up_study_has_its_last_day_and_a_blank_cell_to_sign() -> None:
    (sheet,) = leave.sheets(book_of(example()))
    _, made_up = grids(sheet)
    assert made_up.rows[1][:5] == ("2", "顾广才", "10月9日\n主题党日", "10月16日", "10月13日")
    assert made_up.columns[-1].blank
    assert made_up.row_mm >= 12


def test_the_branch_sets_its_own_number_of_days() -> None:
    (sheet,) = leave.sheets(book_of(example(), settings={MAKE_UP_DAYS.key: "10"}))
    assert grids(sheet)[1].rows[0][3] == "10月19日"


def test_absence_without_leave_is_made_up_but_was_not_asked_for() -> None:
    made = example()
    made.meeting.attendance = [
        Attendance(
            branch_id=made.branch.id,
            member_id=made.person("罗海生").id,
            state=words.UNEXCUSED,
        )
    ]
    made.meeting.state = words.FINAL
    (sheet,) = leave.sheets(book_of(made))
    asked, made_up = grids(sheet)
    assert asked.rows == (("—", "无", *["—"] * 7),)
    assert [row[1] for row in made_up.rows] == ["罗海生"]


def test_before_the_meeting_there_are_lines_to_fill_in_by_hand() -> None:
    made = example()
    made.meeting.attendance = []
    made.meeting.attendance_confirmed = False
    (sheet,) = leave.sheets(book_of(made))
    assert all(not any(row[1:]) for grid in grids(sheet) for row in grid.rows)
    assert len(grids(sheet)[0].rows) > 2


def test_a_month_without_meetings_has_no_register() -> None:
    assert leave.sheets(book_of(example(), meetings=())) == []


def test_a_day_of_the_next_year_stands_below_its_year() -> None:
    made = example()
    made.meeting.start, made.meeting.end = (
        one and one.replace(month=12, day=30) for one in (made.meeting.start, made.meeting.end)
    )
    (sheet,) = leave.sheets(book_of(made))
    assert grids(sheet)[1].rows[0][3] == "2026年\n1月6日"
