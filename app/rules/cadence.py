"""The periods a kind of meeting is due in, and who has not held it in one.

Source: 《中国共产党支部工作条例（试行）》(2018) 第十一条至第十八条 (`domain/rules.md` C1–C7).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.manual.kinds import (
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    Cadence,
)
from app.records import Group, Meeting, Member
from app.rules.convening import committee_on
from app.rules.texts import month_ends, month_of, names_joined

QUARTER_MONTHS = 3
_QUARTERS = "一二三四"
_YEAR = "年度"
# What belongs to a year is held from its second quarter to the end of the next one's first.
_YEAR_OPENS, _YEAR_CLOSES = (4, 1), (3, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """A span in which something is due: its days, and its name without the year."""

    first: date
    last: date
    name: str

    @property
    def is_year(self) -> bool:
        """Tell whether it is what belongs to a whole year."""
        return self.name == _YEAR

    @property
    def title(self) -> str:
        """Return its name with the year: 2025年10月, 2025年一季度, 2025年度."""
        return f"{self.first.year}年{self.name.removeprefix('年')}"


def period_of(cadence: Cadence, day: date) -> Period:
    """Return the month or quarter a day is in, or what belongs to its year.

    A criticism meeting or an appraisal of a year may be held until the end of March.
    """
    match cadence.per:
        case "month":
            return Period(*month_ends(month_of(day)), f"{day.month}月")
        case "quarter":
            number = (day.month - 1) // QUARTER_MONTHS
            first = date(day.year, number * QUARTER_MONTHS + 1, 1)
            _, last = month_ends(f"{day.year:04}-{first.month + 2:02}")
            return Period(first, last, f"{_QUARTERS[number]}季度")
        case _:
            return Period(date(day.year, *_YEAR_OPENS), date(day.year + 1, *_YEAR_CLOSES), _YEAR)


def periods_of(cadence: Cadence, year: int) -> list[Period]:
    """Return the periods of a year one after the other: twelve, four or one."""
    step = {"month": 1, "quarter": QUARTER_MONTHS}.get(cadence.per, 12)
    return [period_of(cadence, date(year, month, 1)) for month in range(1, 13, step)]


def counts_as(word: str, meeting: Meeting) -> bool:
    """Tell whether a meeting is one of a kind; a lecture may be given at any of them."""
    if word == LECTURE and meeting.lecture is not None and meeting.lecture.title.strip():
        return True
    return word in meeting.kinds


def missing_from(
    word: str,
    held: Iterable[Meeting],
    groups: Sequence[Group],
    members: Iterable[Member],
    day: date,
) -> str | None:
    """Return who has not met among the meetings held in a period; `None` where nobody is missing.

    It is empty where the branch itself has not; group meetings are due from each group, and one of
    the committee only where there is a committee on the day.
    """
    if word == GROUP_MEETING:
        met = {one.group_id for one in held if word in one.kinds}
        return names_joined(one.name for one in groups if one.id not in met) or None
    if word == COMMITTEE_MEETING and not committee_on(members, day):
        return None
    return None if any(counts_as(word, one) for one in held) else ""
