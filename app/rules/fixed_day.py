"""The fixed day of the theme day, and where it moves when it is no working day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from app.paths import resource
from app.rules.texts import short_date

_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


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


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off by name, weekend days that are worked, and the years both are known for."""

    off: dict[date, str]
    worked: frozenset[date]
    years: frozenset[int]


@lru_cache(maxsize=1)
def holidays() -> Holidays:
    """Return the shipped holiday table.

    Source: 国务院办公厅 each year's 关于部分节假日安排的通知, named per year in the file.
    """
    years: dict[str, Any] = json.loads(resource("holidays.json").read_bytes())["years"]
    off: dict[date, str] = {}
    worked: set[date] = set()
    for year in years.values():
        for name, first, last in year["off"]:
            off.update(dict.fromkeys(_days(first, last), name))
        worked.update(map(date.fromisoformat, year["work"]))
    return Holidays(off, frozenset(worked), frozenset(map(int, years)))


def is_working_day(day: date) -> bool:
    """Tell whether a day is worked; years without a table go by weekends."""
    table = holidays()
    if day in table.worked:
        return True
    return day not in table.off and day.weekday() < _SATURDAY


def working_days_after(day: date, count: int) -> date:
    """Return the day that is `count` working days after a day."""
    for _ in range(count):
        day = _next_working_day(day)
    return day


def fixed_day(theme_day: int, year: int, month: int) -> FixedDay:
    """Return the fixed day of a month (`theme_day` 1–28), moved to the next working day if off.

    Source: 《中国共产党支部工作条例(试行)》第十六条 (每月相对固定1天); moving to the next working
    day is local practice (`domain/findings.md` 3).
    """
    planned_on = date(year, month, theme_day)
    held_on = planned_on if is_working_day(planned_on) else _next_working_day(planned_on)
    reason = "" if held_on == planned_on else _reason(planned_on, held_on)
    return FixedDay(planned_on, held_on, reason, _warning(planned_on, held_on))


def _reason(planned_on: date, held_on: date) -> str:
    if planned_on in holidays().off:
        why, target = "法定节假日", "节后第一个工作日"
    else:
        why, target = _WEEKDAYS[planned_on.weekday()], "下一个工作日"
    return f"{short_date(planned_on)}为{why}，顺延至{target}{short_date(held_on)}"


def _warning(planned_on: date, held_on: date) -> str:
    unknown = {planned_on.year, held_on.year} - holidays().years
    if not unknown:
        return ""
    return f"{min(unknown)}年的放假安排还没有收录，这里只避开了周六和周日，请对照放假通知核对日期。"


def _next_working_day(day: date) -> date:
    day += _ONE_DAY
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def _days(first: str, last: str) -> list[date]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [begin + timedelta(days=step) for step in range((end - begin).days + 1)]
