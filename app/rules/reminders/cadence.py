"""Meetings that are due in a month, a quarter or a year and are not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    KINDS,
    LECTURE,
    THEME_DAY,
    Kind,
)
from app.records import Meeting
from app.rules.convening import committee_on
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
from app.rules.texts import month_ends, month_of, names_joined, short_date

_MONTHS_OF_A_QUARTER = 3
_MIDDLE_OF_A_MONTH = 15
_QUARTERS = "一二三四"
_OCTOBER, _DECEMBER = 10, 12


@dataclass(frozen=True, slots=True)
class _Period:
    """A month or a quarter: its days and its name."""

    first: date
    last: date
    name: str


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
    opens, closes = date(year, 4, 1), date(year + 1, 3, 31)
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
        yield Reminder(word, level, said, closes, Jump(MEETINGS_AREA))


def _of_kind(outlook: Outlook, kind: Kind) -> Iterator[Reminder]:
    assert kind.cadence is not None
    quarterly = kind.cadence.per == "quarter"
    now = _period(outlook.today, outlook.today, quarterly=quarterly)
    before = _period(now.first - timedelta(days=1), outlook.today, quarterly=quarterly)
    for period in (before, now):
        who = _missing(outlook, kind.word, period)
        if who is None:
            continue
        if period is now:
            level = _level_now(outlook.today, quarterly=quarterly)
            until = short_date(now.last)
            sentence = f"{period.name}{who}还没有{kind.word}，{until}前要开。请安排并建记录。"
            if kind.word == LECTURE:
                sentence = f"{period.name}还没有党课，{until}前要讲。请定主讲人和题目。"
            yield Reminder(kind.word, level, sentence, now.last, Jump(MEETINGS_AREA))
        elif outlook.begun_by(period.first):
            sentence = f"{period.name}{who}没有{kind.word}记录。请补录，没有召开的尽快补开。"
            yield Reminder(kind.word, LATE, sentence, period.last, Jump(MEETINGS_AREA))


def _missing(outlook: Outlook, word: str, period: _Period) -> str | None:
    """Return who has not met in a period, empty for the branch; `None` where nobody is missing."""
    held = [one for day, one in outlook.meetings if period.first <= day <= period.last]
    if word == GROUP_MEETING:
        met = {one.group_id for one in held if word in one.kinds}
        missing = [one.name for one in outlook.context.groups if one.id not in met]
        return names_joined(missing) or None
    if word == COMMITTEE_MEETING and not committee_on(outlook.context.members, outlook.today):
        return None
    return None if any(_counts_as(word, one) for one in held) else ""


def _counts_as(word: str, meeting: Meeting) -> bool:
    if word == LECTURE and meeting.lecture is not None and meeting.lecture.title.strip():
        return True
    return word in meeting.kinds


def _level_now(today: date, *, quarterly: bool) -> Level:
    if quarterly:
        return DUE if today.month % _MONTHS_OF_A_QUARTER == 0 else SOON
    return DUE if today.day > _MIDDLE_OF_A_MONTH else SOON


def _period(day: date, today: date, *, quarterly: bool) -> _Period:
    """Return the quarter or month a day is in, with its year in the name where it is another."""
    year = "" if day.year == today.year else f"{day.year}年"
    if not quarterly:
        return _Period(*month_ends(month_of(day)), f"{year}{day.month}月")
    quarter = (day.month - 1) // _MONTHS_OF_A_QUARTER
    first = date(day.year, quarter * _MONTHS_OF_A_QUARTER + 1, 1)
    _, last = month_ends(f"{day.year:04}-{first.month + 2:02}")
    return _Period(first, last, f"{year}{_QUARTERS[quarter]}季度")
