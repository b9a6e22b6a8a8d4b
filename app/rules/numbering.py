"""The running number of a meeting in its year (第×次)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from app.manual import words
from app.manual.kinds import GROUP_MEETING
from app.records import Meeting
from app.rules.attendance import day_of


def number_of(meeting: Meeting, meetings: Iterable[Meeting], kind: str) -> int:
    """Return which meeting of a kind this is in its calendar year, counting from 1.

    `meeting` need not be saved yet and stands for the one of its id among `meetings`. A number
    typed in a meeting belongs to the first of its kinds; it wins, and later meetings count on
    from it. Meetings of party groups are counted by group. Deleted and void meetings do not count.
    One without a day yet comes after all of this kind.
    """
    year = _year(meeting)
    others = [
        other
        for other in meetings
        if other.id != meeting.id
        and other.deleted_at is None
        and other.state != words.VOID
        and kind in other.kinds
        and (kind != GROUP_MEETING or other.group_id == meeting.group_id)
        and (year is None or _year(other) == year)
    ]
    number = 0
    for one in sorted([*others, meeting], key=_moment):
        typed = one.number if one.kinds[:1] == [kind] else None
        number = number + 1 if typed is None else typed
        if one.id == meeting.id:
            break
    return number


def _year(meeting: Meeting) -> int | None:
    day = day_of(meeting)
    return None if day is None else day.year


def _moment(meeting: Meeting) -> tuple[date, datetime, str]:
    day = day_of(meeting) or date.max
    return day, meeting.start or datetime.combine(day, datetime.min.time()), meeting.id
