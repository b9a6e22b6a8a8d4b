"""What the first page shows: the month at a glance, and everything that waits to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual.actions import REQUIRED_ACTIONS
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.pages.measure import PAGE as MEASURE
from app.manual.pages.rectification_order import PAGE as ORDER
from app.rules.attendance import Summary, summary
from app.rules.checks import Context
from app.rules.completeness import ActionState, required_actions
from app.rules.dues_year import lines_of
from app.rules.exemptions import exemptions_in
from app.rules.reminders import Outlook, Reminder, countdown, reminders, this_theme_day
from app.rules.spans import months_after
from app.rules.texts import month_of
from app.store import backups as kept_backups
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import DuesRow, Entry, Meeting
    from app.store import Store, Unit

# A planned theme day of the next month is looked for as well.
_DAYS_AHEAD = 45
# What was due in the spring of last year is asked for until it was done.
_FIRST_MONTH = 4
# Absences and months owed are counted over a year.
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class BoardAction:
    """One of the five required actions of this month's theme day, and how far it is."""

    number: int
    name: str
    state: ActionState


@dataclass(frozen=True, slots=True)
class DuesFigures:
    """The month's dues: how many owe, how many have paid, and the sums in fen."""

    due: int
    paid: int
    due_fen: int
    paid_fen: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page.

    `theme_day_id` is the record of this month's theme day, empty while there is none; then the
    board is empty and `attendance` is `None`. Of a theme day that is not over nobody knows who
    came: `is_held` is off.
    """

    month: str
    countdown: str
    theme_day_id: str
    is_held: bool
    is_confirmed: bool
    board: tuple[BoardAction, ...]
    attendance: Summary | None
    dues: DuesFigures
    reminders: tuple[Reminder, ...]


class HomeService:
    """Gathers the first page in one go."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def overview(self) -> Overview:
        """Return the first page of today.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        outlook = self.outlook()
        context, meeting = outlook.context, this_theme_day(outlook)
        return Overview(
            month=context.month,
            countdown=countdown(outlook),
            theme_day_id=meeting.id if meeting is not None else "",
            is_held=meeting is not None and meeting in [one for _, one in outlook.over],
            is_confirmed=meeting is not None and meeting.attendance_confirmed,
            board=() if meeting is None else _board(meeting, context),
            attendance=None if meeting is None else summary(meeting, context.members),
            dues=_dues(context),
            reminders=tuple(reminders(outlook)),
        )

    def outlook(self) -> Outlook:
        """Return what the reminders of today look at.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        today = clock.today()
        month = month_of(today)
        first = min(date(today.year - 1, _FIRST_MONTH, 1), months_after(today, -_YEAR_MONTHS))
        last = today + timedelta(days=_DAYS_AHEAD)
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            if branch is None:
                raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
            context = Context(
                branch=branch,
                members=kept_members.everyone(unit),
                groups=kept_branches.groups(unit),
                meetings=kept_meetings.outlines(unit, first, last),
                dues=kept_dues.between(unit, month_of(months_after(today, -_YEAR_MONTHS)), month),
                settings=kept_settings.all(unit),
                today=today,
                month=month,
                exemptions=exemptions_in(kept_entries.of_page(unit, EXEMPTION.key)),
            )
            copy = kept_backups.latest(self._store)
            made_at = copy.made_at if copy else None
            # What was ordered in another year stays until it is closed.
            orders = (
                one for one in kept_entries.of_page(unit, ORDER.key) if one.year != today.year
            )
            outlook = Outlook(
                context,
                [*kept_entries.of_year(unit, today.year), *orders],
                made_at,
                _earlier(unit, today.year),
            )
            theme_day = this_theme_day(outlook)
            if theme_day is not None:
                kept_meetings.get(unit, theme_day.id)  # fills in the rest of the same object
        return outlook


def _earlier(unit: Unit, year: int) -> list[Entry]:
    """Return the entries of the year before, and the measures decided before that."""
    measures = kept_entries.of_page(unit, MEASURE.key)
    return [
        *(one for one in measures if one.year < year - 1),
        *kept_entries.of_year(unit, year - 1),
    ]


def _board(meeting: Meeting, context: Context) -> tuple[BoardAction, ...]:
    states = required_actions(meeting, context)
    return tuple(BoardAction(one.number, one.name, states[one.number]) for one in REQUIRED_ACTIONS)


def _dues(context: Context) -> DuesFigures:
    """Return the figures of the month; who has no row yet owes what his base says."""
    rows: Sequence[DuesRow] = [row for row in context.dues if row.month == context.month]
    owed = [
        one
        for line in lines_of(context.members, rows, context.branch.dues_rounding)
        for one in line.months.values()
        if one.due_fen or one.paid_fen
    ]
    return DuesFigures(
        due=len(owed),
        paid=sum(not one.is_open for one in owed),
        due_fen=sum(one.due_fen for one in owed),
        paid_fen=sum(one.paid_fen or 0 for one in owed),
    )
