from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from app.errors import InvalidInputError
from app.exchange.roster import read_pasted, read_workbook, workbook


def made(*rows: Sequence[object], sheets: int = 1) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(sheets - 1):
        sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_are_read_as_they_show() -> None:
    moment = datetime.fromisoformat("2008-06-27T00:00")
    content = made(
        ["姓名", None],
        ["柳知行", 7],
        [moment, date(2008, 6, 27)],
        [200806.0, 2008.5],
        [622301197804120010, True],
    )
    assert read_workbook(content) == [
        ["姓名", ""],
        ["柳知行", "7"],
        ["2008-06-27", "2008-06-27"],
        ["200806", "2008.5"],
        ["6.22301E+17", "是"],
    ]


def test_the_first_sheet_with_something_in_it_is_read() -> None:
    assert read_workbook(made(["姓名"], ["柳知行"], sheets=3)) == [["姓名"], ["柳知行"]]
    assert read_workbook(made()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old", b"name,1"])
def test_what_is_no_workbook_is_refused_with_a_way_out(content: bytes) -> None:
    with pytest.raises(InvalidInputError, match="另存为"):
        read_workbook(content)


def test_a_table_too_long_for_a_branch_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="超过5000行"):
        read_workbook(made(*[["柳知行"]] * 5001))


def test_copied_lines_are_parted_by_tabs() -> None:
    assert read_pasted("姓名\t性别\r\n柳知行\t男\r\n") == [["姓名", "性别"], ["柳知行", "男"]]
    broken = '姓名\t"备注\n说明"\n柳知行\t"住县城\n三楼"'
    assert read_pasted(broken) == [["姓名", "备注\n说明"], ["柳知行", "住县城\n三楼"]]
    assert read_pasted("") == []


def test_a_workbook_keeps_long_numbers_formulas_and_rare_names_as_text() -> None:
    row = ["𬭼䶮㛃㐂", "11010519491231002X", "=1+1", "13900000000"]
    content = workbook(["姓名", "公民身份号码", "备注", "电话"], [row])
    assert read_workbook(content)[1] == row
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet[2]] == ["s"] * 4
    assert {cell.number_format for cell in sheet[2]} == {"@"}
