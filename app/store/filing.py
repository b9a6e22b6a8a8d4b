"""What became of the records: finalised pages, corrections, and when a sheet was printed last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.records import Correction, Entry, Finalisation, Meeting, PrintMark
from app.store import entries, meetings

Subject = Meeting | Entry


def subject(unit: Session, subject_id: str) -> Subject | None:
    """Return the meeting or the entry of a key, also one in the bin."""
    return meetings.get(unit, subject_id) or entries.get(unit, subject_id)


def state_of(unit: Session, subject_id: str) -> str | None:
    """Return the state of a meeting or entry without reading the rest; `None` of a new one."""
    for cls in (Meeting, Entry):
        state = unit.scalar(select(cls.state).where(cls.id == subject_id))
        if state is not None:
            return state
    return None


def save(unit: Session, given: Subject) -> Subject:
    """Save a meeting or an entry and return it as kept.

    Raises:
        StaleError: It was changed since it was read.
    """
    if isinstance(given, Meeting):
        return meetings.save(unit, given)
    return entries.save(unit, given)


def set_state(unit: Session, subject_id: str, state: str) -> Subject:
    """Give a meeting or an entry another state and return it.

    Raises:
        NotFoundError: There is no such record.
    """
    kept = subject(unit, subject_id)
    if kept is None:
        raise NotFoundError("这条记录已经不在了。请刷新后再试。")
    kept.state = state
    unit.flush()
    return kept


def finalisation_of(unit: Session, subject_id: str) -> Finalisation | None:
    """Return the pages of a record as they were finalised."""
    return finalisations_of(unit, [subject_id]).get(subject_id)


def finalisations_of(unit: Session, subject_ids: Collection[str]) -> dict[str, Finalisation]:
    """Return the finalised pages of those of some records that have any, by record."""
    chosen = select(Finalisation).where(Finalisation.subject_id.in_(subject_ids))
    return {one.subject_id: one for one in unit.scalars(chosen)} if subject_ids else {}


def put_pages(unit: Session, pages: Mapping[str, dict[str, Any]]) -> None:
    """Write pages into the finalisations of some records, by the records' keys."""
    for key, one in finalisations_of(unit, pages.keys()).items():
        one.pages = pages[key]
    unit.flush()


def late_subjects(unit: Session) -> frozenset[str]:
    """Return the keys of the records that were written late (补记), without reading their pages."""
    late = select(Finalisation.subject_id).where(Finalisation.late_reason != "")
    return frozenset(unit.scalars(late))


def finalised_at(unit: Session) -> dict[str, datetime]:
    """Return when each finalised record was finalised, without reading its pages."""
    rows = unit.execute(select(Finalisation.subject_id, Finalisation.at))
    return {row.subject_id: row.at for row in rows}


def finalisations(unit: Session) -> list[Finalisation]:
    """Return the finalised pages of all records."""
    return list(unit.scalars(select(Finalisation).order_by(Finalisation.at, Finalisation.id)))


def corrections(unit: Session) -> list[Correction]:
    """Return the corrections of all records, oldest first."""
    order = (Correction.at, Correction.position, Correction.id)
    return list(unit.scalars(select(Correction).order_by(*order)))


def corrections_of(unit: Session, subject_id: str) -> list[Correction]:
    """Return the corrections of a record, oldest first."""
    return corrections_of_all(unit, [subject_id]).get(subject_id, [])


def corrections_of_all(unit: Session, subject_ids: Collection[str]) -> dict[str, list[Correction]]:
    """Return the corrections of those of some records that have any, by record."""
    if not subject_ids:
        return {}
    chosen = select(Correction).where(Correction.subject_id.in_(subject_ids))
    found: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in unit.scalars(chosen.order_by(Correction.position, Correction.id)):
        found[one.subject_id].append(one)
    return dict(found)


def add(unit: Session, rows: Iterable[Finalisation | Correction]) -> None:
    """Keep finalised pages or corrections."""
    unit.add_all(rows)
    unit.flush()


def forget_finalisation(unit: Session, subject_id: str) -> None:
    """Drop the finalised pages of a record that is a draft again; history still has them."""
    if (there := finalisation_of(unit, subject_id)) is not None:
        unit.delete(there)
        unit.flush()


def print_marks(unit: Session, sheet_keys: Collection[str]) -> dict[str, PrintMark]:
    """Return the marks of those of some sheets that were printed, by sheet."""
    chosen = select(PrintMark).where(PrintMark.sheet_key.in_(sheet_keys))
    return {one.sheet_key: one for one in unit.scalars(chosen)} if sheet_keys else {}


def put_print_marks(unit: Session, branch_id: str, marks: Mapping[str, str], at: datetime) -> None:
    """Keep the marks of sheets just printed over those of the time before."""
    there = print_marks(unit, marks.keys())
    for sheet_key, mark in marks.items():
        known = there.get(sheet_key)
        if known is None:
            made = PrintMark(branch_id=branch_id, sheet_key=sheet_key, mark=mark, printed_at=at)
            unit.add(made)
        else:
            known.mark, known.printed_at = mark, at
    unit.flush()
