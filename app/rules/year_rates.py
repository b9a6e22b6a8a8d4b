"""The shares of a year month by month: who came, who was reached, who paid in time.

Attendance is that of the theme days, as in the figures of the month and of the annual summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.rules.attendance import Summary, summary
from app.rules.attendance_year import per_cent
from app.rules.chart import MONTHS, Cell, Look, Part, Row, cell_of
from app.rules.dues_year import DuesLine, Owed, lines_of
from app.rules.reminders.reminder import DUES_AREA, THEME_DAYS_AREA, Jump, jump_to
from app.rules.year_records import YearRecords

RATES = "到会率和党费"
RATE, EFFECTIVE_RATE, ON_TIME = "到会率", "有效参与率", "党费按月交纳率"
_FULL = Decimal(1)


@dataclass(frozen=True, slots=True)
class DuesMonth:
    """Of those who owed for a month: who paid in it, later, and not at all; in people."""

    owed: int
    on_time: int
    late: int

    @property
    def rate(self) -> Decimal | None:
        """Return the share that paid in time; `None` where nobody owed anything."""
        return Decimal(self.on_time) / self.owed if self.owed else None


def rates_of(records: YearRecords) -> Part:
    """Return the rows of the rates, a bar and a figure for each month."""
    attended = [_attended(records, number) for number in range(1, MONTHS + 1)]
    dues = dues_by_month(records)
    return Part(
        RATES,
        (
            Row(RATE, tuple(one[0] for one in attended), has_bars=True),
            Row(EFFECTIVE_RATE, tuple(one[1] for one in attended), has_bars=True),
            Row(ON_TIME, tuple(_paid(records, dues, n) for n in range(1, MONTHS + 1)), True),
        ),
    )


def dues_by_month(records: YearRecords) -> dict[str, DuesMonth]:
    """Return the figures of each month (`2025-10`) that dues are kept of.

    Source: 《关于中国共产党党费收缴、使用和管理的规定》(中组发 2008 年 3 号): 每月主动交纳.
    """
    context = records.context
    members = [one for one in context.members if one.deleted_at is None]
    rows = [row for row in context.dues if row.month.startswith(f"{records.year:04}-")]
    lines = lines_of(members, rows, context.branch.dues_rounding)
    months = sorted({month for line in lines for month in line.months})
    return {month: _dues_month(list(_owed_in(lines, month))) for month in months}


def _owed_in(lines: Sequence[DuesLine], month: str) -> Iterator[Owed]:
    for line in lines:
        one = line.months.get(month)
        if one is not None and (one.due_fen or one.paid_fen):
            yield one


def _dues_month(owed: Sequence[Owed]) -> DuesMonth:
    late = sum(one.is_late for one in owed)
    on_time = sum(one.settled_in is not None for one in owed) - late
    return DuesMonth(len(owed), on_time, late)


def _attended(records: YearRecords, number: int) -> tuple[Cell, Cell]:
    """Return the cells of both rates for a month (1–12)."""
    called = f"{records.year}年{number}月主题党日"
    day, meeting = records.theme_days.get(number, (None, None))
    if meeting is None or day is None or day > records.today:
        look = records.without(records.month(number))
        said = f"{called}：{'没有记录' if look is Look.MISSING else '还没有数'}。"
        blank = cell_of(look, said, Jump(THEME_DAYS_AREA) if meeting is None else jump_to(meeting))
        return blank, blank
    jump = jump_to(meeting, "attendance")
    if not meeting.attendance_confirmed:
        blank = cell_of(Look.AHEAD, f"{called}：考勤还没有核对。", jump)
        return blank, blank
    counted = summary(meeting, records.context.members)
    told = f"{called}：{_told(counted)}"
    return (
        _share(counted.rate, f"{told}，{RATE}{per_cent(counted.rate)}%。", jump),
        _share(
            counted.effective_rate,
            f"{told}，{EFFECTIVE_RATE}{per_cent(counted.effective_rate)}%。",
            jump,
        ),
    )


def _told(counted: Summary) -> str:
    made_up = f"，已补课 {counted.made_up} 人" if counted.made_up else ""
    return f"应到 {counted.expected.total} 人，实到 {counted.present} 人{made_up}"


def _paid(records: YearRecords, dues: dict[str, DuesMonth], number: int) -> Cell:
    month = f"{records.year:04}-{number:02}"
    period, jump = records.month(number), Jump(DUES_AREA, month)
    called = f"{period.title}党费"
    there = dues.get(month)
    if there is None or not there.owed:
        look = records.without(period)
        said = "没有登记" if look is Look.MISSING else "还没有数"
        return cell_of(look, f"{called}：{said}。", jump)
    if records.today <= period.last and not there.on_time:
        return cell_of(Look.AHEAD, f"{called}：应交 {there.owed} 人，还没有交。", jump)
    open_ = there.owed - there.on_time - there.late
    counts = (("逾期补交", there.late), ("没有交", open_))
    more = "".join(f"，{word} {count} 人" for word, count in counts if count)
    said = f"{called}：应交 {there.owed} 人，当月交纳 {there.on_time} 人{more}。"
    return _share(there.rate, said, jump)


def _share(rate: Decimal | None, said: str, jump: Jump) -> Cell:
    """Return the cell of a share; where nobody was due there is none."""
    if rate is None:
        return cell_of(Look.UNASKED, said, jump)
    return Cell(Look.SHARE, per_cent(rate), said, jump, share=min(rate, _FULL))
