"""One meeting in its context, with what several checks need computed once."""

from __future__ import annotations

from collections.abc import KeysView
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.manual import words
from app.manual.kinds import THEME_DAY, kinds_of
from app.records import Action, Attendance, DuesRow, Meeting, Member
from app.rules import attendance
from app.rules.checks.context import Context
from app.rules.convening import people_due, roster_of
from app.rules.texts import month_of


@dataclass(frozen=True)
class Case:
    """A meeting as the checks see it."""

    meeting: Meeting
    context: Context

    @cached_property
    def day(self) -> date | None:
        """Return the day the meeting was held or is planned for."""
        return attendance.day_of(self.meeting)

    @cached_property
    def is_theme_day(self) -> bool:
        """Tell whether a theme day is among the kinds."""
        return THEME_DAY in self.meeting.kinds

    @cached_property
    def sections(self) -> frozenset[str]:
        """Return the sections its kinds are made of."""
        kinds = kinds_of(self.meeting.kinds)
        return frozenset(section for kind in kinds for section in kind.sections)

    @cached_property
    def roster(self) -> list[Member]:
        """Return the members of the day, nobody while the day is unknown."""
        if self.day is None:
            return []
        return roster_of(self.meeting, self.context.members, self.day)

    @cached_property
    def roster_ids(self) -> KeysView[str]:
        """Return the ids of the members of the day, in roster order."""
        return {member.id: None for member in self.roster}.keys()

    @cached_property
    def due(self) -> list[Member]:
        """Return who was due at this kind of meeting: of the roster, the committee or a group."""
        return [] if self.day is None else people_due(self.meeting, self.roster, self.day)

    @cached_property
    def due_ids(self) -> KeysView[str]:
        """Return the ids of those due, in their order."""
        return {member.id: None for member in self.due}.keys()

    @cached_property
    def rows(self) -> dict[str, Attendance]:
        """Return the attendance rows of those due, by member id."""
        rows = attendance.rows_by_member(self.meeting)
        return {key: row for key, row in rows.items() if key in self.due_ids}

    @cached_property
    def summary(self) -> attendance.Summary:
        """Return the attendance in figures."""
        return attendance.summary_of_roster(self.meeting, self.due)

    @cached_property
    def dues(self) -> list[DuesRow]:
        """Return the dues rows of the meeting's month."""
        if self.day is None:
            return []
        month = month_of(self.day)
        return [row for row in self.context.dues if row.month == month]

    @cached_property
    def required(self) -> dict[int, Action]:
        """Return the required actions that have a row, by number."""
        return {
            action.required_number: action
            for action in self.meeting.actions
            if action.required_number is not None
        }

    @cached_property
    def optional(self) -> list[Action]:
        """Return the optional actions."""
        return [action for action in self.meeting.actions if action.required_number is None]

    @property
    def is_over(self) -> bool:
        """Tell whether the meeting's day has come."""
        return self.day is not None and self.day <= self.context.today

    def state_of(self, member_id: str) -> str:
        """Return the attendance state of a member of the day."""
        row = self.rows.get(member_id)
        return words.PRESENT if row is None else row.state

    def was_away(self, member_id: str) -> bool:
        """Tell whether a member of the day is marked as absent or exempt."""
        state = self.state_of(member_id)
        return state in words.ABSENT_STATES or state == words.EXEMPT

    def name_of(self, member_id: str) -> str:
        """Return a member's name."""
        return self.context.name_of(member_id)
