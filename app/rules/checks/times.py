"""Faults of time: lengths nobody believes, and people or rooms used twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from app.manual import words
from app.manual.kinds import body_of, title_word
from app.manual.settings import LONGEST_MINUTES, SHORTEST_MINUTES, SHORTEST_THEME_DAY
from app.records import Meeting
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault, names_of
from app.rules.checks.said import is_spoken
from app.rules.texts import short_date, span

_LENGTHS = (LONGEST_MINUTES, SHORTEST_MINUTES, SHORTEST_THEME_DAY)
_LATEST = time(22, 0)
_TOLD_OF_HOLIDAY = ("假", "节", "当班", "值班")


def implausible_times(case: Case) -> Iterator[Fault]:
    """Find an end before the start, and unlikely lengths or hours (时间不合理)."""
    meeting = case.meeting
    if meeting.start is not None and meeting.end is not None:
        yield from _implausible(meeting.start, meeting.end, case)
    for number, sitting in enumerate(meeting.sittings, start=1):
        if sitting.start and sitting.end and sitting.end <= sitting.start:
            sentence = f"第{number + 1}场的结束时间不晚于开始时间。请在“考勤”的场次里改正。"
            yield Fault(ERROR, "attendance", f"sittings.{number}.end", sentence)


def on_a_holiday(case: Case) -> Iterator[Fault]:
    """Find a meeting on a public holiday (会议在节假日)."""
    remark, day = case.meeting.remark, case.day
    holiday = case.context.calendar.off.get(day) if day else None
    if day and holiday and not any(word in remark for word in _TOLD_OF_HOLIDAY):
        sentence = (
            f"{short_date(day)}在{holiday}假期里。请核对日期；确在假期开展的，请在“备注”里说明。"
        )
        yield Fault(WARNING, "head", "start", sentence)


def in_two_places(case: Case) -> Iterator[Fault]:
    """Find named people, or the room, in two meetings that overlap (时间冲突).

    What was recorded on its own inside another meeting of the same people in the same room, such as
    a lecture inside a theme day, is no conflict.
    """
    for other in case.context.meetings:
        if other.id == case.meeting.id or not _counts(other) or not _overlap(case.meeting, other):
            continue
        when = span(other.start, other.end)
        place = case.meeting.place.strip()
        both = sorted(_there(case.meeting) & _there(other))
        if place and place == other.place.strip():
            if set(case.meeting.kinds) & set(other.kinds) or not _is_part(case.meeting, other):
                sentence = f"{place}在{when}还有{_called(other)}。请核对两次的时间和地点。"
                yield Fault(WARNING, "head", "place", sentence)
        elif both:
            names = names_of([case.name_of(one) for one in both])
            sentence = f"{names}在{when}同时参加{_called(other)}。请核对两次的时间。"
            yield Fault(ERROR, "head", "start", sentence, both[0])


def _implausible(start: datetime, end: datetime, case: Case) -> Iterator[Fault]:
    if end <= start:
        sentence = "结束时间不晚于开始时间。请在“基本情况”里改正。"
        yield Fault(ERROR, "head", "end", sentence)
        return
    minutes = int((end - start).total_seconds() // 60)
    longest, shortest, of_theme_day = map(case.context.whole, _LENGTHS)
    if minutes > longest:
        sentence = f"活动时长{minutes}分钟，超过{longest}分钟。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    elif minutes < shortest:
        sentence = f"活动时长只有{minutes}分钟，不足{shortest}分钟。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    elif case.is_theme_day and minutes < of_theme_day:
        sentence = f"主题党日时长{minutes}分钟，不足{of_theme_day}分钟。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)
    if end.time() > _LATEST or end.date() > start.date():
        sentence = f"活动到{end:%H:%M}才结束，晚于22:00。请核对起止时间。"
        yield Fault(WARNING, "head", "end", sentence)


def _called(meeting: Meeting) -> str:
    theme = meeting.theme.strip()
    return "、".join(map(title_word, meeting.kinds)) + (f"“{theme}”" if theme else "")


def _counts(meeting: Meeting) -> bool:
    return meeting.deleted_at is None and meeting.state != words.VOID


def _is_part(one: Meeting, other: Meeting) -> bool:
    """Tell whether two records can be of one occasion: the same people, in other kinds."""
    bodies = body_of(one.kinds), body_of(other.kinds)
    return bodies[0] == bodies[1] and one.group_id == other.group_id


def _overlap(one: Meeting, other: Meeting) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _there(meeting: Meeting) -> set[str]:
    """Return the members who certainly were in the room: who led, and who spoke there and then.

    Whoever came to a further sitting was there at another time.
    """
    lecturers = meeting.lecture.speakers if meeting.lecture is not None else []
    people = {meeting.chair_id, meeting.recorder_id, *(one.member_id for one in lecturers)}
    people |= {one.member_id for one in meeting.reflections if is_spoken(one.text)}
    people |= {
        one.member_id for item in meeting.minutes for one in item.speeches if is_spoken(one.text)
    }
    later = {row.member_id for row in meeting.attendance if row.sitting_id is not None}
    return {one for one in people if one is not None} - later
