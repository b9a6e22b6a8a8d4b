"""What the checks look at in some months: read once, and cut into a view of each month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual import words
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.pages.inspection import PAGE as INSPECTION
from app.manual.pages.monthly_notice import PAGE as NOTICE
from app.manual.pages.rectification_order import PAGE as ORDER
from app.rules.attendance import day_of
from app.rules.checks import Context
from app.rules.exemptions import exemptions_in
from app.rules.month_checks import MonthView
from app.rules.orders import was_open_on
from app.rules.spans import months_after
from app.rules.texts import month_ends
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import filing as kept_filing
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Entry, Meeting
    from app.services.library import TextLibrary
    from app.store import Store

_DAYS_BACK = 62
# What was due in the last spring, or twice in the months before, is looked for from here on.
_MONTHS_BACK = 15
# The inspection of December, its orders and its notice are often dated in January.
_OVER_THE_YEAR = (ORDER.key, INSPECTION.key, NOTICE.key)


@dataclass(frozen=True)
class MonthViews:
    """All that was kept around some months, and in outline before them."""

    around: Context
    outlines: Sequence[Meeting]
    entries: Sequence[Entry]

    def of(self, month: str) -> MonthView:
        """Return a month (`2025-10`) with what was kept in the year before it."""
        first, last = month_ends(month)
        since = months_after(first, -_MONTHS_BACK)
        dues_since = f"{first.year - 1:04}-01"
        return MonthView(
            context_of(self.around, month),
            [one for one in self.outlines if _within(one, since, last)],
            [one for one in self.around.dues if dues_since <= one.month <= month],
            [one for one in self.entries if _is_beside(one, first)],
            [one for one in self.entries if one.year == first.year - 1],
        )


def context_of(around: Context, month: str) -> Context:
    """Return what the checks of one month (`2025-10`) look at, out of what is kept around it."""
    first, last = month_ends(month)
    near = [
        one
        for one in around.meetings
        if one.state != words.VOID and _within(one, _back(first), last)
    ]
    return replace(
        around,
        month=month,
        meetings=[one for one in near if _within(one, first, last)],
        earlier=[one for one in near if not _within(one, first, last)],
        dues=[one for one in around.dues if one.month == month],
    )


def kept_around(
    store: Store, library: TextLibrary, months: Sequence[str], *, dues_since: str = ""
) -> Context:
    """Read what the contexts of some months (`2025-10`) are cut from; dues from an earlier one on.

    Raises:
        NotFoundError: the file has no branch yet.
    """
    first, last = month_ends(min(months))[0], month_ends(max(months))[1]
    said = library.before(store, month_ends(max(months))[0])
    with store.read() as unit:
        branch = kept_branches.get(unit)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        return Context(
            branch=branch,
            # A finalised meeting keeps those who went into the trash since.
            members=[*kept_members.everyone(unit), *kept_members.everyone(unit, deleted=True)],
            groups=kept_branches.groups(unit),
            meetings=kept_meetings.between(unit, _back(first), last),
            dues=kept_dues.between(unit, dues_since or min(months), max(months)),
            settings=kept_settings.all(unit),
            exemptions=exemptions_in(kept_entries.of_page(unit, EXEMPTION.key)),
            finalised_on={key: at.date() for key, at in kept_filing.finalised_at(unit).items()},
            today=clock.today(),
            libraries=[said],
        )


def month_views(store: Store, library: TextLibrary, months: Sequence[str]) -> MonthViews:
    """Read what the views of some months (`2025-10`) are made of.

    Raises:
        NotFoundError: the file has no branch yet.
    """
    first, last = month_ends(min(months))[0], month_ends(max(months))[1]
    years = range(first.year - 1, last.year + 1)
    around = kept_around(store, library, months, dues_since=f"{years[0]:04}-01")
    since = months_after(first, -_MONTHS_BACK)
    with store.read() as unit:
        before = kept_meetings.outlines(unit, since, _back(first) - timedelta(days=1))
        entries = [one for year in years for one in kept_entries.of_year(unit, year)]
        over = [one for page in _OVER_THE_YEAR for one in kept_entries.of_page(unit, page)]
    entries += [one for one in over if one.year not in years]
    return MonthViews(around, [*before, *around.meetings], entries)


def _back(first: date) -> date:
    return date.fromordinal(max(first.toordinal() - _DAYS_BACK, 1))


def _within(meeting: Meeting, first: date, last: date) -> bool:
    day = day_of(meeting)
    return day is not None and first <= day <= last


def _is_beside(entry: Entry, first: date) -> bool:
    """Tell whether an entry counts in a month: of its year, or reaching over the turn of it."""
    if entry.year < first.year:
        return entry.page == ORDER.key and was_open_on(entry.values, first)
    over = entry.page in _OVER_THE_YEAR and entry.year == first.year + 1
    return over or entry.year == first.year
