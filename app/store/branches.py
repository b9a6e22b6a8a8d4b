"""The branch and its groups."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import InvalidInputError
from app.records import Branch, Group, Meeting, Member
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
        InvalidInputError: A group that is left out has meetings; they would be nobody's.
        StaleError: A group was changed since it was read.
    """
    kept_ids = {group.id for group in given}
    for group in groups(unit):
        if group.id not in kept_ids:
            _refuse_orphans(unit, group)
            for member in unit.scalars(select(Member).where(Member.group_id == group.id)):
                member.group_id = None
            unit.delete(group)
    unit.flush()
    kept = [saving.save(unit, group, "groups") for group in given]
    for position, group in enumerate(kept):
        group.position = position
    unit.flush()
    return kept


def _refuse_orphans(unit: Session, group: Group) -> None:
    if unit.scalars(select(Meeting.id).where(Meeting.group_id == group.id)).first() is not None:
        raise InvalidInputError(f"{group.name}有会议记录，不能删除。可以把它改名，组员另行编组。")
