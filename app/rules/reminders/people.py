"""Whom the branch has to see to: members not heard of, and those on their way into the party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.manual.pages import applicant, lost_contact
from app.manual.words import VOID
from app.rules.case_facts import searches
from app.rules.checks.fault import names_of
from app.rules.contact import ALERTS, SILENT_MONTHS, Silence, silent_members
from app.rules.development import Due, next_due
from app.rules.membership import members_on
from app.rules.party_birthdays import party_birthdays
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    MEMBERS_AREA,
    REGISTERS_AREA,
    SOON,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.spans import months_after
from app.rules.texts import long_date, short_date

# A step is told so long before its last day, and pressed for in the last days.
_SOON, _DUE = timedelta(days=62), timedelta(days=31)
# Of more than so many nobody is told of by himself.
_MOST_TOLD = 3


def not_heard_of(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of members not heard of for three, five and six months (失联).

    Who is in the register of the lost already is left out.

    Source: S70 in `domain/rules.md` 3.7.
    """
    registered = searches(outlook.traces.entries)
    members = [one for one in outlook.context.members if one.id not in registered]
    found = silent_members(members, outlook.traces, outlook.today)
    for months, urgency in ALERTS:
        level: Level = LATE if urgency == "E" else DUE
        same = [one for one in found if one.months == months]
        told = [[one] for one in same] if len(same) <= _MOST_TOLD else [same]
        for silent in told:
            ends = months_after(silent[0].since, SILENT_MONTHS)
            place = lost_contact.PAGE.key
            place += f"/{silent[0].member.id}" if len(silent) == 1 else ""
            jump = Jump(REGISTERS_AREA, "", place)
            yield Reminder("失联", level, _silence(outlook, silent), ends, jump)


def applicants_due(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the next step of each applicant, from two months ahead.

    Source: 《中国共产党发展党员工作细则》, `domain/rules.md` 3.9.
    """
    for entry in outlook.entries:
        if entry.page != applicant.PAGE.key or entry.state == VOID or entry.deleted_at is not None:
            continue
        due = next_due(entry.values)
        level = None if due is None else _level(due, outlook.today)
        if due is not None and level is not None:
            name = entry.values.get("name") or "申请人"
            late = "，已经超期" if level == LATE else ""
            sentence = f"{name}：{due.what}，{long_date(due.on)}前{late}。办理后请登记日期。"
            jump = Jump(REGISTERS_AREA, entry.id, due.field)
            yield Reminder("发展党员", level, sentence, due.on, jump)


def party_birthdays_near(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the party birthdays still to come this month (政治生日).

    Source: `domain/one-plus-n-features.md` F60.
    """
    today = outlook.today
    here = members_on(outlook.context.members, today)
    near = [
        one
        for one in party_birthdays(here, today.year)
        if one.on.month == today.month and one.on >= today
    ]
    name_of = outlook.context.name_of
    if near:
        told = [
            f"{name_of(one.member.id)}{short_date(one.on)}（入党{one.years}年）" for one in near
        ]
        sentence = f"本月政治生日：{names_of(told)}。可以安排重温誓词、谈谈初心。"
        yield Reminder(
            "政治生日", SOON, sentence, near[0].on, Jump(MEMBERS_AREA, near[0].member.id)
        )


def _silence(outlook: Outlook, silent: Sequence[Silence]) -> str:
    """Return what is told of one, or of many together."""
    months = silent[0].months
    names = names_of([outlook.context.name_of(one.member.id) for one in silent])
    known, last = "", silent[0].last
    if len(silent) == 1:
        known = f"，最近一次是{long_date(last.on)}{last.how}" if last else "，没有任何记录"
    what = (
        "请登记失联，查找无果的按规定处理"
        if months == SILENT_MONTHS
        else "请尽快联系，查找经过记入失联登记"
    )
    return f"{names}已{months}个月没有参加组织生活或交纳党费{known}。{what}。"


def _level(due: Due, today: date) -> Level | None:
    if today > due.on:
        return LATE
    left = due.on - today
    return DUE if left <= _DUE else SOON if left <= _SOON else None
