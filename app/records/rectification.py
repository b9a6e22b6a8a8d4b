"""The rectification list of a criticism meeting (整改清单)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Rectification(Record, kw_only=True, repr=False, eq=False):
    """One problem with its measure, owners and deadline.

    `owner_ids` are keys of members. `due` is the deadline in words where it is no single day
    (每季度末); `due_on` the day it is checked against, `done_on` the day it was done, `result` what
    came of it.
    """

    __tablename__ = "rectifications"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    problem: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    owner_ids: Mapped[list[str]] = mapped_column(default_factory=list)
    due: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    result: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
