"""P24 (g) 党费证登记: each member's months in lines that are copied into his booklet.

Source: `domain/pages.md` P24 (g); 《关于中国共产党党费收缴、使用和管理的规定》(中组发(2008)3号):
month, amount and collector are entered in the booklet (党费证).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.manual.actions import DUES_ACTION
from app.manual.kinds import THEME_DAY
from app.manual.volumes import DUES_BOOKLET
from app.printing.pages import dues_year, parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Note, Sheet
from app.rules.attendance import day_of
from app.rules.dues import yuan
from app.rules.dues_year import DuesLine

_COLUMNS = (
    ("序号", 11.0),
    ("姓名", 25.0),
    *(("月份", 14.0), ("金额", 20.0), ("收款人", 21.0)) * 2,
    ("全年合计", 22.0),
)
_HALF = 6
_NOTE = (
    "抄入党费证时每月一行；空着的月份没有交纳。"
    "收款人是交纳当天主题党日登记的收款人，其他日子交纳的空着，由收款人自己填。"
)


def sheets(book: Book) -> list[Sheet]:
    """Return the register of the year; one without dues has none."""
    listed = dues_year.lines(book)
    if not listed:
        return []
    collectors = _collectors(book)
    rows = tuple(_row(book, number, one, collectors) for number, one in enumerate(listed, 1))
    total = yuan(sum(line.paid_fen for line in listed))
    register = Grid(
        parts.columns(*_COLUMNS),
        rows,
        foot=((parts.label("合计", span=2), Cell(span=6), Cell(total, align="center")),),
    )
    return [
        Sheet(
            code=DUES_BOOKLET.code,
            title=parts.title(f"{book.year}年", book, DUES_BOOKLET.title),
            blocks=(register, Note(_NOTE)),
            key=book.year_key(DUES_BOOKLET),
            sample=book.sample,
        )
    ]


def _row(
    book: Book, number: int, line: DuesLine, collectors: Mapping[date, str]
) -> tuple[str, ...]:
    """Return the lines of one member: January to June at the left, July to December beside."""
    months = [f"{book.year}-{month:02}" for month in range(1, 13)]
    cells: list[str] = []
    for half in (months[:_HALF], months[_HALF:]):
        paid = [line.months.get(month) for month in half]
        amounts = [yuan(one.paid_fen) if one and one.paid_fen else "" for one in paid]
        collected = [
            collectors.get(one.paid_on, "") if one and one.paid_fen and one.paid_on else ""
            for one in paid
        ]
        cells += [
            "\n".join(f"{int(month[5:])}月" for month in half),
            "\n".join(amounts),
            "\n".join(collected),
        ]
    name = book.name(line.member.id)
    return str(number), name, *cells, yuan(line.paid_fen)


def _collectors(book: Book) -> dict[date, str]:
    """Return who took the money at each theme day of the year."""
    found: dict[date, str] = {}
    for meeting in book.year_meetings:
        day = day_of(meeting)
        if day is None or THEME_DAY not in meeting.kinds:
            continue
        for action in meeting.actions:
            if action.required_number == DUES_ACTION and action.leads:
                found[day] = book.name(action.leads[0].member_id)
    return found
