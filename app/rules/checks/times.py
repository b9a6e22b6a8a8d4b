"""Faults of time: lengths nobody believes, and people or rooms used twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from app.records import Meeting
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault, names_of
from app.rules.texts import span

_LONGEST = timedelta(hours=4)
_SHORTEST = timedelta(minutes=20)
_SHORTEST_THEME_DAY = timedelta(minutes=60)
_LATEST = time(22, 0)


def implausible_times(case: Case) -> Iterator[Fault]:
    """Find an end before the start, and unlikely lengths or hours (时间不合理)."""
    meeting = case.meeting
    if meeting.start is not None and meeting.end is not None:
        yield from _implausible(meeting.start, meeting.end, case.is_theme_day)
    for number, sitting in enumerate(meeting.sittings, start=1):
        if sitting.start and sitting.end and sitting.end <= sitting.start:
            sentence = f"第{number + 1}场的结束时间不晚于开始时间。请在“考勤”的场次里改正。"
            yield Fault(ERROR, "attendance", f"sittings.{number}.end", sentence)


def in_two_places(case: Case) -> Iterator[Fault]:
    """Find named people, or the room, in two meetings that overlap (时间冲突).

    A lecture recorded on its own inside a theme day in the same room is no conflict.
    """
    for other in case.context.meetings:
        if other.id == case.meeting.id or other.deleted_at or not _overlap(case.meeting, other):
            continue
        when = span(other.start, other.end)
        place = case.meeting.place.strip()
        both = sorted(_named(case.meeting) & _named(other))
        if place and place == other.place.strip():
            if set(case.meeting.kinds) & set(other.kinds):
                sentence = f"{place}在{when}还有另一次活动。请核对两次活动的时间和地点。"
                yield Fault(WARNING, "head", "place", sentence)
        elif both:
            names = names_of([case.name_of(one) for one in both])
            sentence = f"{names}在{when}同时参加另一处的活动。请核对两次活动的时间。"
            yield Fault(ERROR, "head", "start", sentence, both[0])


def _implausible(start: datetime, end: datetime, is_theme_day: bool) -> Iterator[Fault]:
    if end <= start:
        sentence = "结束时间不晚于开始时间。请在“基本信息”里改正。"
        yield Fault(ERROR, "head", "end", sentence)
        return
    length = end - start
    minutes = int(length.total_seconds() // 60)
    if length > _LONGEST:
        sentence = f"活动时长{minutes}分钟，超过4小时。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    elif length < _SHORTEST:
        sentence = f"活动时长只有{minutes}分钟。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    elif is_theme_day and length < _SHORTEST_THEME_DAY:
        sentence = f"主题党日时长{minutes}分钟，不足1小时。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    if end.time() > _LATEST or end.date() > start.date():
        sentence = f"活动到{end:%H:%M}才结束，晚于22:00。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)


def _overlap(one: Meeting, other: Meeting) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _named(meeting: Meeting) -> set[str]:
    """Return the members who certainly were in the room all the time."""
    speakers = meeting.lecture.speakers if meeting.lecture is not None else []
    people = {meeting.chair_id, meeting.recorder_id, *(one.member_id for one in speakers)}
    return {one for one in people if one is not None}
