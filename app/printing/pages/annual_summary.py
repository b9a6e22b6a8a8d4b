"""P29 年度工作总结: the document, and after its text the figures of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.manual.kinds import THEME_DAY
from app.manual.page import FillPage
from app.manual.words import GRADES
from app.printing.pages import letter, parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Prose, Rows, Sheet
from app.records import Entry
from app.rules.dues import percent, yuan
from app.rules.year_figures import YearFigures, year_figures

# 156 mm, the width of a document's text.
_WIDTHS_MM = (44.0, 34.0, 44.0, 34.0)
_COUNTED = (
    ("talk", "谈心谈话", "人次"),
    ("support", "帮扶疏导", "人次"),
    ("applicant", "培养对象", "人"),
    ("rectification_order", "督查整改", "项"),
)


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the summary with its block of computed figures."""
    figures = year_figures(
        book.year_meetings, book.members, book.year_dues, book.entries, THEME_DAY
    )
    table = Rows(_WIDTHS_MM, tuple(_pairs(list(_facts(figures)))), height_mm=9.0)
    heading = Prose((f"{book.year}年组织生活和党费收缴数据（由记录汇总）：",))
    return [
        letter.sheet(page, book, one, (*letter.blocks(one.values), heading, table))
        for one in entries
    ]


def _facts(figures: YearFigures) -> Iterator[tuple[str, str]]:
    for kind, count in figures.held.items():
        yield kind, f"{count}次"
    yield "主题党日到会率", _rate(figures.rate)
    yield "有效参与率", _rate(figures.effective_rate)
    yield "缺席补课率", _rate(figures.made_up_rate)
    yield "参加评议党员", f"{sum(figures.grades.values())}人"
    yield "评定优秀党员", f"{figures.grades.get(GRADES[0], 0)}人"
    yield "党费应交", f"{yuan(figures.dues_due_fen)}元"
    yield "党费实交", f"{yuan(figures.dues_paid_fen)}元"
    for key, name, unit in _COUNTED:
        yield name, f"{figures.entries.get(key, 0)}{unit}"


def _rate(share: Decimal | None) -> str:
    return percent(share) or "—"


def _pairs(facts: list[tuple[str, str]]) -> Iterator[parts.Row]:
    for place in range(0, len(facts), 2):
        row = facts[place : place + 2]
        cells = [cell for name, text in row for cell in (parts.label(name), _value(text))]
        yield (*cells, *[Cell()] * (4 - len(cells)))


def _value(text: str) -> Cell:
    return Cell(text, align="center")
