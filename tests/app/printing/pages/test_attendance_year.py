"""P22 考勤表: members by group, meetings by month, and sums that follow from the marks."""

from __future__ import annotations

import re

import pytest

from app.manual import words
from app.manual.kinds import GROUP_MEETING, THEME_DAY
from app.printing import fonts
from app.printing.document import write
from app.printing.pages import attendance_year
from app.printing.sheet import Grid, Note, Sheet
from app.rules.attendance import summary
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import book_of, grids
from tests.app.printing.pages.year import branch_of, held, year_book
from tests.example_branch import example
from tests.factories import LONG_NAME, RARE

CAME = {"√", "◇"}
NOT_COUNTED = {"—", "免", ""}


def table(sheet: Sheet) -> Grid:
    (grid,) = grids(sheet)
    return grid


def first_meeting(grid: Grid) -> int:
    return 1 + next(place for place, one in enumerate(grid.columns) if one.heading == "姓名")


def figures(grid: Grid, row: int) -> list[str]:
    """Return the texts of a row of the foot column by column."""
    return [cell.text for cell in grid.foot[row] for _ in range(cell.span)]


def meeting_columns(grid: Grid) -> list[int]:
    return [place for place, one in enumerate(grid.columns) if re.match(r"\d+日\n", one.heading)]


def test_a_year_of_few_meetings_stands_on_one_sheet() -> None:
    (sheet,) = attendance_year.sheets(year_book(18, months=3))
    assert sheet.title == "2025年安原矿业有限公司青石矿运输区党支部考勤表"
    assert (sheet.key, sheet.landscape) == ("2025-P22Y", True)
    grid = table(sheet)
    assert [band.text for band in grid.bands if band.text] == ["1月", "2月", "3月"]
    assert sum(band.span for band in grid.bands) == len(grid.columns)
    assert grid.columns[3].heading == "2日\n支委"
    assert [one.heading for one in grid.columns[-4:]] == ["应到", "实到", "到会率", "有效\n参与率"]


def test_a_full_year_goes_by_quarters_and_is_summed_up_at_the_end() -> None:
    sheets = attendance_year.sheets(year_book(18))
    ends = [re.sub(r".*（(.*)）", r"\1", sheet.title) for sheet in sheets]
    assert ends == ["一季度", "二季度", "三季度", "四季度", "汇总"]
    assert [sheet.key for sheet in sheets] == [f"2025-P22Y-{n}" for n in range(1, 6)]
    names = {tuple(row[:3] for row in table(sheet).rows) for sheet in sheets}
    assert len(names) == 1


@pytest.mark.parametrize(
    ("meetings", "parts"),
    [
        ([(1, day) for day in range(1, 19)], [""]),
        ([(1, day) for day in range(1, 19)] + [(7, 1)], ["上半年", "下半年", "汇总"]),
        ([(1, day) for day in range(1, 20)], ["1月之一", "1月之二", "汇总"]),
        ([(month, day) for month in (1, 2, 3) for day in range(1, 10)], ["1—2月", "3—4月", "汇总"]),
    ],
)
def test_meetings_are_shared_out_over_as_few_sheets_as_hold_them(
    meetings: list[tuple[int, int]], parts: list[str]
) -> None:
    made = example()
    listed = tuple(held(made, THEME_DAY, month, day) for month, day in meetings)
    sheets = attendance_year.sheets(book_of(made, year_meetings=listed))
    found = [re.search(r"（(.*)）$", sheet.title) for sheet in sheets]
    assert [one[1] if one else "" for one in found] == parts


def test_members_stand_by_group_and_the_rows_say_who_was_due() -> None:
    (sheet,) = attendance_year.sheets(year_book(18, months=1))
    grid = table(sheet)
    groups = [row[1] for row in grid.rows]
    assert groups == sorted(groups, key=["一组", "二组", "三组"].index)
    for place in meeting_columns(grid):
        group = grid.columns[place].heading.partition("\n")[2]
        if group.endswith("组"):
            assert all((row[place] == "—") == (row[1] != group) for row in grid.rows[:-1])


def test_the_sums_of_a_row_follow_from_its_marks() -> None:
    for sheet in attendance_year.sheets(year_book(18))[:-1]:
        grid = table(sheet)
        columns = meeting_columns(grid)
        for row in grid.rows:
            marks = [row[place] for place in columns]
            due = sum(mark not in NOT_COUNTED for mark in marks)
            came = sum(mark in CAME for mark in marks)
            made_up = sum(mark.endswith("补") for mark in marks)
            assert [int(row[-4]), int(row[-3])] == [due, came]
            if due:
                assert row[-2] == f"{100 * came / due:.1f}%".replace(".0%", "%")
                assert row[-1] == f"{100 * (came + made_up) / due:.1f}%".replace(".0%", "%")


