"""What an inspector would find in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.rules.attendance import day_of
from app.rules.checks import LEVELS, Context, Finding, meeting_findings
from app.rules.checks.fault import judged
from app.rules.month_checks import MonthView, inspected
from app.rules.month_notice import out_of_date
from app.rules.texts import month_of
from app.services.library import TextLibrary
from app.services.month_views import context_of, kept_around, month_views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Meeting
    from app.store import Store


class CheckService:
    """Gathers what the checks look at, once, and runs them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._library = TextLibrary()

    def context(self, month: str) -> Context:
        """Return everything the checks of one month (`2025-10`) look at.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        return context_of(kept_around(self._store, self._library, [month]), month)

    def view(self, month: str) -> MonthView:
        """Return the month with what was kept in the year before it.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        return month_views(self._store, self._library, [month]).of(month)

    def month(self, month: str) -> list[Finding]:
        """Return the findings of a month (`2025-10`), gravest first.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        return self.months([month])[month]

    def months(self, months: Sequence[str]) -> dict[str, list[Finding]]:
        """Return the findings of some months, gravest first; what they share is read once.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        views = month_views(self._store, self._library, months)
        return {month: with_notice(one := views.of(month), inspected(one)) for month in months}

    def meeting(self, meeting: Meeting) -> list[Finding]:
        """Return the findings of one meeting as it stands, saved or not."""
        day = day_of(meeting) or clock.today()
        return meeting_findings(meeting, self.context(month_of(day)))


def with_notice(view: MonthView, found: list[Finding]) -> list[Finding]:
    """Return what was found in a month and what is wrong with its notice, gravest first."""
    late = judged(out_of_date(view, found), view.context.rules)
    return sorted([*found, *late], key=lambda one: LEVELS.index(one.level))
