"""Party dues: the approved base of a member, and what was due and paid in a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class DuesBase(Record, kw_only=True, repr=False, eq=False):
    """The approved monthly base (核定基数) of a member from a month on, in fen.

    `from_month` is `2025-01`, or empty when it holds from the beginning. `items` is the pay and
    the deductions it was worked out from, where they were written down.
    """

    __tablename__ = "dues_bases"

    member_id: Mapped[str] = mapped_column(
        ForeignKey("members.id", ondelete="CASCADE"), default="", index=True
    )
    base_fen: Mapped[int]
    from_month: Mapped[str] = mapped_column(default="")
    items: Mapped[list[DuesItem]] = children("DuesItem.position")


class DuesItem(Record, kw_only=True, repr=False, eq=False):
    """One part of a base: pay, or with a minus a deduction (岗位工资、公积金 …), in fen."""

    __tablename__ = "dues_items"

    base_id: Mapped[str] = mapped_column(
        ForeignKey("dues_bases.id", ondelete="CASCADE"), default="", index=True
    )
    name: Mapped[str] = mapped_column(default="")
    amount_fen: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)


class DuesRow(Record, kw_only=True, repr=False, eq=False):
    """One member's dues of one month (`2025-10`).

    `base_fen`, `rate` (a fraction, 0.015 for 1.5 %) and `due_fen` are what was approved for that
    month and do not follow later changes. `paid_by` names who paid in the member's place.
    """

    __tablename__ = "dues_rows"
    __table_args__ = (UniqueConstraint("member_id", "month"),)

    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), index=True)
    month: Mapped[str] = mapped_column(index=True)
    base_fen: Mapped[int | None] = mapped_column(default=None)
    rate: Mapped[Decimal | None] = mapped_column(default=None)
    due_fen: Mapped[int] = mapped_column(default=0)
    paid_fen: Mapped[int | None] = mapped_column(default=None)
    paid_on: Mapped[date | None] = mapped_column(default=None)
    method: Mapped[str] = mapped_column(default="")
    paid_by: Mapped[str] = mapped_column(default="")
