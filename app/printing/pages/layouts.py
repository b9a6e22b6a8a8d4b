"""Which fill-in pages are set by hand, and how the others are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.manual.page import FillPage, Paper
from app.printing.pages import (
    annual_summary,
    appraisal,
    appraisal_count,
    election,
    filled,
    instructions,
    letter,
    notes_check,
    notice,
    scores,
    support,
    theme_plan,
)
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Entry

Layout = Callable[[FillPage, Book, Sequence[Entry]], list[Sheet]]

# By key of the page; a page that is not here is set as its `paper` says.
LAYOUTS: dict[str, Layout] = {
    "instructions": instructions.sheets,
    "theme_plan": theme_plan.sheets,
    "notice": notice.sheets,
    "notes_check": notes_check.sheets,
    "inspection": scores.inspection,
    "member_score": scores.member,
    "branch_score": scores.branch,
    "appraisal": appraisal.sheets,
    "appraisal_count": appraisal_count.sheets,
    "support": support.sheets,
    "election": election.sheets,
    "annual_summary": annual_summary.sheets,
}

_PAPERS: dict[Paper, Layout] = {
    "record": filled.record_sheets,
    "register": filled.register_sheets,
    "document": letter.sheets,
    "elsewhere": lambda _page, _book, _entries: [],
}


def sheets(page: FillPage, book: Book) -> list[Sheet]:
    """Return the sheets of the entries of a page that belong to the book; none without any."""
    entries = filled.entries_of(page, book)
    return _layout(page)(page, book, entries) if entries else []


def sheets_of_entry(page: FillPage, book: Book, entry: Entry) -> list[Sheet]:
    """Return the sheets of one entry."""
    return _layout(page)(page, book, [entry])


def blank_sheets(page: FillPage, book: Book) -> list[Sheet]:
    """Return the page without any text, to be written on by hand."""
    return _layout(page)(page, book, [filled.blank_entry(page, book)])


def _layout(page: FillPage) -> Layout:
    return LAYOUTS.get(page.key) or _PAPERS[page.paper]
