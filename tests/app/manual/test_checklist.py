from __future__ import annotations

import re
from collections import Counter

import pytest

from app.manual.checklist import (
    CHECKLIST,
    DUES,
    FIXED_DAY,
    FLAG,
    OPTIONAL,
    OTHER,
    item_called,
    item_of,
)
from app.rules.checks import CHECKS
from app.rules.entry_checks import CHECKS as ENTRY_CHECKS
from app.rules.month_checks import MONTH_CHECKS


def test_the_weights_add_up_to_a_hundred() -> None:
    assert sum(one.weight for one in CHECKLIST) == 100
    assert len({one.name for one in CHECKLIST}) == len(CHECKLIST) == 13


def test_each_of_the_56_faults_belongs_to_one_item() -> None:
    counts = Counter(number for item in (*CHECKLIST, OTHER) for number in item.faults)
    assert counts.keys() == set(range(1, 57))
    assert set(counts.values()) == {1}
    checked = {one.number for one in (*CHECKS, *MONTH_CHECKS)}
    assert checked | {number for number, _ in ENTRY_CHECKS.values()} <= counts.keys()


def test_equal_shares_of_a_weight_are_whole_tenths() -> None:
    assert all(item.weight * 10 % item.parts == 0 for item in CHECKLIST)


def test_what_an_item_says_of_its_shares_is_true() -> None:
    said = {one: re.search(r"每个(\d+)分", one.name) for one in CHECKLIST}
    shares = {one: int(match[1]) for one, match in said.items() if match}
    assert shares
    assert all(share * item.parts == item.weight for item, share in shares.items())


@pytest.mark.parametrize(
    ("number", "places", "item"),
    [
        (4, ("dues", "paid"), DUES),
        (4, ("head", "badges_worn"), FLAG),
        (4, ("votes", "votes.1"), OTHER),
        (9, ("head", ""), FIXED_DAY),
        (9, ("meetings", "head"), OTHER),
        (11, ("actions", "actions.1.effect"), OPTIONAL),
        (11, ("decisions", "decisions.1.due"), OTHER),
        (99, (), OTHER),
    ],
)
def test_a_number_for_several_things_belongs_by_its_place(
    number: int, places: tuple[str, ...], item: object
) -> None:
    assert item_of(number, *places) is item


def test_an_item_is_known_by_its_words() -> None:
    assert item_called(f" {FLAG.name} ") is FLAG
    assert item_called("本支部自定的项目") is None
