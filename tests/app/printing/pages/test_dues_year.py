"""P24 (c), (f) and (g): every sum on the pages is that of the rows printed above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.manual.volumes import LOOSE_PAGES, MONTH_SET
from app.printing.document import write
from app.printing.pages import Book, dues_booklet, dues_notice, dues_year, sheets_of
from app.printing.sheet import Grid, Note, Rows, Sheet
from app.rules.dues import capitals, parse_yuan
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import grids
from tests.app.printing.pages.year import year_book
from tests.factories import LONG_NAME, RARE


def table(sheet: Sheet) -> Grid:
    (grid,) = grids(sheet)
    return grid


def fen(text: str) -> int:
    return parse_yuan(text) if text[:1].isdigit() else 0


def foot(grid: Grid, label: str) -> list[str]:
    row = next(row for row in grid.foot if row[0].text == label)
    return [cell.text for cell in row[1:]]


def note(sheet: Sheet) -> str:
    return "".join(block.text for block in sheet.blocks if isinstance(block, Note))


def dear(book: Book) -> Book:
    """Return the book with dues whose monthly sum has eight figures."""
    for row in book.year_dues:
        row.due_fen *= 20
        row.paid_fen = row.paid_fen and row.paid_fen * 20
    return book


def test_a_line_shows_twelve_months_and_their_sum() -> None:
    (sheet,) = dues_year.sheets(year_book())
    assert sheet.title == "2025年安原矿业有限公司青石矿运输区党支部党费年度汇总表"
    grid = table(sheet)
    assert grid.rows[2][:3] == ("3", "陆景行", "118.80")
    assert grid.rows[2][10:] == ("未交",) * 4 + ("950.40",)
    for row in grid.rows:
        assert sum(fen(text) for text in row[2:14]) == fen(row[14])


def test_the_sums_at_the_foot_are_those_of_the_columns() -> None:
    (sheet,) = dues_year.sheets(year_book())
    grid = table(sheet)
    sums, payers = foot(grid, "合计"), foot(grid, "交纳人数")
    for place in range(12):
        column = [row[2 + place] for row in grid.rows]
        assert sum(map(fen, column)) == fen(sums[place])
        assert sum(bool(fen(text)) for text in column) == int(payers[place])
    assert sum(fen(row[-1]) for row in grid.rows) == fen(sums[-1])
    assert foot(grid, "合计大写") == [f"人民币{capitals(fen(sums[-1]))}"]


def test_the_note_says_who_owes_which_months_and_how_long() -> None:
    (sheet,) = dues_year.sheets(year_book())
    assert note(sheet) == "欠交：陆景行 9—12月 475.20元，连续4个月未交。"
    (paid,) = dues_year.sheets(year_book(months=8))
    assert note(paid) == "欠交：无。"


def test_months_nobody_paid_yet_are_blank_and_a_missing_row_is_not() -> None:
    book = year_book(months=3)
    gone = book.members[0].id
    rows = [row for row in book.year_dues if (row.member_id, row.month) != (gone, "2025-02")]
    (sheet,) = dues_year.sheets(replace(book, year_dues=tuple(rows)))
    grid = table(sheet)
    assert grid.rows[0][2:6] == ("204.73", "未交", "204.73", "")
    assert foot(grid, "合计")[3:12] == [""] * 9


def test_the_months_before_somebody_came_have_a_dash_once_dues_are_collected() -> None:
    book = year_book(months=3)
    late = book.members[4]
    late.memberships[0].from_on = date(2025, 3, 1)
    kept = [row for row in book.year_dues if row.member_id != late.id or row.month == "2025-03"]
    (sheet,) = dues_year.sheets(replace(book, year_dues=tuple(kept)))
    assert table(sheet).rows[4][2:6] == ("—", "—", "95.70", "")


def test_a_base_that_is_not_approved_says_so() -> None:
    book = year_book(months=1)
    row = book.year_dues[0]
    row.base_fen, row.rate, row.due_fen, row.paid_fen = None, None, 0, None
    (sheet,) = dues_year.sheets(book)
    assert table(sheet).rows[0][2] == "未核定"


def test_large_sums_are_shown_by_half_years() -> None:
    first, second = dues_year.sheets(dear(year_book()))
    assert (first.key, second.key) == ("2025-P24C-1", "2025-P24C-2")
    assert first.title.endswith("（上半年）")
    for sheet, columns in ((first, 1), (second, 2)):
        grid = table(sheet)
        for row in grid.rows:
            assert sum(fen(text) for text in row[2:8]) == fen(row[8])
        assert len(grid.rows[0]) == 8 + columns
    for one, other in zip(table(first).rows, table(second).rows, strict=True):
        assert fen(one[8]) + fen(other[8]) == fen(other[9])
    assert foot(table(second), "合计大写")
    assert note(first) == ""


@pytest.mark.parametrize("people", [18, 200])
def test_what_is_published_has_neither_base_nor_rate(people: int) -> None:
    book = year_book(people)
    (sheet,) = dues_notice.sheets(book)
    grid = table(sheet)
    assert [column.heading for column in grid.columns] == ["序号", "姓名", "已交月份", "金额（元）"]
    assert grid.rows[2][1:] == ("陆景行", "1—8月", "950.40")
    total = sum(fen(row[3]) for row in grid.rows)
    paid = sum(bool(fen(row[3])) for row in grid.rows)
    assert foot(grid, "合计") == [f"{people}人，已交{paid}人", f"{total // 100}.{total % 100:02}"]
    assert foot(grid, "合计大写") == [f"人民币{capitals(total)}"]
    (posted,) = [block for block in sheet.blocks if isinstance(block, Rows)]
    last = posted.rows[-1]
    assert [cell.text for cell in last if cell.label] == ["公示起止", "监督电话"]
    assert last[-1].blank


def test_a_month_can_be_published_by_itself() -> None:
    (sheet,) = dues_notice.month_sheets(year_book())
    assert sheet.title.replace(" ", "").endswith("2025年12月党费收缴公布表")
    assert sheet.key == "2025-12-P24FM"
    grid = table(sheet)
    assert grid.rows[0][2:] == ("12月", "204.73")
    assert grid.rows[2][2:] == ("未交", "0.00")
    assert fen(foot(grid, "合计")[1]) == sum(fen(row[3]) for row in grid.rows)


def test_the_booklet_has_a_line_for_each_month_with_amount_and_collector() -> None:
    book = year_book()
    (sheet,) = dues_booklet.sheets(book)
    row = table(sheet).rows[2]
    assert row[2].split("\n") == [f"{month}月" for month in range(1, 7)]
    assert row[3].split("\n") == ["118.80"] * 6
    assert row[4].split("\n") == ["韩素云", "周启明"] * 3
    assert row[6].split("\n") == ["118.80", "118.80", "", "", "", ""]
    for one in table(sheet).rows:
        amounts = [text for place in (3, 6) for text in one[place].split("\n")]
        assert sum(map(fen, amounts)) == fen(one[8])
    assert fen(foot(table(sheet), "合计")[-1]) == sum(fen(one[8]) for one in table(sheet).rows)


def test_who_did_not_pay_at_the_theme_day_has_no_collector() -> None:
    (sheet,) = dues_booklet.sheets(year_book())
    assert table(sheet).rows[1][4].replace("\n", "") == ""
    assert table(sheet).rows[1][7].split("\n")[-1] == "周启明"


def test_the_lines_of_a_booklet_stand_on_one_page() -> None:
    book = year_book(200)
    (sheet,) = dues_booklet.sheets(book)
    pages = texts_of(write([sheet], META))
    for member in book.members[18:]:
        (page,) = [text for text in pages if member.name in text]
        assert "".join(f"{month}月" for month in range(1, 13)) in page.split(member.name)[1]
    assert all(page.count("12月") >= 6 for page in pages[:-1])


@pytest.mark.parametrize("code", ["P24C", "P24F", "P24FM", "P24G"])
def test_two_hundred_members_are_all_printed(code: str) -> None:
    book = year_book(200)
    printed = write(sheets_of(book, [code]), META)
    text = "".join(texts_of(printed))
    assert printed.missing_characters == ()
    assert all(member.name in text for member in book.members[:-1])
    assert RARE in text
    assert LONG_NAME in text


@pytest.mark.parametrize("code", ["P24C", "P24F", "P24FM", "P24G"])
def test_without_dues_there_is_no_page(code: str) -> None:
    assert sheets_of(year_book(0), [code]) == []
    assert sheets_of(year_book(18, months=0), [code]) == []


def test_loose_pages_stay_out_of_a_months_set() -> None:
    assert not {page.code for page in LOOSE_PAGES} & {page.code for page in MONTH_SET}


def test_a_payment_of_the_last_day_is_in_time_on_paper_too() -> None:
    book = year_book(months=1)
    book.year_dues[0].paid_on = date(2025, 1, 31)
    (sheet,) = dues_year.sheets(book)
    assert table(sheet).rows[0][2] == "204.73"
