"""A number or word the branch chose itself, kept as JSON under its name."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.records.base import Record


class Setting(Record, kw_only=True, repr=False, eq=False):
    """One entry of `app.manual.settings` that differs from its default."""

    __tablename__ = "settings"
    __table_args__ = (UniqueConstraint("branch_id", "key"),)

    key: Mapped[str]
    value: Mapped[str]
