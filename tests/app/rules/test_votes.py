from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.manual import kinds, words
from app.records import Meeting, Vote, VoteExclusion
from app.rules.attendance import day_of
from app.rules.votes import (
    contradictions_of,
    entitled_people,
    outcome_of,
    present_of,
    rule_for,
)
from tests.app.rules import autumn
from tests.app.rules import factories as make


def counts(meeting: Meeting, vote: Vote) -> tuple[int, int]:
    entitled = entitled_people(vote, meeting, autumn.members())
    return len(entitled), len(present_of(entitled, meeting))


def test_the_vote_of_the_example_passes_with_fourteen() -> None:
    meeting = autumn.members_meeting()
    found = outcome_of(meeting.votes[0], meeting, autumn.members())
    assert found.sentence == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert contradictions_of(meeting.votes[0], meeting, autumn.members()) == []


def test_probationary_members_have_no_vote() -> None:
    meeting = autumn.members_meeting()
    people = entitled_people(meeting.votes[0], meeting, autumn.members())
    assert not {"林晓峰", "曾庆安"} & {one.name for one in people}


def test_a_full_member_approved_to_be_left_out_is_not_entitled() -> None:
    meeting = autumn.members_meeting()
    vote = meeting.votes[0]
    vote.exclusions = [VoteExclusion(branch_id=make.BRANCH_ID, member_id="顾广才", reason="卧床")]
    assert counts(meeting, vote) == (15, 14)
    assert outcome_of(vote, meeting, autumn.members()).needed == 8


def test_someone_exempt_from_the_meeting_is_not_entitled_either() -> None:
    meeting = autumn.members_meeting()
    meeting.attendance[0].state = words.EXEMPT
    assert counts(meeting, meeting.votes[0]) == (15, 14)


def test_late_comers_vote() -> None:
    meeting = autumn.members_meeting()
    meeting.attendance[0].state = words.LATE
    assert counts(meeting, meeting.votes[0]) == (16, 15)


def test_a_committee_votes_among_itself() -> None:
    meeting = autumn.committee_meeting()
    vote = Vote(branch_id=make.BRANCH_ID, subject="同意提交大会", in_favour=5)
    meeting.votes = [vote]
    assert counts(meeting, vote) == (5, 5)
    found = outcome_of(vote, meeting, autumn.members())
    assert found.sentence == "应到委员 5，实到 5，过半需 3，赞成 5 → 通过"


def test_the_committee_of_the_day_votes_also_where_all_members_sit() -> None:
    meeting = autumn.members_meeting()
    assert counts(meeting, autumn.vote(rule=words.COMMITTEE_VOTE)) == (5, 5)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (kinds.MEMBERS_MEETING, words.ORDINARY_VOTE),
        (kinds.COMMITTEE_MEETING, words.COMMITTEE_VOTE),
        (kinds.THEME_DAY, words.ORDINARY_VOTE),
    ],
)
def test_the_usual_rule_of_the_meeting_holds_while_none_is_chosen(kind: str, key: str) -> None:
    vote = Vote(branch_id=make.BRANCH_ID)
    assert rule_for(vote, make.meeting(kinds=[kind])).key == key


def test_without_a_day_nobody_is_entitled() -> None:
    meeting = make.meeting(kinds=[kinds.MEMBERS_MEETING], start=None, planned_on=None)
    assert counts(meeting, autumn.vote()) == (0, 0)


def test_the_one_confirmed_votes_only_from_his_day_on() -> None:
    meeting, people = autumn.members_meeting(), autumn.members()
    confirmed = next(one for one in people if one.name == "林晓峰")
    confirmed.categories[0].category = words.FULL_MEMBER
    confirmed.categories[0].from_on = date(2025, 9, 12)
    assert len(entitled_people(meeting.votes[0], meeting, people)) == 17


@pytest.mark.parametrize("name", ["周启明", "田建军"])
def test_who_is_suspended_that_day_has_no_vote_in_either_body(name: str) -> None:
    people = autumn.members()
    person = next(one for one in people if one.name == name)
    for meeting in (autumn.members_meeting(), autumn.committee_meeting()):
        day = day_of(meeting)
        assert day is not None
        vote = Vote(branch_id=make.BRANCH_ID, subject="示例事项")
        entitled = len(entitled_people(vote, meeting, people))
        person.rights_from = person.rights_to = day
        assert person not in entitled_people(vote, meeting, people)
        person.rights_from = person.rights_to = day + timedelta(days=1)
        assert len(entitled_people(vote, meeting, people)) == entitled
        person.rights_from = person.rights_to = None
