"""A fill-in page of the manual as it was filled in (登记): any page of `app.manual.pages`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Entry(Record, kw_only=True, repr=False, eq=False):
    """One filled-in page: its key, the year of the volume it is filed in, and its values.

    `values` holds one value a field, by the field's name, as `app.rules.entries` describes them;
    a field that was never filled in is not in it. `state` is a word of
    `app.manual.words.RECORD_STATES`.
    """

    __tablename__ = "entries"

    page: Mapped[str] = mapped_column(index=True)
    year: Mapped[int] = mapped_column(index=True)
    values: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    state: Mapped[str] = mapped_column(default="草稿")
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)
