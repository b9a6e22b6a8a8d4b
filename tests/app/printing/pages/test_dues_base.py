"""P24 (a) 党费核定表: the parts of a base add up to it, and it to what is due."""

from __future__ import annotations

import pytest

from app.printing.document import write
from app.printing.pages import dues_base
from app.printing.sheet import Grid, Sheet
from app.records import DuesBase
from app.rules.dues import due, parse_yuan
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import grids
from tests.app.printing.pages.year import with_items, year_book
from tests.factories import LONG_NAME, RARE

PARTS = (
    ("薪级工资", 120000),
    ("津贴", 30050),
    ("绩效奖金", 200000),
    ("养老保险", -60080),
    ("住房公积金", -90000),
    ("医疗保险", -20012),
    ("个人所得税", -1234),
)


def table(sheet: Sheet) -> Grid:
    (grid,) = grids(sheet)
    return grid


def fen(text: str) -> int:
    return -parse_yuan(text[1:]) if text.startswith("-") else parse_yuan(text or "0")


def place(grid: Grid, heading: str) -> int:
    return [column.heading for column in grid.columns].index(heading)


@pytest.mark.parametrize("count", [1, 4, 7])
def test_the_parts_of_a_line_add_up_to_its_base_and_that_to_what_is_due(count: int) -> None:
    book = with_items(year_book(), *PARTS[:count])
    (sheet,) = dues_base.sheets(book)
    grid = table(sheet)
    base = place(grid, "税后基数")
    for row in grid.rows:
        assert sum(map(fen, row[3:base])) == fen(row[base])
        right = due("工资制", fen(row[base]), book.branch.dues_rounding)
        assert fen(row[base + 2]) == right.due_fen
    assert fen(grid.foot[0][2].text) == sum(fen(row[base + 2]) for row in grid.rows)


def test_more_parts_than_fit_are_taken_together_at_the_end() -> None:
    (sheet,) = dues_base.sheets(with_items(year_book(), *PARTS))
    headings = [column.heading for column in table(sheet).columns]
    assert headings[3:9] == ["岗位工资", "薪级工资", "津贴", "绩效奖金", "养老保险", "其他项"]
    assert sum(band.span for band in table(sheet).bands) == len(headings)


def test_without_parts_two_columns_are_left_to_the_pen() -> None:
    (sheet,) = dues_base.sheets(year_book())
    grid = table(sheet)
    assert [column.heading for column in grid.columns][3:5] == ["工资项目合计", "扣除项合计"]
    assert all(row[3:5] == ("", "") for row in grid.rows)


def test_a_base_that_changes_in_the_year_has_a_line_of_its_own() -> None:
    book = year_book()
    first = book.members[0]
    first.dues_bases.append(
        DuesBase(branch_id=first.branch_id, base_fen=1100000, from_month="2025-07")
    )
    (sheet,) = dues_base.sheets(book)
    grid = table(sheet)
    assert [row[:2] for row in grid.rows[:3]] == [
        ("1", "周启明"),
        ("", "周启明"),
        ("2", "韩素云"),
    ]
    assert grid.rows[1][-1] == "2025年7月"
    assert grid.foot[0][1].text == "18人"
    latest = place(grid, "月应交")
    assert fen(grid.foot[0][2].text) == sum(fen(row[latest]) for row in grid.rows[1:])


def test_category_and_dues_kind_stand_together() -> None:
    book = year_book()
    book.members[0].dues_kind = "离退休"
    book.members[1].dues_kind = "农民"
    (sheet,) = dues_base.sheets(book)
    rows = table(sheet).rows
    assert rows[0][2] == "正式\n离退休"
    assert rows[1][2:8] == ("正式\n农民", "", "", "", "定额", "0.20")
    assert rows[9][2] == "预备"


def test_a_base_that_is_not_approved_is_left_blank() -> None:
    book = year_book()
    book.members[0].dues_bases = []
    (sheet,) = dues_base.sheets(book)
    grid = table(sheet)
    assert grid.rows[0][place(grid, "税后基数") :] == ("", "", "", "", "")


@pytest.mark.parametrize("people", [18, 200])
def test_everybody_is_printed_with_room_to_sign(people: int) -> None:
    book = with_items(year_book(people), *PARTS)
    (sheet,) = dues_base.sheets(book)
    assert table(sheet).row_mm >= 12
    assert [one.heading for one in table(sheet).columns if one.blank] == ["本人签字"]
    printed = write([sheet], META)
    text = "".join(texts_of(printed))
    assert printed.missing_characters == ()
    assert all(member.name in text for member in book.members[:-2])
    assert RARE in text
    assert LONG_NAME in text


def test_a_branch_without_members_has_no_sheet() -> None:
    assert dues_base.sheets(year_book(0)) == []
