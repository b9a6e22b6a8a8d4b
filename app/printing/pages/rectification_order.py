"""P26 督查整改: a page for each problem, and in the year's book the ledger of all (台账)."""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.page import FillPage
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from app.rules.entries import day_in, in_words

_LEDGER = "督查整改台账"
_LEDGER_COLUMNS = parts.columns(
    ("编号", 17),
    ("下达日期", 20),
    ("问题", 46),
    ("整改要求", 42),
    ("责任人", 20),
    ("期限", 20),
    ("整改结果", 40),
    ("复查", 24),
    ("销号", 17),
    left=frozenset({"问题", "整改要求", "整改结果"}),
)


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the orders, and before those of a whole year their ledger."""
    orders = filled.record_sheets(page, book, entries)
    return [_ledger(page, book, entries), *orders] if book.whole_year else orders


def _ledger(page: FillPage, book: Book, entries: Sequence[Entry]) -> Sheet:
    return Sheet(
        code=page.code,
        title=parts.title(f"{book.year}年", book, _LEDGER, landscape=True),
        blocks=(
            Grid(
                _LEDGER_COLUMNS,
                tuple(_row(page, book, entry) for entry in entries),
                row_mm=10.0,
            ),
        ),
        key=book.year_key(page),
        landscape=True,
        sample=book.sample,
    )


def _row(page: FillPage, book: Book, entry: Entry) -> tuple[str, ...]:
    def said(name: str) -> str:
        return in_words(page.field(name), entry.values.get(name), book.name)

    def day(name: str) -> str:
        return parts.short_day(day_in(entry.values, name), book)

    checked = "\n".join(part for part in (said("checker"), day("checked_on")) if part)
    demand, result = said("demand"), said("result")
    named = (said("number"), day("issued_on"), said("problem"), demand, said("owner"))
    return (*named, day("due_on"), result, checked, said("state"))
