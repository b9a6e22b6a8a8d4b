"""Whether a meeting was held when it was to be: on its day, moved with a reason, or without one.

Source: 《中国共产党支部工作条例（试行）》(2018) 第十六条 (每月相对固定1天).
"""

from __future__ import annotations

from datetime import date

from app.manual.kinds import THEME_DAY
from app.records import Meeting
from app.rules.attendance import day_of

ON_TIME, MOVED, UNEXPLAINED = "按时", "改期", "未说明"
TIMINGS = (ON_TIME, MOVED, UNEXPLAINED)


def planned_day(meeting: Meeting, theme_day: int) -> date | None:
    """Return the day it was planned for; a theme day without one is due on the fixed day (1–28)."""
    day = day_of(meeting)
    if meeting.planned_on is not None or THEME_DAY not in meeting.kinds or day is None:
        return meeting.planned_on
    return day.replace(day=theme_day)


def timing_of(meeting: Meeting, theme_day: int) -> str:
    """Return which of `TIMINGS` a meeting is; what has no planned day is on time."""
    planned, start = planned_day(meeting, theme_day), meeting.start
    if planned is None or start is None or start.date() == planned:
        return ON_TIME
    return MOVED if meeting.moved_reason.strip() else UNEXPLAINED
