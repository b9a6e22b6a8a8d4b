"""Every fill-in page on paper: full, empty, long, with many people, and by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.manual.page import FillPage
from app.manual.pages import PAGES, page_of
from app.manual.volumes import FILLED
from app.manual.words import FINAL, NOTHING, NOTHING_LISTED, VOID
from app.printing.document import Printed, write
from app.printing.pages import Book
from app.printing.pages.layouts import blank_sheets, sheets
from app.printing.sheet import Rows, Sheet, texts
from app.records import Entry, Member
from app.rules.entries import filed_on
from tests.app.printing.drawn import faults_of
from tests.app.printing.pages.made import grids, value
from tests.app.printing.pages.test_printed import META, pages_of
from tests.factories import LONG_NAME, RARE, make_branch
from tests.filled import (
    CROWD,
    EVERYONE,
    PEOPLE,
    SENTENCE,
    SENTENCES,
    cases,
    filled_entry,
    people_fields,
)
from tests.preflight import preflight, requires_preflight

PRINTED = [page for page in PAGES if page.is_printed]
every_page = pytest.mark.parametrize("page", PRINTED, ids=lambda page: page.key)
IDS = [member.id for member in PEOPLE]


def book_with(*entries: Entry, members: tuple[Member, ...] = EVERYONE, **changes: Any) -> Book:
    return Book(make_branch(), "2025-10", members, entries=entries, **changes)


def sheets_with(page: FillPage, *entries: Entry, **changes: Any) -> list[Sheet]:
    return sheets(page, book_with(*entries, whole_year=True, **changes))


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def printed_text(found: list[Sheet]) -> str:
    return "".join(pages_of(write(found, META)))


@dataclass(frozen=True)
class Walked:
    """A page printed in every way it may be filled in, all in one file."""

    sheets: dict[str, list[Sheet]]
    printed: Printed
    texts: dict[str, str]


@cache
def walk(page: FillPage) -> Walked:
    found = {case: sheets_with(page, entry) for case, entry in cases(page).items()}
    printed = write([sheet for one in found.values() for sheet in one], META)
    pages = pages_of(printed)
    ends = iter([*printed.starts.values(), len(pages) + 1])
    begin, texts_ = next(ends), {}
    for case, sheets_ in found.items():
        for _ in sheets_:
            end = next(ends)
        texts_[case] = "".join(pages[begin - 1 : end - 1])
        begin = end
    return Walked(found, printed, texts_)


@every_page
def test_every_value_is_on_the_paper_in_the_order_of_the_sheet(page: FillPage) -> None:
    found, text, place = walk(page).sheets["full"], walk(page).texts["full"], 0
    told = "".join(flat(one) for sheet in found for one in texts(sheet))
    for field in page.fields():
        if field.kind in ("line", "text"):
            assert f"{field.label}的内容" in told
    for sheet in found:
        for line in texts(sheet):
            if len(flat(line)) > 6:
                place = text.index(flat(line)[:8], place)


@every_page
@pytest.mark.parametrize("case", ["full", "empty", "long", "crowd", "names"])
def test_lines_are_parted_well_and_tables_closed(page: FillPage, case: str) -> None:
    found = walk(page).sheets[case]
    assert found
    assert faults_of(found) == []


@every_page
def test_a_blank_page_prints_its_labels_and_nothing_else(page: FillPage) -> None:
    found = blank_sheets(page, book_with())
    assert found
    assert faults_of(found) == []
    text = printed_text(found)
    assert "None" not in text
    assert "的内容" not in text


@every_page
def test_five_thousand_characters_in_every_text_go_on_without_loss(page: FillPage) -> None:
    fields = (one for field in page.fields() for one in (field.shown_columns or (field,)))
    long = sum(one.kind in ("line", "text") for one in fields)
    assert walk(page).texts["long"].count(SENTENCE[0]) >= SENTENCES * long


@every_page
def test_two_hundred_people_are_all_there(page: FillPage) -> None:
    lists = people_fields(page, several=True)
    rows = [one for field in page.fields() for one in field.columns if one.kind == "members"]
    text = walk(page).texts["crowd"]
    # A name at the end of a page is parted by footer and title.
    missing = [one.name for one in CROWD if one.name not in text]
    assert len(missing) <= 2 or not (lists or rows)


@every_page
def test_long_and_rare_names_are_printed_whole(page: FillPage) -> None:
    text = walk(page).texts["names"]
    several, single = people_fields(page, several=True), people_fields(page, several=False)
    assert LONG_NAME in text or not single
    assert RARE in text or not several


@every_page
def test_the_same_entry_prints_to_the_same_bytes_and_every_character(page: FillPage) -> None:
    walked = walk(page)
    assert walked.printed.missing_characters == ()
    for case in ("full", "names"):
        once, twice = (write(walked.sheets[case], META).pdf for _ in range(2))
        assert once == twice


def test_what_a_computed_page_takes_in_is_printed_by_that_page_alone() -> None:
    for page in PAGES:
        if not page.is_printed:
            assert sheets_with(page, filled_entry(page, IDS)) == []
            assert page.code not in {one.code for one in FILLED}


@requires_preflight
def test_every_page_together_is_an_archive_file(tmp_path: Path) -> None:
    found = [
        sheet
        for page in PRINTED
        for case in ("full", "empty", "names")
        for sheet in walk(page).sheets[case]
    ]
    path = tmp_path / "pages.pdf"
    path.write_bytes(write(found, META).pdf)
    assert preflight(path) == []


def test_an_empty_cell_says_nothing_in_a_draft_and_none_once_it_is_final() -> None:
    page = page_of("talk")
    for state, words in (("草稿", ""), (FINAL, NOTHING)):
        entry = filled_entry(page, IDS, place="")
        entry.state = state
        (sheet,) = sheets_with(page, entry)
        assert value(sheet, "谈话地点") == words


def test_a_row_of_a_register_has_a_dash_for_nothing_once_it_is_final() -> None:
    page = page_of("award")
    draft, final = (filled_entry(page, IDS, number="") for _ in range(2))
    final.state = FINAL
    (sheet,) = sheets_with(page, draft, final)
    (grid,) = grids(sheet)
    place = [column.heading for column in grid.columns].index("文号")
    assert [row[place] for row in grid.rows] == ["", NOTHING_LISTED]


def test_a_void_entry_is_not_printed() -> None:
    page = page_of("talk")
    entry = filled_entry(page, IDS)
    entry.state = VOID
    assert sheets_with(page, entry) == []


def test_a_months_set_has_the_months_entries_and_a_years_book_all_of_them() -> None:
    page = page_of("talk")
    entries = [filled_entry(page, IDS, held_on=day) for day in ("2025-09-30", "2025-10-01")]
    assert [str(filed_on(page, one))[:7] for one in entries] == ["2025-09", "2025-10"]
    assert len(sheets(page, book_with(*entries))) == 1
    assert len(sheets_with(page, *entries)) == 2


def test_an_entry_has_one_archive_code_wherever_it_is_printed() -> None:
    page = page_of("talk")
    days = ("2025-09-30", "2025-10-01", "2025-10-21")
    entries = [filled_entry(page, IDS, held_on=day) for day in days]
    month = [one.key for one in sheets(page, book_with(*entries))]
    year = [one.key for one in sheets_with(page, *entries)]
    assert month == ["2025-10-P20", "2025-10-P20-2"]
    assert year == ["2025-09-P20", *month]


def test_entries_of_one_day_stand_by_their_hour_and_those_without_a_day_by_name() -> None:
    talk = page_of("talk")
    hours = ("15:00—15:30", "09:00—09:30")
    entries = [filled_entry(talk, IDS, held_on="2025-10-21", time=time) for time in hours]
    found = [value(one, "谈话时间") for one in sheets_with(talk, *entries)]
    assert found == sorted(hours)

    applicant = page_of("applicant")
    entries = [filled_entry(applicant, IDS, name=name) for name in ("乙", "丙", "甲")]
    there = sheets_with(applicant, *entries)
    assert there == sheets_with(applicant, *reversed(entries))


def test_letters_of_a_year_are_told_apart_too() -> None:
    page = page_of("notice")
    entries = [filled_entry(page, IDS, held_on=f"2025-{month:02}-09") for month in (9, 10)]
    assert [one.key for one in sheets_with(page, *entries)] == ["2025-09-P12", "2025-10-P12"]
    other = page_of("lost_contact")
    entries = [filled_entry(other, IDS) for _ in range(2)]
    assert [one.key for one in sheets_with(other, *entries)][1].endswith("-2")


@every_page
def test_every_row_of_a_page_covers_its_width(page: FillPage) -> None:
    for sheet in walk(page).sheets["full"]:
        for block in sheet.blocks:
            if isinstance(block, Rows):
                for row in block.rows:
                    assert sum(cell.span for cell in row) == len(block.widths_mm)
