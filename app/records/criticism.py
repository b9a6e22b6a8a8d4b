"""Self-criticism and criticism at a criticism meeting, person by person (自我批评、相互批评)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class Criticism(Record, kw_only=True, repr=False, eq=False):
    """What one member said of himself, what others said to him, and his answer (表态).

    `read_by_id` is who read his written words where he could not come himself.
    """

    __tablename__ = "criticisms"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    text: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    read_by_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)

    opinions: Mapped[list[Opinion]] = children("Opinion.position")


class Opinion(Record, kw_only=True, repr=False, eq=False):
    """What one member said to another (批评意见)."""

    __tablename__ = "opinions"

    criticism_id: Mapped[str] = mapped_column(
        ForeignKey("criticisms.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
