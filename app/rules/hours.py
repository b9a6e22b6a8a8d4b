"""The hours a member learned, took part and served in a year (学习、活动、实践学时).

Source: 《中国共产党党员教育管理工作条例》(2019), `domain/rules.md` C9 (members 32 hours a year, the
committee 56); an hour is one class hour (S88); the three kinds are F64 of
`domain/one-plus-n-features.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.manual.kinds import LECTURE, THEME_DAY
from app.manual.pages.service import PAGE as SERVICE
from app.manual.words import PRESENT_STATES, VOID
from app.records import Entry, Meeting, Member, Sitting
from app.rules.attendance import day_of, is_made_up, rows_by_member
from app.rules.convening import people_due
from app.rules.entries import people_in

_MINUTES_A_TENTH = 6
# Where members learn together; other meetings are taking part in the life of the branch.
_LEARNING = frozenset({THEME_DAY, LECTURE})


@dataclass(frozen=True, slots=True)
class Hours:
    """Tenths of hours of one member in a year: learned, taken part, served."""

    study_tenths: int = 0
    activity_tenths: int = 0
    practice_tenths: int = 0

    @property
    def total_tenths(self) -> int:
        """Return all three together."""
        return self.study_tenths + self.activity_tenths + self.practice_tenths


def hours_of_year(
    members: Sequence[Member], meetings: Iterable[Meeting], entries: Iterable[Entry]
) -> dict[str, Hours]:
    """Return the hours of each member by key.

    Who was present, or made up for it, has the hours of the meeting: its length, or the class hours
    of its lecture where that is a meeting of its own. Who came to another sitting has its length.
    """
    found = {member.id: Hours() for member in members}
    for meeting in meetings:
        day = day_of(meeting)
        if meeting.deleted_at is None and meeting.state != VOID and day is not None:
            due = [one.id for one in people_due(meeting, members, day)]
            _count_meeting(found, meeting, due)
    for entry in entries:
        if entry.page == SERVICE.key and entry.state != VOID:
            for key, _ in people_in(entry.values, "members"):
                if key in found:
                    had, more = found[key], entry.values.get("hours_tenths") or 0
                    found[key] = replace(had, practice_tenths=had.practice_tenths + more)
    return found


def _count_meeting(found: dict[str, Hours], meeting: Meeting, due: Iterable[str]) -> None:
    rows = rows_by_member(meeting)
    sittings = {one.id: one for one in meeting.sittings}
    is_learning = bool(_LEARNING.intersection(meeting.kinds))
    for key in due:
        row = rows.get(key)
        if row is not None and row.state not in PRESENT_STATES and not is_made_up(row):
            continue
        sitting = sittings.get(row.sitting_id or "") if row is not None else None
        tenths = meeting_tenths(meeting, sitting)
        had = found[key]
        found[key] = (
            replace(had, study_tenths=had.study_tenths + tenths)
            if is_learning
            else replace(had, activity_tenths=had.activity_tenths + tenths)
        )


def meeting_tenths(meeting: Meeting, sitting: Sitting | None = None) -> int:
    """Return how long a meeting counts, in tenths of hours, 0 while its times are not known."""
    lecture = meeting.lecture
    if meeting.kinds == [LECTURE] and lecture is not None and lecture.hours:
        return int(lecture.hours * 10)
    own = _tenths(sitting.start, sitting.end) if sitting is not None else None
    return own if own is not None else _tenths(meeting.start, meeting.end) or 0


def _tenths(start: datetime | None, end: datetime | None) -> int | None:
    if start is None or end is None or end < start:
        return None
    return int((end - start).total_seconds()) // 60 // _MINUTES_A_TENTH
