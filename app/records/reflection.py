"""What a member said of his own understanding (谈体会)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Reflection(Record, kw_only=True, repr=False, eq=False):
    """The words of one member, or of a guest by name."""

    __tablename__ = "reflections"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    guest_name: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
