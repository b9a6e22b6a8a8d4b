"""A month among what was kept before it, and how the checks of it are registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.manual import words
from app.manual.pages import knows, lost_contact, page_of
from app.records import DuesRow, Entry, Meeting
from app.rules.checks import Context, Finding
from app.rules.entries import day_in, filed_on, people_in
from app.rules.reminders import Outlook
from app.rules.texts import month_ends

# What is open there stays a fault of every month until it is dealt with.
_OPEN_PAGES = frozenset({"rectification_order", "appraisal"})
# Pages that are filed in no month have the day they were settled on here.
_OTHER_DAYS = ("decided_on", "held_on", "assessed_on")


@dataclass(frozen=True)
class MonthView:
    """A month among what was kept before it.

    `context` is the month's own, with its meetings in full. `held` are the meetings of the year
    up to its end in outline, `dues` the rows since the beginning of the last year, `entries` the
    fill-in pages of the year with what reaches into it from others, such as open orders, and
    `earlier_entries` those of the year before.
    """

    context: Context
    held: Sequence[Meeting]
    dues: Sequence[DuesRow]
    entries: Sequence[Entry]
    earlier_entries: Sequence[Entry] = ()

    @property
    def finalised(self) -> Mapping[str, date]:
        """Return the days its meetings were finalised on, by meeting."""
        return self.context.finalised_on

    @cached_property
    def first(self) -> date:
        """Return the first day of the month."""
        return month_ends(self.context.month)[0]

    @cached_property
    def last(self) -> date:
        """Return the last day of the month."""
        return month_ends(self.context.month)[1]

    @property
    def is_over(self) -> bool:
        """Tell whether the month has passed."""
        return self.context.today > self.last

    @property
    def day(self) -> date:
        """Return the day it is looked at from: today, or the last day of a month that is over."""
        return min(self.context.today, self.last)

    @cached_property
    def kept(self) -> list[Entry]:
        """Return the entries that count."""
        return [one for one in self.entries if one.state != words.VOID and one.deleted_at is None]

    def of(self, page: str) -> list[Entry]:
        """Return the entries of a page that count."""
        return [one for one in self.kept if one.page == page]

    def outlook(self, day: date) -> Outlook:
        """Return what reminders look at, as of a day."""
        lost = {
            key
            for one in self.of(lost_contact.PAGE.key)
            for key, _ in people_in(one.values, "member")
        }
        seen = replace(
            self.context,
            today=day,
            meetings=self.held,
            dues=self.dues,
            members=[
                one for one in self.context.members if one.id not in lost and one.deleted_at is None
            ],
        )
        return Outlook(seen, self.kept, earlier_entries=self.earlier_entries)


@dataclass(frozen=True, slots=True)
class MonthCheck:
    """A number of `app.manual.faults`, and a function that looks for the fault."""

    number: int
    find: Callable[[MonthView], Iterator[Finding]]


def in_month(view: MonthView, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of the month, those still open and those that belong to no month."""
    for entry in entries:
        if not knows(entry.page):
            continue
        days = (day_in(entry.values, name) for name in _OTHER_DAYS)
        day = filed_on(page_of(entry.page), entry) or next(filter(None, days), None)
        is_open = entry.page in _OPEN_PAGES and day is not None and day <= view.last
        if day is None or view.first <= day <= view.last or is_open:
            yield entry
