"""P24 (b) 党费收缴登记表: what each member owes and paid for the month, with the sum in capitals.

Source: `domain/pages.md` P24 (b) and signature places; 《关于中国共产党党费收缴、使用和管理的规定》
(中组发(2008)3号): the collector signs each month and the register is posted.
"""

from __future__ import annotations

from app.manual.volumes import DUES_SHEET
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Sheet, Signatures
from app.records import DuesRow
from app.rules.dues import capitals, needs_base, percent, total, yuan
from app.rules.texts import month_ends, month_title

_COLUMNS = (
    ("序号", 13.0),
    ("姓名", 31.0),
    ("核定基数", 25.0),
    ("比例", 16.0),
    ("应交", 23.0),
    ("实交", 23.0),
    ("交纳日期", 24.0),
    ("交纳方式", 23.0),
    ("代交人", 22.0),
    ("党员签字", 30.0),
    ("备注", 16.0),
)
_MONEY = frozenset({"核定基数", "应交", "实交"})
_POSTED = "　　月　　日至　　月　　日"


def sheets(book: Book) -> list[Sheet]:
    """Return the month's register in the order of its rows; a month without rows has none."""
    rows = [row for row in book.dues if row.month == book.month]
    if not rows:
        return []
    register = Grid(
        parts.columns(*_COLUMNS, right=_MONEY),
        tuple(_line(book, number, row) for number, row in enumerate(rows, 1)),
        row_mm=parts.SIGNED_ROW_MM,
        foot=_foot(rows),
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


def _line(book: Book, number: int, row: DuesRow) -> tuple[str, ...]:
    member = book.member(row.member_id)
    # A member whose base is not approved yet owes something, only not known how much.
    unknown = row.base_fen is None and not row.due_fen and needs_base(member.dues_kind)
    return (
        str(number),
        parts.marked_name(book, member, month_ends(row.month)[1]),
        "" if row.base_fen is None else yuan(row.base_fen),
        percent(row.rate),
        "" if unknown else yuan(row.due_fen),
        "" if row.paid_fen is None else yuan(row.paid_fen),
        parts.short_day(row.paid_on, book),
        row.method,
        row.paid_by,
        "",
        _remark(row),
    )


def _remark(row: DuesRow) -> str:
    """Return what the figures themselves say: paid later, too little, or more."""
    if row.paid_fen is None:
        return ""
    if row.paid_fen != row.due_fen:
        return "少交" if row.paid_fen < row.due_fen else "多交"
    late = row.paid_on is not None and row.paid_on > month_ends(row.month)[1]
    return "补交" if late else ""


def _foot(rows: list[DuesRow]) -> tuple[tuple[Cell, ...], ...]:
    """Return the sums; while nothing is paid the paid sum stays blank to be written by hand."""
    paid = [row for row in rows if row.paid_fen is not None]
    sum_cells = (
        parts.label("合计", span=2),
        Cell(f"{len(rows)}人", span=2, align="center"),
        Cell(yuan(sum(row.due_fen for row in rows)), align="right"),
        Cell(yuan(total(rows)) if paid else "", align="right"),
        Cell(f"已交{len(paid)}人" if paid else "", span=5),
    )
    capital_cells = (
        parts.label("合计大写", span=2),
        Cell(f"人民币{capitals(total(rows))}" if paid else "", span=4),
        parts.label("公示时间", span=2),
        Cell(_POSTED, span=3, align="center"),
    )
    return sum_cells, capital_cells
