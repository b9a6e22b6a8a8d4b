from __future__ import annotations

from typing import Any

import pytest

from app.manual.pages import branch_score
from app.manual.pages.member_score import ADDED, DEDUCTED
from app.rules.entries import Values
from app.rules.scores import earned_tenths, inspected_tenths, member_tenths, summed


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([], None),
        ([{"item": "甲", "result": "合格"}], None),
        ([{"weight": 8}, {"weight": 2}], None),
        ([{"weight": 8, "result": "合格"}, {"weight": 2}], 100),
        ([{"weight": 8, "deducted_tenths": 15}, {"weight": 2}], 85),
        ([{"weight": 8, "deducted_tenths": 0}], 80),
        ([{"weight": 8, "result": "不适用"}], 80),
        ([{"weight": 8}, {"deducted_tenths": 5}], 75),
        ([{"weight": 2, "deducted_tenths": 25}], 0),
    ],
)
def test_an_inspection_leaves_the_weights_less_what_was_deducted(
    rows: list[dict[str, Any]], left: int | None
) -> None:
    assert inspected_tenths(rows) == left


@pytest.mark.parametrize(
    ("points", "times", "most", "earned"),
    [
        (20, 6, None, 120),
        (20, 8, 120, 120),
        (20, 5, 120, 100),
        (20, 0, 120, 0),
        (20, None, 120, None),
        (None, 3, None, None),
    ],
)
def test_an_item_earns_or_costs_its_points_each_time_up_to_the_most(
    points: int | None, times: int | None, most: int | None, earned: int | None
) -> None:
    row = {"way": ADDED, "points_tenths": points, "times": times, "most_tenths": most}
    assert earned_tenths(row) == earned
    assert earned_tenths(row | {"way": DEDUCTED}) == (None if earned is None else -earned)


def test_a_member_has_the_sum_of_what_is_filled_in() -> None:
    rows: list[Values] = [
        {"way": ADDED, "points_tenths": 20, "times": 4},
        {"way": DEDUCTED, "points_tenths": 5, "times": 1},
        {"item": "甲"},
    ]
    assert member_tenths(rows) == 75
    assert member_tenths([{"item": "甲"}]) is None


def test_a_column_without_figures_has_no_sum() -> None:
    assert summed([{"own_tenths": None}, {}], "own_tenths") is None
    assert summed([{"own_tenths": 95}, {"own_tenths": 0}, {}], "own_tenths") == 95


def test_the_weights_the_branch_is_assessed_by_add_up_to_a_hundred() -> None:
    items = branch_score.ITEMS
    assert sum(item[1] for item in items) == 100
    assert len({item[0] for item in items}) == len(items)
