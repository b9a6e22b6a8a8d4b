"""What an inspector would find in a month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual import words
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.pages.inspection import PAGE as INSPECTION
from app.manual.pages.monthly_notice import PAGE as NOTICE
from app.manual.pages.rectification_order import PAGE as ORDER
from app.rules.attendance import day_of
from app.rules.checks import LEVELS, Context, Finding, meeting_findings
from app.rules.checks.fault import judged
from app.rules.exemptions import exemptions_in
from app.rules.month_checks import MonthView, inspected
from app.rules.month_notice import out_of_date
from app.rules.orders import was_open_on
from app.rules.spans import months_after
from app.rules.texts import month_ends, month_of
from app.services.library import TextLibrary
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import filing as kept_filing
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from app.records import Entry, Meeting
    from app.store import Store


_DAYS_BACK = 62
# What was due in the last spring, or twice in the months before, is looked for from here on.
_MONTHS_BACK = 15


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
        first, last = month_ends(month)
        since = date.fromordinal(max(first.toordinal() - _DAYS_BACK, 1))
        library = self._library.before(self._store, first)
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            if branch is None:
                raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
            listed = kept_meetings.between(unit, since, last)
            meetings = [one for one in listed if one.state != words.VOID]
            finalised = kept_filing.finalised_at(unit)
            return Context(
                branch=branch,
                # A finalised meeting keeps those who went into the trash since.
                members=[
                    *kept_members.everyone(unit),
                    *kept_members.everyone(unit, deleted=True),
                ],
                groups=kept_branches.groups(unit),
                meetings=[one for one in meetings if (day_of(one) or last) >= first],
                earlier=[one for one in meetings if (day_of(one) or last) < first],
                dues=kept_dues.month(unit, month),
                settings=kept_settings.all(unit),
                today=clock.today(),
                month=month,
                finalised_on={key: at.date() for key, at in finalised.items()},
                libraries=[library],
                exemptions=exemptions_in(kept_entries.of_page(unit, EXEMPTION.key)),
            )

    def month(self, month: str) -> list[Finding]:
        """Return the findings of a month (`2025-10`), gravest first.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        view = self.view(month)
        found = inspected(view)
        found += judged(out_of_date(view, found), view.context.rules)
        return sorted(found, key=lambda one: LEVELS.index(one.level))

    def view(self, month: str) -> MonthView:
        """Return the month with what was kept in the year before it.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        context = self.context(month)
        first, last = month_ends(month)
        others = _of_other_years(self._store, first)
        with self._store.read() as unit:
            return MonthView(
                context,
                kept_meetings.outlines(unit, months_after(first, -_MONTHS_BACK), last),
                kept_dues.between(unit, f"{first.year - 1:04}-01", month),
                [*kept_entries.of_year(unit, first.year), *others],
                kept_entries.of_year(unit, first.year - 1),
            )

    def meeting(self, meeting: Meeting) -> list[Finding]:
        """Return the findings of one meeting as it stands, saved or not."""
        day = day_of(meeting) or clock.today()
        return meeting_findings(meeting, self.context(month_of(day)))


def _of_other_years(store: Store, first: date) -> list[Entry]:
    """Return what reaches over the turn of the year: orders open then, and what was written later.

    The inspection of December, its orders and its notice are often dated in January.
    """
    with store.read() as unit:
        orders, sheets, notices = (
            kept_entries.of_page(unit, page.key) for page in (ORDER, INSPECTION, NOTICE)
        )
    return [
        *(one for one in orders if one.year < first.year and was_open_on(one.values, first)),
        *(one for one in (*orders, *sheets, *notices) if one.year == first.year + 1),
    ]
