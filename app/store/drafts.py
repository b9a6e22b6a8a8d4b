"""What is being typed and not saved yet; it writes no history and goes when the record is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app import clock
from app.store.tables import DRAFTS


@dataclass(frozen=True, slots=True)
class Draft:
    """The text under a key such as `meetings/<id>`, and the moment (UTC) it was kept."""

    key: str
    text: str
    saved_at: datetime


def put(unit: Session, key: str, text: str) -> None:
    """Keep the text under the key in place of what was there."""
    values = {"text": text, "saved_at": clock.utc_now().isoformat(timespec="milliseconds")}
    statement = insert(DRAFTS).values(key=key, **values)
    statement = statement.on_conflict_do_update(index_elements=["key"], set_=values)
    # Past the session, which refuses statements that go around the history.
    unit.connection().execute(statement)


def get(unit: Session, key: str) -> Draft | None:
    """Return what is kept under a key."""
    row = unit.connection().execute(select(DRAFTS).where(DRAFTS.c.key == key)).first()
    return None if row is None else _draft(row.key, row.text, row.saved_at)


def all(unit: Session) -> list[Draft]:  # noqa: A001 - read as drafts.all
    """Return every draft, the newest first."""
    statement = select(DRAFTS).order_by(DRAFTS.c.saved_at.desc(), DRAFTS.c.key)
    return [_draft(row.key, row.text, row.saved_at) for row in unit.connection().execute(statement)]


def drop(unit: Session, key: str) -> None:
    """Forget what is kept under a key; nothing happens when there is nothing."""
    unit.connection().execute(delete(DRAFTS).where(DRAFTS.c.key == key))


def _draft(key: str, text: str, saved_at: str) -> Draft:
    return Draft(key, text, datetime.fromisoformat(saved_at))
