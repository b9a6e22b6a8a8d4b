"""All records of one branch, as they come from a document or go into one."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.records import Branch, DuesRow, Group, Meeting, Member


@dataclass(slots=True)
class RecordSet:
    """A branch with everything the records document carries; photos are not part of it.

    Groups and members stand in their order. Members and meetings in the trash are included, so
    that nothing points nowhere. `settings` are the entries of `app.manual.settings` by key.
    """

    branch: Branch
    groups: list[Group] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    dues: list[DuesRow] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
