"""A vote as it was recorded: who was entitled and present that day, and what it came to."""

from __future__ import annotations

from collections.abc import Iterable

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, kinds_of
from app.records import Meeting, Member, Vote
from app.rules.attendance import day_of
from app.rules.convening import committee_on, roster_of
from app.rules.membership import is_suspended_on, may_vote_within
from app.rules.quorum import (
    Ballots,
    Contradiction,
    Outcome,
    VoteRule,
    contradictions,
    outcome,
    rule_of,
)


def rule_for(vote: Vote, meeting: Meeting) -> VoteRule:
    """Return the rule of a vote; while none is chosen, the usual one of its meeting."""
    offered = [key for kind in kinds_of(meeting.kinds) for key in kind.votes]
    return rule_of(vote.rule or next(iter(offered), words.ORDINARY_VOTE))


def entitled_people(vote: Vote, meeting: Meeting, members: Iterable[Member]) -> list[Member]:
    """Return who has a vote: full members, or the committee, without those approved to be left out.

    Whose rights are suspended that day has none in either.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条; exclusions `domain/rules.md` M4.
    """
    day = day_of(meeting)
    if day is None:
        return []
    out = {one.member_id for one in vote.exclusions}
    out |= {row.member_id for row in meeting.attendance if row.state == words.EXEMPT}
    if rule_for(vote, meeting).body == COMMITTEE_MEETING:
        people = [one for one in committee_on(members, day) if not is_suspended_on(one, day)]
    else:
        people = [one for one in roster_of(meeting, members, day) if may_vote_within(one, day)]
    return [one for one in people if one.id not in out]


def present_of(people: Iterable[Member], meeting: Meeting) -> list[Member]:
    """Return those of some people who were at a meeting."""
    away = {row.member_id for row in meeting.attendance if row.state in words.ABSENT_STATES}
    return [one for one in people if one.id not in away]


def ballots_of(vote: Vote) -> Ballots:
    """Return what was counted."""
    return Ballots(
        in_favour=vote.in_favour,
        against=vote.against,
        abstained=vote.abstained,
        written_for=vote.written_for,
        written_against=vote.written_against,
        issued=vote.issued,
        returned=vote.returned,
        valid=vote.valid,
    )


def outcome_of(vote: Vote, meeting: Meeting, members: Iterable[Member]) -> Outcome:
    """Return what a vote came to."""
    entitled = entitled_people(vote, meeting, members)
    present = present_of(entitled, meeting)
    return outcome(rule_for(vote, meeting), ballots_of(vote), len(entitled), len(present))


def contradictions_of(
    vote: Vote, meeting: Meeting, members: Iterable[Member]
) -> list[Contradiction]:
    """Return what in the figures of a vote contradicts itself or the attendance."""
    entitled = entitled_people(vote, meeting, members)
    present = present_of(entitled, meeting)
    return contradictions(ballots_of(vote), len(entitled), len(present))
