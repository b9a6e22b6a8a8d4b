"""What the pages of one month are filled from: detached records, and nothing that could query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from app.manual.kinds import recorded_as
from app.manual.page import FillPage
from app.manual.settings import ARCHIVE_CODE
from app.manual.volumes import Page
from app.records import Branch, DuesRow, Entry, Group, Meeting, Member
from app.rules.namesakes import names_of_all
from app.rules.year_records import Beside


@dataclass(frozen=True)
class Book:
    """One month (`2025-10`) of a branch with everything its pages say.

    `members` holds everyone a record may name, also those who left or are in the trash. `meetings`
    are the ones to print, in order; `year_meetings` are counted to number them. `dues` has a row
    for each member who owes for the month, also where nothing is paid yet; `year_dues` are the rows
    kept for the whole year, `earlier_dues` those that may still be made up in it, and `entries` its
    filled-in pages; with `whole_year` those of all its months are printed. `pictures` maps the
    content hash of a photo to its JPEG, `prepared_on` the key of a committee meeting that settled a
    theme to its day; `beside` is what the chart of the year needs besides. `sample` marks pages of
    the fictional branch. Archive codes are counted among `counted`, without any among `meetings`.
    """

    branch: Branch
    month: str
    members: tuple[Member, ...]
    groups: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    year_meetings: tuple[Meeting, ...] = ()
    dues: tuple[DuesRow, ...] = ()
    year_dues: tuple[DuesRow, ...] = ()
    earlier_dues: tuple[DuesRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    whole_year: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    prepared_on: Mapping[str, date] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    sample: bool = False
    counted: tuple[Meeting, ...] = ()

    def only(self, meeting: Meeting) -> Book:
        """Return the book with one of its meetings, which keeps its place in archive codes."""
        counted = self.counted or self.meetings
        return replace(self, meetings=(meeting,), counted=counted)

    @cached_property
    def _by_id(self) -> dict[str, Member]:
        return {member.id: member for member in self.members}

    @cached_property
    def _printed_names(self) -> dict[str, str]:
        """Return id → name, with what tells him apart where two people share one name."""
        return names_of_all(self.members, self.groups)

    @property
    def year(self) -> int:
        """Return the year of the volume."""
        return int(self.month[:4])

    def member(self, member_id: str) -> Member:
        """Return the member of a key."""
        return self._by_id[member_id]

    def name(self, member_id: str | None) -> str:
        """Return the name as printed; empty for no one."""
        return "" if member_id is None else self._printed_names[member_id]

    def group_name(self, meeting: Meeting) -> str:
        """Return the name of the group whose meeting it is; empty for any other meeting."""
        return next((group.name for group in self.groups if group.id == meeting.group_id), "")

    def key(self, page: Page, meeting: Meeting | None = None) -> str:
        """Return the archive code in the footer, such as `2025-10-P13`.

        The branch's own code stands before it; further meetings of one month and kind are counted
        after it.
        """
        number = 1 if meeting is None else self._place(page, meeting)
        return self._joined(self.month, page.code, str(number) if number > 1 else "")

    def year_key(self, page: Page | FillPage) -> str:
        """Return the archive code of a page of the whole year, such as `2025-P15L`."""
        return self._joined(self.month[:4], page.code)

    def entry_key(self, page: FillPage, month: str, number: int) -> str:
        """Return the archive code of a filled-in page, such as `2025-10-P20-2`.

        It is the `number`th of its month, or of the year where it belongs to no month.
        """
        return self._joined(month or self.month[:4], page.code, str(number) if number > 1 else "")

    def _joined(self, *parts: str) -> str:
        return "-".join(part for part in (self.settings.get(ARCHIVE_CODE.key, ""), *parts) if part)

    def _place(self, page: Page, meeting: Meeting) -> int:
        """Return which meeting of the month it is among those the page records, from 1."""
        counted = self.counted or self.meetings
        ids = [
            one.id
            for one in counted
            if page.kind in ("", *map(recorded_as, one.kinds)) or one is meeting
        ]
        return ids.index(meeting.id) + 1 if meeting.id in ids else 1
