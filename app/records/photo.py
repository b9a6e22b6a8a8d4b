"""A photo of a meeting; its picture lies sealed beside the database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Photo(Record, kw_only=True, repr=False, eq=False):
    """Caption and order of a photo; `content_hash` (SHA-256, hex) names its sealed JPEG file.

    `taken_on` is the day the camera wrote into it, all that is kept of what came with the picture.
    """

    __tablename__ = "photos"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    content_hash: Mapped[str]
    width_px: Mapped[int]
    height_px: Mapped[int]
    taken_on: Mapped[date | None] = mapped_column(default=None)
    caption: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
