from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.rules.appraisal import member_faults, most_excellent, not_followed_up, total, year_faults

PAGE: dict[str, Any] = {
    "member": [{"member": "a"}],
    "excellent": 5,
    "qualified": 9,
    "basic": 0,
    "failed": 0,
    "grade": "合格",
    "decided_on": "2025-03-10",
    "told_on": "2025-03-20",
}
COUNT = {"due": 18, "present": 16, "issued": 16, "returned": 14}


@pytest.mark.parametrize(
    ("people", "most"), [(0, 0), (2, 0), (3, 1), (17, 5), (18, 6), (20, 6), (21, 7)]
)
def test_at_most_a_third_is_excellent(people: int, most: int) -> None:
    assert most_excellent(people) == most


@pytest.mark.parametrize(("excellent", "is_fault"), [(0, False), (6, False), (7, True)])
def test_six_of_eighteen_may_be_excellent_and_seven_may_not(excellent: int, is_fault: bool) -> None:
    pages = [PAGE | {"grade": "优秀"}] * excellent + [PAGE] * (18 - excellent)
    found = [one.sentence for one in year_faults(COUNT, pages)]
    assert bool(found) == is_fault
    assert not found or "至多6人" in found[0]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"excellent": 6}, ["excellent"]),
        ({"excellent": None, "qualified": None, "basic": None, "failed": None}, []),
        ({"told_on": ""}, ["told_on"]),
        ({"told_on": "2025-03-10"}, []),
        ({"told_on": "2025-03-09"}, ["told_on"]),
        ({"told_on": "", "decided_on": ""}, []),
    ],
)
def test_ballots_must_tally_and_the_member_must_be_told(
    changes: dict[str, Any], fields: list[str]
) -> None:
    assert [one.field for one in member_faults(PAGE | changes, 14)] == fields


def test_ballots_not_counted_have_no_sum_and_noughts_have() -> None:
    assert total({}) is None
    assert total({"excellent": 0}) == 0
    assert total(PAGE) == 14
    assert list(member_faults(PAGE, None)) == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"present": 18}, []),
        ({"present": 19}, ["present"]),
        ({"issued": 17}, ["issued"]),
        ({"returned": 16}, []),
        ({"returned": 17}, ["returned"]),
        ({"due": None}, []),
    ],
)
def test_no_more_ballots_than_people(changes: dict[str, Any], fields: list[str]) -> None:
    assert [one.field for one in year_faults(COUNT | changes, [])] == fields


@pytest.mark.parametrize(
    ("today", "measure", "is_found"),
    [
        (date(2025, 4, 9), None, False),
        (date(2025, 4, 10), None, True),
        (date(2025, 4, 10), {"member": [{"member": "a"}], "decided_on": "2025-03-25"}, False),
        (date(2025, 4, 10), {"member": [{"member": "a"}], "decided_on": "2025-03-09"}, True),
        (date(2025, 4, 10), {"member": [{"member": "b"}], "decided_on": "2025-03-25"}, True),
    ],
)
def test_who_fails_is_handled_within_thirty_days(
    today: date, measure: dict[str, Any] | None, is_found: bool
) -> None:
    failed = PAGE | {"grade": "不合格"}
    found = list(not_followed_up([failed, PAGE], [measure] if measure else [], today, 30))
    assert [key for key, _ in found] == (["a"] if is_found else [])
