"""A member's year as a strip: what each month's meetings were to him.

Source: the marks of `domain/pages.md` P22; the absent who made up, `domain/rules.md` 3.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from app.manual import words
from app.records import Attendance, Member
from app.rules.attendance import is_made_up
from app.rules.attendance_year import Session
from app.rules.chart import MONTHS, Cell, Look, Row, cell_of
from app.rules.membership import is_member_in
from app.rules.reminders.reminder import jump_to
from app.rules.texts import month_ends, month_title, short_date

ATTENDED = "参加活动"
# Of a month with several meetings the strip shows what has to be looked after first.
_ORDER = (Look.ABSENT, Look.LEAVE, Look.MADE_UP, Look.AHEAD, Look.PRESENT, Look.EXEMPT)
LOOKS = (
    Look.PRESENT,
    Look.LEAVE,
    Look.ABSENT,
    Look.MADE_UP,
    Look.EXEMPT,
    Look.NO_MEMBER,
    Look.AHEAD,
)
_UNKNOWN = "考勤还没有核对"


def strip_of(sessions: Sequence[Session], member: Member, year: int, today: date) -> Row:
    """Return the twelve months of a member from the meetings of a year.

    In a month with several meetings an absence shows before a leave, and that before what was
    made up; he came where he came to all that he was due at.
    """
    return Row(
        ATTENDED,
        tuple(_month(sessions, member, f"{year:04}-{n:02}", today) for n in range(1, MONTHS + 1)),
    )


def strips_of(
    sessions: Sequence[Session], members: Iterable[Member], year: int, today: date
) -> list[Row]:
    """Return the strips of some members, in their order."""
    by_member: dict[str, list[Session]] = {}
    for session in sessions:
        for key in session.due:
            by_member.setdefault(key, []).append(session)
    return [strip_of(by_member.get(one.id, ()), one, year, today) for one in members]


def look_of(session: Session, member_id: str) -> Look:
    """Return what a meeting he was due at is to a member; it is ahead until that is known."""
    row = session.due[member_id]
    if row is None:
        return Look.PRESENT if session.meeting.attendance_confirmed else Look.AHEAD
    if row.state == words.EXEMPT:
        return Look.EXEMPT
    if row.state not in words.ABSENT_STATES:
        return Look.PRESENT
    if is_made_up(row):
        return Look.MADE_UP
    return Look.ABSENT if row.state == words.UNEXCUSED else Look.LEAVE


def _month(sessions: Sequence[Session], member: Member, month: str, today: date) -> Cell:
    first, last = month_ends(month)
    called = month_title(month)
    there = [
        one
        for one in sessions
        if first <= one.day <= last and one.day <= today and member.id in one.due
    ]
    if not there:
        if not is_member_in(member, first, last):
            return cell_of(Look.NO_MEMBER, f"{called}：{Look.NO_MEMBER.word}。")
        said = "没有应到的活动" if today > last else "还没有应到的活动"
        return cell_of(Look.AHEAD, f"{called}：{said}。")
    looks = [look_of(one, member.id) for one in there]
    look = min(looks, key=_ORDER.index)
    shown = there[looks.index(look)].meeting
    return cell_of(
        look, f"{called}：{_told(there, looks, member.id)}。", jump_to(shown, "attendance")
    )


def _told(there: Sequence[Session], looks: Sequence[Look], member_id: str) -> str:
    """Return how often he was due and came, and each time he did not."""
    counts = Counter(looks)
    parts = [f"应到 {len(there) - counts[Look.EXEMPT]} 次，出席 {counts[Look.PRESENT]} 次"]
    for session, look in zip(there, looks, strict=True):
        if look is not Look.PRESENT or session.due[member_id] is not None:
            parts.append(f"{_called(session)}{_state(session.due[member_id])}")
    return "；".join(parts)


def _called(session: Session) -> str:
    kinds = session.meeting.kinds
    return f"{short_date(session.day)}{kinds[0] if kinds else ''}"


def _state(row: Attendance | None) -> str:
    if row is None:
        return _UNKNOWN
    made_up = row.state in words.ABSENT_STATES and is_made_up(row)
    return f"{row.state}，{Look.MADE_UP.word}" if made_up else row.state
