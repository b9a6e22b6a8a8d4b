"""Who was not simply present, in the document: state, leave and make-up study."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.values import without_empty
from app.manual import words
from app.records import Attendance, Leave, MakeUpStudy, Meeting, Member, Sitting
from app.rules.attendance import day_of
from app.rules.membership import is_member_on

_LEAVE_KEYS = ("reason", "approved_by", "asked_on", "way", "approved_on")
# The same words as people type them.
_OTHER_WORDS = {
    "免于参加": words.EXEMPT,
    "免于参加（经批准）": words.EXEMPT,
    "产假": words.MATERNITY_LEAVE,
    "产假（哺乳）": words.MATERNITY_LEAVE,
}


def read_attendance(node: Node, meeting: Meeting, people: People) -> list[Attendance]:
    """Return the rows of those who were not simply present at the main sitting.

    Raises:
        InvalidDocumentError: somebody is unknown, stands twice, or did not belong to the branch on
            that day; or the sitting is not one of the meeting's.
    """
    rows: list[Attendance] = []
    seen: set[str] = set()
    for one in node.items():
        member = people.member(one["member"])
        if member.id in seen:
            raise one["member"].refused(f"{member.name}已有一行考勤，请只留一行")
        seen.add(member.id)
        _check_day(one["member"], member, day_of(meeting))
        row = _read(one, meeting, member, people)
        if _says_something(row):
            row.position = len(rows)
            rows.append(row)
    return rows


def write_attendance(row: Attendance, meeting: Meeting, people: People) -> dict[str, Any]:
    """Return a row as it stands in the document, empty when he was simply present."""
    if not _says_something(row):
        return {}
    leave, make_up = row.leave, row.make_up
    study = make_up and {
        "on": make_up.done_on and make_up.done_on.isoformat(),
        "how": make_up.how,
        "by": people.written(make_up.by_id),
    }
    places = [sitting.id for sitting in meeting.sittings]
    return without_empty(
        {
            "member": people.written(row.member_id),
            "state": row.state,
            "reason": leave and leave.reason,
            "approved_by": people.written(leave.approved_by_id) if leave else None,
            "asked_on": leave and leave.asked_on and leave.asked_on.isoformat(),
            "way": leave and leave.way,
            "approved_on": leave and leave.approved_on and leave.approved_on.isoformat(),
            "makeup": study and without_empty(study),
            "sitting": places.index(row.sitting_id) + 1 if row.sitting_id in places else None,
        }
    )


def read_sittings(node: Node, meeting: Meeting) -> list[Sitting]:
    """Return the further sittings.

    Raises:
        InvalidDocumentError: one ends before it starts.
    """
    sittings: list[Sitting] = []
    for position, one in enumerate(node.items()):
        start, end = one["start"].time(), one["end"].time()
        if start and end and end < start:
            raise one["end"].refused("结束时间早于开始时间，请改正")
        sittings.append(
            Sitting(
                branch_id=meeting.branch_id,
                start=start,
                end=end,
                place=one["place"].line(),
                position=position,
            )
        )
    return sittings


def write_sitting(sitting: Sitting) -> dict[str, Any]:
    """Return a further sitting as it stands in the document."""
    return without_empty(
        {
            "start": sitting.start and sitting.start.isoformat(timespec="minutes"),
            "end": sitting.end and sitting.end.isoformat(timespec="minutes"),
            "place": sitting.place,
        }
    )


def _read(node: Node, meeting: Meeting, member: Member, people: People) -> Attendance:
    state = node["state"].line()
    return Attendance(
        branch_id=meeting.branch_id,
        member_id=member.id,
        state=_OTHER_WORDS.get(state, state),
        sitting_id=_read_sitting(node["sitting"], meeting.sittings),
        leave=_read_leave(node, meeting, people),
        make_up=_read_make_up(node["makeup"], meeting, people),
    )


def _read_leave(node: Node, meeting: Meeting, people: People) -> Leave | None:
    if not any(node[key] for key in _LEAVE_KEYS):
        return None
    return Leave(
        branch_id=meeting.branch_id,
        reason=node["reason"].text(),
        approved_by_id=people.member_id(node["approved_by"]),
        asked_on=node["asked_on"].day(),
        way=node["way"].line(),
        approved_on=node["approved_on"].day(),
    )


def _read_make_up(node: Node, meeting: Meeting, people: People) -> MakeUpStudy | None:
    if not any(node[key] for key in ("on", "how", "by")):
        return None
    return MakeUpStudy(
        branch_id=meeting.branch_id,
        done_on=node["on"].day(),
        how=node["how"].text(),
        by_id=people.member_id(node["by"]),
    )


def _read_sitting(node: Node, sittings: list[Sitting]) -> str | None:
    number = node.whole()
    if number is None:
        return None
    if number > len(sittings):
        raise node.refused(f"sittings 里没有第 {number} 场，请改正")
    return sittings[number - 1].id


def _check_day(node: Node, member: Member, day: date | None) -> None:
    """Refuse a mark on a day outside membership; in the trash nobody belongs, nor need he."""
    if day is None or member.deleted_at is not None:
        return
    too_early = member.joined_on is not None and day < member.joined_on
    if too_early or not is_member_on(member, day):
        raise node.refused(f"{member.name}在 {day.isoformat()} 不是本支部党员，请改正或删去这一行")


def _says_something(row: Attendance) -> bool:
    """Tell whether a row says more than that the member was present at the main sitting."""
    return row.state != words.PRESENT or any((row.sitting_id, row.leave, row.make_up))
