"""What went before a criticism meeting, and what the committee above said at it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Preparation(Record, kw_only=True, repr=False, eq=False):
    """The preparation of a criticism meeting (组织生活会会前准备), its problems and its comment.

    `studies`, `talks` and `opinions` count; `opinions_note` says what the opinions were about.
    `review_ready_on` is the day the branch's own review (对照检查材料) was settled,
    `plan_reported_on` the day the plan went up. `problems` lists what the branch found wrong with
    itself, one a line. `published` says where and how long the rectification list hung out.
    """

    __tablename__ = "preparations"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", unique=True
    )
    studies: Mapped[int | None] = mapped_column(default=None)
    talks: Mapped[int | None] = mapped_column(default=None)
    opinions: Mapped[int | None] = mapped_column(default=None)
    opinions_note: Mapped[str] = mapped_column(default="")
    review_ready_on: Mapped[date | None] = mapped_column(default=None)
    plan_reported_on: Mapped[date | None] = mapped_column(default=None)
    problems: Mapped[str] = mapped_column(default="")
    comment_by: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
