"""What became of a record once it was written: finalised, corrected, printed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Finalisation(Record, kw_only=True, repr=False, eq=False):
    """The pages of a meeting or an entry as they were when it was finalised (定稿).

    `subject_id` is the key of that record. `pages` holds its sheets as plain values, so that they
    print again to the same bytes whatever changes later. `late_reason` says why it was written
    late (补记), `missing_reason` why something required is missing.
    """

    __tablename__ = "finalisations"
    __table_args__ = (UniqueConstraint("subject_id"),)

    subject_id: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    late_reason: Mapped[str] = mapped_column(default="")
    missing_reason: Mapped[str] = mapped_column(default="")
    pages: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)


class Correction(Record, kw_only=True, repr=False, eq=False):
    """One change of a finalised record (更正): where, from what, to what, who, when and why."""

    __tablename__ = "corrections"

    subject_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    old: Mapped[str] = mapped_column(default="")
    new: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class PrintMark(Record, kw_only=True, repr=False, eq=False):
    """When a sheet was last printed and the mark of its content then.

    `sheet_key` is the page code and the record or period it is of; `mark` is the sheet's
    fingerprint.
    """

    __tablename__ = "print_marks"
    __table_args__ = (UniqueConstraint("branch_id", "sheet_key"),)

    sheet_key: Mapped[str]
    mark: Mapped[str]
    printed_at: Mapped[datetime]
