"""A member, and the periods in which he belonged and what he was."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children
from app.records.branch import CommitteePost

if TYPE_CHECKING:
    from app.records.dues import DuesBase


class Member(Record, kw_only=True, repr=False, eq=False):
    """A party member (党员).

    `code` tells two people of one name apart (工号 or any mark). `pinyin` is the sort key,
    filled by `app.rules.pinyin` and corrected by hand where a surname is read unusually.
    `born` is `1978-04` or `1978-04-12`, as the personnel file has it; `working_since` likewise.
    `circumstance` is a word of `app.manual.words.CIRCUMSTANCES`. From `rights_from` to `rights_to`
    he may not vote (留党察看、中止权利), which `rights_note` explains.
    """

    __tablename__ = "members"

    name: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    pinyin: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(default="")
    born: Mapped[str] = mapped_column(default="")
    joined_on: Mapped[date | None] = mapped_column(default=None)
    full_on: Mapped[date | None] = mapped_column(default=None)
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id"), default=None)
    ethnicity: Mapped[str] = mapped_column(default="")
    native_place: Mapped[str] = mapped_column(default="")
    education: Mapped[str] = mapped_column(default="")
    working_since: Mapped[str] = mapped_column(default="")
    job: Mapped[str] = mapped_column(default="")
    introducers: Mapped[str] = mapped_column(default="")
    application_number: Mapped[str] = mapped_column(default="")
    came_from: Mapped[str] = mapped_column(default="")
    circumstance: Mapped[str] = mapped_column(default="")
    rights_from: Mapped[date | None] = mapped_column(default=None)
    rights_to: Mapped[date | None] = mapped_column(default=None)
    rights_note: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    id_number: Mapped[str] = mapped_column(default="")
    dues_kind: Mapped[str] = mapped_column(default="工资制")
    is_leading_cadre: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)

    memberships: Mapped[list[MembershipPeriod]] = children("MembershipPeriod.position")
    categories: Mapped[list[CategoryPeriod]] = children("CategoryPeriod.position")
    posts: Mapped[list[CommitteePost]] = children("CommitteePost.position")
    dues_bases: Mapped[list[DuesBase]] = children("DuesBase.from_month")


class MembershipPeriod(Record, kw_only=True, repr=False, eq=False):
    """From the first to the last day a member belongs to this branch; open ends are `None`."""

    __tablename__ = "membership_periods"

    member_id: Mapped[str] = mapped_column(
        ForeignKey("members.id", ondelete="CASCADE"), default="", index=True
    )
    from_on: Mapped[date | None] = mapped_column(default=None)
    to_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)


class CategoryPeriod(Record, kw_only=True, repr=False, eq=False):
    """What a member is (正式党员 or 预备党员) from a day on, until the next period begins."""

    __tablename__ = "category_periods"

    member_id: Mapped[str] = mapped_column(
        ForeignKey("members.id", ondelete="CASCADE"), default="", index=True
    )
    category: Mapped[str]
    from_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
