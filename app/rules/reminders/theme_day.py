"""When the next theme day is, and which ones are missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.manual.kinds import THEME_DAY
from app.manual.settings import MOVE
from app.records import Meeting
from app.rules.checks.context import Context
from app.rules.fixed_day import FixedDay, fixed_day
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    SETTINGS_AREA,
    SOON,
    THEME_DAYS_AREA,
    Jump,
    Outlook,
    Reminder,
    jump_to,
)
from app.rules.texts import month_ends, month_of, month_title, names_joined, short_date
from app.rules.to_begin import ToBegin

_AHEAD_DAYS = 10
_LAST_MONTH = 12


class NextThemeDay(NamedTuple):
    """The next theme day: its day, its record if there is one, and the fixed day behind it."""

    day: date
    meeting: Meeting | None
    fixed: FixedDay


def fixed_day_of(context: Context, month: str) -> FixedDay:
    """Return the branch's fixed day of a month (`2025-10`)."""
    year, number = (int(part) for part in month.split("-"))
    return fixed_day(context.branch.theme_day, year, number, context.calendar, context.text(MOVE))


def next_theme_day(outlook: Outlook) -> NextThemeDay | None:
    """Return the theme day of this month, or of the next one once this one was held.

    `None` while this month's is overdue.
    """
    month = month_of(outlook.today)
    recorded = _recorded(outlook, month)
    ahead = [pair for pair in recorded if pair[0] >= outlook.today]
    fixed = fixed_day_of(outlook.context, month)
    if ahead:
        return NextThemeDay(*ahead[0], fixed)
    if not recorded:
        is_missed = fixed.held_on < outlook.today
        return None if is_missed else NextThemeDay(fixed.held_on, None, fixed)
    following = month_of(month_ends(month)[1] + timedelta(days=1))
    fixed = fixed_day_of(outlook.context, following)
    planned = _recorded(outlook, following)
    return NextThemeDay(*planned[0], fixed) if planned else NextThemeDay(fixed.held_on, None, fixed)


def countdown(outlook: Outlook) -> str:
    """Return in words how far it is to the next theme day."""
    found = next_theme_day(outlook)
    if found is None:
        held_on = fixed_day_of(outlook.context, month_of(outlook.today)).held_on
        return f"主题党日已过 {(outlook.today - held_on).days} 天，还没有记录"
    days = (found.day - outlook.today).days
    if days == 0:
        return "今天是主题党日"
    if month_of(found.day) == month_of(outlook.today) or not _recorded(
        outlook, month_of(outlook.today)
    ):
        return f"距主题党日还有 {days} 天"
    return f"本月主题党日已开展，距下一次还有 {days} 天"


def this_theme_day(outlook: Outlook) -> Meeting | None:
    """Return the record of this month's theme day, the last one where there are several."""
    recorded = _recorded(outlook, month_of(outlook.today))
    return recorded[-1][1] if recorded else None


def coming(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the next theme day some days ahead, and of this month's once it is overdue.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十六条 (`domain/rules.md` C5).
    """
    found = next_theme_day(outlook)
    if found is None:
        yield _overdue(outlook)
        return
    days = (found.day - outlook.today).days
    month = month_of(found.day)
    jump = _to_begin(month) if found.meeting is None else jump_to(found.meeting)
    if days == 0:
        next_step = "请打印签到表和党费表，会后核对考勤。"
        if found.meeting is None:
            next_step = "还没有建记录，请先新建。"
        yield Reminder(THEME_DAY, DUE, f"今天是主题党日。{next_step}", found.day, jump)
    elif days <= _AHEAD_DAYS:
        next_step = "请备好通知、签到表和学习资料。"
        if found.meeting is None:
            next_step = "请先开支委会定主题，再新建记录、印发通知。"
        moved = f"{found.fixed.reason}。" if found.meeting is None and found.fixed.reason else ""
        sentence = f"距{short_date(found.day)}主题党日还有{days}天。{moved}{next_step}"
        yield Reminder(THEME_DAY, SOON, sentence, found.day, jump)


def missed(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the months of this year, before the present one, that have no theme day."""
    today = outlook.today
    months = [f"{today.year:04}-{number:02}" for number in range(1, today.month)]
    gaps = [
        month
        for month in months
        if outlook.begun_by(month_ends(month)[0]) and not _recorded(outlook, month)
    ]
    if gaps:
        listed = names_joined(f"{int(month[5:])}月" for month in gaps)
        sentence = f"{listed}没有主题党日记录。请补录，没有开展的在当月记录里写明原因。"
        due_on = fixed_day_of(outlook.context, gaps[0]).held_on
        yield Reminder(THEME_DAY, LATE, sentence, due_on, _to_begin(gaps[0]))


def calendar_unknown(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of a year whose holidays nobody wrote down, in December of the next year too."""
    years = [outlook.today.year]
    if outlook.today.month == _LAST_MONTH:
        years.append(outlook.today.year + 1)
    for year in years:
        if year not in outlook.context.calendar.years:
            sentence = f"{year}年的放假安排还没有录入，先按周末推算。请照放假通知录入。"
            yield Reminder(
                "节假日", SOON, sentence, None, Jump(SETTINGS_AREA, str(year), "holidays")
            )


def _overdue(outlook: Outlook) -> Reminder:
    month = month_of(outlook.today)
    held_on = fixed_day_of(outlook.context, month).held_on
    sentence = (
        f"{month_title(month)}还没有主题党日记录，应在{short_date(held_on)}开展。"
        "请新建并填写；没有开展的也建记录，在“备注”里写明原因。"
    )
    return Reminder(THEME_DAY, LATE, sentence, held_on, _to_begin(month))


def _to_begin(month: str) -> Jump:
    """Return where the theme day of a month is begun."""
    return Jump(THEME_DAYS_AREA, "", ToBegin(month, THEME_DAY).place)


def _recorded(outlook: Outlook, month: str) -> list[tuple[date, Meeting]]:
    return [
        (day, one)
        for day, one in outlook.meetings
        if THEME_DAY in one.kinds and month_of(day) == month
    ]
