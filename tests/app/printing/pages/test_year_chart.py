"""The chart of the year on paper."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app import clock
from app.manual.volumes import YEAR_CHART
from app.printing.document import Meta, write
from app.printing.pages import sheets_of, year_chart
from app.printing.sheet import Chart, Note, Sheet, texts
from app.rules.chart import Look
from app.rules.year_chart import member_years
from app.rules.year_chart import year_chart as parts_of
from tests.app.printing.pages.made import book_of
from tests.app.printing.pages.test_printed import pages_of
from tests.app.printing.pages.year import year_book
from tests.example_branch import example
from tests.factories import LONG_NAME, RARE

META = Meta("一览", "支部", "记录", datetime(2025, 12, 31))  # noqa: DTZ001 - local


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 20))


def chart(sheet: Sheet) -> Chart:
    return next(block for block in sheet.blocks if isinstance(block, Chart))


def test_the_chart_is_a_page_of_the_year_and_one_of_the_strips() -> None:
    board, strips = sheets_of(year_book(), [YEAR_CHART.code])
    assert [board.key, strips.key] == ["2025-P22Z-1", "2025-P22Z-2"]
    assert {board.subtitle, strips.subtitle} == {"截至2025年11月20日"}


def test_a_year_that_is_over_is_printed_as_it_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for today in (date(2026, 4, 1), date(2027, 2, 3)):
        monkeypatch.setattr(clock, "today", lambda day=today: day)
        found.append(sheets_of(year_book(), [YEAR_CHART.code]))
    assert found[0] == found[1]
    assert found[0][0].subtitle == "截至2026年4月1日"


def test_paper_shows_the_numbers_of_the_chart_cell_by_cell() -> None:
    book = year_book()
    board, strips = year_chart.sheets(book)
    records = year_chart.records_of(book)
    rows = [one for part in parts_of(records) for one in part.rows]
    printed = [one.cells for one in chart(board).rows if len(one.cells) > 1]
    assert [cells[0].text for cells in printed] == [one.name for one in rows]
    for cells, row in zip(printed, rows, strict=True):
        assert [one.text for one in cells[1:]] == [one.text for one in row.cells]
        assert [one.span for one in cells[1:]] == [one.months for one in row.cells]
        bars = [None if one.share is None else round(one.share * 1000) for one in row.cells]
        assert [one.bar for one in cells[1:]] == bars
    years = member_years(records)
    for line, one in zip(chart(strips).rows, years, strict=True):
        found = [cell.text for cell in line.cells]
        assert found[2:14] == [cell.text for cell in one.strip.cells]
        assert found[1] == book.name(one.member.id)
        assert found[14] == f"{one.count.present}/{one.count.due}"


def test_the_signs_on_a_page_are_explained_under_it() -> None:
    for sheet in year_chart.sheets(year_book()):
        notes = "".join(block.text for block in sheet.blocks if isinstance(block, Note))
        signs = {look.sign for look in Look if look.sign}
        shown = {one.text[:1] for row in chart(sheet).rows for one in row.cells if not one.label}
        assert (shown & signs) <= set(notes)


def test_what_is_missing_stands_out_and_a_full_month_has_a_whole_bar() -> None:
    board = year_chart.sheets(year_book())[0]
    cells = [one for row in chart(board).rows for one in row.cells]
    assert {one.text for one in cells if one.strong} == {"缺"}
    for one in cells:
        if one.bar is not None:
            assert float(one.text) == pytest.approx(one.bar / 10, abs=0.06)


@pytest.mark.parametrize(("people", "pages"), [(18, 2), (200, 9)])
def test_every_name_is_on_paper_and_every_character_in_the_fonts(people: int, pages: int) -> None:
    printed = write(year_chart.sheets(year_book(people)), META)
    text = "".join(pages_of(printed))
    assert (printed.pages, printed.missing_characters) == (pages, ())
    assert RARE in text
    assert LONG_NAME in text


def test_the_same_records_print_to_the_same_bytes() -> None:
    first, second = (write(year_chart.sheets(year_book()), META).pdf for _ in range(2))
    assert first == second


def test_a_year_without_records_has_no_chart_and_one_without_people_no_strips() -> None:
    assert year_chart.sheets(book_of(example(), year_meetings=())) == []
    (board,) = year_chart.sheets(year_book(0, members=()))
    assert "缺" in "".join(texts(board))
