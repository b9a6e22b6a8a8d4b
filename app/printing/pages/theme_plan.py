"""P11 主题党日年度计划表: twelve months across; what is not filled in as done is computed."""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.page import FillPage
from app.manual.pages.theme_plan import MONTHS
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from app.rules.entries import Values, day_in, rows_in
from app.rules.plan import done
from app.rules.texts import long_date

_WIDTHS_MM = (12.0, 18.0, 46.0, 54.0, 36.0, 18.0, 25.0, 37.0)
_COLUMNS = parts.columns(
    *((column.label, width) for column, width in zip(MONTHS.columns, _WIDTHS_MM, strict=True)),
    left=frozenset({"主题", "规定动作分工", "自选动作", "完成情况"}),
)
_MONTHS_OF_YEAR = 12


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the plan, under its title when the committee settled it."""
    return [
        Sheet(
            code=page.code,
            title=parts.title(f"{entry.year}年", book, page.title, landscape=True),
            blocks=(_months(entry, book),),
            key=book.year_key(page),
            landscape=True,
            sample=book.sample,
            subtitle=_settled(entry.values),
        )
        for entry in entries
    ]


def _settled(values: Values) -> str:
    day = day_in(values, "adopted_on")
    return f"（{long_date(day)}支部委员会会议研究）" if day else ""


def _months(entry: Entry, book: Book) -> Grid:
    rows = rows_in(entry.values, MONTHS.name)
    return Grid(
        _COLUMNS,
        tuple(_row(row, book) for row in rows),
        row_mm=10.0,
        near=True,
        least_rows=0 if rows else _MONTHS_OF_YEAR,
    )


def _row(row: Values, book: Book) -> tuple[str, ...]:
    *planned, typed = filled.cells(MONTHS.columns, row, book)
    return (*planned, typed or done(row, book.year_meetings).told)
