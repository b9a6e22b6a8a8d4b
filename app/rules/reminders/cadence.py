"""Meetings that are due in a month, a quarter or a year and are not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.manual.kinds import (
    APPRAISAL,
    CRITICISM_MEETING,
    KINDS,
    LECTURE,
    THEME_DAY,
    YEARLY,
    Kind,
)
from app.rules.cadence import QUARTER_MONTHS, Period, missing_from, period_of
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    MEETINGS_AREA,
    SOON,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.texts import month_of, short_date
from app.rules.to_begin import ToBegin

_MIDDLE_OF_A_MONTH = 15
_OCTOBER, _DECEMBER = 10, 12


def meetings_due(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the meetings of this month and quarter, and of those missing in the last one.

    A committee meeting is due where there is a committee, a group meeting from each group.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十一条至第十三条; for lectures the usual
    quarter (`domain/rules.md` C1–C4).
    """
    for kind in KINDS:
        if kind.word != THEME_DAY and kind.cadence and kind.cadence.per != "year":
            yield from _of_kind(outlook, kind)


def year_meetings_due(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the criticism meeting and the appraisal from October, and after March as late.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十七条、第十八条 (`domain/rules.md` C6, C7).
    """
    today = outlook.today
    year = today.year if today.month >= _OCTOBER else today.year - 1
    window = period_of(YEARLY, date(year, 1, 1))
    opens, closes = window.first, window.last
    if year < today.year and not outlook.begun_by(date(year, 12, 31)):
        return
    for word in (CRITICISM_MEETING, APPRAISAL):
        if any(word in one.kinds for day, one in outlook.meetings if day >= opens):
            continue
        if today > closes:
            level: Level = LATE
            said = (
                f"{year}年度的{word}还没有记录，最迟应在{short_date(closes)}前完成。请补开并登记。"
            )
        else:
            level = DUE if today.month == _DECEMBER or today.year > year else SOON
            said = f"{year}年度的{word}还没有召开，一般在四季度，最迟次年3月底。请安排时间。"
        yield Reminder(word, level, said, closes, _jump(min(today, closes), word))


def _of_kind(outlook: Outlook, kind: Kind) -> Iterator[Reminder]:
    assert kind.cadence is not None
    quarterly = kind.cadence.per == "quarter"
    now = period_of(kind.cadence, outlook.today)
    before = period_of(kind.cadence, now.first - timedelta(days=1))
    for period in (before, now):
        who = _missing(outlook, kind.word, period)
        if who is None:
            continue
        called = _called(period, outlook.today)
        if period is now:
            level = _level_now(outlook.today, quarterly=quarterly)
            until = short_date(now.last)
            sentence = f"{called}{who}还没有{kind.word}，{until}前要开。请安排并建记录。"
            if kind.word == LECTURE:
                sentence = f"{called}还没有党课，{until}前要讲。请定主讲人和题目。"
            yield Reminder(kind.word, level, sentence, now.last, _jump(outlook.today, kind.word))
        elif outlook.begun_by(period.first):
            sentence = f"{called}{who}没有{kind.word}记录。请补录，没有召开的尽快补开。"
            yield Reminder(kind.word, LATE, sentence, period.last, _jump(period.last, kind.word))


def _jump(day: date, kind: str) -> Jump:
    """Return where a meeting of a kind is begun in the month of a day."""
    return Jump(MEETINGS_AREA, "", ToBegin(month_of(day), kind).place)


def _missing(outlook: Outlook, word: str, period: Period) -> str | None:
    held = [one for day, one in outlook.meetings if period.first <= day <= period.last]
    context = outlook.context
    return missing_from(word, held, context.groups, context.members, outlook.today)


def _level_now(today: date, *, quarterly: bool) -> Level:
    if quarterly:
        return DUE if today.month % QUARTER_MONTHS == 0 else SOON
    return DUE if today.day > _MIDDLE_OF_A_MONTH else SOON


def _called(period: Period, today: date) -> str:
    """Return the name of a period, with its year where that is another."""
    return period.name if period.first.year == today.year else period.title
