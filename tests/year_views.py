"""Months of records held in memory, as the checks look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.attributes import set_committed_value

from app.manual import words
from app.records import Branch, DuesRow, Entry, Group, Meeting, Member, Record
from app.rules.attendance import day_of
from app.rules.checks import Context
from app.rules.checks.said import Place, index_of
from app.rules.exemptions import exemptions_in
from app.rules.month_view import MonthView
from app.rules.similarity import TextIndex
from app.rules.spans import months_after
from app.rules.texts import month_ends
from app.store.loading import relations

DAYS_BACK = timedelta(days=62)
MONTHS_BACK = 15
DAYS_LATER = timedelta(days=20)


def as_read(record: Record) -> None:
    """Let a record that was only made be as one that was read: every column is there."""
    mapper: Mapper[Any] = inspect(type(record))
    for column in mapper.column_attrs:
        if column.key not in record.__dict__:
            set_committed_value(record, column.key, getattr(record, column.key))
    for relation in relations(type(record)):
        below = getattr(record, relation.key)
        for child in below if relation.uselist else [below] if below is not None else []:
            as_read(child)


@dataclass(frozen=True)
class YearRecords:
    """All records of a branch, in memory."""

    branch: Branch
    members: Sequence[Member]
    groups: Sequence[Group]
    meetings: Sequence[Meeting]
    dues: Sequence[DuesRow]
    entries: Sequence[Entry]
    settings: Mapping[str, str]

    @cached_property
    def library(self) -> TextIndex[Place]:
        """Return the texts of all meetings as they stood when first asked for."""
        return index_of(iter(self.meetings))

    def view(self, month: str, today: date | None = None) -> MonthView:
        """Return a month, looked at some days after its end, as the service gathers it."""
        first, last = month_ends(month)
        kept = [one for one in self.meetings if one.state != words.VOID]
        there = [(day, one) for one in kept if (day := day_of(one)) is not None and day <= last]
        since = months_after(first, -MONTHS_BACK)
        context = Context(
            branch=self.branch,
            members=self.members,
            groups=self.groups,
            meetings=[one for day, one in there if day >= first],
            earlier=[one for day, one in there if first - DAYS_BACK <= day < first],
            dues=[row for row in self.dues if row.month == month],
            settings=self.settings,
            today=today or last + DAYS_LATER,
            month=month,
            exemptions=exemptions_in(self.entries),
            libraries=[self.library],
        )
        return MonthView(
            context,
            [one for day, one in there if day >= since],
            [row for row in self.dues if f"{first.year - 1}-01" <= row.month <= month],
            [one for one in self.entries if one.year == first.year],
            [one for one in self.entries if one.year == first.year - 1],
        )
