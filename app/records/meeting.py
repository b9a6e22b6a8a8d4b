"""A meeting of any kind: its head here, its sections in the modules named after them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.action import Action
from app.records.attachment import Attachment
from app.records.attendance import Attendance
from app.records.base import Record, children, only_child
from app.records.criticism import Criticism
from app.records.decision import Decision
from app.records.lecture import Lecture
from app.records.minutes import MinutesItem
from app.records.photo import Photo
from app.records.preparation import Preparation
from app.records.rectification import Rectification
from app.records.reflection import Reflection
from app.records.vote import Vote


class Meeting(Record, kw_only=True, repr=False, eq=False):
    """One occasion, of one or several kinds (`app.manual.kinds`), with all its sections.

    `planned_on` is the fixed day it was due; `start` and `end` are when it was held, and
    `moved_reason` says why the two differ. `number` is typed only where the count of the year
    does not begin in this program (`app.rules.numbering`). `group_id` is the party group whose
    meeting it is. `attendance` lists only those who were not simply present at the main sitting.
    `theme_source` is a word of `app.manual.words.THEME_SOURCES`, `theme_tags` are words of
    `THEME_TAGS` or of the branch's own, `work_target` is the target of the year the theme serves.
    `badges_worn` counts people. `fixed_by_id` is the committee meeting that settled the theme.
    `state` is a word of `app.manual.words.RECORD_STATES`; `roster` holds the keys of who was due,
    written down when the record was finalised and empty before.
    """

    __tablename__ = "meetings"

    kinds: Mapped[list[str]]
    planned_on: Mapped[date | None] = mapped_column(default=None, index=True)
    start: Mapped[datetime | None] = mapped_column(default=None)
    end: Mapped[datetime | None] = mapped_column(default=None)
    number: Mapped[int | None] = mapped_column(default=None)
    moved_reason: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id"), default=None)
    chair_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    recorder_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    theme: Mapped[str] = mapped_column(default="")
    theme_source: Mapped[str] = mapped_column(default="")
    theme_tags: Mapped[list[str]] = mapped_column(default_factory=list)
    work_target: Mapped[str] = mapped_column(default="")
    guests: Mapped[list[str]] = mapped_column(default_factory=list)
    flag_hung: Mapped[bool | None] = mapped_column(default=None)
    badges_worn: Mapped[int | None] = mapped_column(default=None)
    notes_due: Mapped[int | None] = mapped_column(default=None)
    notes_done: Mapped[int | None] = mapped_column(default=None)
    notes_sampled: Mapped[int | None] = mapped_column(default=None)
    remark: Mapped[str] = mapped_column(default="")
    attendance_confirmed: Mapped[bool] = mapped_column(default=False)
    fixed_by_id: Mapped[str | None] = mapped_column(
        ForeignKey("meetings.id", deferrable=True, initially="DEFERRED"), default=None
    )
    state: Mapped[str] = mapped_column(default="草稿")
    roster: Mapped[list[str]] = mapped_column(default_factory=list)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)

    sittings: Mapped[list[Sitting]] = children("Sitting.position")
    attendance: Mapped[list[Attendance]] = children("Attendance.position")
    actions: Mapped[list[Action]] = children("Action.position")
    lecture: Mapped[Lecture | None] = only_child()
    reflections: Mapped[list[Reflection]] = children("Reflection.position")
    minutes: Mapped[list[MinutesItem]] = children("MinutesItem.position")
    votes: Mapped[list[Vote]] = children("Vote.position")
    preparation: Mapped[Preparation | None] = only_child()
    criticisms: Mapped[list[Criticism]] = children("Criticism.position")
    rectifications: Mapped[list[Rectification]] = children("Rectification.position")
    decisions: Mapped[list[Decision]] = children("Decision.position")
    photos: Mapped[list[Photo]] = children("Photo.position")
    attachments: Mapped[list[Attachment]] = children("Attachment.position")


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
