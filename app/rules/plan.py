"""The plan of a year's theme days against what became of it (主题党日年度计划表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.manual import words
from app.manual.kinds import OTHER, THEME_DAY
from app.records import Action, ActionLead, Meeting
from app.rules.attendance import day_of
from app.rules.entries import Values, day_in, people_in, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.texts import short_date

FAULT_NUMBER = 30


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a planned theme day.

    `meeting` is the theme day of its month, `None` while there is none; `held_on` the day it was
    held, `None` before its attendance is confirmed. `on_time` and `as_planned` tell whether day and
    theme are those of the plan.
    """

    meeting: Meeting | None
    held_on: date | None
    on_time: bool
    as_planned: bool

    @property
    def told(self) -> str:
        """Return how it went in words; empty while it was not held."""
        if self.meeting is None or self.held_on is None:
            return ""
        changed = "" if self.as_planned else f"，主题改为“{self.meeting.theme}”"
        return f"{short_date(self.held_on)}完成{changed}"


def done(row: Values, meetings: Iterable[Meeting]) -> Done:
    """Return what became of a row of the plan, by the meetings of its year.

    Where a month has several theme days, it is the one of the planned day, else the first.
    """
    planned_on = day_in(row, "planned_on")
    found = _theme_days(planned_on, meetings)
    if not found:
        return Done(None, None, on_time=False, as_planned=False)
    meeting = next((one for one in found if _due_on(one) == planned_on), found[0])
    held_on = day_of(meeting) if _was_held(meeting) else None
    themes = {row.get("theme", "").strip(), meeting.theme.strip()}
    return Done(
        meeting,
        held_on,
        on_time=held_on is not None and held_on == planned_on,
        as_planned=len(themes - {""}) < 2,
    )


def take_over(row: Values, meeting: Meeting) -> None:
    """Give a new theme day what the plan says of it: theme, further kind, optional action."""
    meeting.theme = row.get("theme", "")
    if (kind := row.get("together_with", OTHER) or OTHER) != OTHER:
        meeting.kinds = [*meeting.kinds, kind]
    if name := row.get("optional"):
        leads = [
            ActionLead(branch_id=meeting.branch_id, member_id=key)
            for key, _ in people_in(row, "owner")
            if key
        ]
        action = Action(branch_id=meeting.branch_id, name=name, leads=leads)
        action.position = len(meeting.actions)
        meeting.actions.append(action)


def faults(values: Values) -> Iterator[EntryFault]:
    """Yield the rows of a plan whose month is there already or is not that of their day."""
    seen: set[int] = set()
    for number, row in enumerate(rows_in(values, "months"), 1):
        month, day = row.get("month"), day_in(row, "planned_on")
        if month is None:
            continue
        if month in seen:
            yield EntryFault("W", f"months.{number}.month", f"第{number}行又是{month}月，请核对。")
        elif day is not None and day.month != month:
            yield EntryFault(
                "E", f"months.{number}.planned_on", f"第{number}行的计划日期不在{month}月，请改正。"
            )
        seen.add(month)


def _theme_days(planned_on: date | None, meetings: Iterable[Meeting]) -> Sequence[Meeting]:
    """Return the theme days due in the month of a planned day; one may be held in the next."""
    if planned_on is None:
        return ()
    return [
        one
        for one in meetings
        if THEME_DAY in one.kinds
        and one.deleted_at is None
        and one.state != words.VOID
        and (due := _due_on(one)) is not None
        and (due.year, due.month) == (planned_on.year, planned_on.month)
    ]


def _due_on(meeting: Meeting) -> date | None:
    return meeting.planned_on or day_of(meeting)


def _was_held(meeting: Meeting) -> bool:
    return meeting.attendance_confirmed or meeting.state in words.FINAL_STATES
