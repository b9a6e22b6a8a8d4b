"""What was due in a year and is missing: how it is told, scored and looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.rules.assessed_year import AssessedYear
from app.rules.attendance_year import Session
from app.rules.checks import Context
from app.rules.counted import Place
from app.rules.deeds import days_told
from app.rules.membership import members_on
from app.rules.texts import month_ends, month_of, names_joined

MONTHS = range(1, 13)
_QUARTERS = "一二三四"
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that was due and is missing, and where to look at it.

    `on` is a day of it, or the first of its month; `None` where `what` says all, with `period` in
    what part of the year.
    """

    what: str
    on: date | None
    area: str
    record_id: str = ""
    section: str = ""
    period: str = ""

    @property
    def place(self) -> Place:
        """Return what is missing with the way to where it belongs."""
        when = days_told([self.on]) if self.on else self.period
        return Place(f"{self.what}{when}", self.area, self.record_id, self.section)


@dataclass(frozen=True, slots=True)
class Measure:
    """How much was due in the year, how much of it was done, and what is missing."""

    due: int
    done: int
    gaps: tuple[Gap, ...] = ()
    unit: str = "次"

    def own_tenths(self, weight: int) -> int:
        """Return the share of a weight that was done, in tenths rounded half up.

        Where nothing was due nothing is lost.
        """
        if not self.due:
            return weight * 10
        return (weight * 10 * self.done * 2 + self.due) // (2 * self.due)

    @property
    def reason(self) -> str:
        """Return what is missing in words, empty where nothing is."""
        if self.done == self.due:
            return ""
        told = list(_told(self.gaps))
        more = f"等{len(told)}项" if len(told) > _MOST_TOLD else ""
        listed = "；".join(told[:_MOST_TOLD])
        return f"应{self.due}{self.unit}，实{self.done}{self.unit}：{listed}{more}"


class Year:
    """The records with what several measures need."""

    def __init__(self, records: AssessedYear) -> None:
        self.records = records
        self.today = records.today
        self.by_month: dict[str, list[Session]] = {self.month(number): [] for number in MONTHS}
        for session in records.sessions:
            self.by_month[month_of(session.day)].append(session)
        ends = {month: month_ends(month)[1] for month in self.by_month}
        self.alive = [month for month, last in ends.items() if members_on(records.members, last)]

    def month(self, number: int) -> str:
        """Return a month as it is kept."""
        return f"{self.records.year}-{number:02}"

    def is_over(self, month: str) -> bool:
        """Tell whether a month is over."""
        return month_ends(month)[1] < self.today

    def quarters(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each quarter the branch had members in, with its months."""
        for place, name in enumerate(_QUARTERS):
            months = [self.month(place * 3 + number) for number in (1, 2, 3)]
            if any(month in self.alive for month in months):
                yield f"{name}季度", months

    def held(self, months: Iterable[str]) -> list[Session]:
        """Return the meetings of some months that have been held."""
        found = (session for month in months for session in self.by_month[month])
        return [session for session in found if session.day <= self.today]

    def context(self, month: str) -> Context:
        """Return what the checks of a month look at."""
        records = self.records
        return Context(
            branch=records.branch,
            members=records.members,
            groups=records.groups,
            meetings=[one.meeting for one in self.by_month[month]],
            dues=[row for row in records.dues if row.month == month],
            settings=records.settings,
            today=records.today,
            month=month,
        )


def of_gaps(due: int, gaps: list[Gap], unit: str = "次") -> Measure | None:
    """Return a measure in which each gap is one of what was due; `None` where nothing was yet."""
    return Measure(due, due - len(gaps), tuple(gaps), unit) if due else None


def _told(gaps: Iterable[Gap]) -> Iterator[str]:
    """Yield what is missing, the days of the same thing together: 缺谈体会3月、5月."""
    same: dict[str, list[Gap]] = {}
    for gap in gaps:
        same.setdefault(gap.what, []).append(gap)
    for what, listed in same.items():
        periods = names_joined(gap.period for gap in listed if gap.period)
        yield f"{what}{days_told(list({gap.on for gap in listed if gap.on}))}{periods}"
