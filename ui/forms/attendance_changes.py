"""What marking people does to a meeting; changes in place, without any widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual import words
from app.records import Attendance, Leave, MakeUpStudy, Sitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records import Meeting

MAKE_UP_DIGIT = 4
# 请假 begins as 事假, the commonest; the kind is corrected in the row of the exception.
DIGIT_STATES = {
    1: words.PRESENT,
    2: words.PERSONAL_LEAVE,
    3: words.UNEXCUSED,
    5: words.LATE,
    6: words.LEFT_EARLY,
    7: words.EXEMPT,
}
DIGIT_WORDS = {
    1: "出席",
    2: "请假",
    3: "缺席",
    MAKE_UP_DIGIT: "补学",
    5: "迟到",
    6: "早退",
    7: "免于参加",
}


def row_of(meeting: Meeting, member_id: str) -> Attendance | None:
    """Return the attendance row of a member, or `None` when he was simply present."""
    return next((row for row in meeting.attendance if row.member_id == member_id), None)


def set_state(meeting: Meeting, member_ids: Iterable[str], state: str) -> None:
    """Give people a state; who is simply present at the main sitting has no row."""
    for member_id in member_ids:
        row = _ensured(meeting, member_id)
        on_leave_already = state == words.PERSONAL_LEAVE and row.state in words.LEAVE_STATES
        if not on_leave_already:
            row.state = state
        if row.state not in words.ABSENT_STATES:
            row.make_up = None
        if row.state == words.PRESENT:
            row.leave = None
        else:
            row.sitting_id = row.sitting_id if row.state in words.PRESENT_STATES else None
    prune(meeting)


def begin_make_up(meeting: Meeting, member_ids: Iterable[str]) -> list[str]:
    """Open the make-up study of the absent among these people; return whom it concerned."""
    done: list[str] = []
    for member_id in member_ids:
        row = row_of(meeting, member_id)
        if row is None or row.state not in words.ABSENT_STATES:
            continue
        if row.make_up is None:
            row.make_up = MakeUpStudy(branch_id=meeting.branch_id)
        done.append(member_id)
    return done


def leave_of(meeting: Meeting, row: Attendance) -> Leave:
    """Return the leave of a row, begun where there is none."""
    if row.leave is None:
        row.leave = Leave(branch_id=meeting.branch_id)
    return row.leave


def make_up_of(meeting: Meeting, row: Attendance) -> MakeUpStudy:
    """Return the make-up study of a row, begun where there is none."""
    if row.make_up is None:
        row.make_up = MakeUpStudy(branch_id=meeting.branch_id)
    return row.make_up


def add_sitting(meeting: Meeting) -> Sitting:
    """Add a further sitting at the same place; its time is for the user to say."""
    sitting = Sitting(
        branch_id=meeting.branch_id, place=meeting.place, position=len(meeting.sittings)
    )
    meeting.sittings.append(sitting)
    return sitting


def remove_sitting(meeting: Meeting, sitting_id: str) -> None:
    """Take a sitting away; its people count for the main one again."""
    meeting.sittings[:] = [one for one in meeting.sittings if one.id != sitting_id]
    for row in meeting.attendance:
        if row.sitting_id == sitting_id:
            row.sitting_id = None
    prune(meeting)


def assign_sitting(meeting: Meeting, member_ids: Iterable[str], sitting_id: str | None) -> None:
    """Let people have come to a sitting; `None` is the main one. Whoever came was not absent."""
    for member_id in member_ids:
        row = _ensured(meeting, member_id)
        row.sitting_id = sitting_id
        if row.state not in words.PRESENT_STATES:
            row.state = words.PRESENT
            row.leave = row.make_up = None
    prune(meeting)


def prune(meeting: Meeting) -> None:
    """Drop rows that say no more than that somebody was present at the main sitting."""
    meeting.attendance[:] = [
        row
        for row in meeting.attendance
        if row.state != words.PRESENT or row.sitting_id is not None
    ]


def _ensured(meeting: Meeting, member_id: str) -> Attendance:
    row = row_of(meeting, member_id)
    if row is None:
        row = Attendance(branch_id=meeting.branch_id, member_id=member_id, state=words.PRESENT)
        meeting.attendance.append(row)
    return row
