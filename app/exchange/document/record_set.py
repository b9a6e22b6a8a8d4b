"""All records of one branch, as they come from a document or go into one."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.records import (
    Branch,
    Correction,
    DuesRow,
    Entry,
    Finalisation,
    Group,
    Meeting,
    Member,
)


@dataclass(slots=True)
class RecordSet:
    """A branch with everything the records document carries; photos and scans are no part of it.

    Groups and members stand in their order. What lies in the trash is included, so
    that nothing points nowhere. `settings` are the entries of `app.manual.settings` by key.
    """

    branch: Branch
    groups: list[Group] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    dues: list[DuesRow] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    finalisations: list[Finalisation] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
