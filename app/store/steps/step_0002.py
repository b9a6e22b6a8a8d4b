"""Step 2: votes, and the group whose meeting it is."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables of votes and name a meeting's group."""
    with op.batch_alter_table("meetings") as meetings:
        group = sa.ForeignKey("groups.id", name="fk_meetings_group_id")
        meetings.add_column(sa.Column("group_id", sa.Text, group))
    _records(
        op,
        "votes",
        _parent("meeting_id", "meetings"),
        _text("subject"),
        _member("about_id"),
        _text("about_guest"),
        _text("rule"),
        _text("method"),
        *(
            sa.Column(name, sa.Integer)
            for name in (
                "issued",
                "returned",
                "valid",
                "in_favour",
                "against",
                "abstained",
                "written_for",
                "written_against",
            )
        ),
        _text("resolution"),
    )
    _records(
        op,
        "vote_exclusions",
        _parent("vote_id", "votes"),
        _member("member_id", needed=True),
        _text("reason"),
    )
    _records(
        op,
        "vote_counters",
        _parent("vote_id", "votes"),
        _member("member_id", needed=True),
        _text("role"),
    )


def _records(op: Operations, table: str, *parts: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        _text("branch_id", index=True),
        sa.Column("version", sa.Integer, nullable=False),
        *parts,
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _text(name: str, *, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, index=index or None)


def _parent(name: str, table: str) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, key, nullable=False, index=True)


def _member(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, sa.ForeignKey("members.id"), nullable=not needed)
