"""Orders of inspections that are not closed: overdue ones stay until they are, year after year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.manual.pages import rectification_order
from app.manual.pages.rectification_order import CLOSED
from app.manual.words import VOID
from app.records import Entry
from app.rules.entries import day_in, people_in
from app.rules.reminders.reminder import (
    DUE,
    INSPECTION_AREA,
    LATE,
    SOON,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.texts import long_date, names_joined, short_date

_AHEAD = timedelta(days=7)
_MOST_TOLD = 3
_MOST_CHARACTERS = 20


def orders_open(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of orders that are due or overdue, the oldest first, until they are closed.

    Source: 通报要求整改未回应 (`domain/calendar-and-faults.md` fault 51, S47).
    """
    found = sorted(filter(None, (_of(outlook, one) for one in outlook.entries)), key=_day)
    yield from found[:_MOST_TOLD]
    rest = found[_MOST_TOLD:]
    if len(rest) == 1:
        yield rest[0]
    elif rest:
        first = rest[0]
        sentence = f"另有{len(rest)}项督查整改没有销号，请在“督查考核”的整改通知书里逐项办理。"
        yield Reminder(first.kind, first.level, sentence, first.due_on, first.jump)


def _of(outlook: Outlook, order: Entry) -> Reminder | None:
    page, values = rectification_order.PAGE, order.values
    due = day_in(values, "due_on")
    counts = order.page == page.key and order.state != VOID and order.deleted_at is None
    if not counts or due is None or values.get("state") == CLOSED:
        return None
    if due > outlook.today + _AHEAD:
        return None
    when = short_date(due) if due.year == outlook.today.year else long_date(due)
    owners = names_joined(
        outlook.context.name_of(key) if key else guest for key, guest in people_in(values, "owner")
    )
    who = f"（{owners}）" if owners else ""
    said = f"{values.get('number', '')}号督查整改“{_short(values.get('problem') or '')}”{who}"
    level: Level = LATE if due < outlook.today else DUE if due == outlook.today else SOON
    sentence = f"{said}{when}到期。整改后请复查销号。"
    if level == LATE:
        sentence = f"{said}应在{when}前完成，还没有销号。请督促整改，复查后销号。"
    return Reminder("整改", level, sentence, due, Jump(INSPECTION_AREA, order.id, "state"))


def _day(reminder: Reminder) -> str:
    return str(reminder.due_on)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_CHARACTERS else f"{words[: _MOST_CHARACTERS - 1]}…"
