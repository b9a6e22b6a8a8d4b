from __future__ import annotations

import pytest

from app.manual.kinds import APPRAISAL, GROUP_MEETING, MEETING_WORDS
from app.manual.pages import page_of
from app.manual.settings import ARCHIVE_CODE
from app.manual.volumes import (
    ACTIVITY_RECORD,
    APPLICANT_LIST,
    APPRAISAL_RECORD,
    COMMITTEE_LIST,
    CRITICISM_RECORD,
    FILLED,
    GROUP_RECORD,
    MONTH_SET,
    PAGES,
    RANKING,
    RECTIFICATION_LEDGER,
    SIGN_IN_SHEET,
    THEME_DAY_RECORD,
)
from app.printing.pages import SHEETS, Book, sheets_of
from app.printing.sheet import Chart, Grid, Rows, Sheet
from app.records import Meeting
from tests.app.printing.pages.made import book_of, book_with, sample_book
from tests.criticism_example import criticism_meeting
from tests.example_branch import example
from tests.filled import filled_entry


def test_every_page_of_the_manual_is_printed_by_a_module() -> None:
    assert set(SHEETS) == set(PAGES)


def test_pages_of_the_year_stay_out_of_a_months_set() -> None:
    codes = {sheet.code for sheet in sheets_of(sample_book("2025-09"))}
    assert codes <= {page.code for page in MONTH_SET}
    (year,) = sheets_of(sample_book("2025-09"), [COMMITTEE_LIST.code])
    assert (year.code, year.key) == ("P15L", "2025-P15L")


def test_the_month_set_keeps_its_order() -> None:
    codes = [sheet.code for sheet in sheets_of(book_of(example()))]
    assert codes == ["P13", "P17", "P21", "P22", "P24"]


def test_single_pages_can_be_asked_for_in_any_order() -> None:
    codes = [sheet.code for sheet in sheets_of(book_of(example()), ["P24", "P13"])]
    assert codes == ["P13", "P24"]


def test_the_same_records_give_the_same_sheets() -> None:
    book = book_of(example())
    assert sheets_of(book) == sheets_of(book)


def all_sheets() -> list[Sheet]:
    """Return a filled sheet of every page."""
    sample = [sheets_of(sample_book(month), PAGES) for month in ("2025-09", "2025-10")]
    made = example()
    ids = {member.name: member.id for member in made.members}
    criticism = book_with(made, criticism_meeting(made.branch.id, ids))
    return [
        *sheets_of(book_of(made)),
        *sheets_of(criticism, [CRITICISM_RECORD.code]),
        *sheets_of(_held_as(APPRAISAL), [APPRAISAL_RECORD.code]),
        *sheets_of(_held_as("读书会"), [ACTIVITY_RECORD.code]),
        *sheets_of(
            book_of(made, entries=(filled_entry(page_of("applicant"), []),)), [APPLICANT_LIST.code]
        ),
        *sheets_of(
            book_of(made, entries=(filled_entry(page_of("rectification_order"), []),)),
            [RECTIFICATION_LEDGER.code],
        ),
        *sheets_of(
            book_of(made, entries=(filled_entry(page_of("member_score"), [made.members[0].id]),)),
            [RANKING.code],
        ),
        *sample[0],
        *sample[1],
    ]


def _held_as(kind: str) -> Book:
    """Return the example's theme day as if it had been of another kind."""
    made = example()
    made.meeting.kinds = [kind]
    return book_of(made)


def empty_sheets() -> list[Sheet]:
    """Return the sheets of a meeting of each kind in which nothing is written yet."""
    made = example()
    kinds = [page.kind for page in PAGES.values() if page.kind]
    meetings = [Meeting(branch_id=made.branch.id, kinds=[kind]) for kind in kinds]
    return sheets_of(book_with(made, *meetings), PAGES)


def test_every_page_but_photos_and_fill_in_pages_has_a_filled_sheet_to_look_at() -> None:
    assert {sheet.code for sheet in all_sheets()} == set(PAGES) - {"P13P"} - {
        page.code for page in FILLED
    }


@pytest.mark.parametrize(
    "sheet", [*all_sheets(), *empty_sheets()], ids=lambda sheet: f"{sheet.code} {sheet.key}"
)
def test_every_row_of_a_sheet_fills_its_width(sheet: Sheet) -> None:
    widths = {_width(block) for block in sheet.blocks if isinstance(block, Rows | Grid | Chart)}
    assert len(widths) == (0 if sheet.form == "halves" else 1)


def test_a_record_in_which_nothing_is_written_prints_with_its_cells_empty() -> None:
    sheets = [sheet for sheet in empty_sheets() if PAGES[sheet.code].kind]
    assert {sheet.code for sheet in sheets} == {
        "P13",
        "P14",
        "P15",
        "P16",
        "P17",
        "P18",
        "P19M",
        "P13X",
    }
    for sheet in sheets:
        values = {cell.text for block in sheet.blocks if isinstance(block, Rows)
                  for row in block.rows for cell in row if not cell.label}  # fmt: skip
        assert all(
            text == "" or text.startswith(("第", "签到表", *MEETING_WORDS)) for text in values
        )


def _width(block: Rows | Grid | Chart) -> float:
    if isinstance(block, Rows):
        assert all(sum(cell.span for cell in row) == len(block.widths_mm) for row in block.rows)
        return sum(block.widths_mm)
    if isinstance(block, Chart):
        spans = {sum(cell.span for cell in row.cells) for row in block.rows}
        assert spans == {len(block.columns)}
    else:
        assert all(len(row) == len(block.columns) for row in block.rows)
    return sum(column.width_mm for column in block.columns)


def test_the_archive_code_tells_branch_month_page_and_meeting() -> None:
    first, second = example(), example().meeting
    book = book_with(first, first.meeting, second)
    assert book.key(THEME_DAY_RECORD, first.meeting) == "2025-10-P13"
    assert book.key(THEME_DAY_RECORD, second) == "2025-10-P13-2"
    assert book.key(SIGN_IN_SHEET, second) == "2025-10-P21-2"
    coded = book_of(first, settings={ARCHIVE_CODE.key: "YS"})
    assert coded.key(THEME_DAY_RECORD) == "YS-2025-10-P13"


def test_meetings_of_another_kind_do_not_count_in_the_archive_code() -> None:
    book = sample_book("2025-10")
    group = next(one for one in book.meetings if GROUP_MEETING in one.kinds)
    assert book.key(GROUP_RECORD, group) == "2025-10-P16"
    assert book.key(SIGN_IN_SHEET, group) == "2025-10-P21-2"
