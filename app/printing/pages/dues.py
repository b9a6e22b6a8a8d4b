"""P24 (b) 党费收缴登记表: what each member owes and paid for the month, with the sum in capitals.

Source: `domain/pages.md` P24 (b) and signature places; 《关于中国共产党党费收缴、使用和管理的规定》
(中组发(2008)3号): the collector signs each month and the register is posted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.manual.volumes import DUES_SHEET
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Sheet, Signatures
from app.records import DuesRow
from app.rules.dues import capitals, needs_base, percent, total, yuan
from app.rules.dues_year import made_up_in, months_joined
from app.rules.texts import month_ends, month_title

_COLUMNS = (
    ("序号", 11.0),
    ("姓名", 29.0),
    ("核定基数", 23.0),
    ("比例", 15.0),
    ("应交", 21.0),
    ("实交", 21.0),
    ("交纳日期", 23.0),
    ("交纳方式", 23.0),
    ("代交人", 19.0),
    ("补交月份", 19.0),
    ("党员签字", 28.0),
    ("备注", 14.0),
)
_MONEY = frozenset({"核定基数", "应交", "实交"})
_POSTED = "　　月　　日至　　月　　日"


def sheets(book: Book) -> list[Sheet]:
    """Return the month's register in the order of its rows; a month without rows has none."""
    rows = [row for row in book.dues if row.month == book.month]
    if not rows:
        return []
    made_up = made_up_in((*book.earlier_dues, *book.year_dues), book.month, book.month)
    months = {
        row.member_id: months_joined(_months(made_up, row.member_id), book.year) for row in rows
    }
    register = Grid(
        parts.columns(*_COLUMNS, right=_MONEY),
        tuple(_line(book, number, row, months) for number, row in enumerate(rows, 1)),
        row_mm=parts.SIGNED_ROW_MM,
        foot=_foot(rows, made_up),
    )
    month = month_title(book.month)
    return [
        Sheet(
            code=DUES_SHEET.code,
            title=parts.title(month, book, DUES_SHEET.title, landscape=True),
            blocks=(register, Signatures(("收款人\n签章", "支部书记\n签字"), height_mm=12.0)),
            key=book.key(DUES_SHEET),
            landscape=True,
            sample=book.sample,
        )
    ]


def _months(made_up: Iterable[DuesRow], member_id: str) -> list[str]:
    """Return the earlier months a member paid for in this one (补交月份)."""
    return [row.month for row in made_up if row.member_id == member_id]


def _line(book: Book, number: int, row: DuesRow, made_up: Mapping[str, str]) -> tuple[str, ...]:
    member = book.member(row.member_id)
    # A member whose base is not approved yet owes something, only not known how much.
    unknown = row.base_fen is None and not row.due_fen and needs_base(member.dues_kind)
    told = (row.paid_by, made_up[row.member_id], _remark(row))
    # Before it is paid the row is written on by hand.
    payer, months, remark = told if row.paid_fen is None else map(parts.listed, told)
    return (
        str(number),
        parts.marked_name(book, member, month_ends(row.month)[1]),
        "" if row.base_fen is None else yuan(row.base_fen),
        percent(row.rate),
        "" if unknown else yuan(row.due_fen),
        "" if row.paid_fen is None else yuan(row.paid_fen),
        parts.listed_day(row.paid_on, book),
        row.method,
        payer,
        months,
        "",
        remark,
    )


def _remark(row: DuesRow) -> str:
    """Return what the figures themselves say: paid later, too little, or more."""
    if row.paid_fen is None:
        return ""
    if row.paid_fen != row.due_fen:
        return "少交" if row.paid_fen < row.due_fen else "多交"
    late = row.paid_on is not None and row.paid_on > month_ends(row.month)[1]
    return "补交" if late else ""


def _foot(rows: list[DuesRow], made_up: list[DuesRow]) -> tuple[tuple[Cell, ...], ...]:
    """Return the sums; while nothing is paid the paid sum stays blank to be written by hand.

    What came in for earlier months stands apart: it belongs to their own sheets.
    """
    paid = [row for row in rows if row.paid_fen is not None]
    sum_cells = (
        parts.label("合计", span=2),
        Cell(f"{len(rows)}人", span=2, align="center"),
        Cell(yuan(sum(row.due_fen for row in rows)), align="right"),
        Cell(yuan(total(rows)) if paid else "", align="right"),
        Cell("，".join(_counted(paid, made_up)), span=6),
    )
    capital_cells = (
        parts.label("合计大写", span=2),
        Cell(f"人民币{capitals(total(rows))}" if paid else "", span=4),
        parts.label("公示时间", span=2),
        Cell(_POSTED, span=4, align="center"),
    )
    return sum_cells, capital_cells


def _counted(paid: list[DuesRow], made_up: list[DuesRow]) -> Iterator[str]:
    if paid:
        yield f"已交{len(paid)}人"
    if made_up:
        people = len({row.member_id for row in made_up})
        yield f"另有{people}人补交以前月份{yuan(total(made_up))}元"
