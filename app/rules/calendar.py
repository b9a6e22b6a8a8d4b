"""Which days are worked: weekends, public holidays and the weekend days worked instead (调休)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from app.errors import InvalidInputError
from app.paths import resource
from app.rules.texts import long_date

OFF = "放假"
WORKED = "上班"
LINE_KINDS = (OFF, WORKED)

# The setting that holds the years a branch wrote down or changed itself.
CALENDAR_KEY = "calendar"

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_LONGEST_LINE = timedelta(days=30)


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of a year's table: days off under a name, or weekend days that are worked."""

    first: date
    last: date
    kind: str = OFF
    name: str = ""

    def days(self) -> Iterator[date]:
        """Yield the days of the line."""
        for step in range((self.last - self.first).days + 1):
            yield self.first + _ONE_DAY * step


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off by name, weekend days that are worked, and the years both are known for."""

    off: Mapping[date, str]
    worked: frozenset[date]
    years: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        """Tell whether a day is worked; years without a table go by weekends."""
        if day in self.worked:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def next_working_day(self, day: date) -> date:
        """Return the first working day after a day."""
        day += _ONE_DAY
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """Return the day that is `count` working days after a day."""
        for _ in range(count):
            day = self.next_working_day(day)
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """Return how many working days come after `first`, up to and with `last`."""
        days = (first + _ONE_DAY * step for step in range(1, (last - first).days + 1))
        return sum(map(self.is_working_day, days))


@lru_cache(maxsize=1)
def shipped_years() -> Mapping[int, tuple[Line, ...]]:
    """Return the shipped table of each year.

    Source: 国务院办公厅 each year's 关于部分节假日安排的通知, named per year in the file.
    """
    years: dict[str, Any] = json.loads(resource("holidays.json").read_bytes())["years"]
    return {int(year): tuple(sorted(_shipped_lines(table))) for year, table in years.items()}


def shipped() -> Calendar:
    """Return the calendar of the shipped years."""
    return _calendar("")


def calendar_of(settings: Mapping[str, str]) -> Calendar:
    """Return the calendar of a branch: its own years in place of the shipped ones."""
    return _calendar(settings.get(CALENDAR_KEY, ""))


def own_years(settings: Mapping[str, str]) -> dict[int, tuple[Line, ...]]:
    """Return the years a branch wrote down or changed itself."""
    return _read(settings.get(CALENDAR_KEY, ""))


def lines_of(settings: Mapping[str, str], year: int) -> tuple[Line, ...]:
    """Return the lines of a year's table in order, none where nobody wrote it down."""
    own = own_years(settings)
    return own[year] if year in own else shipped_years().get(year, ())


def with_year(settings: Mapping[str, str], year: int, lines: Iterable[Line]) -> str:
    """Return the text of the setting in which a year has these lines.

    A year that is as shipped, or has no line at all, is not kept.

    Raises:
        InvalidInputError: a line is outside the year, ends before it begins or is longer than any
            holiday, or one day stands in two lines of a kind.
    """
    ordered = tuple(sorted(lines))
    _refuse_wrong(year, ordered)
    own = own_years(settings)
    own.pop(year, None)
    if ordered != shipped_years().get(year, ()):
        own[year] = ordered
    return json.dumps(
        {
            str(key): [
                [one.first.isoformat(), one.last.isoformat(), one.kind, one.name]
                for one in own[key]
            ]
            for key in sorted(own)
        },
        ensure_ascii=False,
    )


def _refuse_wrong(year: int, lines: tuple[Line, ...]) -> None:
    taken: set[tuple[str, date]] = set()
    for line in lines:
        if line.first.year != year or line.last.year != year:
            raise InvalidInputError(f"{long_date(line.first)}不在{year}年，请填在那一年的表里。")
        if line.last < line.first:
            raise InvalidInputError(f"{long_date(line.first)}开始的一行，末日早于首日，请改正。")
        if line.last - line.first > _LONGEST_LINE:
            raise InvalidInputError(f"{long_date(line.first)}开始的一行超过一个月，请核对首末日。")
        days = {(line.kind, day) for day in line.days()}
        if twice := days & taken:
            day = min(day for _, day in twice)
            raise InvalidInputError(f"{long_date(day)}在“{line.kind}”里填了两次，请去掉一行。")
        taken |= days


@lru_cache(maxsize=8)
def _calendar(text: str) -> Calendar:
    off: dict[date, str] = {}
    worked: set[date] = set()
    years = {year: lines for year, lines in {**shipped_years(), **_read(text)}.items() if lines}
    for line in (line for lines in years.values() for line in lines):
        if line.kind == WORKED:
            worked.update(line.days())
        else:
            off.update(dict.fromkeys(line.days(), line.name))
    return Calendar(off, frozenset(worked), frozenset(years))


def _read(text: str) -> dict[int, tuple[Line, ...]]:
    found: dict[str, list[list[str]]] = json.loads(text) if text else {}
    return {
        int(year): tuple(
            Line(date.fromisoformat(first), date.fromisoformat(last), kind, name)
            for first, last, kind, name in lines
        )
        for year, lines in found.items()
    }


def _shipped_lines(table: dict[str, Any]) -> Iterator[Line]:
    for name, first, last in table["off"]:
        yield Line(date.fromisoformat(first), date.fromisoformat(last), OFF, name)
    for day in map(date.fromisoformat, table["work"]):
        yield Line(day, day, WORKED)
