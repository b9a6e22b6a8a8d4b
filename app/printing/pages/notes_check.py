"""P23 学习笔记检查登记: each member with his group, and what was due and written summed up.

Source: `domain/pages.md` P23.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.manual.page import Field, FillPage
from app.printing.pages import filled, parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Sheet
from app.records import Entry
from app.rules.entries import Values, people_in, rows_in

_COLUMNS = parts.columns(
    ("序号", 11),
    ("党小组", 18),
    ("姓名", 28),
    ("应记", 15),
    ("实记", 15),
    ("字数", 18),
    ("质量", 15),
    ("评语", 42),
    left=frozenset({"评语"}),
)


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a page for each check."""
    return filled.record_sheets(page, book, entries, {"members": _checked})


def _checked(field: Field, entry: Entry, book: Book) -> Grid:
    plain = filled.grid(field, entry, book)
    rows = rows_in(entry.values, field.name)
    return replace(
        plain,
        columns=_COLUMNS,
        rows=tuple(
            (told[0], _group(row, book), *told[1:])
            for told, row in zip(plain.rows, rows, strict=True)
        ),
        foot=(_foot(rows),) if rows else (),
    )


def _group(row: Values, book: Book) -> str:
    keys = {key for key, _ in people_in(row, "member")}
    return next((people.group_of(book, one) for one in book.members if one.id in keys), "")


def _foot(rows: Sequence[Values]) -> tuple[Cell, ...]:
    """Return the sums, and how many were given each grade."""
    grades = Counter(row["grade"] for row in rows if row.get("grade"))
    told = "，".join(f"{grade}{count}人" for grade, count in grades.items())
    return (
        parts.label("合计", span=3),
        *(Cell(_sum(rows, name), align="center") for name in ("due", "written")),
        Cell(told, span=3),
    )


def _sum(rows: Sequence[Values], name: str) -> str:
    counts = [row[name] for row in rows if row.get(name) is not None]
    return f"{sum(counts)}篇" if counts else ""
