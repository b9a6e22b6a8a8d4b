"""P26 督查整改台账: the year's orders on one sheet across, a row each."""

from __future__ import annotations

from dataclasses import replace

from app.manual.pages.rectification_order import PAGE
from app.manual.volumes import RECTIFICATION_LEDGER
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from app.rules.entries import day_in, in_words

_COLUMNS = parts.columns(
    ("编号", 17),
    ("下达日期", 19),
    ("问题", 40),
    ("依据", 30),
    ("整改要求", 35),
    ("责任人", 18),
    ("期限", 19),
    ("整改结果", 33),
    ("复查", 20),
    ("销号", 15),
    left=frozenset({"问题", "依据", "整改要求", "整改结果"}),
)


def sheets(book: Book) -> list[Sheet]:
    """Return the ledger of the year; without any order there is none."""
    entries = filled.entries_of(PAGE, replace(book, whole_year=True))
    if not entries:
        return []
    return [
        Sheet(
            code=RECTIFICATION_LEDGER.code,
            title=parts.title(f"{book.year}年", book, RECTIFICATION_LEDGER.title, landscape=True),
            blocks=(Grid(_COLUMNS, tuple(_row(one, book) for one in entries), row_mm=10.0),),
            key=book.year_key(RECTIFICATION_LEDGER),
            landscape=True,
            sample=book.sample,
        )
    ]


def _row(entry: Entry, book: Book) -> tuple[str, ...]:
    def said(name: str) -> str:
        return in_words(PAGE.field(name), entry.values.get(name), book.name)

    def day(name: str) -> str:
        return parts.listed_day(day_in(entry.values, name), book)

    checked = "\n".join(part for part in (said("checker"), day("checked_on")) if part)
    demand, result = said("demand"), said("result")
    found = (said("number"), day("issued_on"), said("problem"), said("basis"))
    named = (*found, demand, said("owner"))
    return (*named, day("due_on"), result, checked, said("state"))
