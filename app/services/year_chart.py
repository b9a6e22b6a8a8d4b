"""The chart of a year for the window: its board and rates, and one member's strip."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.rules.attendance_year import count_of, sessions_of
from app.rules.checks import Context
from app.rules.member_year import strip_of
from app.rules.year_chart import MemberYear, year_chart
from app.rules.year_records import Beside, YearRecords
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import filing as kept_filing
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from app.rules.chart import Part
    from app.store import Store


class YearChartService:
    """Reads a year once for the chart of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def chart(self, year: int) -> tuple[Part, ...]:
        """Return the parts of the chart of a year, as of today.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        return year_chart(self.records(year))

    def records(self, year: int) -> YearRecords:
        """Return the records of a year as the chart looks at them.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        more = beside(self._store, year)
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            if branch is None:
                raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
            context = Context(
                branch=branch,
                # A finalised meeting keeps those who went into the trash since.
                members=[
                    *kept_members.everyone(unit),
                    *kept_members.everyone(unit, deleted=True),
                ],
                groups=kept_branches.groups(unit),
                meetings=kept_meetings.with_actions(unit, *_ends(year)),
                dues=kept_dues.between(unit, f"{year}-01", f"{year}-12"),
                settings=kept_settings.all(unit),
                today=clock.today(),
            )
            return YearRecords(year, context, more)

    def member(self, member_id: str, year: int) -> MemberYear:
        """Return one member's year; nobody else's attendance is looked at.

        Raises:
            NotFoundError: there is no such member.
        """
        with self._store.read() as unit:
            member = kept_members.get(unit, member_id)
            meetings = kept_meetings.outlines(unit, *_ends(year))
        if member is None:
            raise NotFoundError("这名党员已经不在了。请刷新后再试。")
        sessions = sessions_of(meetings, [member], year)
        strip = strip_of(sessions, member, year, clock.today())
        return MemberYear(member, strip, count_of(sessions, member_id))


def beside(store: Store, year: int) -> Beside:
    """Return what the records of a year do not say themselves."""
    with store.read() as unit:
        return Beside(
            late=kept_filing.late_subjects(unit),
            later=kept_meetings.outlines(unit, date(year + 1, 1, 1), date(year + 1, 3, 31)),
            since=kept_meetings.first_day(unit),
        )


def _ends(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
