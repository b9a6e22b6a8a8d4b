"""The settings that differ from their defaults, as text under their keys."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.records import Branch, Setting


def all(unit: Session) -> dict[str, str]:  # noqa: A001 - read as settings.all
    """Return key and text of every setting that was chosen."""
    return {one.key: one.value for one in unit.scalars(select(Setting).order_by(Setting.key))}


def put(unit: Session, key: str, value: str | None) -> None:
    """Keep a setting, or with `None` let it have its default again."""
    kept = unit.scalars(select(Setting).where(Setting.key == key)).one_or_none()
    if value is None:
        if kept is not None:
            unit.delete(kept)
    elif kept is not None:
        kept.value = value
    else:
        branch_id = unit.scalars(select(Branch.id).order_by(Branch.id)).first() or ""
        unit.add(Setting(branch_id=branch_id, key=key, value=value))
    unit.flush()
