"""The branch and its groups."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.records import Branch, Group, Member
from app.store import saving


def get(unit: Session) -> Branch | None:
    """Return the branch whose records these are, or `None` before it was entered."""
    return unit.scalars(select(Branch).order_by(Branch.id)).first()


def save(unit: Session, branch: Branch) -> Branch:
    """Save the branch and return it as kept.

    Raises:
        StaleError: It was changed since it was read.
    """
    return saving.save(unit, branch, "branch")


def groups(unit: Session) -> list[Group]:
    """Return the party groups in their order."""
    return list(unit.scalars(select(Group).order_by(Group.position, Group.id)))


def save_groups(unit: Session, given: list[Group]) -> list[Group]:
    """Save the list of groups in its order; members of a group that is left out have none.

    Raises:
        StaleError: A group was changed since it was read.
    """
    kept_ids = {group.id for group in given}
    for group in groups(unit):
        if group.id not in kept_ids:
            for member in unit.scalars(select(Member).where(Member.group_id == group.id)):
                member.group_id = None
            unit.delete(group)
    unit.flush()
    kept = [saving.save(unit, group, "groups") for group in given]
    for position, group in enumerate(kept):
        group.position = position
    unit.flush()
    return kept
