"""Faults of attendance: absence without its reason, leave without its approval, make-up study."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.manual import words
from app.manual.settings import MAKE_UP_DAYS
from app.records import Attendance, Leave
from app.rules.attendance import is_made_up
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault
from app.rules.exemptions import exempt_on
from app.rules.texts import short_date


def not_confirmed(case: Case) -> Iterator[Fault]:
    """Find attendance nobody has gone through, so absentees may be missing (未写明缺席人员)."""
    if case.is_over and case.roster and not case.meeting.attendance_confirmed:
        due = case.summary.expected.total
        sentence = f"考勤还没有确认，现按应到{due}人算。请在“考勤”里核对缺席人员后确认。"
        yield Fault(ERROR, "attendance", "confirmed", sentence)


def missing_reason(case: Case) -> Iterator[Fault]:
    """Find an absence without its reason (实到少于应到却无缺席原因)."""
    for row in case.summary.absent:
        if row.leave is not None and row.leave.reason.strip():
            continue
        name = case.name_of(row.member_id)
        if row.state == words.UNEXCUSED:
            sentence = f"{name}无故缺席，还没有写了解到的情况。请在“考勤”里补写。"
            yield Fault(WARNING, "attendance", "reason", sentence, row.member_id)
        else:
            sentence = f"{name}请{row.state}，没有写事由。请在“考勤”里补写。"
            yield Fault(ERROR, "attendance", "reason", sentence, row.member_id)


def leave_not_approved(case: Case) -> Iterator[Fault]:
    """Find leave nobody approved, or settled only afterwards (请假事后补办、无批准人).

    Source: `domain/calendar-and-faults.md` 5.4 no. 35.
    """
    for row in case.summary.absent:
        if row.state not in words.LEAVE_STATES:
            continue
        name, leave = case.name_of(row.member_id), row.leave
        if leave is None or leave.approved_by_id is None:
            sentence = f"{name}请{row.state}，没有写批准人。请在“考勤”里补上。"
            yield Fault(WARNING, "attendance", "approved_by", sentence, row.member_id)
        if leave is None or not (leave.asked_on or leave.approved_on):
            sentence = f"{name}请{row.state}，没有写请假日期。请在“考勤”里补上。"
            yield Fault(WARNING, "attendance", "asked_on", sentence, row.member_id)
        else:
            yield from _settled_late(case, row, leave)


def _settled_late(case: Case, row: Attendance, leave: Leave) -> Iterator[Fault]:
    """Find leave approved after the day of the meeting, else leave asked for after it."""
    days = (
        ("approved_on", "批准日期", leave.approved_on),
        ("asked_on", "请假日期", leave.asked_on),
    )
    for field, label, day in days:
        if day is not None and case.day is not None and day > case.day:
            name = case.name_of(row.member_id)
            sentence = f"{name}的{label}{short_date(day)}晚于活动日期。请假应当事前办，请核对。"
            yield Fault(WARNING, "attendance", field, sentence, row.member_id)
            return


def exempt_without_approval(case: Case) -> Iterator[Fault]:
    """Find someone left out of the number due without approval (免于参加无批准).

    Who is in the list of those approved needs nothing more; approval written at a meeting alone
    has no period and is not open to everybody.

    Source: `domain/rules.md` M4, M7; `domain/calendar-and-faults.md` 5.4 no. 36.
    """
    for row in case.rows.values():
        if row.state != words.EXEMPT or case.day is None:
            continue
        if exempt_on(case.context.exemptions, row.member_id, case.day) is not None:
            continue
        name, leave = case.name_of(row.member_id), row.leave
        if leave is None or leave.approved_by_id is None:
            sentence = f"{name}记为免于参加，没有写批准人。请在“考勤”里补上，或改为请假。"
            yield Fault(ERROR, "attendance", "approved_by", sentence, row.member_id)
        if leave is None or not leave.reason.strip():
            sentence = f"{name}记为免于参加，没有写事由和批准期限。请在“考勤”里补上。"
            yield Fault(ERROR, "attendance", "reason", sentence, row.member_id)
        if leave is not None and leave.approved_by_id is not None and leave.reason.strip():
            sentence = (
                f"{name}记为免于参加，不在“经批准不计入应到党员名单”的期限里。"
                "请在“登记”里补登批准机关和期限，或改为请假。"
            )
            yield Fault(WARNING, "attendance", "state", sentence, row.member_id)


def not_made_up(case: Case) -> Iterator[Fault]:
    """Find an absent member not brought up to date in the days allowed (缺席未补课)."""
    if case.day is None:
        return
    last_day = case.day + timedelta(days=case.context.whole(MAKE_UP_DAYS))
    for row in case.summary.absent:
        name = case.name_of(row.member_id)
        if is_made_up(row):
            yield from _unlikely_make_up(case, row, name)
        elif case.context.today > last_day:
            sentence = f"{name}缺席后还没有补课，应在{short_date(last_day)}前完成。请补课后登记。"
            yield Fault(WARNING, "attendance", "makeup", sentence, row.member_id)


def _unlikely_make_up(case: Case, row: Attendance, name: str) -> Iterator[Fault]:
    make_up = row.make_up
    if make_up is None or make_up.done_on is None or case.day is None:
        return
    if make_up.done_on < case.day:
        sentence = f"{name}的补课日期{short_date(make_up.done_on)}早于活动日期。请在“考勤”里改正。"
        yield Fault(WARNING, "attendance", "makeup", sentence, row.member_id)
    if not make_up.how.strip():
        sentence = f"{name}的补课没有写方式。请在“考勤”里写明怎样补的。"
        yield Fault(WARNING, "attendance", "makeup", sentence, row.member_id)
