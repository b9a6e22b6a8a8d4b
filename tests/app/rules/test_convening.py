from __future__ import annotations

from datetime import date

import pytest

from app.manual import kinds, words
from app.records import Meeting
from app.rules.attendance import summary
from app.rules.convening import (
    committee_on,
    people_due,
    posts_on,
    presiding,
    secretary_on,
)
from app.rules.numbering import number_of
from tests.app.rules import autumn
from tests.app.rules import factories as make

DAY = date(2025, 9, 29)


def names(meeting: Meeting, day: date = DAY) -> list[str]:
    return [one.name for one in people_due(meeting, autumn.members(), day)]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2023, 4, 19), []),
        (date(2023, 4, 20), ["书记"]),
        (date(2026, 4, 19), ["书记"]),
        (date(2026, 4, 20), []),
    ],
)
def test_a_post_is_held_from_its_first_to_its_last_day(day: date, held: list[str]) -> None:
    member = autumn.members()[0]
    assert [post.post for post in posts_on(member, day)] == held


def test_the_committee_stands_by_post_the_secretary_first() -> None:
    people = autumn.members()
    people[0].posts[0].post, people[4].posts[0].post = "委员", "书记"
    committee = committee_on(people, DAY)
    assert [one.name for one in committee] == ["冯小满", "韩素云", "陆景行", "贺立新", "周启明"]
    secretary = secretary_on(people, DAY)
    assert secretary is not None
    assert secretary.name == "冯小满"
    assert secretary_on(people, date(2020, 1, 1)) is None


def test_someone_who_left_the_branch_is_not_on_its_committee() -> None:
    people = autumn.members()
    people[1].memberships[0].to_on = date(2025, 9, 28)
    assert len(committee_on(people, DAY)) == 4


def test_each_kind_has_its_own_people() -> None:
    assert names(autumn.committee_meeting()) == list(autumn.POSTS)
    assert set(names(autumn.group_meeting())) == set(autumn.SECOND_GROUP)
    assert len(names(autumn.members_meeting())) == 18


def test_a_group_meeting_without_a_group_is_due_to_nobody() -> None:
    meeting = autumn.group_meeting()
    meeting.group_id = None
    assert names(meeting) == []


def test_a_committee_meeting_counts_its_members() -> None:
    figures = summary(autumn.committee_meeting(), autumn.members())
    assert figures.expected.sentence == "支委 5 − 经批准不计 0 = 应到 5"
    assert (figures.present, figures.to_make_up) == (5, 0)


def test_a_group_meeting_counts_the_group() -> None:
    figures = summary(autumn.group_meeting(), autumn.members())
    assert figures.expected.sentence == "组员 6 − 经批准不计 0 = 应到 6"
    assert (figures.present, figures.on_leave, figures.made_up) == (5, 1, 1)


def test_rows_of_people_who_were_not_due_do_not_count() -> None:
    meeting = autumn.committee_meeting()
    meeting.attendance = [make.attended("田建军", words.SICK_LEAVE)]
    assert summary(meeting, autumn.members()).present == 5


def test_an_occasion_that_is_a_members_meeting_too_is_due_to_all() -> None:
    meeting = autumn.committee_meeting()
    meeting.kinds = [kinds.COMMITTEE_MEETING, kinds.MEMBERS_MEETING]
    assert len(names(meeting)) == 18


def test_group_meetings_are_numbered_group_by_group() -> None:
    first, other, second = (autumn.group_meeting() for _ in range(3))
    first.id, other.id, second.id = "a", "b", "c"
    other.group_id = "third"
    meetings = [first, other, second]
    assert number_of(second, meetings, kinds.GROUP_MEETING) == 2
    assert number_of(other, meetings, kinds.GROUP_MEETING) == 1


@pytest.mark.parametrize(
    ("meeting", "name"),
    [
        (autumn.members_meeting(), "周启明"),
        (autumn.committee_meeting(), "周启明"),
        (autumn.group_meeting(), "钱守义"),
        (make.meeting(kinds=[kinds.THEME_DAY, kinds.MEMBERS_MEETING]), "周启明"),
        (make.meeting(kinds=[kinds.GROUP_MEETING]), None),
        (make.meeting(), None),
    ],
)
def test_who_must_preside(meeting: Meeting, name: str | None) -> None:
    officer = presiding(meeting, autumn.members(), autumn.groups(), DAY)
    assert (None if officer is None else officer.name) == name
