"""The required and optional actions of a theme day (规定动作、自选动作)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class Action(Record, kw_only=True, repr=False, eq=False):
    """One action: required (`required_number` 1–5 of `app.manual.actions`) or optional (`None`).

    `materials` is what was read, one title or article a line; `text` says how it went; `category`
    and `people_count` belong to optional actions, `effect` is what came of it.
    """

    __tablename__ = "actions"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    required_number: Mapped[int | None] = mapped_column(default=None)
    name: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    materials: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    people_count: Mapped[int | None] = mapped_column(default=None)
    effect: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    leads: Mapped[list[ActionLead]] = children("ActionLead.position")


class ActionLead(Record, kw_only=True, repr=False, eq=False):
    """A member who led an action: collector, reader, lecturer or organiser."""

    __tablename__ = "action_leads"

    action_id: Mapped[str] = mapped_column(
        ForeignKey("actions.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    position: Mapped[int] = mapped_column(default=0)
