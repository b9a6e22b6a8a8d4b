"""The meetings with all their sections."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from functools import cache

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from app.manual.words import VOID
from app.records import Action, Attendance, Lecture, Meeting
from app.store import loading, saving

_OUTLINE = frozenset({"attendance", "make_up", "decisions", "lecture", "speakers"})
_SAID = {"reflections", "minutes", "speeches", "criticisms", "opinions"}
_TEXTS = frozenset({"actions", "decisions", "lecture"} | _SAID)
_DONE = _OUTLINE | {"actions", "leads", "speakers", "reflections"}


def between(unit: Session, first: date, last: date) -> list[Meeting]:
    """Return the meetings held (or, not held yet, planned) from the first to the last day."""
    inside = _day().between(first.isoformat(), last.isoformat())
    return _of(unit, Meeting.deleted_at.is_(None), inside)


def outlines(unit: Session, first: date, last: date) -> list[Meeting]:
    """Return what `between` returns with only attendance, make-up, decisions and lecture title.

    For looking over many meetings at once: a year of them takes half the time.
    """
    inside = _day().between(first.isoformat(), last.isoformat())
    return _of(unit, Meeting.deleted_at.is_(None), inside, without=_all_but(_OUTLINE))


def with_actions(unit: Session, first: date, last: date) -> list[Meeting]:
    """Return what `outlines` returns, and what the five required actions are told by."""
    inside = _day().between(first.isoformat(), last.isoformat())
    return _of(unit, Meeting.deleted_at.is_(None), inside, without=_all_but(_DONE))


def first_day(unit: Session) -> date | None:
    """Return the day of the first meeting that counts, `None` while there is none."""
    return _edge(unit, func.min(_day()))


def last_day(unit: Session) -> date | None:
    """Return the day of the last meeting that counts, `None` while there is none."""
    return _edge(unit, func.max(_day()))


def versions(unit: Session) -> dict[str, tuple[int, str]]:
    """Return version and day (`2025-10-09`) of each meeting that counts, by its key."""
    day = _day()
    statement = select(Meeting.id, Meeting.version, day).where(
        Meeting.deleted_at.is_(None), Meeting.state != VOID, day.is_not(None)
    )
    return {row[0]: (row[1], row[2]) for row in unit.execute(statement)}


def texts(unit: Session, meeting_ids: Collection[str]) -> list[Meeting]:
    """Return meetings with only what was said and written at them."""
    statement = select(Meeting).where(Meeting.id.in_(list(meeting_ids)))
    return loading.load_all(unit, Meeting, statement, without=_all_but(_TEXTS))


def materials(unit: Session, required_number: int, before: date) -> list[tuple[date, str]]:
    """Return what was read in a required action at the meetings before a day, with their days."""
    day = _day()
    statement = (
        select(day, Action.materials)
        .join(Meeting, Meeting.id == Action.meeting_id)
        .where(Meeting.deleted_at.is_(None), Meeting.state != VOID)
        .where(Action.required_number == required_number, Action.materials != "")
        .where(day < before.isoformat())
        .order_by(day)
    )
    return [(date.fromisoformat(one), text) for one, text in unit.execute(statement)]


def deleted(unit: Session) -> list[Meeting]:
    """Return the meetings in the bin."""
    return _of(unit, Meeting.deleted_at.is_not(None))


def get(unit: Session, meeting_id: str) -> Meeting | None:
    """Return a meeting, also one in the bin."""
    return loading.load(unit, Meeting, meeting_id)


def save(unit: Session, meeting: Meeting) -> Meeting:
    """Save a meeting with everything under it and return it as kept.

    Whoever came to a sitting that is no longer there is taken for present at the main one.

    Raises:
        StaleError: It was changed since it was read.
    """
    sittings = {sitting.id for sitting in meeting.sittings}
    for row in meeting.attendance:
        if row.sitting_id not in sittings:
            row.sitting_id = None
    return saving.save(unit, meeting, "meetings")


def mark_deleted(unit: Session, meeting_id: str, at: datetime | None) -> None:
    """Put a meeting into the bin, or take it out with `None`.

    Raises:
        NotFoundError: There is no such meeting.
    """
    saving.found(get(unit, meeting_id)).deleted_at = at
    unit.flush()


def years(unit: Session) -> list[int]:
    """Return the years that have meetings, ascending."""
    year = func.substr(_day(), 1, 4)
    there = Meeting.deleted_at.is_(None)
    found = unit.scalars(select(year).where(there, _day().is_not(None)).distinct().order_by(year))
    return [int(one) for one in found]


@cache
def _edge(unit: Session, day: ColumnElement[str | None]) -> date | None:
    there = (Meeting.deleted_at.is_(None), Meeting.state != VOID)
    found = unit.scalar(select(day).where(*there))
    return date.fromisoformat(found) if found else None


def _all_but(wanted: frozenset[str]) -> frozenset[str]:
    return frozenset(
        relation.key
        for cls in (Meeting, Attendance, Lecture, Action)
        for relation in loading.relations(cls)
        if relation.key not in wanted
    )


def _of(
    unit: Session, *conditions: ColumnElement[bool], without: Collection[str] = ()
) -> list[Meeting]:
    statement = select(Meeting).where(*conditions).order_by(_day(), Meeting.start, Meeting.id)
    return loading.load_all(unit, Meeting, statement, without=without)


def _day() -> ColumnElement[str]:
    """Return the day of a meeting as text, the same in every database."""
    start = func.substr(type_coerce(Meeting.start, Text), 1, 10)
    return func.coalesce(start, type_coerce(Meeting.planned_on, Text))