def test_the_sums_of_a_column_follow_from_its_marks_and_are_those_of_the_meeting() -> None:
    book = year_book(18)
    counted = {
        (one.start.month, one.start.day, one.kinds[0], one.group_id): summary(one, book.members)
        for one in book.year_meetings
        if one.start is not None
    }
    seen = 0
    for sheet in attendance_year.sheets(book)[:-1]:
        grid = table(sheet)
        due_row, came_row, rate_row = (figures(grid, row) for row in range(3))
        for place in meeting_columns(grid):
            marks = [row[place] for row in grid.rows]
            due, came = int(due_row[place]), int(came_row[place])
            assert due == sum(mark not in NOT_COUNTED for mark in marks)
            assert came == sum(mark in CAME for mark in marks)
            assert rate_row[place] == f"{100 * came / due:.1f}".removesuffix(".0")
            seen += 1
        assert int(due_row[-4]) == sum(int(row[-4]) for row in grid.rows)
        assert int(came_row[-3]) == sum(int(row[-3]) for row in grid.rows)
    assert seen == len(counted) == len(book.year_meetings)
    assert sum(one.expected.total for one in counted.values()) == sum(
        int(row[-4]) for sheet in attendance_year.sheets(book)[:-1] for row in table(sheet).rows
    )


def test_the_summary_is_the_sum_of_the_sheets_before_it() -> None:
    *quarters, last = attendance_year.sheets(year_book(18))
    total = table(last)
    headings = [column.heading.replace("\n", "") for column in total.columns]
    due, came = headings.index("应到"), headings.index("实到")
    for number, row in enumerate(total.rows):
        rows = [table(sheet).rows[number] for sheet in quarters]
        assert int(row[due]) == sum(int(one[-4]) for one in rows)
        assert int(row[came]) == sum(int(one[-3]) for one in rows)
        marks = "".join(
            one[place]
            for sheet, one in zip(quarters, rows, strict=True)
            for place in meeting_columns(table(sheet))
        )
        assert int(row[headings.index("无故缺席")]) == marks.count("×")
        assert int(row[headings.index("病假")]) == marks.count("○")
        assert int(row[headings.index("已补课")]) == marks.count("补")


def test_a_meeting_not_confirmed_is_left_blank_for_the_pen_and_counts_for_nothing() -> None:
    made = example()
    planned = held(made, THEME_DAY, 11, 9, attendance_confirmed=False)
    (sheet,) = attendance_year.sheets(book_of(made, year_meetings=(made.meeting, planned)))
    grid = table(sheet)
    place = first_meeting(grid) + 1
    assert {row[place] for row in grid.rows} == {""}
    assert [figures(grid, row)[place] for row in range(3)] == ["18", "", ""]
    assert figures(grid, 0)[first_meeting(grid) + 2] == "18"
    assert any(isinstance(one, Note) and "没有核对考勤" in one.text for one in sheet.blocks)


def test_a_branch_without_groups_has_no_column_for_them() -> None:
    made = example()
    (sheet,) = attendance_year.sheets(book_of(made, groups=()))
    assert "组别" not in [column.heading for column in table(sheet).columns]


def test_every_mark_is_explained_and_in_the_fonts() -> None:
    (sheet,) = attendance_year.sheets(year_book(18, months=1))
    legend = "".join(one.text for one in sheet.blocks if isinstance(one, Note))
    for mark in (*words.ATTENDANCE_SYMBOLS.values(), words.MADE_UP_SYMBOL, words.NOT_DUE_SYMBOL):
        assert mark in legend
        assert fonts.missing(mark) == []
    assert "一组——第一党小组" in legend


def test_a_meeting_of_a_group_that_is_gone_is_called_by_its_kind() -> None:
    made = example()
    lost = held(made, GROUP_MEETING, 10, 3, group_id=None)
    (sheet,) = attendance_year.sheets(book_of(made, year_meetings=(lost,)))
    assert table(sheet).columns[first_meeting(table(sheet))].heading == "3日\n小组"


def test_two_hundred_members_are_all_there_with_headings_on_every_page() -> None:
    book = year_book(200, months=3)
    (sheet,) = attendance_year.sheets(book)
    printed = write([sheet], META)
    pages = texts_of(printed)
    whole = "".join(pages)
    assert printed.missing_characters == ()
    assert all(member.name in whole for member in book.members)
    assert LONG_NAME in whole
    assert RARE in whole
    assert all("到会率" in page for page in pages[:-1])
    assert all("9日" in page for page in pages if RARE in page or "党员100" in page)


def test_the_rows_are_read_in_their_order() -> None:
    (sheet,) = attendance_year.sheets(year_book(18, months=1))
    text, place = "".join(texts_of(write([sheet], META))), 0
    for row in table(sheet).rows:
        place = text.index("".join(row[:3]), place) + 1


@pytest.mark.parametrize("people", [0, 18])
def test_without_people_or_meetings_there_is_no_table(people: int) -> None:
    made = branch_of(people)
    meetings = (made.meeting,) if not people else ()
    made.meeting.attendance = []
    assert attendance_year.sheets(book_of(made, year_meetings=meetings)) == []
