"""A vote at a meeting (表决): what was counted, who counted, and what was resolved."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.records.base import Record, children


class Vote(Record, kw_only=True, repr=False, eq=False):
    """One matter, or one person, voted on; what follows from the figures is never kept.

    `rule` is a key of `app.rules.quorum.RULES`, `method` a word of
    `app.manual.words.VOTE_METHODS`. `about_id` or `about_guest` is the person it is about.
    `issued`, `returned` and `valid` count ballots; `in_favour`, `against` and `abstained` the
    votes given at the meeting, `written_for` and `written_against` opinions handed in before it.
    """

    __tablename__ = "votes"

    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), default="", index=True
    )
    subject: Mapped[str] = mapped_column(default="")
    about_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), default=None)
    about_guest: Mapped[str] = mapped_column(default="")
    rule: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    issued: Mapped[int | None] = mapped_column(default=None)
    returned: Mapped[int | None] = mapped_column(default=None)
    valid: Mapped[int | None] = mapped_column(default=None)
    in_favour: Mapped[int | None] = mapped_column(default=None)
    against: Mapped[int | None] = mapped_column(default=None)
    abstained: Mapped[int | None] = mapped_column(default=None)
    written_for: Mapped[int | None] = mapped_column(default=None)
    written_against: Mapped[int | None] = mapped_column(default=None)
    resolution: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    exclusions: Mapped[list[VoteExclusion]] = children("VoteExclusion.position")
    counters: Mapped[list[VoteCounter]] = children("VoteCounter.position")


class VoteExclusion(Record, kw_only=True, repr=False, eq=False):
    """A full member approved not to be counted among those entitled (经批准不计), and why."""

    __tablename__ = "vote_exclusions"

    vote_id: Mapped[str] = mapped_column(
        ForeignKey("votes.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    reason: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class VoteCounter(Record, kw_only=True, repr=False, eq=False):
    """Who watched over the vote or counted it (`app.manual.words.COUNTER_ROLES`)."""

    __tablename__ = "vote_counters"

    vote_id: Mapped[str] = mapped_column(
        ForeignKey("votes.id", ondelete="CASCADE"), default="", index=True
    )
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    role: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
