from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.exchange import document
from app.manual import words
from tests.app.exchange.document.small import read, written


@pytest.mark.parametrize(
    ("given", "categories"),
    [
        ({}, [(words.FULL_MEMBER, None)]),
        ({"category": "预备党员"}, [(words.PROBATIONARY_MEMBER, None)]),
        (
            {"category": "预备党员", "joined_on": "2025-05-16"},
            [(words.PROBATIONARY_MEMBER, date(2025, 5, 16))],
        ),
        ({"joined_on": "2010-07-01"}, [(words.FULL_MEMBER, date(2010, 7, 1))]),
        (
            {"joined_on": "2010-07-01", "full_on": "2011-07-01"},
            [
                (words.PROBATIONARY_MEMBER, date(2010, 7, 1)),
                (words.FULL_MEMBER, date(2011, 7, 1)),
            ],
        ),
        ({"full_on": "2011-07-01"}, [(words.FULL_MEMBER, date(2011, 7, 1))]),
        (
            {
                "categories": [
                    {"category": "正式党员"},
                    {"category": "预备党员", "from": "2020-01-01"},
                ]
            },
            [(words.FULL_MEMBER, None), (words.PROBATIONARY_MEMBER, date(2020, 1, 1))],
        ),
        ({"categories": []}, []),
    ],
)
def test_the_two_dates_tell_what_a_member_was_when(
    given: dict[str, Any], categories: list[tuple[str, date | None]]
) -> None:
    records = read(members=[{"name": "柳知行"} | given])
    read_back = document.read(written(records)).members[0]
    for member in (records.members[0], read_back):
        assert [(one.category, one.from_on) for one in member.categories] == categories


@pytest.mark.parametrize(
    ("given", "spans"),
    [
        ({}, [(None, None)]),
        ({"joined_on": "2010-07-01"}, [(date(2010, 7, 1), None)]),
        (
            {
                "joined_on": "2010-07-01",
                "in_branch_from": "2020-01-01",
                "in_branch_to": "2024-06-30",
            },
            [(date(2020, 1, 1), date(2024, 6, 30))],
        ),
        (
            {"periods": [{"to": "2020-01-01"}, {"from": "2022-01-01"}]},
            [(None, date(2020, 1, 1)), (date(2022, 1, 1), None)],
        ),
        ({"periods": []}, []),
    ],
)
def test_a_member_may_come_and_go(
    given: dict[str, Any], spans: list[tuple[date | None, date | None]]
) -> None:
    records = read(members=[{"name": "柳知行"} | given])
    read_back = document.read(written(records)).members[0]
    for member in (records.members[0], read_back):
        assert [(one.from_on, one.to_on) for one in member.memberships] == spans


def test_a_post_lasts_as_long_as_the_committee_unless_it_says_otherwise() -> None:
    branch = {"name": "甲", "term_start": "2023-04-20", "term_end": "2026-04-19"}
    posts = ["书记", {"post": "宣传委员", "from": "2024-01-01"}]
    records = read(branch=branch, members=[{"name": "柳知行", "posts": posts}])
    assert [(one.post, one.from_on, one.to_on) for one in records.members[0].posts] == [
        ("书记", date(2023, 4, 20), date(2026, 4, 19)),
        ("宣传委员", date(2024, 1, 1), None),
    ]
    assert written(records)["members"][0]["posts"] == posts
