from __future__ import annotations

import pytest

from app.manual.settings import ARCHIVE_CODE
from app.manual.volumes import MONTH_SET, PAGES, THEME_DAY_RECORD
from app.printing.pages import SHEETS, sheets_of
from app.printing.sheet import Block, Grid, Rows
from tests.app.printing.pages.made import book_of, book_with
from tests.example_branch import example


def test_every_page_of_the_month_set_is_printed_by_a_module() -> None:
    assert set(SHEETS) == set(PAGES) == {page.code for page in MONTH_SET}


def test_the_month_set_keeps_its_order() -> None:
    codes = [sheet.code for sheet in sheets_of(book_of(example()))]
    assert codes == ["P13", "P17", "P21", "P22", "P24"]


def test_single_pages_can_be_asked_for_in_any_order() -> None:
    codes = [sheet.code for sheet in sheets_of(book_of(example()), ["P24", "P13"])]
    assert codes == ["P13", "P24"]


def test_the_same_records_give_the_same_sheets() -> None:
    book = book_of(example())
    assert sheets_of(book) == sheets_of(book)


@pytest.mark.parametrize("sheet", sheets_of(book_of(example())), ids=lambda sheet: sheet.code)
def test_every_row_of_a_sheet_fills_its_width(sheet: object) -> None:
    blocks: tuple[Block, ...] = getattr(sheet, "blocks", ())
    widths = {_width(block) for block in blocks if isinstance(block, Rows | Grid)}
    assert len(widths) == 1


def _width(block: Rows | Grid) -> float:
    if isinstance(block, Rows):
        assert all(sum(cell.span for cell in row) == len(block.widths_mm) for row in block.rows)
        return sum(block.widths_mm)
    assert all(len(row) == len(block.columns) for row in block.rows)
    return sum(column.width_mm for column in block.columns)


def test_the_archive_code_tells_branch_month_page_and_meeting() -> None:
    first, second = example(), example().meeting
    book = book_with(first, first.meeting, second)
    assert book.key(THEME_DAY_RECORD, first.meeting) == "2025-10-P13"
    assert book.key(THEME_DAY_RECORD, second) == "2025-10-P13-2"
    coded = book_of(first, settings={ARCHIVE_CODE.key: "YS"})
    assert coded.key(THEME_DAY_RECORD) == "YS-2025-10-P13"
