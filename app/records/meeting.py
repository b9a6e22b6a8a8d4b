"""A meeting of any kind: its head here, its sections in the modules named after them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.records.action import Action
from app.records.attendance import Attendance
from app.records.base import Record
from app.records.decision import Decision
from app.records.lecture import Lecture
from app.records.minutes import MinutesItem
from app.records.photo import Photo
from app.records.reflection import Reflection


class Meeting(Record, kw_only=True, repr=False, eq=False):
    """One occasion, of one or several kinds (`app.manual.kinds`), with all its sections.

    `planned_on` is the fixed day it was due; `start` and `end` are when it was held, and
    `moved_reason` says why the two differ. `number` is typed only where the count of the year
    does not begin in this program (`app.rules.numbering`). `attendance` lists only those who were
    not simply present at the main sitting. `badges_worn` counts people.
    """

    __tablename__ = "meetings"

    kinds: Mapped[list[str]]
    planned_on: Mapped[date | None] = mapped_column(default=None, index=True)
    start: Mapped[datetime | None] = mapped_column(default=None)
    end: Mapped[datetime | None] = mapped_column(default=None)
    number: Mapped[int | None] = mapped_column(default=None)
    moved_reason: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    chair_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    recorder_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    theme: Mapped[str] = mapped_column(default="")
    guests: Mapped[list[str]] = mapped_column(default_factory=list)
    flag_hung: Mapped[bool | None] = mapped_column(default=None)
    badges_worn: Mapped[int | None] = mapped_column(default=None)
    notes_due: Mapped[int | None] = mapped_column(default=None)
    notes_done: Mapped[int | None] = mapped_column(default=None)
    notes_sampled: Mapped[int | None] = mapped_column(default=None)
    remark: Mapped[str] = mapped_column(default="")
    attendance_confirmed: Mapped[bool] = mapped_column(default=False)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)

    sittings: Mapped[list[Sitting]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Sitting.position",
    )
    attendance: Mapped[list[Attendance]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Attendance.position",
    )
    actions: Mapped[list[Action]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Action.position",
    )
    lecture: Mapped[Lecture | None] = relationship(
        default=None, cascade="all, delete-orphan", lazy="raise", single_parent=True
    )
    reflections: Mapped[list[Reflection]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Reflection.position",
    )
    minutes: Mapped[list[MinutesItem]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="MinutesItem.position",
    )
    decisions: Mapped[list[Decision]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Decision.position",
    )
    photos: Mapped[list[Photo]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        lazy="raise",
        order_by="Photo.position",
    )


class Sitting(Record, kw_only=True, repr=False, eq=False):
    """A further sitting (场次) of the same meeting for people on another shift."""

    __tablename__ = "sittings"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    start: Mapped[datetime | None] = mapped_column(default=None)
    end: Mapped[datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
