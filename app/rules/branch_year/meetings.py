"""What a branch was to hold in a year: meetings, lectures, theme days; and their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
    YEARLY,
)
from app.records import Meeting
from app.rules.attendance import counted
from app.rules.attendance_year import Session
from app.rules.branch_year.measure import Gap, Measure, Year, of_gaps
from app.rules.cadence import counts_as, period_of
from app.rules.calendar import calendar_of
from app.rules.completeness import required_actions
from app.rules.convening import committee_on
from app.rules.filing import is_late, record_days_of
from app.rules.fixed_day import working_days_after
from app.rules.membership import members_on
from app.rules.reminders.reminder import MEETINGS_AREA, THEME_DAYS_AREA, jump_to
from app.rules.texts import month_ends


def _each_quarter(is_one: Callable[[Meeting], bool]) -> Callable[[Year], Measure | None]:
    def measure(year: Year) -> Measure | None:
        due, gaps = 0, []
        for name, months in year.quarters():
            is_held = any(is_one(one.meeting) for one in year.held(months))
            due += is_held or year.is_over(months[-1])
            if not is_held and year.is_over(months[-1]):
                gaps.append(Gap("缺", None, MEETINGS_AREA, period=name))
        return of_gaps(due, gaps)

    return measure


members_meetings = _each_quarter(partial(counts_as, MEMBERS_MEETING))
lectures = _each_quarter(partial(counts_as, LECTURE))


def committee_meetings(year: Year) -> Measure | None:
    """Return the months with a committee, and those it met in; nothing is due without one."""
    led = [m for m in year.alive if committee_on(year.records.members, month_ends(m)[1])]
    if not led:
        return None
    return _each_month(year, {"": led}, lambda one, _group: COMMITTEE_MEETING in one.kinds)


def group_meetings(year: Year) -> Measure | None:
    """Return the months of each group that had members, and those it met in."""
    names = {one.id: one.name for one in year.records.groups}
    months: dict[str, list[str]] = {}
    for month in year.alive:
        there = members_on(year.records.members, month_ends(month)[1])
        for key in dict.fromkeys(one.group_id for one in there if one.group_id in names):
            months.setdefault(key or "", []).append(month)
    if not months:
        return None

    def is_one(meeting: Meeting, group: str) -> bool:
        return GROUP_MEETING in meeting.kinds and meeting.group_id == group

    return _each_month(year, months, is_one, names)


def _each_month(
    year: Year,
    months: Mapping[str, list[str]],
    is_one: Callable[[Meeting, str], bool],
    names: Mapping[str, str] | None = None,
) -> Measure | None:
    due, gaps = 0, []
    for key, own in months.items():
        for month in own:
            is_held = any(is_one(one.meeting, key) for one in year.held([month]))
            due += is_held or year.is_over(month)
            if not is_held and year.is_over(month):
                what = f"{(names or {}).get(key, '')}缺"
                gaps.append(Gap(what, month_ends(month)[0], MEETINGS_AREA))
    return of_gaps(due, gaps)


def actions(year: Year) -> Measure | None:
    """Return how many required actions of the months' theme days are complete.

    Of several theme days in a month each may complete some.
    """
    due, gaps = 0, []
    for month in year.alive:
        days = [one for one in year.held([month]) if THEME_DAY in one.meeting.kinds]
        if not days and not year.is_over(month):
            continue
        due += len(REQUIRED_ACTIONS)
        context = year.context(month)
        states = [required_actions(one.meeting, context) for one in days]
        at = days[0] if days else None
        for action in REQUIRED_ACTIONS:
            if not any(state[action.number].complete for state in states):
                called = (*action.short_names, action.name)[0]
                gaps.append(_action_gap(called, at, month))
    return of_gaps(due, gaps, unit="项")


def _action_gap(called: str, at: Session | None, month: str) -> Gap:
    if at is None:
        return Gap("未开展", month_ends(month)[0], THEME_DAYS_AREA)
    return Gap(f"缺{called}", at.day, *jump_to(at.meeting, "actions"))


def criticism(year: Year) -> Measure | None:
    """Return the two yearly meetings and what was to be put right after them by a day.

    Those of a year may be held until the end of March of the next.
    """
    period = period_of(YEARLY, date(year.records.year, 1, 1))
    meetings = (*(one.meeting for one in year.records.sessions), *year.records.later)
    held = [
        one for day, one in counted(meetings) if period.first <= day <= min(period.last, year.today)
    ]
    due, gaps = 0, []
    for kind in (CRITICISM_MEETING, APPRAISAL):
        is_held = any(kind in one.kinds for one in held)
        due += is_held or period.last < year.today
        if not is_held and period.last < year.today:
            gaps.append(Gap(f"缺{kind}", None, MEETINGS_AREA))
    for one in held:
        for row in one.rectifications:
            if row.due_on is None or (row.due_on >= year.today and row.done_on is None):
                continue
            due += 1
            if row.done_on is None or row.done_on > row.due_on:
                what = f"整改“{row.problem}”未按期完成"
                gaps.append(Gap(what, None, *jump_to(one, "rectifications")))
    return of_gaps(due, gaps, unit="项")


def recorded(year: Year) -> Measure | None:
    """Return the meetings whose records were to be final by today, and those that were in time.

    Source: as fault 10 of `domain/calendar-and-faults.md` 5.4.
    """
    records = year.records
    calendar = calendar_of(records.settings)
    due, gaps = 0, []
    for session in year.held(year.by_month):
        final = records.finalised.get(session.meeting.id)
        days = record_days_of(records.settings, session.day)
        if final is None and working_days_after(session.day, days, calendar) >= year.today:
            continue
        due += 1
        if final is None or is_late(session.day, final, days, calendar):
            kind = session.meeting.kinds[0] if session.meeting.kinds else ""
            what = f"{kind}{'未' if final is None else '迟'}定稿"
            gaps.append(Gap(what, session.day, *jump_to(session.meeting)))
    return of_gaps(due, gaps, unit="份")
