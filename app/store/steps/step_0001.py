"""Step 1: every table of the first version."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    _people(op)
    _meetings(op)
    _sections(op)
    _own(op)


def _people(op: Operations) -> None:
    _records(
        op,
        "branches",
        _text("name"),
        _text("parent"),
        _whole("theme_day"),
        _text("term_start", needed=False),
        _text("term_end", needed=False),
        _text("dues_rounding"),
    )
    _records(
        op,
        "groups",
        _text("name"),
        _whole("position"),
        sa.Column(
            "leader_id",
            sa.Text,
            sa.ForeignKey("members.id", deferrable=True, initially="DEFERRED"),
        ),
    )
    _records(
        op,
        "members",
        _text("name"),
        _text("code"),
        _text("pinyin"),
        _text("gender"),
        _text("born"),
        _text("joined_on", needed=False),
        _text("full_on", needed=False),
        _link("group_id", "groups"),
        _text("phone"),
        _text("id_number"),
        _text("dues_kind"),
        _flag("is_leading_cadre"),
        _text("note"),
        _whole("position"),
        _text("deleted_at", needed=False),
    )
    _records(
        op,
        "membership_periods",
        _link("member_id", "members", on_delete="CASCADE", needed=True, index=True),
        _text("from_on", needed=False),
        _text("to_on", needed=False),
        _whole("position"),
    )
    _records(
        op,
        "category_periods",
        _link("member_id", "members", on_delete="CASCADE", needed=True, index=True),
        _text("category"),
        _text("from_on", needed=False),
        _whole("position"),
    )
    _records(
        op,
        "committee_posts",
        _link("member_id", "members", on_delete="CASCADE", needed=True, index=True),
        _text("post"),
        _text("from_on", needed=False),
        _text("to_on", needed=False),
        _whole("position"),
    )
    _records(
        op,
        "dues_bases",
        _link("member_id", "members", on_delete="CASCADE", needed=True, index=True),
        _whole("base_fen"),
        _text("from_month"),
    )
    _records(
        op,
        "dues_rows",
        _link("member_id", "members", needed=True, index=True),
        _text("month", index=True),
        _whole("base_fen", needed=False),
        _text("rate", needed=False),
        _whole("due_fen"),
        _whole("paid_fen", needed=False),
        _text("paid_on", needed=False),
        _text("method"),
        _text("paid_by"),
        sa.UniqueConstraint("member_id", "month"),
    )


def _meetings(op: Operations) -> None:
    _records(
        op,
        "meetings",
        _text("kinds"),
        _text("planned_on", needed=False, index=True),
        _text("start", needed=False),
        _text("end", needed=False),
        _whole("number", needed=False),
        _text("moved_reason"),
        _text("place"),
        _link("chair_id", "members"),
        _link("recorder_id", "members"),
        _text("theme"),
        _text("guests"),
        _flag("flag_hung", needed=False),
        _whole("badges_worn", needed=False),
        _whole("notes_due", needed=False),
        _whole("notes_done", needed=False),
        _whole("notes_sampled", needed=False),
        _text("remark"),
        _flag("attendance_confirmed"),
        _text("deleted_at", needed=False),
    )
    _records(
        op,
        "sittings",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _text("start", needed=False),
        _text("end", needed=False),
        _text("place"),
        _whole("position"),
    )
    _records(
        op,
        "attendance",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _link("member_id", "members", needed=True, index=True),
        _text("state"),
        _link("sitting_id", "sittings", on_delete="SET NULL"),
        _whole("position"),
        sa.UniqueConstraint("meeting_id", "member_id"),
    )
    _records(
        op,
        "leaves",
        _link("attendance_id", "attendance", on_delete="CASCADE", needed=True, unique=True),
        _text("reason"),
        _link("approved_by_id", "members"),
        _text("asked_on", needed=False),
    )
    _records(
        op,
        "make_up_studies",
        _link("attendance_id", "attendance", on_delete="CASCADE", needed=True, unique=True),
        _text("done_on", needed=False),
        _text("how"),
        _link("by_id", "members"),
    )


def _sections(op: Operations) -> None:
    _records(
        op,
        "actions",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _whole("required_number", needed=False),
        _text("name"),
        _text("category"),
        _text("materials"),
        _text("text"),
        _whole("people_count", needed=False),
        _text("effect"),
        _whole("position"),
    )
    _records(
        op,
        "action_leads",
        _link("action_id", "actions", on_delete="CASCADE", needed=True, index=True),
        _link("member_id", "members", needed=True),
        _whole("position"),
    )
    _records(
        op,
        "lectures",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, unique=True),
        _text("title"),
        _text("hours", needed=False),
        _text("outline"),
    )
    _records(
        op,
        "speakers",
        _link("lecture_id", "lectures", on_delete="CASCADE", needed=True, index=True),
        _link("member_id", "members"),
        _text("guest_name"),
        _whole("position"),
    )
    _records(
        op,
        "reflections",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _link("member_id", "members"),
        _text("guest_name"),
        _text("text"),
        _whole("position"),
    )
    _records(
        op,
        "minutes_items",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _text("topic"),
        _link("reporter_id", "members"),
        _text("reporter_guest"),
        _text("decision"),
        _whole("position"),
    )
    _records(
        op,
        "speeches",
        _link("item_id", "minutes_items", on_delete="CASCADE", needed=True, index=True),
        _link("member_id", "members"),
        _text("guest_name"),
        _text("text"),
        _whole("position"),
    )
    _records(
        op,
        "decisions",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _text("text"),
        _link("owner_id", "members"),
        _text("due_on", needed=False),
        _text("done_on", needed=False),
        _whole("position"),
    )
    _records(
        op,
        "photos",
        _link("meeting_id", "meetings", on_delete="CASCADE", needed=True, index=True),
        _text("content_hash"),
        _whole("width_px"),
        _whole("height_px"),
        _text("caption"),
        _whole("position"),
    )
    _records(
        op,
        "settings",
        _text("key"),
        _text("value"),
        sa.UniqueConstraint("branch_id", "key"),
    )


def _own(op: Operations) -> None:
    op.create_table(
        "drafts",
        sa.Column("key", sa.Text, nullable=False),
        _text("text"),
        _text("saved_at"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "history",
        sa.Column("number", sa.Integer, nullable=False),
        _text("at"),
        _text("who"),
        _text("action"),
        _text("table_name"),
        _text("record_id", index=True),
        _text("fields"),
        _text("previous_hash"),
        _text("hash"),
        sa.PrimaryKeyConstraint("number"),
    )


def _records(op: Operations, table: str, *parts: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        _text("branch_id", index=True),
        _whole("version"),
        *parts,
        sa.PrimaryKeyConstraint("id"),
    )


def _text(name: str, *, needed: bool = True, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=not needed, index=index or None)


def _whole(name: str, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=not needed)


def _flag(name: str, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=not needed)


def _link(
    name: str,
    table: str,
    *,
    on_delete: str | None = None,
    needed: bool = False,
    index: bool = False,
    unique: bool = False,
) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete=on_delete)
    # None, not False: SQLAlchemy takes False for a wish of its own.
    return sa.Column(
        name, sa.Text, key, nullable=not needed, index=index or None, unique=unique or None
    )
