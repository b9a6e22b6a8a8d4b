"""The attendance of a year: each member at each meeting, and what that makes in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.manual import words
from app.records import Attendance, Group, Meeting, Member
from app.rules.attendance import (
    Summary,
    counted,
    is_made_up,
    rows_by_member,
    summary_of_roster,
)
from app.rules.convening import people_due
from app.rules.membership import is_member_in


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the year and those who were due at it, by member id.

    A row is `None` for who was simply present. `counted` holds the figures of the meeting; while
    its attendance is not confirmed, nothing is known but the rows there are.
    """

    meeting: Meeting
    day: date
    due: Mapping[str, Attendance | None]
    counted: Summary


@dataclass(frozen=True, slots=True)
class YearCount:
    """What the confirmed meetings of a year were to one member, in meetings.

    `due` leaves out those he was approved not to attend; `present` includes those he came late
    to or left early.
    """

    due: int = 0
    present: int = 0
    states: Mapping[str, int] = field(default_factory=dict)
    made_up: int = 0

    def of(self, *states: str) -> int:
        """Return how many meetings he was marked with any of some states at."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def rate(self) -> Decimal | None:
        """Return the share he came to (到会率); `None` when he was never due."""
        return _share(self.present, self.due)

    @property
    def effective_rate(self) -> Decimal | None:
        """Return the share he came to or made up for (有效参与率).

        Source: `domain/rules.md` 3.6.
        """
        return _share(self.present + self.made_up, self.due)


def sessions_of(meetings: Iterable[Meeting], members: Sequence[Member], year: int) -> list[Session]:
    """Return the meetings of a year in the order they were held, with who was due at each.

    A finalised meeting keeps the people who were due then; one without a day is in no year, and a
    void one counts no more.
    """
    found = []
    for day, meeting in counted(meetings):
        if day.year != year:
            continue
        roster = people_due(meeting, members, day)
        rows = rows_by_member(meeting)
        due = {member.id: rows.get(member.id) for member in roster}
        found.append(Session(meeting, day, due, summary_of_roster(meeting, roster)))
    return found


def mark_of(session: Session, member_id: str) -> str:
    """Return how a member is marked at a meeting, blank while that is not known yet.

    Who was absent and has made up is marked with both.

    Source: `domain/pages.md` P22.
    """
    if member_id not in session.due:
        return words.NOT_DUE_SYMBOL
    row = session.due[member_id]
    if row is None:
        present = words.ATTENDANCE_SYMBOLS[words.PRESENT]
        return present if session.meeting.attendance_confirmed else ""
    made_up = words.MADE_UP_SYMBOL if _has_made_up(row) else ""
    return words.ATTENDANCE_SYMBOLS[row.state] + made_up


def count_of(sessions: Iterable[Session], member_id: str) -> YearCount:
    """Return the figures of one member over the confirmed of some meetings."""
    states: dict[str, int] = {}
    made_up = 0
    for session in sessions:
        if member_id not in session.due or not session.meeting.attendance_confirmed:
            continue
        row = session.due[member_id]
        state = words.PRESENT if row is None else row.state
        states[state] = states.get(state, 0) + 1
        made_up += row is not None and _has_made_up(row)
    present = sum(count for state, count in states.items() if state in words.PRESENT_STATES)
    due = sum(states.values()) - states.get(words.EXEMPT, 0)
    return YearCount(due, present, states, made_up)


def total_of(counts: Iterable[YearCount]) -> YearCount:
    """Return the sum of the figures of some members."""
    listed = list(counts)
    states: dict[str, int] = {}
    for count in listed:
        for state, times in count.states.items():
            states[state] = states.get(state, 0) + times
    return YearCount(
        sum(one.due for one in listed),
        sum(one.present for one in listed),
        states,
        sum(one.made_up for one in listed),
    )


def people_of(
    sessions: Sequence[Session], members: Iterable[Member], groups: Sequence[Group], year: int
) -> list[Member]:
    """Return who belonged in a year or was due at a meeting of it, by group."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    due = {key for session in sessions for key in session.due}
    listed = [one for one in members if one.id in due or is_member_in(one, first, last)]
    places = {group.id: number for number, group in enumerate(groups)}
    return sorted(listed, key=lambda one: places.get(one.group_id or "", len(places)))


def per_cent(rate: Decimal | None) -> str:
    """Return a fraction in hundredths with one decimal, whole ones without; empty for none."""
    return "" if rate is None else f"{rate * 100:.1f}".removesuffix(".0")


def _has_made_up(row: Attendance) -> bool:
    return row.state in words.ABSENT_STATES and is_made_up(row)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / whole if whole else None
