"""The two tables that are the store's own: drafts and history."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from app.records import Base

DRAFTS = Table(
    "drafts",
    Base.metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

# `number` runs without gaps; `fields` is JSON {name: [old, new]}.
HISTORY = Table(
    "history",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("fields", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
