"""A meeting in the document: its head here, its sections in the modules beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.exchange.document import sections
from app.exchange.document.action import read_actions, write_action
from app.exchange.document.attendance import (
    read_attendance,
    read_sittings,
    write_attendance,
    write_sitting,
)
from app.exchange.document.branch import read_group
from app.exchange.document.criticism import (
    read_criticisms,
    read_preparation,
    read_rectifications,
    write_criticism,
    write_preparation,
    write_rectification,
)
from app.exchange.document.node import Node
from app.exchange.document.people import Attendees, People
from app.exchange.document.values import without_empty
from app.exchange.document.vote import read_votes, write_vote
from app.manual.words import DRAFT
from app.records import Group, Meeting, Member
from app.rules.attendance import summary


@dataclass(frozen=True, slots=True)
class Known:
    """What a meeting may name: the kinds, groups and members of its document."""

    kinds: frozenset[str]
    groups: list[Group]
    members: list[Member]
    people: People


def read_meeting(node: Node, branch_id: str, known: Known) -> Meeting:
    """Return a meeting with all its sections.

    Raises:
        InvalidDocumentError: it has no day, ends before it starts, or a section is wrong.
    """
    people = known.people
    for kind in node["kinds"].items():
        if kind.line() not in known.kinds:
            listed = "、".join(sorted(known.kinds))
            raise kind.refused(f"没有“{kind.line()}”这种活动，只能是：{listed}")
    meeting = _read_head(node, branch_id, people)
    meeting.group_id = read_group(node["group"], known.groups)
    attendees = Attendees(people, meeting.guests)
    meeting.sittings = read_sittings(node["sittings"], meeting)
    meeting.actions = read_actions(node["actions"], meeting, people)
    meeting.attendance = read_attendance(node["attendance"], meeting, people)
    meeting.lecture = sections.read_lecture(node["lecture"], meeting, attendees)
    meeting.reflections = sections.read_reflections(node["reflections"], meeting, attendees)
    meeting.minutes = sections.read_minutes(node["minutes"], meeting, attendees)
    meeting.votes = read_votes(node["votes"], meeting, attendees)
    meeting.decisions = sections.read_decisions(node["decisions"], meeting, people)
    meeting.preparation = read_preparation(node["preparation"], meeting)
    meeting.criticisms = read_criticisms(node["criticisms"], meeting, people)
    meeting.rectifications = read_rectifications(node["rectifications"], meeting, people)
    meeting.roster = [member.id for member in people.members(node["roster"])]
    meeting.badges_worn = _read_badges(node["badges_worn"], meeting, known.members)
    return meeting


def write_meeting(meeting: Meeting, groups: list[Group], people: People) -> dict[str, Any]:
    """Return a meeting as it stands in the document."""
    attendees = Attendees(people, meeting.guests)
    rows = [write_attendance(row, meeting, people) for row in meeting.attendance]
    notes = {
        "due": meeting.notes_due,
        "done": meeting.notes_done,
        "sampled": meeting.notes_sampled,
    }
    head = _write_head(meeting, groups, people)
    return without_empty(
        head
        | {
            "sittings": [write_sitting(sitting) for sitting in meeting.sittings],
            "actions": [write_action(action, people) for action in meeting.actions],
            "attendance": [row for row in rows if row],
            "attendance_confirmed": None if meeting.attendance_confirmed else False,
            "lecture": meeting.lecture and sections.write_lecture(meeting.lecture, attendees),
            "reflections": [sections.write_said(one, attendees) for one in meeting.reflections],
            "minutes": [sections.write_item(item, attendees) for item in meeting.minutes],
            "votes": [write_vote(vote, attendees) for vote in meeting.votes],
            "decisions": [sections.write_decision(one, people) for one in meeting.decisions],
            "notes": without_empty(notes),
            "preparation": meeting.preparation and write_preparation(meeting.preparation),
            "criticisms": [write_criticism(one, people) for one in meeting.criticisms],
            "rectifications": [write_rectification(one, people) for one in meeting.rectifications],
            "remark": meeting.remark,
            "state": None if meeting.state == DRAFT else meeting.state,
            "roster": [people.written(member_id) for member_id in meeting.roster],
            "deleted_at": meeting.deleted_at and meeting.deleted_at.isoformat(timespec="minutes"),
        }
    )


def _read_head(node: Node, branch_id: str, people: People) -> Meeting:
    start, end, planned_on = node["start"].time(), node["end"].time(), node["planned_on"].day()
    if start is None and planned_on is None:
        raise node["start"].refused("活动没有日期，请写 start 或 planned_on")
    if start and end and end < start:
        raise node["end"].refused("结束时间早于开始时间，请改正")
    confirmed = node["attendance_confirmed"].flag()
    notes = node["notes"]
    return Meeting(
        branch_id=branch_id,
        kinds=[kind.line() for kind in node["kinds"].items()],
        number=node["number"].whole(),
        planned_on=planned_on,
        start=start,
        end=end,
        moved_reason=node["moved_reason"].text(),
        place=node["place"].line(),
        chair_id=people.member_id(node["chair"]),
        recorder_id=people.member_id(node["recorder"]),
        theme=node["theme"].text(),
        theme_source=node["theme_source"].line(),
        theme_tags=[tag.line() for tag in node["theme_tags"].words()],
        work_target=node["work_target"].line(),
        guests=[guest.line() for guest in node["guests"].words()],
        flag_hung=node["flag_hung"].flag(),
        notes_due=notes["due"].whole(),
        notes_done=notes["done"].whole(),
        notes_sampled=notes["sampled"].whole(),
        remark=node["remark"].text(),
        attendance_confirmed=True if confirmed is None else confirmed,
        state=node["state"].line() or DRAFT,
        deleted_at=node["deleted_at"].time(),
    )


def _write_head(meeting: Meeting, groups: list[Group], people: People) -> dict[str, Any]:
    return {
        "kinds": list(meeting.kinds),
        "number": meeting.number,
        "planned_on": meeting.planned_on and meeting.planned_on.isoformat(),
        "start": meeting.start and meeting.start.isoformat(timespec="minutes"),
        "end": meeting.end and meeting.end.isoformat(timespec="minutes"),
        "moved_reason": meeting.moved_reason,
        "place": meeting.place,
        "group": next((group.name for group in groups if group.id == meeting.group_id), None),
        "chair": people.written(meeting.chair_id),
        "recorder": people.written(meeting.recorder_id),
        "theme": meeting.theme,
        "theme_source": meeting.theme_source,
        "theme_tags": list(meeting.theme_tags),
        "work_target": meeting.work_target,
        "guests": list(meeting.guests),
        "flag_hung": meeting.flag_hung,
        "badges_worn": meeting.badges_worn,
    }


def _read_badges(node: Node, meeting: Meeting, members: list[Member]) -> int | None:
    """Return how many wore their badge; `true` is everybody who came."""
    if node.value is True:
        return summary(meeting, members).present
    return node.whole()


def read_links(node: Node, meetings: list[Meeting]) -> None:
    """Write into the meetings which committee meeting settled their theme.

    Raises:
        InvalidDocumentError: no meeting began at that time.
    """
    by_time: dict[str, Meeting] = {}
    for meeting in meetings:
        by_time.setdefault(_time_of(meeting), meeting)
    for one, meeting in zip(node.items(), meetings, strict=True):
        link = one["fixed_by"]
        if not link:
            continue
        found = by_time.get(link.line())
        if found is None or found is meeting:
            raise link.refused(f"没有在 {link.line()} 开的会议，请改正")
        meeting.fixed_by_id = found.id


def written_link(meeting: Meeting, meetings: dict[str, Meeting]) -> str | None:
    """Return the time of the committee meeting that settled a meeting's theme."""
    found = meetings.get(meeting.fixed_by_id or "")
    return None if found is None else _time_of(found)


def _time_of(meeting: Meeting) -> str:
    if meeting.start is not None:
        return meeting.start.isoformat(timespec="minutes")
    return "" if meeting.planned_on is None else meeting.planned_on.isoformat()
