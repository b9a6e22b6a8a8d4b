"""Step 3: fill-in pages, finalised records, criticism meetings, and more of members and groups."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

_MEMBER_TEXTS = (
    "ethnicity",
    "native_place",
    "education",
    "working_since",
    "job",
    "introducers",
    "application_number",
    "came_from",
    "circumstance",
    "rights_note",
    "address",
)


def upgrade(op: Operations) -> None:
    """Make the new tables and add the new columns, empty where they were not known."""
    _widen(op)
    _make_filing(op)
    _make_criticism(op)
    _records(
        op,
        "attachments",
        _parent("meeting_id", "meetings"),
        _text("content_hash"),
        _text("name"),
        _whole("pages", needed=True),
        _whole("position", needed=True),
    )
    _records(
        op,
        "dues_items",
        _parent("base_id", "dues_bases"),
        _text("name"),
        _whole("amount_fen", needed=True),
        _whole("position", needed=True),
    )


def _widen(op: Operations) -> None:
    _add(
        op,
        "members",
        dict.fromkeys(_MEMBER_TEXTS, ""),
        sa.Column("rights_from", sa.Text),
        sa.Column("rights_to", sa.Text),
    )
    _add(op, "committee_posts", {"duties": ""})
    _add(op, "minutes_items", {"kind": ""})
    _add(op, "photos", {}, sa.Column("taken_on", sa.Text))
    _add(op, "leaves", {"way": ""}, sa.Column("approved_on", sa.Text))
    _add(op, "groups", {}, _later("groups", "contact_id", "members"))
    _add(
        op,
        "meetings",
        {
            "state": "草稿",
            "roster": "[]",
            "theme_source": "",
            "theme_tags": "[]",
            "work_target": "",
        },
        _later("meetings", "fixed_by_id", "meetings"),
    )


def _add(op: Operations, table: str, texts: dict[str, str], *columns: sa.Column[Any]) -> None:
    """Add columns; `texts` never hold nothing and say what they hold in the rows there are."""
    with op.batch_alter_table(table) as altered:
        for name, value in texts.items():
            altered.add_column(sa.Column(name, sa.Text, nullable=False, server_default=value))
        for column in columns:
            altered.add_column(column)
    if texts:
        with op.batch_alter_table(table) as altered:
            for name in texts:
                altered.alter_column(name, server_default=None)


def _later(table: str, name: str, of: str) -> sa.Column[Any]:
    """Return a column that names a row of a table, checked when the transaction ends."""
    key = sa.ForeignKey(
        f"{of}.id", name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED"
    )
    return sa.Column(name, sa.Text, key)


def _make_filing(op: Operations) -> None:
    _records(
        op,
        "entries",
        _text("page", index=True),
        sa.Column("year", sa.Integer, nullable=False, index=True),
        _text("values"),
        _text("state"),
        sa.Column("deleted_at", sa.Text),
    )
    _records(
        op,
        "finalisations",
        _text("subject_id"),
        *(_text(name) for name in ("at", "by", "late_reason", "missing_reason", "pages")),
        sa.UniqueConstraint("subject_id"),
    )
    _records(
        op,
        "corrections",
        _text("subject_id", index=True),
        *(_text(name) for name in ("at", "by", "place", "old", "new", "reason")),
        _whole("position", needed=True),
    )
    _records(
        op,
        "print_marks",
        *(_text(name) for name in ("sheet_key", "mark", "printed_at")),
        sa.UniqueConstraint("branch_id", "sheet_key"),
    )


def _make_criticism(op: Operations) -> None:
    meeting = sa.ForeignKey("meetings.id", ondelete="CASCADE")
    _records(
        op,
        "preparations",
        sa.Column("meeting_id", sa.Text, meeting, nullable=False),
        *(_whole(name) for name in ("studies", "talks", "opinions")),
        sa.Column("review_ready_on", sa.Text),
        sa.Column("plan_reported_on", sa.Text),
        *(
            _text(name)
            for name in ("opinions_note", "problems", "comment_by", "comment", "published")
        ),
        sa.UniqueConstraint("meeting_id"),
    )
    _records(
        op,
        "criticisms",
        _parent("meeting_id", "meetings"),
        _member("member_id"),
        _text("text"),
        _text("answer"),
        _member("read_by_id"),
        _whole("position", needed=True),
    )
    _records(
        op,
        "opinions",
        _parent("criticism_id", "criticisms"),
        _member("member_id"),
        _text("text"),
        _whole("position", needed=True),
    )
    _records(
        op,
        "rectifications",
        _parent("meeting_id", "meetings"),
        *(_text(name) for name in ("problem", "measure", "owner_ids", "due", "result")),
        sa.Column("due_on", sa.Text),
        sa.Column("done_on", sa.Text),
        _whole("position", needed=True),
    )


def _records(op: Operations, table: str, *parts: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        _text("branch_id", index=True),
        sa.Column("version", sa.Integer, nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id"),
    )


def _text(name: str, *, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, index=index or None)


def _whole(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=not needed)


def _parent(name: str, table: str) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, key, nullable=False, index=True)


def _member(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, sa.ForeignKey("members.id"))
