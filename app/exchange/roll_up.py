"""The committee's roll-up as a workbook: numbers stay numbers, so that they can be worked on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from app.rules.chart import MONTHS
from app.rules.roll_up import SIGNS, Counts, MonthTable, RollUp
from app.rules.texts import month_title, names_joined

Value = str | int | Decimal | None

_PERCENT, _MONEY, _POINTS = "0.00%", "#,##0.00", "0.0"
_TENTHS, _FEN = 10, 100
_LEAST_WIDTH, _MOST_WIDTH = 8, 60
_HEADINGS = (
    ("党支部", ""),
    ("开展日期", ""),
    ("按时", ""),
    ("应到", ""),
    ("实到", ""),
    ("已补学", ""),
    ("到会率", _PERCENT),
    ("有效参与率", _PERCENT),
    ("规定动作完成", ""),
    ("规定动作应完成", ""),
    ("应交党费人数", ""),
    ("已交党费人数", ""),
    ("应交党费（元）", _MONEY),
    ("实交党费（元）", _MONEY),
    ("交纳率", _PERCENT),
    ("必须改正", ""),
    ("请核对", ""),
    ("督查得分", _POINTS),
    ("得分依据", ""),
    ("未销号整改", ""),
)


def workbook(made: RollUp) -> bytes:
    """Return a workbook with the year, each month, and all that was found, a sheet each."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    if len(made.months) > 1:
        _fill(book.create_sheet(f"{made.year}年"), _year(made), {MONTHS + 3: _PERCENT})
    formats = {at: kind for at, (_, kind) in enumerate(_HEADINGS) if kind}
    for table in made.months:
        _fill(book.create_sheet(month_title(table.month)), _month(table), formats)
    _fill(book.create_sheet("检查发现的问题"), _problems(made), {})
    _fill(book.create_sheet("督查扣分的项目"), _lost(made), {3: _POINTS})
    if made.notes:
        _fill(book.create_sheet("说明"), [["说明"], *([one] for one in made.notes)], {})
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _month(table: MonthTable) -> Iterator[Sequence[Value]]:
    yield [heading for heading, _ in _HEADINGS]
    for line in table.lines:
        if line.report is None:
            yield [line.branch, None, line.state]
            continue
        score = line.report.score_tenths
        basis = "督查表" if line.report.is_inspected else "按记录" if score is not None else None
        points = None if score is None else Decimal(score) / _TENTHS
        *figures, orders = _figures(line.counts)
        yield [line.branch, line.held_on, line.state, *figures, points, basis, orders]
    total = table.total
    *figures, orders = _figures(total)
    yield ["合计", f"开展{total.days}个", f"按时{total.planned}个", *figures, None, None, orders]


def _figures(counts: Counts) -> tuple[Value, ...]:
    return (
        *((counts.due, counts.present, counts.made_up) if counts.due else (None, None, None)),
        counts.rate,
        counts.effective_rate,
        counts.actions,
        counts.actions_due,
        counts.dues_people,
        counts.paid_people,
        Decimal(counts.due_fen) / _FEN,
        Decimal(counts.paid_fen) / _FEN,
        counts.paid_rate,
        counts.errors,
        counts.warnings,
        counts.open_orders,
    )


def _year(made: RollUp) -> Iterator[Sequence[Value]]:
    months = [f"{made.year:04}-{number:02}" for number in range(1, MONTHS + 1)]
    headings = [f"{number}月" for number in range(1, MONTHS + 1)]
    yield ["党支部", *headings, "按时开展月份数", "未报月份数", "完成率"]
    for line in made.year_lines:
        states = (line.states.get(month, "") for month in months)
        signs = [SIGNS.get(state, state) or None for state in states]
        yield [line.branch, *signs, line.planned, line.unreported, line.rate]
    planned = {table.month: table.total.planned for table in made.months}
    unreported = sum(one.unreported for one in made.year_lines)
    counts = (planned.get(month) for month in months)
    yield ["按时开展的支部数", *counts, made.planned, unreported, made.rate]


def _problems(made: RollUp) -> Iterator[Sequence[Value]]:
    yield ["月份", "编号", "问题", "支部数", "处数", "哪些支部"]
    for table in made.months:
        for one in table.problems:
            which, times = names_joined(one.branches), sum(one.branches.values())
            called = month_title(table.month)
            yield [called, one.number, one.name, len(one.branches), times, which]


def _lost(made: RollUp) -> Iterator[Sequence[Value]]:
    yield ["月份", "督查项目", "支部数", "扣分合计", "哪些支部"]
    for table in made.months:
        for one in table.lost:
            points = Decimal(sum(one.branches.values())) / _TENTHS
            called, which = month_title(table.month), names_joined(one.branches)
            yield [called, one.item, len(one.branches), points, which]


def _fill(
    sheet: Any, rows: Iterator[Sequence[Value]] | Sequence[Sequence[Value]], formats: dict[int, str]
) -> None:
    """Write rows under a bold heading; what begins like a formula stays the text it is."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    bold, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    widths: dict[int, int] = {}
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if value is None:
                continue
            cell = sheet.cell(number, at + 1, value)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.alignment = wrapped
            elif at in formats:
                cell.number_format = formats[at]
            if number == 1:
                cell.font = bold
            widths[at] = max(widths.get(at, _LEAST_WIDTH), _width(value) + 2)
    for at, width in widths.items():
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(width, _MOST_WIDTH)
    sheet.freeze_panes = "B2"


def _width(value: str | int | Decimal) -> int:
    return sum(2 if ord(one) > 255 else 1 for one in str(value))
