from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError, StaleError
from app.manual.kinds import GROUP_MEETING
from app.records import Group
from app.store import Store, branches, history, meetings, members
from tests.factories import make_group, make_meeting, make_members


def save_groups(store: Store, given: list[Group]) -> list[Group]:
    with store.write("groups") as unit:
        return branches.save_groups(unit, given)


def test_the_branch_is_saved_and_changed(made: Store) -> None:
    with made.read() as unit:
        branch = branches.get(unit)
    assert branch is not None
    branch.term_start = date(2024, 5, 1)
    with made.write("branch") as unit:
        assert branches.save(unit, branch).version == 2
    with pytest.raises(StaleError), made.write("branch") as unit:
        branches.save(unit, branch)


def test_groups_stand_in_the_order_given(made: Store) -> None:
    first, second = save_groups(made, [make_group("一组"), make_group("二组")])
    save_groups(made, [second, first])
    with made.read() as unit:
        assert [one.name for one in branches.groups(unit)] == ["二组", "一组"]


def test_a_group_may_be_led_by_one_of_its_own_members(made: Store) -> None:
    """Each refers to the other, so neither can be written first."""
    group, member = make_group(), make_members(1)[0]
    group.leader_id, member.group_id = member.id, group.id
    with made.write("groups", "members") as unit:
        branches.save_groups(unit, [group])
        members.save(unit, member)
    with made.read() as unit:
        assert branches.groups(unit)[0].leader_id == member.id


def test_members_of_a_removed_group_have_none_and_history_says_so(made: Store) -> None:
    group, member = make_group(), make_members(1)[0]
    member.group_id = group.id
    with made.write("groups", "members") as unit:
        branches.save_groups(unit, [group])
        kept = members.save(unit, member)
    save_groups(made, [])
    with made.read() as unit:
        assert branches.groups(unit) == []
        there = members.get(unit, member.id)
        changes = history.of_record(unit, member.id)
    assert there is not None
    assert there.group_id is None
    assert there.version == kept.version + 1
    assert changes[-1].fields == {"group_id": (group.id, None)}


def test_a_group_with_meetings_is_not_removed(made: Store) -> None:
    (group,) = save_groups(made, [make_group("一组")])
    with made.write("meetings") as unit:
        meetings.save(unit, make_meeting(GROUP_MEETING, group_id=group.id))
    with pytest.raises(InvalidInputError, match="一组有会议记录"):
        save_groups(made, [])
    with made.read() as unit:
        assert [one.name for one in branches.groups(unit)] == ["一组"]
