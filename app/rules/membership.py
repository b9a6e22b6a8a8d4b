"""Who belongs to the branch on a day, and as what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.manual import words
from app.records import Member, MembershipPeriod


def is_member_on(member: Member, day: date) -> bool:
    """Tell whether the member belongs to the branch on the day, first and last day included.

    A period without a beginning starts on the day he joined the party, where that is known. A
    member without any period is taken as always here, one marked as deleted as never.

    Source: 《关于中国共产党党费收缴、使用和管理的规定》(2008) and 《中国共产党党员权利保障条例》
    第六条 count a probationary member from the day the branch meeting accepted him.
    """
    if member.deleted_at is not None:
        return False
    periods = member.memberships
    if len(periods) == 1:  # of nearly everyone, and this is asked for every meeting
        return _covers(periods[0], member, day)
    if not periods:
        return _joined_by(member, day)
    return any(_covers(period, member, day) for period in periods)


def is_member_in(member: Member, first: date, last: date) -> bool:
    """Tell whether the member belongs to the branch on at least one day of the span."""
    if member.deleted_at is not None:
        return False
    if not member.memberships:
        return _joined_by(member, last)
    return any(
        (period.from_on or member.joined_on or first) <= last and (period.to_on or last) >= first
        for period in member.memberships
    )


def category_on(member: Member, day: date) -> str | None:
    """Return 正式党员 or 预备党员, or `None` when he does not belong to the branch that day.

    The latest category period that has begun decides. Before the first one, and without any, the
    day he became a full member decides; a member of whom neither is known counts as full.
    """
    return category_within(member, day) if is_member_on(member, day) else None


def category_within(member: Member, day: date) -> str:
    """Return what `category_on` returns for someone known to belong to the branch that day."""
    begun = [
        period for period in member.categories if period.from_on is None or period.from_on <= day
    ]
    if len(begun) == 1:
        return begun[0].category
    if begun:
        return max(begun, key=lambda period: period.from_on or date.min).category
    if member.full_on is not None:
        return words.FULL_MEMBER if member.full_on <= day else words.PROBATIONARY_MEMBER
    return words.PROBATIONARY_MEMBER if member.categories else words.FULL_MEMBER


def is_suspended_on(member: Member, day: date) -> bool:
    """Tell whether he may not vote on the day, first and last day included; ends may be open.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条 (留党察看期间，留置、逮捕等中止权利).
    """
    if member.rights_from is None and member.rights_to is None:
        return False
    begun = member.rights_from is None or member.rights_from <= day
    return begun and (member.rights_to is None or day <= member.rights_to)


def may_vote_within(member: Member, day: date) -> bool:
    """Tell whether someone known to belong to the branch that day has a vote: 表决权.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条 (`domain/rules.md` M2).
    """
    is_full = category_within(member, day) == words.FULL_MEMBER
    return is_full and not is_suspended_on(member, day)


def members_on(members: Iterable[Member], day: date) -> list[Member]:
    """Return the members of the roster on a day, in the order given."""
    return [member for member in members if is_member_on(member, day)]


def _covers(period: MembershipPeriod, member: Member, day: date) -> bool:
    first, last = period.from_on, period.to_on
    if last is not None and day > last:
        return False
    return day >= first if first is not None else _joined_by(member, day)


def _joined_by(member: Member, day: date) -> bool:
    joined_on = member.joined_on
    return joined_on is None or joined_on <= day
