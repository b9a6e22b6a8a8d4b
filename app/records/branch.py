"""The branch itself, its groups and its committee."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record


class Branch(Record, kw_only=True, repr=False, eq=False):
    """A party branch (党支部): the name printed on every page and the day of its theme day.

    `branch_id` equals `id`. `theme_day` is the day of the month, 1–28. `dues_rounding` is a word
    of `app.rules.dues.ROUNDINGS`.
    """

    __tablename__ = "branches"

    name: Mapped[str]
    parent: Mapped[str] = mapped_column(default="")
    theme_day: Mapped[int] = mapped_column(default=7)
    term_start: Mapped[date | None] = mapped_column(default=None)
    term_end: Mapped[date | None] = mapped_column(default=None)
    dues_rounding: Mapped[str] = mapped_column(default="分")


class Group(Record, kw_only=True, repr=False, eq=False):
    """A party group (党小组), its leader and the committee member in touch with it (联系支委)."""

    __tablename__ = "groups"

    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    leader_id: Mapped[str | None] = mapped_column(
        ForeignKey("members.id", use_alter=True, deferrable=True, initially="DEFERRED"),
        default=None,
    )
    contact_id: Mapped[str | None] = mapped_column(
        ForeignKey("members.id", use_alter=True, deferrable=True, initially="DEFERRED"),
        default=None,
    )


class CommitteePost(Record, kw_only=True, repr=False, eq=False):
    """A post a member holds in the branch committee (支委), from the first to the last day.

    `duties` says what it is charged with (分工).
    """

    __tablename__ = "committee_posts"

    member_id: Mapped[str] = mapped_column(
        ForeignKey("members.id", ondelete="CASCADE"), default="", index=True
    )
    post: Mapped[str]
    duties: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date | None] = mapped_column(default=None)
    to_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
