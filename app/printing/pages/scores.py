"""P26 月度督查表, P27 党员积分 and 支部考核: tables with scores and their computed sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.manual.page import Field, FillPage
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Sheet
from app.records import Entry
from app.rules.entries import Values, decimal, rows_in
from app.rules.scores import each_tenths, earned_tenths, inspected_tenths, member_tenths, summed

# The items a page begins with take two lines at most, which leaves one page to a month.
_INSPECTION_COLUMNS = parts.columns(
    ("序号", 10),
    ("项目", 43),
    ("分值", 11),
    ("结果", 18),
    ("扣分", 11),
    ("问题描述", 43),
    ("依据记录", 26),
    left=frozenset({"项目", "问题描述", "依据记录"}),
)
_MEMBER_COLUMNS = parts.columns(
    ("序号", 11),
    ("项目", 30),
    ("标准", 27),
    ("加减分", 16),
    ("次数", 11),
    ("封顶", 11),
    ("得分", 13),
    ("依据", 43),
    left=frozenset({"项目", "标准", "依据"}),
)
_BRANCH_COLUMNS = parts.columns(
    ("序号", 11),
    ("考核项目", 30),
    ("分值", 11),
    ("评分标准", 34),
    ("自评", 11),
    ("考评", 11),
    ("扣分原因", 54),
    left=frozenset({"考核项目", "评分标准", "扣分原因"}),
)
# So low that the items a page begins with stand on one page with the signatures.
_ITEM_MM = 7.6
_BLANK_ROWS = 10


def inspection(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the inspection pages, what was deducted summed up and the score under them."""
    return filled.record_sheets(page, book, entries, {"items": _inspected})


def branch(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the assessment of the branch with the sums of both scores."""
    return _of_year(page, book, filled.record_sheets(page, book, entries, {"items": _assessed}))


def member(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the pages of the members' points, each item's score computed, and the total."""
    return _of_year(page, book, filled.record_sheets(page, book, entries, {"items": _earned}))


def _of_year(page: FillPage, book: Book, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets whose titles say which year they assess."""
    title = parts.title(f"{book.year}年", book, page.title)
    return [replace(sheet, title=title) for sheet in sheets]


def _inspected(field: Field, entry: Entry, book: Book) -> Grid:
    rows = rows_in(entry.values, field.name)
    score = inspected_tenths(rows)
    lost = summed(rows, "deducted_tenths")
    foot = (
        parts.label("合计", 2),
        _sum(summed(rows, "weight"), 0),
        Cell(),
        _sum(0 if lost is None and score is not None else lost, 1),
        Cell(f"得分：{_tenths(score)}", align="center", span=2),
    )
    return replace(filled.grid(field, entry, book), columns=_INSPECTION_COLUMNS, foot=(foot,))


def _assessed(field: Field, entry: Entry, _book: Book) -> Grid:
    rows = rows_in(entry.values, field.name)
    foot = (
        parts.label("合计", 2),
        _sum(summed(rows, "weight"), 0),
        Cell(),
        _sum(summed(rows, "own_tenths"), 1),
        _sum(summed(rows, "given_tenths"), 1),
        Cell(),
    )
    return Grid(
        _BRANCH_COLUMNS,
        tuple(_scored(number, row) for number, row in enumerate(rows, 1)),
        row_mm=9.0,
        foot=(foot,),
        least_rows=0 if rows else _BLANK_ROWS,
    )


def _scored(number: int, row: Values) -> tuple[str, ...]:
    weight = row.get("weight")
    return (
        str(number),
        row.get("item", ""),
        "" if weight is None else str(weight),
        row.get("standard", ""),
        _tenths(row.get("own_tenths")),
        _tenths(row.get("given_tenths")),
        row.get("reason", ""),
    )


def _earned(field: Field, entry: Entry, _book: Book) -> Grid:
    rows = rows_in(entry.values, field.name)
    foot = (parts.label("总分", 6), Cell(_tenths(member_tenths(rows)), align="center"), Cell())
    return Grid(
        _MEMBER_COLUMNS,
        tuple(_item(number, row) for number, row in enumerate(rows, 1)),
        row_mm=_ITEM_MM,
        foot=(foot,),
        least_rows=0 if rows else _BLANK_ROWS,
    )


def _item(number: int, row: Values) -> tuple[str, ...]:
    each, times = each_tenths(row), row.get("times")
    return (
        str(number),
        row.get("item", ""),
        row.get("standard", ""),
        f"{'+' if each and each > 0 else ''}{_tenths(each)}",
        "" if times is None else str(times),
        _tenths(row.get("most_tenths")),
        _tenths(earned_tenths(row)),
        row.get("grounds", ""),
    )


def _sum(value: int | None, places: int) -> Cell:
    return Cell("" if value is None else decimal(value, places), align="center")


def _tenths(value: int | None) -> str:
    return "" if value is None else decimal(value, 1)
