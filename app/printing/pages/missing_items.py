"""P00 缺项清单: what a month's records still lack, the last page of its package."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.manual.order import MISSING_ITEMS
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Cell, Grid, Rows, Sheet, Signatures
from app.rules.checks import LEVEL_WORDS, Finding
from app.rules.rule_book import rule_book
from app.rules.texts import long_date, month_title

_COLUMNS = (
    ("序号", 12.0),
    ("程度", 22.0),
    ("缺项或问题", 84.0),
    ("补齐日期", 22.0),
    ("责任人签字", 22.0),
)
_OFF_COLUMNS = (("编号", 12.0), ("停用的检查", 60.0), ("停用原因", 90.0))
_OFF_LEFT = frozenset({"停用的检查", "停用原因"})
_NONE = "无缺项"
_WIDTH_MM = 162.0


def sheet(book: Book, findings: Sequence[Finding], checked_on: date) -> Sheet:
    """Return the list of a month's findings in their order, or that there are none.

    Rules the branch does not go by in the month stand below, each with the reason.
    """
    counted = "，".join(
        f"{word}{count}条"
        for level, word in LEVEL_WORDS.items()
        if (count := sum(one.level == level for one in findings))
    )
    head = Rows(
        parts.HEAD_MM,
        (parts.pair("检查日期", long_date(checked_on), "合计", f"{len(findings)}条"),)
        + ((parts.wide("其中", counted),) if counted else ()),
        height_mm=9.5,
    )
    return Sheet(
        code=MISSING_ITEMS.code,
        title=parts.title(month_title(book.month), book, MISSING_ITEMS.title),
        blocks=(
            head,
            _listed(findings),
            *_switched_off(book),
            Signatures(("检查人\n签字", "支部书记\n签字")),
        ),
        key=book.key(MISSING_ITEMS),
        sample=book.sample,
    )


def _switched_off(book: Book) -> tuple[Block, ...]:
    rows = tuple(
        (str(fault.number), fault.name, reason)
        for fault, reason in rule_book(book.settings, book.month).switched_off
    )
    return (Grid(parts.columns(*_OFF_COLUMNS, left=_OFF_LEFT), rows),) if rows else ()


def _listed(findings: Sequence[Finding]) -> Block:
    if not findings:
        return Rows((_WIDTH_MM,), ((Cell(_NONE, align="center"),),), height_mm=24.0)
    return Grid(
        parts.columns(*_COLUMNS, left=frozenset({"缺项或问题"})),
        tuple(
            (str(number), LEVEL_WORDS[one.level], one.told, "", "")
            for number, one in enumerate(findings, 1)
        ),
        row_mm=parts.SIGNED_ROW_MM,
    )
