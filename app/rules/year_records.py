"""The records of a year as its chart looks at them: what counts, and what is asked for when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.manual.kinds import MONTHLY, THEME_DAY
from app.records import Meeting
from app.rules.attendance import counted
from app.rules.cadence import Period, period_of
from app.rules.chart import Look
from app.rules.checks import Context


@dataclass(frozen=True, slots=True)
class Beside:
    """What the records of a year do not say themselves.

    `late` are the keys of records that were written late (补记), `later` the meetings of the next
    year's first quarter; before `since` nothing was recorded at all.
    """

    late: frozenset[str] = frozenset()
    later: Sequence[Meeting] = ()
    since: date | None = None


@dataclass(frozen=True)
class YearRecords:
    """The records of a year; `context` holds its meetings in full, its dues, and today."""

    year: int
    context: Context
    beside: Beside = field(default_factory=Beside)

    @property
    def today(self) -> date:
        """Return the day it is looked at."""
        return self.context.today

    @cached_property
    def meetings(self) -> list[tuple[date, Meeting]]:
        """Return the meetings that count with their days, in order."""
        return counted([*self.context.meetings, *self.beside.later])

    @cached_property
    def since(self) -> date | None:
        """Return the first day anything was recorded on."""
        return self.beside.since or (self.meetings[0][0] if self.meetings else None)

    def within(self, period: Period) -> list[tuple[date, Meeting]]:
        """Return the meetings of a period."""
        return [pair for pair in self.meetings if period.first <= pair[0] <= period.last]

    def without(self, period: Period) -> Look:
        """Return what it means that something due in a period is not there.

        It may still come, nobody kept records when the period began, or it is missing. What
        belongs to a year is asked for when the first record was made within that year.
        """
        if self.today <= period.last:
            return Look.AHEAD
        begin = min(period.last, date(self.year, 12, 31)) if period.is_year else period.first
        is_asked = self.since is not None and self.since <= begin
        return Look.MISSING if is_asked else Look.UNASKED

    def month(self, number: int) -> Period:
        """Return a month of the year (1–12)."""
        return period_of(MONTHLY, date(self.year, number, 1))

    @cached_property
    def theme_days(self) -> dict[int, tuple[date, Meeting]]:
        """Return the theme day of each month that has one, the last where there are several."""
        return {
            day.month: (day, one)
            for day, one in self.meetings
            if day.year == self.year and THEME_DAY in one.kinds
        }
