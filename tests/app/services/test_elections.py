from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.errors import InvalidInputError, NotFoundError
from app.manual.kinds import MEMBERS_MEETING
from app.manual.pages.election import BY_ELECTION
from app.manual.words import ELECTION_VOTE, LATE, VOID
from app.records import Entry, Member, Vote
from app.services import Services
from tests import factories

FIRST = date(2026, 4, 10)
BEFORE = date(2026, 4, 9)
NAMES = ("周启明", "韩素云", "陆景行", "贺立新", "冯小满", "汪东林")
SINCE = date(2023, 4, 20)


@pytest.fixture
def people(services: Services) -> dict[str, Member]:
    """The committee elected in 2023, of whom one does not stand again, and two others."""
    posts = {"周启明": "书记", "韩素云": "组织委员", "邵长河": "青年委员"}
    for place, name in enumerate((*NAMES, "邵长河")):
        held = [factories.make_post(posts[name], from_on=SINCE)] if name in posts else []
        services.members.save(factories.make_member(name, posts=held, position=place))
    branch = services.branches.get()
    branch.term_start, branch.term_end = SINCE, date(2026, 4, 19)
    services.branches.save(branch)
    return {one.name: one for one in services.members.everyone()}


def election(services: Services, people: dict[str, Member], **changes: Any) -> Entry:
    votes = dict(zip(NAMES, (15, 14, 13, 14, 12, 6), strict=True))
    posts = {"周启明": "书记", "韩素云": "组织委员", "陆景行": "宣传委员"}
    values: dict[str, Any] = {
        "term": "第六届",
        "kind": "换届",
        "held_on": "2026-04-08",
        "entitled": 16,
        "present": 15,
        "seats": 5,
        "candidates": [{"member": who(people, name), "in_favour": votes[name]} for name in NAMES],
        "plenary_on": "2026-04-10",
        "posts": [
            {"member": who(people, name), "post": post, "duties": f"{post}的分工"}
            for name, post in posts.items()
        ],
    }
    entry = services.entries.new("election", 2026)
    entry.values = values | changes
    return services.entries.save(entry)


def who(people: dict[str, Member], name: str) -> list[dict[str, str]]:
    return [{"member": people[name].id}]


def posts(services: Services) -> dict[str, list[tuple[str, date | None, date | None]]]:
    return {
        one.name: [(post.post, post.from_on, post.to_on) for post in one.posts]
        for one in services.members.everyone()
        if one.posts
    }


def test_new_posts_begin_with_the_plenary_and_old_ones_end_the_day_before(
    services: Services, people: dict[str, Member]
) -> None:
    taken = services.elections.take_up(election(services, people).id)
    assert [one.name for one in taken] == ["周启明", "韩素云", "陆景行"]
    assert posts(services) == {
        "周启明": [("书记", SINCE, BEFORE), ("书记", FIRST, None)],
        "韩素云": [("组织委员", SINCE, BEFORE), ("组织委员", FIRST, None)],
        "陆景行": [("宣传委员", FIRST, None)],
        "邵长河": [("青年委员", SINCE, BEFORE)],
    }
    duties = services.members.get(people["陆景行"].id).posts[0].duties
    assert duties == "宣传委员的分工"


def test_a_new_committee_begins_a_term_as_long_as_the_last(
    services: Services, people: dict[str, Member]
) -> None:
    services.elections.take_up(election(services, people).id)
    branch = services.branches.get()
    assert (branch.term_start, branch.term_end) == (date(2026, 4, 8), date(2029, 4, 7))


