"""Small helpers of the page tests: a book of the example branch, and the words on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.printing.pages import Book
from app.printing.sheet import Box, Cell, Grid, Rows, Sheet
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.texts import month_of
from tests.example_branch import MONTH, Example
from tests.october import october_records


def book_of(made: Example, **changes: object) -> Book:
    """Return the book of the example's October, with some parts exchanged."""
    book = Book(
        branch=made.branch,
        month=MONTH,
        members=tuple(made.members),
        groups=tuple(made.groups),
        meetings=(made.meeting,),
        year_meetings=(made.meeting,),
        dues=tuple(made.dues),
    )
    return replace(book, **changes)  # type: ignore[arg-type]


def book_with(made: Example, *meetings: Meeting) -> Book:
    """Return the book with other meetings."""
    return book_of(made, meetings=meetings, year_meetings=meetings)


def cells(sheet: Sheet) -> Iterator[Cell]:
    """Yield the cells of all label-and-value rows."""
    for block in sheet.blocks:
        if isinstance(block, Rows):
            for row in block.rows:
                yield from row


def value(sheet: Sheet, label: str) -> str:
    """Return the text to the right of a label."""
    texts = [cell.text.replace("\n", "") for cell in cells(sheet)]
    return texts[texts.index(label) + 1]


def labels(sheet: Sheet) -> list[str]:
    """Return the label cells in order."""
    return [cell.text.replace("\n", "") for cell in cells(sheet) if cell.label]


def box(sheet: Sheet, label: str) -> tuple[str, ...]:
    """Return the paragraphs of the box whose label begins so."""
    return next(
        block.paragraphs
        for block in sheet.blocks
        if isinstance(block, Box) and block.label.replace("\n", "").startswith(label)
    )


def grids(sheet: Sheet) -> list[Grid]:
    """Return the grids of a sheet."""
    return [block for block in sheet.blocks if isinstance(block, Grid)]


def sample_book(month: str) -> Book:
    """Return the book of a month of the small sample."""
    records = october_records()
    meetings = [one for one in records.meetings if stored_month(day_of(one)) == month]
    return Book(
        branch=records.branch,
        month=month,
        members=tuple(records.members),
        groups=tuple(records.groups),
        meetings=tuple(meetings),
        year_meetings=tuple(records.meetings),
        dues=tuple(row for row in records.dues if row.month == month),
        year_dues=tuple(records.dues),
    )


def stored_month(day: date | None) -> str:
    return "" if day is None else month_of(day)


def meeting_in(book: Book, kind: str) -> Meeting:
    """Return the first meeting of a kind in a book."""
    return next(one for one in book.meetings if kind in one.kinds)
