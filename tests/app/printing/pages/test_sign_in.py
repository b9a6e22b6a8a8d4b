from __future__ import annotations

from datetime import date, datetime

import pytest

from app.manual import words
from app.printing.pages import sign_in
from app.records import Attendance, Sitting
from tests.app.printing.pages.made import book_of, grids, value
from tests.example_branch import example, make_member


def test_people_are_numbered_across_two_columns() -> None:
    (sheet,) = sign_in.sheets(book_of(example()))
    people = grids(sheet)[0].rows
    assert people[0] == ("1", "周启明", "", "2", "韩素云", "")
    assert people[-1] == ("17", "郝文静", "", "18", "曾庆安（预）", "")


def test_every_cell_to_sign_is_blank_and_at_least_12_mm_high() -> None:
    (sheet,) = sign_in.sheets(book_of(example()))
    for grid in grids(sheet):
        assert [column.blank for column in grid.columns] == [False, False, True] * 2
        assert grid.row_mm >= 12
        assert all(row[2] == row[5] == "" for row in grid.rows)


def test_those_who_sit_in_are_listed_apart_with_lines_for_more() -> None:
    (sheet,) = sign_in.sheets(book_of(example()))
    guests = grids(sheet)[-1].rows
    assert guests == (("列1", "乔志远", "", "列2", "尹露", ""), ("列3", "", "", "列4", "", ""))


@pytest.mark.parametrize("people", [1, 30, 31, 200])
def test_everyone_has_a_line_however_many_they_are(people: int) -> None:
    made = example()
    crowd = tuple(make_member(made.branch.id, f"党员{number}") for number in range(people))
    made.meeting.attendance = []
    (sheet,) = sign_in.sheets(book_of(made, members=crowd))
    numbers = [row[column] for row in grids(sheet)[0].rows for column in (0, 3)]
    assert [number for number in numbers if number] == [str(n + 1) for n in range(people)]


def test_someone_not_yet_or_no_longer_a_member_is_not_listed() -> None:
    made = example()
    made.person("罗海生").memberships[0].to_on = date(2025, 10, 8)
    (sheet,) = sign_in.sheets(book_of(made))
    assert "罗海生" not in {name for row in grids(sheet)[0].rows for name in (row[1], row[4])}
    assert value(sheet, "应到人数") == "17人（正式15 预备2）"


def test_a_sheet_printed_before_the_day_leaves_the_count_blank() -> None:
    made = example()
    made.meeting.attendance = []
    made.meeting.attendance_confirmed = False
    (sheet,) = sign_in.sheets(book_of(made))
    assert value(sheet, "应到人数") == "18人（正式16 预备2）"
    assert value(sheet, "实到人数") == ""


def test_a_further_sitting_has_a_sheet_with_its_own_people() -> None:
    made = example()
    sitting = Sitting(
        branch_id=made.branch.id,
        start=datetime.fromisoformat("2025-10-09T20:30"),
        place="运输区值班室",
    )
    made.meeting.sittings = [sitting]
    made.meeting.attendance.append(
        Attendance(
            branch_id=made.branch.id,
            member_id=made.person("罗海生").id,
            state=words.PRESENT,
            sitting_id=sitting.id,
        )
    )
    main, second = sign_in.sheets(book_of(made))
    assert len(grids(main)[0].rows) == 9
    assert grids(second)[0].rows == (("1", "罗海生", "", "", "", ""),)
    assert value(second, "地点") == "运输区值班室"
    assert (main.key, second.key) == ("2025-10-P21", "2025-10-P21-C2")


def test_two_people_of_one_name_are_told_apart_by_their_mark() -> None:
    made = example()
    twin = make_member(made.branch.id, "罗海生", 18)
    twin.code, made.person("罗海生").code = "2041", "1033"
    (sheet,) = sign_in.sheets(book_of(made, members=(*made.members, twin)))
    names = {name for row in grids(sheet)[0].rows for name in (row[1], row[4])}
    assert {"罗海生（1033）", "罗海生（2041）"} <= names
