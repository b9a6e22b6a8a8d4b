"""What the branch itself has to see to: dues, its term, talks and backups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.manual.kinds import THEME_DAY
from app.manual.pages import page_of
from app.rules.checks.fault import names_of
from app.rules.dues_year import lines_of
from app.rules.entries import members_named
from app.rules.membership import members_on
from app.rules.reminders.reminder import (
    DUE,
    DUES_AREA,
    LATE,
    REGISTERS_AREA,
    SETTINGS_AREA,
    SOON,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.reminders.theme_day import fixed_day_of
from app.rules.texts import long_date, month_ends, month_of

_TERM_STEPS: tuple[tuple[int, Level], ...] = ((31, DUE), (92, DUE), (184, SOON))
_NOVEMBER, _DECEMBER = 11, 12
_BACKUP_DAYS = 7
_TALK = "talk"


def dues_open(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of dues not paid: this month's from the theme day on, last month's as late.

    Source: 中组发 2008 年 3 号 (按月主动交纳), `domain/rules.md` C10.
    """
    this_month = month_of(outlook.today)
    last_day = month_ends(this_month)[0] - timedelta(days=1)
    yield from _dues_of(outlook, month_of(last_day), last_day, LATE)
    if outlook.today >= _day_of_dues(outlook, this_month):
        yield from _dues_of(outlook, this_month, month_ends(this_month)[1], DUE)


def term_ends(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the end of the committee's term half a year, three months and one month ahead.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第三条 (`domain/rules.md` O4, O5).
    """
    ends = outlook.context.branch.term_end
    if ends is None:
        return
    days, jump = (ends - outlook.today).days, Jump(SETTINGS_AREA, "", "branch/term_end")
    if days < 0:
        sentence = (
            f"本届支部委员会{long_date(ends)}已届满。请抓紧换届；延期的须报上级批准。"
            "换届后在“设置”里改任期。"
        )
        yield Reminder("换届", LATE, sentence, ends, jump)
        return
    level = next((level for most, level in _TERM_STEPS if days <= most), None)
    if level is not None:
        sentence = f"本届支部委员会{long_date(ends)}届满，还有{days}天。请向上级请示换届。"
        yield Reminder("换届", level, sentence, ends, jump)


def talks_missing(outlook: Outlook) -> Iterator[Reminder]:
    """Remind at the end of a year of the members nobody has talked with.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十九条 (`domain/rules.md` C8).
    """
    today = outlook.today
    if today.month < _NOVEMBER:
        return
    page = page_of(_TALK)
    talks = [one for one in outlook.entries if one.page == _TALK and one.deleted_at is None]
    talked = {key for one in talks for key in members_named(page, one.values)}
    here = members_on(outlook.context.members, today)
    missing = [outlook.context.name_of(one.id) for one in here if one.id not in talked]
    if missing:
        level: Level = DUE if today.month == _DECEMBER else SOON
        sentence = (
            f"今年还有{len(missing)}名党员没有谈心谈话记录：{names_of(missing)}。请安排谈话并登记。"
        )
        due_on = date(today.year, 12, 31)
        yield Reminder("谈心谈话", level, sentence, due_on, Jump(REGISTERS_AREA, "", _TALK))


def backup_old(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of records without a copy, or whose newest copy is more than a week old."""
    jump, made_at = Jump(SETTINGS_AREA, "", "data"), outlook.backed_up_at
    if made_at is None:
        if outlook.meetings:
            yield Reminder("备份", DUE, "记录还没有备份。请点“立即备份”。", None, jump)
        return
    days = (outlook.today - made_at.date()).days
    if days > _BACKUP_DAYS:
        sentence = f"最近一份备份是{long_date(made_at)}的，已过{days}天。请点“立即备份”。"
        yield Reminder("备份", DUE, sentence, made_at.date() + timedelta(days=_BACKUP_DAYS), jump)


def _dues_of(outlook: Outlook, month: str, until: date, level: Level) -> Iterator[Reminder]:
    context, jump = outlook.context, Jump(DUES_AREA, month)
    rows = [row for row in context.dues if row.month == month]
    if not rows:
        if outlook.begun_by(month_ends(month)[0]):
            sentence = f"{int(month[5:])}月的党费还没有登记。请收缴后在党费表里打勾。"
            yield Reminder("党费", level, sentence, until, jump)
        return
    lines = lines_of(context.members, rows, context.branch.dues_rounding)
    unpaid = [context.name_of(line.member.id) for line in lines if line.open]
    if unpaid:
        sentence = (
            f"{int(month[5:])}月党费还有{len(unpaid)}人没有交：{names_of(unpaid)}。请交纳后登记。"
        )
        yield Reminder("党费", level, sentence, until, jump)


def _day_of_dues(outlook: Outlook, month: str) -> date:
    """Return the day the month's dues are collected on: that of its theme day."""
    days = [
        day for day, one in outlook.meetings if THEME_DAY in one.kinds and month_of(day) == month
    ]
    return days[0] if days else fixed_day_of(outlook.context, month).held_on
