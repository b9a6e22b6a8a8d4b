"""The chart of a year: the board, the rates and the strips, from the same records."""

from __future__ import annotations

from dataclasses import dataclass

from app.records import Member
from app.rules.attendance_year import YearCount, count_of, people_of, sessions_of
from app.rules.chart import Look, Part, Row
from app.rules.member_year import strips_of
from app.rules.year_board import board_of
from app.rules.year_rates import rates_of
from app.rules.year_records import YearRecords

# What the signs of the board may be, to be explained beside it.
BOARD_LOOKS = (Look.DONE, Look.DRAFT, Look.LATE, Look.MISSING, Look.AHEAD, Look.UNASKED)


@dataclass(frozen=True, slots=True)
class MemberYear:
    """A member, his strip, and what the confirmed meetings of the year were to him."""

    member: Member
    strip: Row
    count: YearCount


def year_chart(records: YearRecords) -> tuple[Part, ...]:
    """Return the parts of the chart: what was held, the five actions, the rates."""
    return (*board_of(records), rates_of(records))


def member_years(records: YearRecords) -> list[MemberYear]:
    """Return the year of everyone who belonged in it, by group as in the attendance table."""
    context, year = records.context, records.year
    sessions = sessions_of(context.meetings, context.members, year)
    people = people_of(sessions, context.members, context.groups, year)
    strips = strips_of(sessions, people, year, records.today)
    return [
        MemberYear(one, strip, count_of(sessions, one.id))
        for one, strip in zip(people, strips, strict=True)
    ]
