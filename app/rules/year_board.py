"""The year at a glance (年度一览): what was held and done in each month, and the shares of it.

Source: the five required actions and full coverage (全覆盖) of 王研 《探索实施“1+N主题党日”
推进党内组织生活规范化》; how often each kind is due, `app.rules.cadence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import KINDS, THEME_DAY, Cadence, kinds_of
from app.manual.settings import RECORD_DAYS
from app.manual.words import DRAFT
from app.records import Meeting
from app.rules.cadence import Period, counts_as, missing_from, periods_of
from app.rules.chart import MONTHS, Cell, Look, Part, Row, cell_of
from app.rules.completeness import required_actions
from app.rules.filing import LATE_RECORD
from app.rules.reminders.reminder import MEETINGS_AREA, THEME_DAYS_AREA, Jump, jump_to
from app.rules.texts import long_date, names_joined, short_date
from app.rules.year_records import YearRecords

MEETINGS, ACTIONS = "组织生活", "规定动作"
OTHERS = "其他活动"
# Of several meetings in a period the cell shows what has to be looked after first.
_ORDER = (Look.DRAFT, Look.LATE, Look.DONE)
_SAID = {
    Look.AHEAD: "还没有开展",
    Look.UNASKED: "这时还没有开始记录",
    Look.MISSING: "没有记录",
}


def board_of(records: YearRecords) -> tuple[Part, Part]:
    """Return what was held by kind, and the five required actions, month by month."""
    kinds = tuple(_of_kind(records, one.word, one.cadence) for one in KINDS if one.cadence)
    others = tuple(_others(records))
    return Part(MEETINGS, (*kinds, *others)), Part(ACTIONS, tuple(_actions(records)))


def _of_kind(records: YearRecords, word: str, cadence: Cadence) -> Row:
    periods = periods_of(cadence, records.year)
    months = MONTHS // len(periods)
    return Row(word, tuple(_held_in(records, word, period, months) for period in periods))


def _held_in(records: YearRecords, word: str, period: Period, months: int) -> Cell:
    """Return what became of a kind of meeting in a period it is due in."""
    there = [pair for pair in records.within(period) if counts_as(word, pair[1])]
    over = [pair for pair in there if pair[0] <= records.today]
    called = f"{period.title}{word}"
    context = records.context
    who = missing_from(word, [one for _, one in over], context.groups, context.members, period.last)
    if over and not who:
        return _done(records, called, over, months)
    if who is None:
        return cell_of(Look.UNASKED, f"{called}：不要求。", None, months)
    jump = jump_to(there[-1][1]) if there else _place_of(word)
    look = Look.MISSING if over and records.today > period.last else records.without(period)
    said = _SAID[look]
    if look is Look.MISSING:
        said = f"{who}{said}"
    elif look is Look.AHEAD:
        planned = [day for day, _ in there if day > records.today]
        said = f"定在{short_date(planned[0])}" if planned else said
        said += f"，还差{who}" if over else ""
    if not period.is_year:
        return cell_of(look, f"{called}：{said}。", jump, months)
    until = f"最迟{long_date(period.last)}" if look is Look.AHEAD else ""
    told = "；".join(filter(None, (until, _of_the_year_before(records, word, period))))
    said = f"{called}：{said}" + (f"，{told}。" if told else "。")
    return Cell(look, f"{look.sign} {told}".strip(), said, jump, months)


def _of_the_year_before(records: YearRecords, word: str, period: Period) -> str:
    """Return which meeting of the year's first months belongs to the year before it."""
    days = [
        short_date(day)
        for day, one in records.meetings
        if day.year == records.year and day < period.first and word in one.kinds
    ]
    return f"{names_joined(days)}召开的属于{records.year - 1}年度" if days else ""


def _done(
    records: YearRecords, called: str, over: Sequence[tuple[date, Meeting]], months: int
) -> Cell:
    """Return a cell of what was held; a record that is not settled is the one it leads to."""
    found = [(_state(records, one), day, one) for day, one in over]
    look = min((one for one, _, _ in found), key=_ORDER.index)
    listed = "；".join(f"{short_date(day)}{_told(records, one, day)}" for one, day, _ in found)
    day, meeting = [(day, one) for state, day, one in found if state is look][-1]
    text = look.sign if months == 1 else f"{look.sign} {short_date(day)}"
    return Cell(look, text, f"{called}：{listed}。", jump_to(meeting), months)


def _state(records: YearRecords, meeting: Meeting) -> Look:
    """Return what became of the record of a meeting that was held."""
    if meeting.id in records.beside.late:
        return Look.LATE
    return Look.DRAFT if meeting.state == DRAFT else Look.DONE


def _told(records: YearRecords, look: Look, day: date) -> str:
    """Return in brackets what is to be said of a record; empty for one in time.

    Source: `domain/calendar-and-faults.md` fault 10.
    """
    if look is not Look.DRAFT:
        return f"（{LATE_RECORD}）" if look is Look.LATE else ""
    context = records.context
    last = context.calendar.working_days_after(day, context.whole(RECORD_DAYS))
    return "（超期没有定稿）" if records.today > last else f"（{short_date(last)}前定稿）"


def _others(records: YearRecords) -> Iterator[Row]:
    """Yield the row of what nobody prescribes, if anything of it was held."""
    cells = []
    for number in range(1, MONTHS + 1):
        month = records.month(number)
        found = [
            pair
            for pair in records.within(month)
            if pair[0] <= records.today
            and any(kind.cadence is None for kind in kinds_of(pair[1].kinds))
        ]
        called = f"{month.title}{OTHERS}"
        blank = Cell(Look.UNASKED, "", f"{called}：无。")
        cells.append(_done(records, called, found, 1) if found else blank)
    if any(cell.jump for cell in cells):
        yield Row(OTHERS, tuple(cells))


def _actions(records: YearRecords) -> Iterator[Row]:
    states = {
        number: required_actions(meeting, records.context)
        for number, (day, meeting) in records.theme_days.items()
        if day <= records.today
    }
    for action in REQUIRED_ACTIONS:
        cells = []
        for number in range(1, MONTHS + 1):
            called = f"{records.year}年{number}月{action.name}"
            if number not in states:
                cells.append(_no_theme_day(records, called, number))
                continue
            meeting = records.theme_days[number][1]
            state = states[number][action.number]
            jump = jump_to(meeting, f"actions/actions.{action.number}.lead")
            if not state.complete:
                lacks = "、".join(state.missing)
                cells.append(cell_of(Look.MISSING, f"{called}：还缺{lacks}。", jump))
            elif meeting.id in records.beside.late:
                cells.append(cell_of(Look.LATE, f"{called}：已完成（{LATE_RECORD}）。", jump))
            else:
                cells.append(cell_of(Look.DONE, f"{called}：已完成。", jump))
        short = action.short_names[0] if action.short_names else action.name
        yield Row(short, tuple(cells))


def _no_theme_day(records: YearRecords, called: str, number: int) -> Cell:
    """Return the cell of an action in a month whose theme day was not held, or not yet."""
    month, planned = records.month(number), records.theme_days.get(number)
    jump = jump_to(planned[1]) if planned else Jump(THEME_DAYS_AREA)
    look = records.without(month)
    said = f"没有{THEME_DAY}记录" if look is Look.MISSING else _SAID[look]
    return cell_of(look, f"{called}：{said}。", jump)


def _place_of(word: str) -> Jump:
    return Jump(THEME_DAYS_AREA if word == THEME_DAY else MEETINGS_AREA)
