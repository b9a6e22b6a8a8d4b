"""The members with their periods, posts and dues bases."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.records import Member
from app.store import loading, saving


def everyone(unit: Session, *, deleted: bool = False) -> list[Member]:
    """Return the members, or those in the bin, by position and then by pinyin."""
    there = Member.deleted_at.is_not(None) if deleted else Member.deleted_at.is_(None)
    statement = (
        select(Member).where(there).order_by(Member.position, Member.pinyin, Member.name, Member.id)
    )
    return loading.load_all(unit, Member, statement)


def get(unit: Session, member_id: str) -> Member | None:
    """Return a member, also one in the bin."""
    return loading.load(unit, Member, member_id)


def save(unit: Session, member: Member) -> Member:
    """Save a member with everything under it and return it as kept.

    Raises:
        StaleError: It was changed since it was read.
    """
    return saving.save(unit, member, "members")


def mark_deleted(unit: Session, member_id: str, at: datetime | None) -> None:
    """Put a member into the bin, or take it out with `None`.

    Raises:
        NotFoundError: There is no such member.
    """
    saving.found(get(unit, member_id)).deleted_at = at
    unit.flush()
