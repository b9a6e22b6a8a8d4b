"""A scan or another document attached to a meeting; its file lies sealed beside the database."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Attachment(Record, kw_only=True, repr=False, eq=False):
    """Name and pages of an attached PDF; `content_hash` (SHA-256, hex) names its sealed file."""

    __tablename__ = "attachments"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    content_hash: Mapped[str]
    name: Mapped[str]
    pages: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
