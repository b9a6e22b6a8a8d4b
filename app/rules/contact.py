"""When a member was last heard of, and who may be lost (失联).

Source: S70 in `domain/rules.md` 3.7: the time counts from the last organisational life attended or
dues paid; the branch's own talks with him and what else it noted of keeping touch count as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.manual import words
from app.records import DuesRow, Entry, Meeting, Member
from app.rules.attendance import day_of, rows_by_member
from app.rules.convening import people_due
from app.rules.entries import day_in, people_in, rows_in
from app.rules.membership import members_on
from app.rules.spans import months_after

# Months of silence, the longest first, and how grave they are.
# Source: `domain/rules.md` 3.7 (alert at 3, 5, 6 months); six months are the term itself.
ALERTS: tuple[tuple[int, Literal["E", "W"]], ...] = ((6, "E"), (5, "W"), (3, "W"))

SILENT_MONTHS = ALERTS[0][0]

ATTENDED, MADE_UP, PAID, TALKED = "参加组织生活", "补课", "交纳党费", "谈心谈话"
TOUCHED = "联系"

# Pages of one member with a row for each time the branch was in touch with him.
_TOUCH_PAGES = ("floating", "exemption")
# The fill-in pages in which members leave a trace.
TRACE_PAGES = ("talk", *_TOUCH_PAGES)


@dataclass(frozen=True, slots=True)
class Contact:
    """The last time a member was heard of, and how."""

    on: date
    how: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A member not heard of for months; `last` is `None` where no record tells of him.

    `since` is when the time begins to count, `months` the alert that is reached.
    """

    member: Member
    last: Contact | None
    since: date
    months: int
    level: Literal["E", "W"]


@dataclass(frozen=True, slots=True)
class Traces:
    """The records in which members leave a trace, of as many years as one likes."""

    meetings: Sequence[Meeting]
    dues: Sequence[DuesRow]
    entries: Sequence[Entry]


def last_contacts(members: Sequence[Member], traces: Traces, today: date) -> dict[str, Contact]:
    """Return by member id when each was last heard of up to today; who never was is not in it."""
    found: dict[str, Contact] = {}
    for key, contact in (
        *_from_meetings(members, traces.meetings),
        *_from_dues(traces.dues),
        *_from_talks(traces.entries),
        *_from_touch(traces.entries),
    ):
        if contact.on <= today and (key not in found or contact.on > found[key].on):
            found[key] = contact
    return found


def silent_members(members: Sequence[Member], traces: Traces, today: date) -> list[Silence]:
    """Return who has not been heard of for three months or longer, the longest first.

    Of someone no record tells of, the time counts from the first meeting kept, or from the day he
    came to the branch if that is later.
    """
    contacts = last_contacts(members, traces, today)
    days = [day for meeting in traces.meetings if (day := day_of(meeting))]
    found = []
    for member in members_on(members, today):
        last = contacts.get(member.id)
        since = last.on if last else _known_since(member, min(days, default=today))
        for months, level in ALERTS:
            if today >= months_after(since, months):
                found.append(Silence(member, last, since, months, level))
                break
    return sorted(found, key=lambda one: one.since)


def _known_since(member: Member, first: date) -> date:
    came = [period.from_on for period in member.memberships if period.from_on]
    return max([first, *came])


def _from_meetings(
    members: Sequence[Member], meetings: Iterable[Meeting]
) -> Iterable[tuple[str, Contact]]:
    for meeting in meetings:
        day = day_of(meeting)
        if day is None or meeting.deleted_at is not None:
            continue
        rows = rows_by_member(meeting)
        for row in rows.values():
            if row.make_up is not None and row.make_up.done_on is not None:
                yield row.member_id, Contact(row.make_up.done_on, MADE_UP)
        if not meeting.attendance_confirmed:
            continue
        for member in people_due(meeting, members, day):
            mine = rows.get(member.id)
            if mine is None or mine.state in words.PRESENT_STATES:
                yield member.id, Contact(day, ATTENDED)


def _from_dues(dues: Iterable[DuesRow]) -> Iterable[tuple[str, Contact]]:
    """Yield payments; what somebody else paid in his place does not tell of him."""
    for row in dues:
        if row.paid_on and row.paid_fen and row.method not in words.AGENT_METHODS:
            yield row.member_id, Contact(row.paid_on, PAID)


def _from_talks(entries: Iterable[Entry]) -> Iterable[tuple[str, Contact]]:
    for entry in entries:
        day = day_in(entry.values, "held_on") if entry.page == "talk" else None
        if day is None or entry.state == words.VOID:
            continue
        for name in ("talker", "partner"):
            for key, _ in people_in(entry.values, name):
                if key is not None:
                    yield key, Contact(day, TALKED)


def _from_touch(entries: Iterable[Entry]) -> Iterable[tuple[str, Contact]]:
    for entry in entries:
        if entry.page not in _TOUCH_PAGES or entry.state == words.VOID:
            continue
        keys = [key for key, _ in people_in(entry.values, "member") if key is not None]
        for row in rows_in(entry.values, "contacts"):
            day = day_in(row, "on")
            if day is not None:
                yield from ((key, Contact(day, TOUCHED)) for key in keys)
