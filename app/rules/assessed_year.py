"""The records of a year that an assessment is made from, and what is worked out of them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from app.manual import words
from app.manual.settings import MAKE_UP_DAYS
from app.records import Branch, DuesRow, Entry, Group, Meeting, Member
from app.rules.attendance_year import Session, sessions_of
from app.rules.dues_year import DuesLine, lines_of
from app.rules.membership import is_member_in
from app.rules.namesakes import names_of_all
from app.rules.rule_book import number_of
from app.rules.texts import month_ends, month_of


@dataclass(frozen=True)
class AssessedYear:
    """The records of a year that an assessment is made from, up to today.

    `later` are the meetings of the next year's first quarter, in which what belongs to the year may
    still be held. `finalised` holds the day each finalised record was finalised.
    """

    year: int
    branch: Branch
    members: Sequence[Member]
    groups: Sequence[Group]
    meetings: Sequence[Meeting]
    dues: Sequence[DuesRow]
    entries: Sequence[Entry]
    settings: Mapping[str, str]
    today: date
    later: Sequence[Meeting] = ()
    finalised: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def sessions(self) -> list[Session]:
        """Return the meetings of the year with who was due at each."""
        return sessions_of(self.meetings, self.members, self.year)

    @cached_property
    def dues_lines(self) -> list[DuesLine]:
        """Return what each member owed and paid in the year."""
        return lines_of(self.members, self.dues, self.branch.dues_rounding)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the names of all members by key, those of namesakes with their marks."""
        return names_of_all(self.members, self.groups)

    @cached_property
    def people(self) -> list[Member]:
        """Return who belonged to the branch on any day of the year, by group as they stand."""
        first, last = month_ends(f"{self.year}-01")[0], month_ends(f"{self.year}-12")[1]
        places = {group.id: place for place, group in enumerate(self.groups)}
        there = (one for one in self.members if is_member_in(one, first, last))
        return sorted(there, key=lambda one: places.get(one.group_id or "", len(places)))

    def is_make_up_over(self, day: date) -> bool:
        """Tell whether what was missed on a day should have been made up for by now."""
        days = number_of(self.settings, MAKE_UP_DAYS, month_of(day))
        return day + timedelta(days=days) < self.today

    def pages(self, key: str) -> list[Entry]:
        """Return the entries of a fill-in page, void ones left out."""
        return [one for one in self.entries if one.page == key and one.state != words.VOID]
