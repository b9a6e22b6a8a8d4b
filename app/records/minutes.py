"""The discussion of a meeting, topic by topic."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class MinutesItem(Record, kw_only=True, repr=False, eq=False):
    """One topic (议题): who reported, who said what, and what was decided.

    `kind` is on the record of which kind it stands, where several were held on one occasion
    (`app.rules.minutes`); empty for the usual one.
    """

    __tablename__ = "minutes_items"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    topic: Mapped[str] = mapped_column(default="")
    reporter_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    reporter_guest: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    speeches: Mapped[list[Speech]] = children("Speech.position")


class Speech(Record, kw_only=True, repr=False, eq=False):
    """What one member, or a guest by name, said to a topic."""

    __tablename__ = "speeches"

    item_id: Mapped[str] = mapped_column(
        ForeignKey("minutes_items.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    guest_name: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
