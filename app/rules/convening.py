"""Who is due at a meeting of a kind, and who holds which office on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.manual import words
from app.manual.kinds import body_of, kinds_of
from app.records import CommitteePost, Group, Meeting, Member
from app.rules.membership import is_member_on, members_on

SECRETARY = words.COMMITTEE_POSTS[0]

_RANKS = {post: rank for rank, post in enumerate(words.COMMITTEE_POSTS)}


def posts_on(member: Member, day: date) -> list[CommitteePost]:
    """Return the posts a member holds on a day, first and last day included."""
    return [
        post
        for post in member.posts
        if (post.from_on is None or post.from_on <= day)
        and (post.to_on is None or day <= post.to_on)
    ]


def committee_on(members: Iterable[Member], day: date) -> list[Member]:
    """Return the committee of a day, the secretary first, then by post and roster."""
    ranked = [
        (min(_RANKS.get(post.post, len(_RANKS)) for post in posts), place, member)
        for place, member in enumerate(members)
        if member.posts and (posts := posts_on(member, day)) and is_member_on(member, day)
    ]
    return [member for _, _, member in sorted(ranked, key=lambda one: one[:2])]


def secretary_on(members: Iterable[Member], day: date) -> Member | None:
    """Return who is secretary on a day, `None` when nobody is."""
    for member in members:
        held = member.posts and any(post.post == SECRETARY for post in posts_on(member, day))
        if held and is_member_on(member, day):
            return member
    return None


def presiding(
    meeting: Meeting, members: Iterable[Member], groups: Iterable[Group], day: date
) -> Member | None:
    """Return who must preside: the secretary or the group's leader; `None` where anyone may.

    Nobody is named either where the office is not filled or the group not chosen.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十四条 (`domain/rules.md` M1).
    """
    chairs = {kind.chair for kind in kinds_of(meeting.kinds)}
    if "secretary" in chairs:
        return secretary_on(members, day)
    if "group_leader" in chairs:
        leaders = {group.leader_id for group in groups if group.id == meeting.group_id}
        return next((one for one in members if one.id in leaders), None)
    return None


def roster_of(meeting: Meeting, members: Iterable[Member], day: date) -> list[Member]:
    """Return the members of the branch on a day, and those a finalised meeting has kept as due."""
    kept = frozenset(meeting.roster)
    return [one for one in members if one.id in kept or is_member_on(one, day)]


def people_due(meeting: Meeting, members: Iterable[Member], day: date) -> list[Member]:
    """Return who is due at a meeting: everyone, the committee of the day, or one group.

    A group's meeting is due to nobody while it names no group. Once the record is finalised, it
    is who was written down then, whatever the roster says later.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十一条至第十三条.
    """
    if meeting.roster:
        by_id = {member.id: member for member in members}
        return [by_id[key] for key in meeting.roster if key in by_id]
    match body_of(meeting.kinds):
        case "committee":
            return committee_on(members, day)
        case "group":
            found = members_on(members, day)
            return [one for one in found if one.group_id and one.group_id == meeting.group_id]
        case _:
            return members_on(members, day)
