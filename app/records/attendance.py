"""Who was not simply present: state, leave and make-up study."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, only_child


class Attendance(Record, kw_only=True, repr=False, eq=False):
    """One member's state (`app.manual.words.ATTENDANCE_STATES`) at one meeting.

    A member without a row was present at the main sitting. `sitting_id` names the further sitting
    he came to instead.
    """

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    state: Mapped[str]
    sitting_id: Mapped[str | None] = mapped_column(
        ForeignKey("sittings.id", ondelete="SET NULL"), default=None
    )
    position: Mapped[int] = mapped_column(default=0)

    leave: Mapped[Leave | None] = only_child()
    make_up: Mapped[MakeUpStudy | None] = only_child()


class Leave(Record, kw_only=True, repr=False, eq=False):
    """Why a member was not fully there, when and how he asked, who agreed and when (请假)."""

    __tablename__ = "leaves"

    attendance_id: Mapped[str] = mapped_column(
        ForeignKey("attendance.id", ondelete="CASCADE"), default="", unique=True
    )
    reason: Mapped[str] = mapped_column(default="")
    approved_by_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    asked_on: Mapped[date | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None] = mapped_column(default=None)


class MakeUpStudy(Record, kw_only=True, repr=False, eq=False):
    """How and when an absent member was brought up to date, and by whom (补课)."""

    __tablename__ = "make_up_studies"

    attendance_id: Mapped[str] = mapped_column(
        ForeignKey("attendance.id", ondelete="CASCADE"), default="", unique=True
    )
    done_on: Mapped[date | None] = mapped_column(default=None)
    how: Mapped[str] = mapped_column(default="")
    by_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
