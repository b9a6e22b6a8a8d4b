"""What was broken in a year, and how one finds something to break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.records import Attendance, Entry, Meeting
from app.rules.attendance import day_of
from app.rules.convening import people_due
from app.rules.texts import month_of
from tests.year_views import YearRecords

LONG_ENOUGH = 40


@dataclass
class Broken:
    """What was broken: where, the faults that describe it, and what may come along with them."""

    month: str
    numbers: set[int]
    along: set[int] = field(default_factory=set)
    undo: list[Callable[[], object]] = field(default_factory=list)

    def put(self, record: object, name: str, value: object) -> None:
        """Change a field, to be put back later."""
        before = getattr(record, name)
        self.undo.append(lambda: setattr(record, name, before))
        setattr(record, name, value)

    def put_value(self, entry: Entry, **changes: Any) -> None:
        """Change values of a fill-in page, to be put back later."""
        self.put(entry, "values", {**entry.values, **changes})

    def mend(self) -> None:
        """Put everything back."""
        for step in reversed(self.undo):
            step()


Maker = Callable[[YearRecords, Random], Iterator[Broken]]


def a_meeting(year: YearRecords, random: Random, kind: str = THEME_DAY) -> tuple[Meeting, str]:
    found = random.choice([one for one in year.meetings if kind in one.kinds])
    return found, month_of(day_of(found) or date.min)


def any_meeting(year: YearRecords, random: Random) -> tuple[Meeting, str]:
    found = random.choice([one for one in year.meetings if day_of(one)])
    return found, month_of(day_of(found) or date.min)


def who_was_away(year: YearRecords, random: Random) -> Iterator[tuple[Meeting, str, Attendance]]:
    rows = [
        (meeting, row)
        for meeting in year.meetings
        for row in meeting.attendance
        if row.state in words.LEAVE_STATES and day_of(meeting)
        and any(one.id == row.member_id
                for one in people_due(meeting, year.members, day_of(meeting) or date.min))
    ]  # fmt: skip
    if rows:
        meeting, row = random.choice(rows)
        yield meeting, month_of(day_of(meeting) or date.min), row


def long_words(meeting: Meeting) -> list[Any]:
    said: list[Any] = [one for one in meeting.reflections if len(one.text) >= LONG_ENOUGH]
    for item in meeting.minutes:
        said += [one for one in item.speeches if len(one.text) >= LONG_ENOUGH]
    return said
