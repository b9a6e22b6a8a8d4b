"""Who came, who did not, and what that makes in figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.manual import words
from app.manual.kinds import body_of
from app.records import Attendance, Meeting, Member
from app.rules.convening import people_due
from app.rules.expected import Expected, expected_of
from app.rules.membership import category_within, is_suspended_on

_NOBODY = Expected(0, 0, 0, 0, 0, 0, 0, "名册 0 − 经批准不计 0 = 应到 0")
_RATE_STEP = Decimal("0.0001")
_CALLED = {"members": "名册", "committee": "支委", "group": "组员"}


@dataclass(frozen=True, slots=True)
class Summary:
    """The attendance of one meeting, in people; rates are fractions, `None` when nobody was due.

    `present` includes late comers, early leavers and those who came to a further sitting.
    `effective_rate` (有效参与率) also counts the absent who have made up. `absent` holds the rows
    of those on the roster who were on leave or absent without leave, in roster order.
    """

    expected: Expected
    present: int
    present_full: int
    present_probationary: int
    present_voters: int
    on_leave: int
    unexcused: int
    late: int
    left_early: int
    made_up: int
    to_make_up: int
    rate: Decimal | None
    effective_rate: Decimal | None
    absent: tuple[Attendance, ...]


def day_of(meeting: Meeting) -> date | None:
    """Return the day the meeting was held, or else is planned for."""
    return meeting.start.date() if meeting.start is not None else meeting.planned_on


def counted(meetings: Iterable[Meeting]) -> list[tuple[date, Meeting]]:
    """Return the meetings that count with their days, in the order they were held.

    One without a day is nowhere, and a void one or one in the bin counts no more.
    """
    found = [
        (day, one)
        for one in meetings
        if (day := day_of(one)) is not None and one.deleted_at is None and one.state != words.VOID
    ]
    return sorted(found, key=lambda pair: (pair[0], str(pair[1].start or ""), pair[1].id))


def rows_by_member(meeting: Meeting) -> dict[str, Attendance]:
    """Return the attendance rows of a meeting by member id."""
    return {row.member_id: row for row in meeting.attendance}


def state_of(meeting: Meeting, member_id: str) -> str:
    """Return the attendance state of a member; one without a row was present."""
    for row in meeting.attendance:
        if row.member_id == member_id:
            return row.state
    return words.PRESENT


def is_made_up(row: Attendance) -> bool:
    """Tell whether an absent member has been brought up to date."""
    return row.make_up is not None and row.make_up.done_on is not None


def summary(meeting: Meeting, members: Iterable[Member]) -> Summary:
    """Return the figures of a meeting for those due at its kind on its day.

    Rows of people who were not due are left out. Approved exemptions leave
    the number due, leave of any kind stays in.

    Source: article of 王研 on 1+N theme days (全覆盖), `domain/rules.md` 3.6.
    """
    day = day_of(meeting)
    return summary_of_roster(meeting, [] if day is None else people_due(meeting, members, day))


def summary_of_roster(meeting: Meeting, roster: Collection[Member]) -> Summary:
    """Return what `summary` returns for people known to be due."""
    day = day_of(meeting)
    if day is None:
        return _figures(_NOBODY, [], 0, 0)
    members = {member.id: member for member in roster}
    marked = [row for key, row in rows_by_member(meeting).items() if key in members]
    exempt = {row.member_id for row in marked if row.state == words.EXEMPT}
    # Only the few who were away are asked for their category a second time.
    full_away = [
        members[row.member_id]
        for row in marked
        if row.state in words.ABSENT_STATES
        and category_within(members[row.member_id], day) == words.FULL_MEMBER
    ]
    voters_away = sum(not is_suspended_on(member, day) for member in full_away)
    order = {key: place for place, key in enumerate(members)}
    marked.sort(key=lambda row: order[row.member_id])
    due = expected_of(roster, day, exempt, _CALLED[body_of(meeting.kinds)])
    return _figures(due, marked, len(full_away), voters_away)


def _figures(due: Expected, marked: list[Attendance], full_away: int, voters_away: int) -> Summary:
    absent = tuple(row for row in marked if row.state in words.ABSENT_STATES)
    made_up = sum(is_made_up(row) for row in absent)
    present, full = due.total - len(absent), due.full - full_away
    return Summary(
        expected=due,
        present=present,
        present_full=full,
        present_probationary=present - full,
        present_voters=due.voters - voters_away,
        on_leave=sum(row.state in words.LEAVE_STATES for row in absent),
        unexcused=sum(row.state == words.UNEXCUSED for row in absent),
        late=sum(row.state == words.LATE for row in marked),
        left_early=sum(row.state == words.LEFT_EARLY for row in marked),
        made_up=made_up,
        to_make_up=len(absent) - made_up,
        rate=share(present, due.total),
        effective_rate=share(present + made_up, due.total),
        absent=absent,
    )


def share(part: int, whole: int) -> Decimal | None:
    """Return a part of a whole as a fraction of four decimals; `None` of nothing."""
    return (Decimal(part) / whole).quantize(_RATE_STEP) if whole else None
