"""What the pages of one month are filled from: detached records, and nothing that could query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.manual.settings import ARCHIVE_CODE
from app.manual.volumes import Page
from app.records import Branch, DuesRow, Group, Meeting, Member


@dataclass(frozen=True)
class Book:
    """One month (`2025-10`) of a branch with everything its pages say.

    `members` holds everyone a record may name, also those who left or are in the trash. `meetings`
    are the ones to print, in order; `year_meetings` are counted to number them. `dues` has a row
    for each member who owes for the month, also where nothing is paid yet. `pictures` maps the
    content hash of a photo to its JPEG. `sample` marks pages of the fictional branch.
    """

    branch: Branch
    month: str
    members: tuple[Member, ...]
    groups: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    year_meetings: tuple[Meeting, ...] = ()
    dues: tuple[DuesRow, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    sample: bool = False

    @cached_property
    def _by_id(self) -> dict[str, Member]:
        return {member.id: member for member in self.members}

    @cached_property
    def _printed_names(self) -> dict[str, str]:
        """Return id → name, with the distinguishing mark where two people share one name."""
        times = Counter(member.name for member in self.members)
        return {
            member.id: f"{member.name}（{member.code}）"
            if times[member.name] > 1 and member.code
            else member.name
            for member in self.members
        }

    def member(self, member_id: str) -> Member:
        """Return the member of a key."""
        return self._by_id[member_id]

    def name(self, member_id: str | None) -> str:
        """Return the name as printed; empty for no one."""
        return "" if member_id is None else self._printed_names[member_id]

    def key(self, page: Page, meeting: Meeting | None = None) -> str:
        """Return the archive code in the footer, such as `2025-10-P13`.

        The branch's own code stands before it; further meetings of one month are counted after it.
        """
        parts = [self.settings.get(ARCHIVE_CODE.key, ""), self.month, page.code]
        if meeting is not None and (index := self._index(meeting)) > 0:
            parts.append(str(index + 1))
        return "-".join(part for part in parts if part)

    def _index(self, meeting: Meeting) -> int:
        return [one.id for one in self.meetings].index(meeting.id)
