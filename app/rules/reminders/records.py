"""Records that are begun and not finished: written, confirmed, signed, made up, carried out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.manual.settings import MAKE_UP_DAYS, RECORD_DAYS
from app.manual.words import ABSENT_STATES, DRAFT, FINAL, PRINTED
from app.records import Meeting
from app.rules.attendance import is_made_up
from app.rules.checks.fault import names_of
from app.rules.convening import people_due
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    SOON,
    Level,
    Outlook,
    Reminder,
    few,
    jump_to,
)
from app.rules.texts import short_date

_AHEAD_DAYS = 7
_Found = tuple[Reminder, date, Meeting]


def not_finalised(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of records that are drafts; late once the working days for them are over.

    Source: `domain/calendar-and-faults.md` fault 10 (3 working days, local practice).
    """

    def found() -> Iterator[_Found]:
        for day, meeting in outlook.over:
            if meeting.state != DRAFT:
                continue
            last = _record_until(outlook, day)
            called, until = outlook.called(day, meeting), short_date(last)
            sentence = f"{called}的记录请在{until}前补齐并定稿。"
            if outlook.today > last:
                sentence = f"{called}的记录还没有定稿，应在{until}前完成。请补齐后定稿。"
            level: Level = LATE if outlook.today > last else DUE
            yield Reminder("定稿", level, sentence, last, jump_to(meeting)), day, meeting

    yield from few(outlook, found(), "的记录没有定稿")


def not_confirmed(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of attendance nobody has gone through."""

    def found() -> Iterator[_Found]:
        for day, meeting in outlook.over:
            if meeting.attendance_confirmed:
                continue
            last = _record_until(outlook, day)
            level: Level = LATE if outlook.today > last else DUE
            sentence = f"{outlook.called(day, meeting)}的考勤还没有核对。请核对缺席人员后确认。"
            jump = jump_to(meeting, "attendance/confirmed")
            yield Reminder("考勤", level, sentence, last, jump), day, meeting

    yield from few(outlook, found(), "的考勤没有核对")


def not_signed(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of records that are final and wait for paper and signatures."""

    def found() -> Iterator[_Found]:
        for day, meeting in outlook.over:
            called = outlook.called(day, meeting)
            if meeting.state == FINAL:
                sentence = f"{called}的记录已定稿，还没有打印。请打印后送主持人、记录人签字。"
            elif meeting.state == PRINTED:
                sentence = f"{called}的记录已打印，还没有签字归档。请签字后点“标记已签字归档”。"
            else:
                continue
            yield Reminder("签字", DUE, sentence, None, jump_to(meeting)), day, meeting

    yield from few(outlook, found(), "的记录没有签字归档")


def not_made_up(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the absent who have not been brought up to date.

    Source: `domain/rules.md` 3.6 (7 days, local practice).
    """

    def found() -> Iterator[_Found]:
        for day, meeting in outlook.over:
            names = _to_make_up(outlook, day, meeting)
            if not names:
                continue
            last = day + timedelta(days=outlook.context.whole(MAKE_UP_DAYS))
            called, until = outlook.called(day, meeting), short_date(last)
            sentence = f"{called}缺席的{names}请在{until}前补学。"
            if outlook.today > last:
                sentence = f"{called}缺席的{names}还没有补学，应在{until}前完成。请补学后登记。"
            level: Level = LATE if outlook.today > last else DUE
            jump = jump_to(meeting, "attendance/makeup")
            yield Reminder("补学", level, sentence, last, jump), day, meeting

    yield from few(outlook, found(), "有人没有补学")


def not_carried_out(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of agreed matters that are due and not done."""

    def found() -> Iterator[_Found]:
        for day, meeting in outlook.over:
            for number, decision in enumerate(meeting.decisions, start=1):
                if decision.due_on is None or decision.done_on is not None:
                    continue
                days = (decision.due_on - outlook.today).days
                if days > _AHEAD_DAYS:
                    continue
                owner = outlook.context.name_of(decision.owner_id) if decision.owner_id else ""
                who = f"（{owner}）" if owner else ""
                said = f"{outlook.called(day, meeting)}议定的“{_short(decision.text)}”{who}"
                until = short_date(decision.due_on)
                sentence = f"{said}{until}到期。完成后请填完成日期。"
                if days < 0:
                    sentence = f"{said}应在{until}前完成。请催办，完成后填完成日期。"
                level: Level = LATE if days < 0 else DUE if days == 0 else SOON
                jump = jump_to(meeting, f"decisions/decisions.{number}.done")
                yield Reminder("议定事项", level, sentence, decision.due_on, jump), day, meeting

    yield from few(outlook, found(), "的议定事项没有销号")


def _record_until(outlook: Outlook, day: date) -> date:
    context = outlook.context
    return context.calendar.working_days_after(day, context.whole(RECORD_DAYS))


def _to_make_up(outlook: Outlook, day: date, meeting: Meeting) -> str:
    """Return the names of those due who were absent and have not made up."""
    waiting = {
        row.member_id
        for row in meeting.attendance
        if row.state in ABSENT_STATES and not is_made_up(row)
    }
    # Only they are asked whether they were due: of a whole year's rosters that takes long.
    members = [one for one in outlook.context.members if one.id in waiting] if waiting else []
    return names_of([outlook.context.name_of(one.id) for one in people_due(meeting, members, day)])


def _short(text: str, most: int = 20) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
