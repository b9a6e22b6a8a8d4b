"""The fixed day of the theme day, and where it moves when it is no working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.manual.settings import NEXT_WORKING_DAY, WITHIN_A_WEEK
from app.rules.calendar import Calendar, shipped
from app.rules.texts import short_date

_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_ONE_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The fixed day of a month and the working day it is held on.

    `reason` is the proposed sentence for the record, empty when the day stays. `warning` says
    that the holidays of the year are not known and only weekends were counted, else empty.
    """

    planned_on: date
    held_on: date
    reason: str
    warning: str


def working_days_after(day: date, count: int, calendar: Calendar | None = None) -> date:
    """Return the day that is `count` working days after a day."""
    return (calendar or shipped()).working_days_after(day, count)


def working_days_between(first: date, last: date, calendar: Calendar | None = None) -> int:
    """Return how many working days come after `first`, up to and with `last`."""
    return (calendar or shipped()).working_days_between(first, last)


def fixed_day(
    theme_day: int,
    year: int,
    month: int,
    calendar: Calendar | None = None,
    move: str = NEXT_WORKING_DAY,
) -> FixedDay:
    """Return the fixed day of a month (`theme_day` 1–28), moved where it is not worked.

    `calendar` is the branch's, without one the shipped years; `move` is a choice of the
    setting `MOVE`.

    Source: 《中国共产党支部工作条例(试行)》第十六条 (每月相对固定1天); where it moves is local
    practice (`domain/findings.md` 3).
    """
    calendar = calendar or shipped()
    planned_on = date(year, month, theme_day)
    held_on = planned_on
    if not calendar.is_working_day(planned_on):
        held_on = _moved(planned_on, calendar, move)
    reason = "" if held_on == planned_on else _reason(planned_on, held_on, calendar)
    return FixedDay(planned_on, held_on, reason, _warning(planned_on, held_on, calendar))


def _moved(planned_on: date, calendar: Calendar, move: str) -> date:
    """Return the day it moves to; it never goes back into the month before."""
    following = calendar.next_working_day(planned_on)
    if move != WITHIN_A_WEEK:
        return following
    for distance in range(1, _DAYS_OF_A_WEEK):
        for day in (planned_on + _ONE_DAY * distance, planned_on - _ONE_DAY * distance):
            if day.month == planned_on.month and calendar.is_working_day(day):
                return day
    return following


def _reason(planned_on: date, held_on: date, calendar: Calendar) -> str:
    is_holiday = planned_on in calendar.off
    why = "法定节假日" if is_holiday else _WEEKDAYS[planned_on.weekday()]
    if held_on < planned_on:
        target = "提前到节前的工作日" if is_holiday else "提前到就近的工作日"
    else:
        target = "顺延至节后第一个工作日" if is_holiday else "顺延至下一个工作日"
    return f"{short_date(planned_on)}为{why}，{target}{short_date(held_on)}"


def _warning(planned_on: date, held_on: date, calendar: Calendar) -> str:
    unknown = {planned_on.year, held_on.year} - calendar.years
    if not unknown:
        return ""
    return (
        f"{min(unknown)}年的放假安排还没有录入，先按周末推算。"
        "请在“设置”的“节假日与调休”里照放假通知录入。"
    )
