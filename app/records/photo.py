"""A photo of a meeting; its picture lies sealed beside the database."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Photo(Record, kw_only=True, repr=False, eq=False):
    """Caption and order of a photo; `content_hash` (SHA-256, hex) names its sealed JPEG file."""

    __tablename__ = "photos"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    content_hash: Mapped[str]
    width_px: Mapped[int]
    height_px: Mapped[int]
    caption: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
