"""A year as its chart sees it, with only what a test asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.records import DuesRow, Group, Meeting, Member
from app.rules.chart import Cell, Part, Row
from app.rules.checks import Context
from app.rules.year_records import Beside, YearRecords
from tests.app.rules import factories as make

YEAR = 2025
BEFORE = date(2024, 1, 8)


def year(
    today: date,
    meetings: Sequence[Meeting] = (),
    *,
    members: Sequence[Member] = (),
    groups: Sequence[Group] = (),
    dues: Sequence[DuesRow] = (),
    beside: Beside | None = None,
) -> YearRecords:
    """Return the records of 2025; without `beside` the branch kept records the year before."""
    context = Context(make.branch(), members, groups, meetings, dues, {}, today)
    return YearRecords(YEAR, context, beside or Beside(since=BEFORE))


def row(parts: Sequence[Part], name: str) -> Row:
    """Return the row of a name."""
    return next(one for part in parts for one in part.rows if one.name == name)


def at(found: Row, month: int) -> Cell:
    """Return the cell that covers a month (1–12)."""
    return next(cell for start, cell in found.starts() if start < month <= start + cell.months)


def texts(found: Row) -> str:
    """Return what stands in the cells, with a blank between them."""
    return " ".join(cell.text for cell in found.cells)
