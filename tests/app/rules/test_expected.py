from __future__ import annotations

from datetime import date

import pytest

from app.rules.expected import expected
from tests.app.rules import october


def test_the_sample_branch_expects_eighteen_and_sixteen_votes() -> None:
    due = expected(october.members(), date(2025, 10, 9))
    assert (due.roster, due.exempt, due.total) == (18, 0, 18)
    assert (due.full, due.probationary, due.voters) == (16, 2, 16)
    assert due.sentence == "名册 18 − 经批准不计 0 = 应到 18"
    assert due.voters_sentence() == "应到 18 − 预备党员 2 = 应到会有表决权 16"


def test_in_february_the_newest_member_is_not_yet_expected() -> None:
    due = expected(october.members(), date(2025, 2, 21))
    assert (due.total, due.full, due.probationary) == (17, 16, 1)


def test_an_exempt_member_leaves_both_numbers_due() -> None:
    due = expected(october.members(), date(2025, 10, 9), {"顾广才", "不在名册的人"})
    assert (due.roster, due.exempt, due.total, due.voters) == (18, 1, 17, 15)
    assert due.sentence == "名册 18 − 经批准不计 1 = 应到 17"


def test_an_empty_roster_expects_nobody() -> None:
    assert expected([], date(2025, 10, 9)).total == 0


@pytest.mark.parametrize(
    ("day", "voters"),
    [
        (date(2025, 10, 8), 16),
        (date(2025, 10, 9), 15),
        (date(2025, 10, 20), 15),
        (date(2025, 10, 21), 16),
    ],
)
def test_who_is_suspended_is_due_but_not_to_vote(day: date, voters: int) -> None:
    people = october.members()
    people[7].rights_from, people[7].rights_to = date(2025, 10, 9), date(2025, 10, 20)
    due = expected(people, day)
    assert (due.total, due.full, due.voters) == (18, 16, voters)
    less = " − 表决权受限 1" if voters == 15 else ""
    assert due.voters_sentence() == f"应到 18 − 预备党员 2{less} = 应到会有表决权 {voters}"


def test_a_suspended_probationary_member_is_not_counted_off_twice() -> None:
    people = october.members()
    newest = next(one for one in people if one.name == "曾庆安")
    newest.rights_from = date(2025, 9, 1)
    assert expected(people, date(2025, 10, 9)).voters == 16