def test_a_by_election_leaves_the_other_posts_and_the_term(
    services: Services, people: dict[str, Member]
) -> None:
    entry = election(
        services,
        people,
        kind=BY_ELECTION,
        seats=1,
        candidates=[
            {"member": who(people, "汪东林"), "in_favour": 12},
            {"member": who(people, "贺立新"), "in_favour": 3},
        ],
        posts=[{"member": who(people, "汪东林"), "post": "青年委员"}],
    )
    services.elections.take_up(entry.id)
    assert posts(services) == {
        "周启明": [("书记", SINCE, None)],
        "韩素云": [("组织委员", SINCE, None)],
        "汪东林": [("青年委员", FIRST, None)],
        "邵长河": [("青年委员", SINCE, BEFORE)],
    }
    assert services.branches.get().term_start == SINCE


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"entitled": None}, "票数还没有填全"),
        ({"candidates": []}, "票数还没有填全"),
        ({"present": 12}, "不能开会"),
        ({"seats": 6}, "候选人不足"),
        ({"plenary_on": ""}, "第一次全会的日期"),
        ({"posts": []}, "还没有填写书记"),
        ({"posts": [{"post": "书记"}]}, "职务第1行没有填全"),
        ({"posts": [{"member": [{"guest": "来宾甲"}], "post": "书记"}]}, "职务第1行没有填全"),
    ],
)
def test_what_is_missing_is_told_and_nothing_changes(
    services: Services, people: dict[str, Member], changes: dict[str, Any], sentence: str
) -> None:
    before = posts(services)
    entry = election(services, people, **changes)
    with pytest.raises(InvalidInputError, match=sentence):
        services.elections.take_up(entry.id)
    assert posts(services) == before


def test_who_was_not_elected_takes_up_no_post(
    services: Services, people: dict[str, Member]
) -> None:
    entry = election(services, people, posts=[{"member": who(people, "汪东林"), "post": "委员"}])
    with pytest.raises(InvalidInputError, match="汪东林按票数没有当选"):
        services.elections.take_up(entry.id)


def test_posts_are_written_once(services: Services, people: dict[str, Member]) -> None:
    entry = election(services, people)
    services.elections.take_up(entry.id)
    after = posts(services)
    with pytest.raises(InvalidInputError, match="周启明从2026年4月10日起已经任书记"):
        services.elections.take_up(entry.id)
    assert posts(services) == after


def test_an_election_that_is_void_or_gone_is_refused(
    services: Services, people: dict[str, Member]
) -> None:
    entry = election(services, people)
    entry.state = VOID
    entry = services.entries.save(entry)
    with pytest.raises(InvalidInputError, match="作废"):
        services.elections.take_up(entry.id)
    with pytest.raises(NotFoundError):
        services.elections.take_up("没有这一条")


def test_one_write_tells_of_members_and_branch(
    services: Services, people: dict[str, Member]
) -> None:
    entry = election(services, people)
    told: list[frozenset[str]] = []
    services.listen(told.append)
    services.elections.take_up(entry.id)
    assert told == [frozenset({"members", "branch"})]


def test_who_may_elect_is_read_from_roster_list_of_exempt_and_meeting(
    services: Services, people: dict[str, Member]
) -> None:
    exempt = services.entries.new("exemption", 2026)
    exempt.values = {
        "member": who(people, "邵长河"),
        "from_on": "2026-01-01",
        "to_on": "2026-12-31",
        "approved_by": "矿党委",
        "approved_on": "2025-12-20",
    }
    services.entries.save(exempt)
    found = services.elections.electors(FIRST)
    assert found is not None
    assert (found.full, found.entitled, found.present) == (7, 6, None)

    meeting = factories.make_meeting(
        MEMBERS_MEETING,
        start=datetime(2026, 4, 10, 15, 0),  # noqa: DTZ001 - the clock on the wall
        votes=[Vote(branch_id=factories.BRANCH_ID, rule=ELECTION_VOTE)],
        attendance=[factories.make_attendance(people["周启明"], LATE)],
    )
    kept = services.meetings.save(meeting)
    found = services.elections.electors(FIRST)
    assert found is not None
    assert found.meeting is not None
    assert (found.meeting.id, found.entitled, found.present) == (kept.id, 7, 7)
    assert services.elections.electors(date(2019, 12, 31)) is None
