"""The dues rows: one a member and month."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.records import DuesRow, Member
from app.store import saving


def month(unit: Session, month: str) -> list[DuesRow]:
    """Return the rows of a month such as `2025-10`."""
    return between(unit, month, month)


def between(unit: Session, first: str, last: str) -> list[DuesRow]:
    """Return the rows from the first to the last month, by month and then as members stand."""
    statement = (
        select(DuesRow)
        .join(Member, Member.id == DuesRow.member_id)
        .where(DuesRow.month.between(first, last))
        .order_by(DuesRow.month, Member.position, Member.pinyin, Member.name, DuesRow.id)
    )
    return list(unit.scalars(statement))


def save(unit: Session, rows: Iterable[DuesRow]) -> list[DuesRow]:
    """Save some rows and return them as kept; other rows stay.

    Raises:
        StaleError: A row was changed since it was read.
        DuplicateError: The member has another row for that month.
    """
    return saving.save_all(unit, list(rows), "dues")


def delete(unit: Session, ids: Iterable[str]) -> None:
    """Delete rows; those already gone do not matter."""
    for row in unit.scalars(select(DuesRow).where(DuesRow.id.in_(list(ids)))):
        unit.delete(row)
    unit.flush()
