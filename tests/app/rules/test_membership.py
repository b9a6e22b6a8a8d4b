from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.records import CategoryPeriod, MembershipPeriod
from app.rules.membership import (
    category_on,
    is_member_in,
    is_member_on,
    is_suspended_on,
    may_vote_within,
    members_on,
)
from tests.app.rules import factories as make
from tests.app.rules import october


@pytest.mark.parametrize(
    ("day", "belongs"),
    [
        (date(2025, 3, 2), False),
        (date(2025, 3, 3), True),
        (date(2025, 9, 30), True),
        (date(2025, 10, 1), False),
    ],
)
def test_first_and_last_day_belong(day: date, belongs: bool) -> None:
    person = make.member("甲", first=date(2025, 3, 3), last=date(2025, 9, 30))
    assert is_member_on(person, day) is belongs
    assert (category_on(person, day) is not None) is belongs


def test_someone_who_came_back_belongs_in_both_periods_and_not_between() -> None:
    person = make.member("甲", last=date(2024, 12, 31))
    person.memberships.append(MembershipPeriod(branch_id="b", from_on=date(2025, 6, 1)))
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 5, 31), date(2025, 6, 1)]
    assert [is_member_on(person, day) for day in days] == [True, False, False, True]


def test_an_open_beginning_starts_on_the_day_of_joining_the_party() -> None:
    person = make.member("甲")
    person.joined_on = date(2025, 5, 16)
    assert not is_member_on(person, date(2025, 5, 15))
    assert is_member_on(person, date(2025, 5, 16))
    person.memberships.clear()
    assert not is_member_on(person, date(2025, 5, 15))
    assert is_member_on(person, date(2025, 5, 16))


def test_someone_deleted_belongs_on_no_day() -> None:
    person = make.member("甲")
    person.deleted_at = make.meeting().start
    assert not is_member_on(person, date(2025, 1, 1))
    assert not is_member_in(person, date(2025, 1, 1), date(2025, 1, 31))


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [
        (None, None, True),
        (date(2025, 10, 31), None, True),
        (date(2025, 11, 1), None, False),
        (None, date(2025, 10, 1), True),
        (None, date(2025, 9, 30), False),
        (date(2025, 10, 5), date(2025, 10, 6), True),
    ],
)
def test_one_day_in_the_month_is_enough_to_belong_to_it(
    first: date | None, last: date | None, within: bool
) -> None:
    person = make.member("甲", first=first, last=last)
    assert is_member_in(person, date(2025, 10, 1), date(2025, 10, 31)) is within


@pytest.mark.parametrize(
    ("day", "category"),
    [
        (date(2025, 9, 11), words.PROBATIONARY_MEMBER),
        (date(2025, 9, 12), words.FULL_MEMBER),
        (date(2025, 9, 13), words.FULL_MEMBER),
    ],
)
def test_category_changes_on_its_day(day: date, category: str) -> None:
    person = make.member("甲", words.PROBATIONARY_MEMBER, category_from=date(2024, 9, 12))
    person.categories.append(
        CategoryPeriod(branch_id="b", category=words.FULL_MEMBER, from_on=date(2025, 9, 12))
    )
    assert category_on(person, day) == category


def test_without_periods_the_day_of_full_membership_decides() -> None:
    person = make.member("甲")
    person.categories.clear()
    assert category_on(person, date(2007, 6, 27)) == words.FULL_MEMBER
    person.full_on = date(2007, 6, 28)
    assert category_on(person, date(2007, 6, 27)) == words.PROBATIONARY_MEMBER
    assert category_on(person, date(2007, 6, 28)) == words.FULL_MEMBER


def test_before_the_first_category_period_one_is_probationary() -> None:
    person = make.member("甲", category_from=date(2025, 9, 12))
    assert category_on(person, date(2025, 9, 11)) == words.PROBATIONARY_MEMBER


def test_the_sample_roster_grows_from_17_to_18_when_the_newest_is_accepted() -> None:
    people = october.members()
    assert len(members_on(people, date(2025, 2, 21))) == 17
    assert len(members_on(people, date(2025, 5, 16))) == 18


FIRST, LAST = date(2025, 3, 10), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("from_on", "to_on", "day", "suspended"),
    [
        (None, None, FIRST, False),
        (FIRST, LAST, date(2025, 3, 9), False),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(2026, 3, 10), False),
        (FIRST, None, date(2025, 3, 9), False),
        (FIRST, None, date(2099, 1, 1), True),
        (None, LAST, date(1999, 1, 1), True),
        (None, LAST, date(2026, 3, 10), False),
    ],
)
def test_rights_are_suspended_from_the_first_to_the_last_day(
    from_on: date | None, to_on: date | None, day: date, suspended: bool
) -> None:
    person = make.member("甲")
    person.rights_from, person.rights_to = from_on, to_on
    assert is_suspended_on(person, day) is suspended
    assert may_vote_within(person, day) is not suspended
    assert is_member_on(person, day)


def test_a_probationary_member_may_not_vote_whatever_his_rights() -> None:
    assert not may_vote_within(make.member("甲", words.PROBATIONARY_MEMBER), FIRST)
