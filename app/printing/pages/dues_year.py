"""P24 (c) 党费年度汇总表: each member's twelve months, their sums, and what is still open.

Source: `domain/pages.md` P24 (c); rules D3 and D4 of `domain/rules.md` 3.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.manual import words
from app.manual.volumes import DUES_YEAR
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Column, Grid, Note, Sheet, Signatures
from app.rules.dues import capitals, yuan
from app.rules.dues_year import DuesLine, Owed, lines_of, months_joined, paid_by_month

_WIDTH_MM = 246.0
_NUMBER_MM, _NAME_MM = 10.0, 26.0
# Seven figures such as 1234.56 fit between the rules of a month, eight only in half a year.
_MOST_FIGURES = 7
_SUM_MM, _HALF_SUMS_MM = 20.0, 46.0
_ROW_MM = 7.6
_UNPAID, _NOT_KNOWN = "未交", "未核定"
_SIGNED = Signatures(("收款人\n签章", "支部书记\n签字"), height_mm=12.0)


def lines(book: Book) -> list[DuesLine]:
    """Return the members who owed in the year with their months."""
    return lines_of(book.members, book.year_dues, book.branch.dues_rounding)


def sheets(book: Book) -> list[Sheet]:
    """Return the summary, in two halves where the sums of a month need the room."""
    listed = lines(book)
    if not listed:
        return []
    months = [f"{book.year}-{number:02}" for number in range(1, 13)]
    sums = paid_by_month(listed)
    if max(len(yuan(fen)) for fen in sums.values()) <= _MOST_FIGURES:
        return [_sheet(book, listed, months, "")]
    halves = [
        _sheet(book, listed, months[:6], "上半年"),
        _sheet(book, listed, months[6:], "下半年"),
    ]
    return [replace(one, key=f"{one.key}-{number}") for number, one in enumerate(halves, 1)]


def _sheet(book: Book, listed: Sequence[DuesLine], months: Sequence[str], called: str) -> Sheet:
    """Return the sheet of some months; the last one of the year has its sums and what is open."""
    is_last = months[-1].endswith("-12")
    sums, paid = _sum_columns(called, is_last=is_last), paid_by_month(listed)
    each = (_WIDTH_MM - _NUMBER_MM - _NAME_MM - sum(one.width_mm for one in sums)) / len(months)
    grid = Grid(
        columns=(
            Column("序号", _NUMBER_MM),
            Column("姓名", _NAME_MM),
            *(Column(f"{int(month[5:])}月", each, align="right") for month in months),
            *sums,
        ),
        rows=tuple(
            (
                str(number),
                book.name(line.member.id),
                *(_amount(line.months.get(month), month in paid) for month in months),
                *_sums([line], months, len(sums)),
            )
            for number, line in enumerate(listed, 1)
        ),
        row_mm=_ROW_MM,
        foot=_foot(listed, months, len(sums), is_last=is_last),
    )
    name = DUES_YEAR.title + (f"（{called}）" if called else "")
    return Sheet(
        code=DUES_YEAR.code,
        title=parts.title(f"{book.year}年", book, name, landscape=True),
        blocks=(grid, _SIGNED, Note(_open(book, listed))) if is_last else (grid,),
        key=book.year_key(DUES_YEAR),
        landscape=True,
        sample=book.sample,
    )


def _sum_columns(called: str, *, is_last: bool) -> list[Column]:
    if not called:
        return [Column("小计", _SUM_MM, align="right")]
    names = ["小计", "全年"] if is_last else ["小计"]
    return [Column(name, _HALF_SUMS_MM / len(names), align="right") for name in names]


def _sums(listed: Sequence[DuesLine], months: Sequence[str], count: int) -> list[str]:
    """Return the sum over the months shown and, where there is room for it, over the year."""
    shown = sum(
        one.paid_fen or 0 for line in listed for key, one in line.months.items() if key in months
    )
    return [yuan(fen) for fen in (shown, sum(line.paid_fen for line in listed))[:count]]


def _amount(owed: Owed | None, is_collected: bool) -> str:
    """Return what was paid for a month, or why nothing was; blank for one not collected yet."""
    if owed is None:
        return words.NOTHING_LISTED if is_collected else ""
    if owed.paid_fen:
        return yuan(owed.paid_fen)
    if not owed.is_known:
        return _NOT_KNOWN
    return _UNPAID if owed.is_open else words.NOT_DUE_SYMBOL


def _foot(
    listed: Sequence[DuesLine], months: Sequence[str], sums: int, *, is_last: bool
) -> tuple[tuple[Cell, ...], ...]:
    paid = paid_by_month(listed)
    payers = {
        month: sum(bool(line.months[month].paid_fen) for line in listed if month in line.months)
        for month in months
    }
    totals = _sums(listed, months, sums)
    rows: list[tuple[Cell, ...]] = [
        (
            parts.label("交纳人数", span=2),
            *(_right(str(payers[month]) if month in paid else "") for month in months),
            *(_right("") for _ in totals),
        ),
        (
            parts.label("合计", span=2),
            *(_right(yuan(paid[month]) if month in paid else "") for month in months),
            *map(_right, totals),
        ),
    ]
    if is_last:
        in_capitals = f"人民币{capitals(sum(line.paid_fen for line in listed))}"
        rows.append((parts.label("合计大写", span=2), Cell(in_capitals, span=len(months) + sums)))
    return tuple(rows)


def _right(text: str) -> Cell:
    return Cell(text, align="right")


def _open(book: Book, listed: Sequence[DuesLine]) -> str:
    """Return who has not paid what, longest first, or that all have paid."""
    owing = sorted((line for line in listed if line.open), key=lambda one: -len(one.open))
    if not owing:
        return "欠交：无。"
    return f"欠交：{'；'.join(_owing(book, owing))}。"


def _owing(book: Book, owing: Sequence[DuesLine]) -> Iterator[str]:
    for line in owing:
        months = months_joined(one.month for one in line.open)
        running = f"，连续{line.open_in_a_row}个月未交" if line.open_in_a_row > 1 else ""
        yield f"{book.name(line.member.id)} {months} {yuan(line.open_fen)}元{running}"
