"""The filled-in pages of the manual."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.records import Entry
from app.store import loading, saving


def of_year(unit: Session, year: int) -> list[Entry]:
    """Return the entries of a year's volume, by page and then as they were begun."""
    return _of(unit, Entry.deleted_at.is_(None), Entry.year == year)


def of_page(unit: Session, page: str) -> list[Entry]:
    """Return the entries of a page in all years, as they were begun."""
    return _of(unit, Entry.deleted_at.is_(None), Entry.page == page)


def everything(unit: Session) -> list[Entry]:
    """Return all entries, those in the bin as well."""
    return _of(unit)


def deleted(unit: Session) -> list[Entry]:
    """Return the entries in the bin."""
    return _of(unit, Entry.deleted_at.is_not(None))


def get(unit: Session, entry_id: str) -> Entry | None:
    """Return an entry, also one in the bin."""
    return loading.load(unit, Entry, entry_id)


def save(unit: Session, entry: Entry) -> Entry:
    """Save an entry and return it as kept.

    Raises:
        StaleError: It was changed since it was read.
    """
    return saving.save(unit, entry, "entries")


def mark_deleted(unit: Session, entry_id: str, at: datetime | None) -> None:
    """Put an entry into the bin, or take it out with `None`.

    Raises:
        NotFoundError: There is no such entry.
    """
    saving.found(get(unit, entry_id)).deleted_at = at
    unit.flush()


def _of(unit: Session, *conditions: ColumnElement[bool]) -> list[Entry]:
    statement = select(Entry).where(*conditions).order_by(Entry.year, Entry.page, Entry.id)
    return loading.load_all(unit, Entry, statement)
