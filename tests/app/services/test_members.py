from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import Member, MembershipPeriod
from app.rules.membership import category_on
from app.services import Services
from app.services.members import set_categories
from tests import factories


def test_a_new_member_stands_last_and_gets_a_sort_key(services: Services) -> None:
    services.members.save(factories.make_member("柳知行", position=4))
    member = services.members.new()
    member.name = " 单怀瑾 "

    kept = services.members.save(member)

    assert (kept.position, kept.name) == (5, "单怀瑾")
    assert kept.pinyin.startswith("shan")


def test_a_sort_key_corrected_by_hand_stays(services: Services) -> None:
    member = factories.make_member("单怀瑾", pinyin="dan huai jin")

    assert services.members.save(member).pinyin == "dan huai jin"


@pytest.mark.parametrize("name", ["", "   "])
def test_a_member_without_a_name_is_refused(services: Services, name: str) -> None:
    with pytest.raises(InvalidInputError, match="姓名"):
        services.members.save(factories.make_member(name))
    assert services.members.everyone() == []


def test_dates_that_run_backwards_are_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError, match="转正时间"):
        services.members.save(
            factories.make_member(joined_on=date(2020, 1, 2), full_on=date(2020, 1, 1))
        )
    period = MembershipPeriod(
        branch_id=factories.BRANCH_ID, from_on=date(2025, 2, 1), to_on=date(2025, 1, 1)
    )
    with pytest.raises(InvalidInputError, match="离开"):
        services.members.save(factories.make_member(memberships=[period]))


def test_two_people_of_one_name_need_different_marks(services: Services) -> None:
    services.members.save(factories.make_member("柳知行", code="01"))
    with pytest.raises(InvalidInputError, match="编号"):
        services.members.save(factories.make_member("柳知行", code="01"))
    services.members.save(factories.make_member("柳知行", code="02"))

    assert len(services.members.everyone()) == 2


@pytest.mark.parametrize(
    ("category", "joined", "full", "before", "between", "after"),
    [
        (FULL_MEMBER, None, None, FULL_MEMBER, FULL_MEMBER, FULL_MEMBER),
        (PROBATIONARY_MEMBER, None, None) + (PROBATIONARY_MEMBER,) * 3,
        (FULL_MEMBER, date(2024, 5, 1), date(2025, 5, 1), None, PROBATIONARY_MEMBER, FULL_MEMBER),
        (PROBATIONARY_MEMBER, date(2024, 5, 1), None, None) + (PROBATIONARY_MEMBER,) * 2,
        (FULL_MEMBER, date(2024, 5, 1), None, None, FULL_MEMBER, FULL_MEMBER),
    ],
)
def test_the_dates_say_what_a_member_was_when(
    category: str,
    joined: date | None,
    full: date | None,
    before: str | None,
    between: str | None,
    after: str | None,
) -> None:
    member = factories.make_member(joined_on=joined, full_on=full)
    member.memberships[0].from_on = None
    set_categories(member, category)

    days = (date(2024, 4, 30), date(2025, 4, 30), date(2025, 5, 1))
    assert [category_on(member, day) for day in days] == [before, between, after]


def test_a_deleted_member_leaves_the_roster_and_comes_back(services: Services) -> None:
    member = services.members.save(factories.make_member())

    services.members.delete(member.id)
    assert services.members.everyone() == []
    assert len(services.members.deleted()) == 1

    services.members.restore(member.id)
    assert len(services.members.everyone()) == 1


def test_the_roster_takes_another_order_and_those_not_named_stand_last(services: Services) -> None:
    members = [services.members.save(one) for one in factories.make_members(3)]

    services.members.reorder([members[2].id, members[0].id])
    order = [one.name for one in services.members.everyone()]
    assert order == [factories.NAMES[2], factories.NAMES[0], factories.NAMES[1]]


def test_a_member_kept_needs_no_draft_any_more(services: Services) -> None:
    member = factories.make_member()
    services.drafts.put("members", member)
    services.members.save(member)

    assert services.drafts.get("members", Member, member.id) is None
