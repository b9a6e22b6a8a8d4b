"""What a reminder is, and what all reminders look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final, Literal, NamedTuple

from app.manual.kinds import GROUP_MEETING, KINDS, OTHER, THEME_DAY
from app.records import Entry, Meeting
from app.rules.attendance import counted
from app.rules.checks.context import Context
from app.rules.contact import Traces
from app.rules.texts import long_date, short_date

Level = Literal["late", "due", "soon"]
LATE: Final = "late"
DUE: Final = "due"
SOON: Final = "soon"
LEVELS: tuple[Level, ...] = (LATE, DUE, SOON)

THEME_DAYS_AREA, MEETINGS_AREA, DUES_AREA = "theme_days", "meetings", "dues"
MEMBERS_AREA, REGISTERS_AREA, SETTINGS_AREA = "members", "registers", "settings"
INSPECTION_AREA = "inspection"

# Of several records that wait for the same thing so many are told one by one.
_MOST_TOLD = 3


class Jump(NamedTuple):
    """Where a reminder is seen to: an area of the program, a record in it and its part."""

    area: str
    record_id: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do: what sort, how urgent, a sentence that says what next, by when, and where.

    `level` is late (its day is past), due (its time has come) or soon (it is coming).
    """

    kind: str
    level: Level
    sentence: str
    due_on: date | None
    jump: Jump


@dataclass(frozen=True)
class Outlook:
    """What the reminders look at.

    `context` holds the meetings of this and the last year and the dues of the last twelve months;
    `entries` are the fill-in pages of this year and the orders of others, `earlier_entries` those
    of the year before, and `backed_up_at` is when the newest copy was made.
    """

    context: Context
    entries: Sequence[Entry] = ()
    backed_up_at: datetime | None = None
    earlier_entries: Sequence[Entry] = ()

    @property
    def today(self) -> date:
        """Return the day it is looked at."""
        return self.context.today

    @cached_property
    def traces(self) -> Traces:
        """Return the records in which members leave a trace, those of the last year as well."""
        held = [meeting for _, meeting in self.meetings]
        return Traces(held, self.context.dues, [*self.earlier_entries, *self.entries])

    @cached_property
    def meetings(self) -> list[tuple[date, Meeting]]:
        """Return the meetings that count with their days, in order of the days."""
        return counted(self.context.meetings)

    @cached_property
    def since(self) -> date | None:
        """Return the first day anything was recorded on; nothing is asked of the time before."""
        return self.meetings[0][0] if self.meetings else None

    @cached_property
    def over(self) -> list[tuple[date, Meeting]]:
        """Return the meetings that were held, the latest first."""
        return [pair for pair in reversed(self.meetings) if pair[0] <= self.today]

    def begun_by(self, first: date) -> bool:
        """Tell whether the branch already kept records at the beginning of a period."""
        return self.since is not None and self.since <= first

    def called(self, day: date, meeting: Meeting) -> str:
        """Return what a meeting is called in a sentence: 10月9日主题党日."""
        when = short_date(day) if day.year == self.today.year else long_date(day)
        if THEME_DAY in meeting.kinds:
            return f"{when}{THEME_DAY}"
        kind = next((one.word for one in KINDS if one.word in meeting.kinds), OTHER)
        if kind == GROUP_MEETING:
            groups = {one.id: one.name for one in self.context.groups}
            return f"{when}{groups.get(meeting.group_id or '', '')}会议"
        return f"{when}{kind if kind != OTHER else '活动'}"


Find = Callable[[Outlook], Iterator[Reminder]]


def jump_to(meeting: Meeting, section: str = "") -> Jump:
    """Return where a part of a meeting is."""
    area = THEME_DAYS_AREA if THEME_DAY in meeting.kinds else MEETINGS_AREA
    return Jump(area, meeting.id, section)


def few(
    outlook: Outlook, reminders: Iterable[tuple[Reminder, date, Meeting]], what: str
) -> Iterator[Reminder]:
    """Yield the first of many reminders of a sort, and one for all the others together.

    `what` is what the others wait for, as in 另有4次活动的记录没有定稿.
    """
    listed = list(reminders)
    for reminder, _, _ in listed[:_MOST_TOLD]:
        yield reminder
    rest = listed[_MOST_TOLD:]
    if len(rest) == 1:
        yield rest[0][0]
    elif rest:
        reminder, day, meeting = min(rest, key=lambda one: one[1])
        oldest = outlook.called(day, meeting)
        sentence = f"另有{len(rest)}次活动{what}，最早的是{oldest}。请从最早的补起。"
        yield Reminder(reminder.kind, reminder.level, sentence, reminder.due_on, reminder.jump)
