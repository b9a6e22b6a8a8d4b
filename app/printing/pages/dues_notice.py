"""P24 (f) 党费公布页: who paid for which months, for the notice board, without base and rate.

Source: `domain/pages.md` P24 (f); 《关于中国共产党党费收缴、使用和管理的规定》(中组发(2008)3号):
what was collected is published at least once a year (`domain/rules.md` C11).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.volumes import DUES_NOTICE, DUES_NOTICE_MONTH, Page
from app.printing.pages import dues_year, parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Rows, Sheet
from app.rules.dues import capitals, yuan
from app.rules.dues_year import DuesLine, months_joined
from app.rules.texts import month_title

_COLUMNS = (("序号", 14.0), ("姓名", 48.0), ("已交月份", 64.0), ("金额（元）", 36.0))
_FOOT_MM = (30.0, 60.0, 30.0, 42.0)
_ROW_MM = 8.4
_SPAN = "　　月　　日至　　月　　日"


def sheets(book: Book) -> list[Sheet]:
    """Return what is published of a year; one without dues has nothing."""
    paid = [
        (line, [one.month for one in line.months.values() if one.paid_fen])
        for line in dues_year.lines(book)
    ]
    title = parts.title(f"{book.year}年", book, DUES_NOTICE.title)
    return _sheet(book, DUES_NOTICE, title, book.year_key(DUES_NOTICE), paid)


def month_sheets(book: Book) -> list[Sheet]:
    """Return what is published of the book's month; one without dues has nothing."""
    paid = [
        (line, [book.month] if line.months[book.month].paid_fen else [])
        for line in dues_year.lines(book)
        if book.month in line.months
    ]
    title = parts.title(month_title(book.month), book, DUES_NOTICE.title)
    return _sheet(book, DUES_NOTICE_MONTH, title, book.key(DUES_NOTICE_MONTH), paid)


def _sheet(
    book: Book, page: Page, title: str, key: str, paid: Sequence[tuple[DuesLine, list[str]]]
) -> list[Sheet]:
    if not paid:
        return []
    amounts = [sum(line.months[month].paid_fen or 0 for month in months) for line, months in paid]
    register = Grid(
        parts.columns(*_COLUMNS, right=frozenset({"金额（元）"})),
        tuple(
            (str(number), book.name(line.member.id), months_joined(months) or "未交", yuan(fen))
            for number, ((line, months), fen) in enumerate(zip(paid, amounts, strict=True), 1)
        ),
        row_mm=_ROW_MM,
        foot=_foot(amounts),
    )
    posted = Rows(
        _FOOT_MM,
        (
            (parts.label("公布单位"), Cell(f"{book.branch.name}（盖章）", span=3)),
            (parts.label("公示起止"), Cell(_SPAN), parts.label("监督电话"), Cell(blank=True)),
        ),
    )
    return [
        Sheet(
            code=page.code,
            title=title,
            blocks=(register, posted),
            key=key,
            sample=book.sample,
        )
    ]


def _foot(amounts: Sequence[int]) -> tuple[tuple[Cell, ...], ...]:
    payers, total_fen = sum(bool(fen) for fen in amounts), sum(amounts)
    return (
        (
            parts.label("合计", span=2),
            Cell(f"{len(amounts)}人，已交{payers}人", align="center"),
            Cell(yuan(total_fen), align="right"),
        ),
        (parts.label("合计大写", span=2), Cell(f"人民币{capitals(total_fen)}", span=2)),
    )
