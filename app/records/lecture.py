"""A party lecture (党课) and who gave it."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class Lecture(Record, kw_only=True, repr=False, eq=False):
    """Title, class hours (学时, by halves) and notes of the lecture held at a meeting."""

    __tablename__ = "lectures"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", unique=True
    )
    title: Mapped[str] = mapped_column(default="")
    hours: Mapped[Decimal | None] = mapped_column(default=None)
    outline: Mapped[str] = mapped_column(default="")

    speakers: Mapped[list[Speaker]] = children("Speaker.position")


class Speaker(Record, kw_only=True, repr=False, eq=False):
    """Who gave the lecture: a member, or a guest by name."""

    __tablename__ = "speakers"

    lecture_id: Mapped[str] = mapped_column(
        ForeignKey("lectures.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    guest_name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
